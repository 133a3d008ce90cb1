import Diagnostics
import Pipeline
import Statistics
import Values

/// Fits the models of a step: the one asked for with what stands in for it, or all of them.
struct ModelFitting {
  let settings: CLVSettings
  let input: CLVInput

  /// What came out: histories in classes, and the ladder.
  struct Result {
    let histories: PurchaseHistories
    let ladder: ModelLadder
  }

  func run() throws(Diagnostic) -> Result {
    let columns = input.record.histories
    guard columns.repeaters >= settings.minRepeaters else {
      var ladder = ModelLadder()
      ladder.reason = .tooFew
      return Result(histories: try grouped(), ladder: ladder)
    }
    if let kept = KeptCard(input, settings) {
      var ladder = ModelLadder()
      ladder.rungs = [.init(model: kept.card.model, card: kept.card)]
      ladder.chosen = 0
      ladder.reason = .kept(since: kept.fittedOn)
      return Result(histories: try grouped(), ladder: ladder)
    }
    return settings.model == .auto ? try all() : try asked()
  }

  /// All models of continuous time, compared.
  private func all() throws(Diagnostic) -> Result {
    var ladder = ModelLadder()
    var histories: PurchaseHistories?
    for model in ModelLadder.order where input.covariates == nil || Self.takesCovariates(model) {
      let (rung, classes) = try fit(model, histories)
      histories = classes
      ladder.rungs.append(rung)
    }
    addBackTests(to: &ladder)
    ladder.choose()
    return Result(histories: try grouped(histories), ladder: ladder)
  }

  /// The model of the settings; where it cannot be fitted the first of the others that can.
  private func asked() throws(Diagnostic) -> Result {
    let wanted = settings.model.model ?? .mbgNBD
    var ladder = ModelLadder()
    var histories: PurchaseHistories?
    let others = wanted == .bgBB ? [] : ModelLadder.order.filter { $0 != wanted }
    for model in [wanted] + others {
      let (rung, classes) = try fit(model, histories)
      histories = classes
      ladder.rungs.append(rung)
      if rung.card != nil { break }
    }
    ladder.chosen = ladder.rungs.firstIndex { $0.card != nil }
    ladder.reason =
      ladder.chosen == nil ? .cohortMean : ladder.chosen == 0 ? .asked : .instead(of: wanted)
    addBackTests(to: &ladder)
    return Result(histories: try grouped(histories), ladder: ladder)
  }

  static func takesCovariates(_ model: PurchaseModel) -> Bool {
    model != .nbd && model != .bgBB
  }

  /// Timed from the columns in memory to estimates with errors, grouping and starts included.
  private func fit(
    _ model: PurchaseModel, _ known: PurchaseHistories?
  ) throws(Diagnostic) -> (ModelLadder.Rung, PurchaseHistories) {
    try input.log.timed(
      "fit_\(model.rawValue.replacing("-", with: ""))", { $0.0.card.map(Self.words) ?? "no fit" }
    ) {
      () throws(Diagnostic) in
      let histories = try grouped(known)
      var rung = ModelLadder.Rung(model: model)
      do throws(FitFailure) {
        rung.card = try model.fit(
          histories, covariates: Self.takesCovariates(model) ? input.covariates?.design : nil)
      } catch {
        rung.failure = error
      }
      return (rung, histories)
    }
  }

  private static func words(_ card: FitCard) -> String {
    "\(Counted(card.customers, "customer")), \(Counted(card.distinct, "class", many: "classes")), "
      + "\(Counted(card.evaluations, "evaluation"))"
  }

  private func addBackTests(to ladder: inout ModelLadder) {
    guard let record = input.record.backTest, record.histories.repeaters >= settings.minRepeaters
    else { return }
    let covariates = input.covariates
    let rungs = ladder.rungs
    ladder.rungs = input.log.timed("backtest", { (_: [ModelLadder.Rung]) in "hold-out" }) {
      let patterns = covariates.map { all in record.rows.map { all.patterns[Int($0)] } }
      guard let histories = try? record.histories.grouped(patterns: patterns) else { return rungs }
      return rungs.map { rung in
        var tested = rung
        guard rung.card != nil else { return tested }
        tested.backTest = BackTest(
          rung.model, record, histories,
          Self.takesCovariates(rung.model) ? covariates?.design : nil)
        return tested
      }
    }
  }

  /// The histories in classes, where they are not yet.
  private func grouped(
    _ known: PurchaseHistories? = nil
  ) throws(Diagnostic) -> PurchaseHistories {
    if let known { return known }
    do throws(HistoryProblem) {
      return try input.record.histories.grouped(patterns: input.covariates?.patterns)
    } catch {
      throw Diagnostic(
        .data, "impossible-history",
        "row \(error.row + 1) of the histories cannot be: \(error.kind)",
        help: "x counts purchases after the first, t_x and T run from the first purchase")
    }
  }
}

extension CLVModelChoice {
  /// nil for auto.
  var model: PurchaseModel? { PurchaseModel(rawValue: rawValue) }
}
