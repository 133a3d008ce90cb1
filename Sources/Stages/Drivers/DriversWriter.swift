import Pipeline
package import Report
import Statistics
import Values

extension DriversOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = DriversWriter(self, wording, step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct DriversWriter {
  typealias P = DriversPhrases

  let output: DriversOutput
  let wording: Wording
  let step: String
  let plane: DriverPlane?
  let lowest: [LowestGroup]

  init(_ output: DriversOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    plane = DriverPlane(output)
    lowest = output.lowest
  }

  var page: Page {
    var blocks: [Page.Block] = [.paragraph(scope)]
    blocks += [planeChart, weightsChart].compactMap { $0.map { .chart($0) } }
    blocks.append(.table(output.fit.ranked.isEmpty ? meansTable : importanceTable))
    blocks += [byTable, penaltiesTable, lowestTable, commentsTable].compactMap {
      $0.map { .table($0) }
    }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var scope: String {
    let whole =
      output.focus.map { wording(P.scopeWave, ["wave": .text($0.wave)]) } ?? wording(P.scopeAll)
    guard let n = output.fit.n, let importance = output.fit.importance,
      let interval = output.fit.draws?.rSquared, let all = output.overall.score.figures?.n
    else { return whole }
    let complete = wording(
      P.scopeComplete,
      [
        "all": .count(all), "overall": overall, "n": .count(n),
        "items": .count(output.items.count), "r2": .share(importance.rSquared),
        "low": .share(interval.low), "high": .share(interval.high),
      ])
    return wording.language == .english ? "\(whole) \(complete)" : whole + complete
  }

  private var headline: String {
    let fit = output.fit
    switch (fit.visibility, fit.refusal) {
    case (.hidden, _): return wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
    case (.empty, _):
      guard output.overall.score.visibility == .shown else { return wording(P.headlineEmpty) }
      return wording(
        P.headlineNoComplete, ["overall": overall, "items": .count(output.items.count)])
    case (_, .tooFew(let needed)?):
      return wording(
        P.headlineRefused,
        ["overall": overall, "n": .count(fit.n ?? 0), "needed": .count(needed)])
    case (_, .noVariance?): return wording(P.headlineNoVariance, ["overall": overall])
    case (.shown, nil): break
    }
    guard let strongest = fit.ranked.first, let share = fit.share(strongest) else {
      return wording(P.headlineFlat, ["overall": overall])
    }
    guard let plane, let first = plane.first else {
      return wording(
        P.headlineNone,
        ["item": label(strongest), "overall": overall, "share": .share(share)])
    }
    guard output.settings.importance == .derived else {
      return wording(
        P.headlineFirstStated,
        [
          "item": label(first.item), "mean": performance(first.performance),
          "cut": performance(plane.performanceCut),
        ])
    }
    return wording(
      P.headlineFirst,
      [
        "item": label(first.item), "overall": overall, "share": .share(first.importance),
        "mean": performance(first.performance), "cut": performance(plane.performanceCut),
      ])
  }

  var overall: Wording.Argument { .phrase(OverallQuestion.phrase(output.overall.id)) }

  func label(_ item: Int) -> Wording.Argument {
    .phrase(output.settings.survey.label(output.items[item].id))
  }

  func name(_ item: Int) -> String { wording.text(of: label(item)) }

  /// A mean on the items' scale, or a share of it.
  func performance(_ value: Double) -> Wording.Argument {
    plane?.scale == nil ? .share(value) : .level(value)
  }

  var hiddenReason: String {
    wording(GroupVisibility.hiddenWords)
  }

  /// Why a fit has no ranking, in short.
  func reason(_ fit: DriverFit) -> String {
    switch (fit.visibility, fit.refusal) {
    case (.hidden, _): hiddenReason
    case (.empty, _): wording(GroupVisibility.emptyWords)
    case (.shown, .tooFew(let needed)?): wording(P.fewer, ["needed": .count(needed)])
    case (.shown, .noVariance?): wording(P.flat)
    case (.shown, nil): wording(P.undefined)
    }
  }

  func reason(_ score: GroupScore) -> String {
    switch score.visibility {
    case .shown: wording(P.undefined)
    case .empty: wording(GroupVisibility.emptyWords)
    case .hidden: hiddenReason
    }
  }

  /// The title of a dimension inside a sentence.
  func lower(_ title: Phrase) -> String { wording(title).lowercased() }
}
