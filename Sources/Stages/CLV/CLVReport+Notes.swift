import Pipeline
import Exports
import Report
import Statistics
import Values

extension CLVReport {
  /// What a reader must know before trusting the figures.
  var warnings: [String] {
    fitWarnings + spendWarnings + otherWarnings
  }

  private var fitWarnings: [String] {
    guard output.columns.count > 0 else { return [] }
    let ladder = output.ladder
    var all: [String] = []
    let failed = ladder.rungs.first { $0.card == nil }
    let why = failed?.failure.map { $0.words(wording) } ?? wording(P.whyNoMaximum)
    switch ladder.reason {
    case .tooFew:
      all.append(
        wording(
          P.warnFew,
          [
            "repeaters": .count(output.columns.repeaters), "needed": .count(settings.minRepeaters),
          ]))
    case .cohortMean: all.append(wording(P.warnNoModel, ["why": .text(why)]))
    case .instead(let asked):
      all.append(
        wording(
          P.warnInstead,
          [
            "asked": .phrase(asked.title), "why": .text(why),
            "model": .phrase(ladder.rung?.model.title ?? asked.title),
          ]))
    case .asked, .leastError, .leastBIC, .leastBICWithoutHoldout, .kept: break
    }
    guard let card = output.card else { return all }
    let model = card.model.title
    switch card.state {
    case .converged: break
    case .boundary(let names):
      all.append(
        wording(
          P.warnBoundary,
          [
            "names": .text(names.map { wording.parameter($0) }.joined(separator: ", ")),
            "model": .phrase(model),
          ]))
    case .stalled:
      all.append(
        wording(
          P.warnStalled,
          ["model": .phrase(model), "slope": .text(figure(card.gradientNorm))]))
    }
    if !card.isPositiveDefinite { all.append(wording(P.warnErrors, ["model": .phrase(model)])) }
    if card.model == .nbd { all.append(wording(P.warnNoEnd)) }
    if card.model == .bgNBD { all.append(wording(P.warnAliveOne)) }
    return all
  }

  /// From this correlation on, by the end of its interval nearest to 0, amounts are not independent.
  static let warningCorrelation = 0.2

  private var spendWarnings: [String] {
    let spend = output.spend
    guard output.found != nil else { return [] }
    var all: [String] = []
    if let together = spend.frequencyAndSpend {
      let interval = together.pearsonInterval(confidence: settings.confidence)
      let nearest = min(interval.low.magnitude, interval.high.magnitude)
      if interval.low * interval.high > 0, nearest > Self.warningCorrelation {
        all.append(
          wording(
            P.warnCorrelation,
            [
              "pearson": .level(together.pearson), "low": .level(interval.low),
              "high": .level(interval.high), "spearman": .level(together.spearman),
            ]))
      }
    }
    switch spend.basis {
    case .none:
      all.append(wording(P.warnNoAmounts, ["amount": amount(spend.pooledMean ?? 0)]))
    case .mean(let failure):
      all.append(wording(P.warnSpendMean, ["why": .text(failure.words(wording))]))
    case .gammaGamma(let card):
      if card.constrained != nil {
        all.append(wording(P.warnConstrained, ["q": .level(card.estimates.q)]))
      }
      if found?.forecast.varianceHasAmounts == false {
        all.append(wording(P.warnUncertainSpend, ["q": .level(card.usable.q)]))
      }
    }
    return all
  }

  private var otherWarnings: [String] {
    guard let found else { return [] }
    var all: [String] = []
    if let step = settings.step {
      all.append(
        settings.stepRate.map {
          wording(P.warnCompareRate, ["days": days(step.days), "rate": .share($0)])
        } ?? wording(P.warnCompare, ["days": days(step.days)]))
    }
    if found.forecast.schedule.isRounded {
      all.append(wording(P.warnRounded, ["unit": .phrase(P.unit(settings.timeUnit))]))
    }
    if let daily = output.record.daily {
      let seen = output.input.asOf - daily.firstDay
      if seen > 0, let horizon = found.forecast.schedule.days.last, horizon > 2 * seen {
        all.append(
          wording(P.warnFar, ["horizon": .phrase(P.horizon(longest)), "days": days(seen)]))
      }
    }
    return all
  }

  private func figure(_ value: Double) -> String {
    NumberStyle(.ratio, decimals: 4).text(value, wording.language)
  }

  // MARK: Below the tables

  var valueNotes: [Note] {
    var notes = [
      Note(.method, wording(P.noteTime, ["rate": .share(settings.discount)])),
      Note(.method, wording(P.noteAlive)),
    ]
    if found != nil {
      notes.append(
        Note(.method, wording(P.noteIntervals, ["draws": .count(settings.draws)])))
    }
    if found?.risk != nil {
      notes.append(
        Note(
          .method,
          wording(
            P.noteStake,
            [
              "from": .text(percent(settings.goneBelow)),
              "to": .text(percent(settings.riskBelow)),
            ])))
    }
    notes.append(shareNote)
    if let totals = output.record.totals {
      notes.append(Note(.policy, refundsNote(totals)))
      notes.append(Note(.policy, wording(P.noteFree)))
    } else if output.columns.count > 0 {
      notes.append(
        Note(
          .policy,
          wording(
            P.noteSummary,
            [
              "unit": .phrase(P.unit(settings.timeUnit)), "day": .day(output.input.asOf),
            ])))
    }
    return notes + warnings.map { Note(.caution, $0) }
  }

  private var shareNote: Note {
    switch output.shareSource {
    case .revenue: Note(.policy, wording(P.noteRevenue))
    case .orders, .settings:
      Note(
        .policy,
        wording(
          P.noteMargin,
          [
            "rate": .share(output.share),
            "source": .phrase(
              output.shareSource == .orders ? P.marginFromOrders : P.marginFromSettings),
          ]))
    }
  }

  private func refundsNote(_ totals: PurchaseHistoryFold.Totals) -> String {
    switch settings.refunds {
    case .net: wording(P.noteRefundsNet, ["days": .count(totals.returnedDays)])
    case .separate: wording(P.noteRefundsSeparate)
    case .ignore: wording(P.noteRefundsIgnore)
    }
  }

  var modelNotes: [Note] {
    var notes: [Note] = []
    if let card = output.card {
      notes.append(Note(.method, reasonNote(card)))
      if !output.ladder.isKept {
        notes.append(
          Note(
            .method,
            wording(
              P.noteFit,
              [
                "classes": .count(card.distinct), "customers": .count(card.customers),
                "starts": .count(card.starts), "slope": .text(figure(card.gradientNorm)),
              ])))
      }
    }
    if output.ladder.rung?.backTest != nil, let record = output.record.backTest {
      notes.append(
        Note(.method, wording(P.noteHoldout, ["day": .day(record.calibrationEnd)])))
    }
    notes.append(
      Note(.policy, wording(P.noteUnit, ["unit": .phrase(P.unit(settings.timeUnit))])))
    notes.append(
      Note(.policy, wording(P.noteOneTimers, ["n": .count(output.spend.withoutAmount)])))
    if let covariates = output.input.covariates {
      let bases = covariates.bases.map { base in
        wording.parameter("purchase.\(base)").split(separator: ", ").dropFirst()
          .joined(separator: ", ")
      }
      notes.append(
        Note(
          .method,
          wording(
            P.noteCovariates,
            [
              "bases": .text(bases.joined(separator: "; ")),
              "n": .count(CustomerCovariates.fewest),
            ])))
    }
    notes += fitWarnings.map { Note(.caution, $0) }
    notes.append(
      Note(.source, CLV.source(of: output.card?.model) + "; " + CLV.spendSource))
    return notes
  }

  private func reasonNote(_ card: FitCard) -> String {
    let model = Wording.Argument.phrase(card.model.title)
    return switch output.ladder.reason {
    case .asked, .cohortMean, .tooFew: wording(P.noteChosenAsked, ["model": model])
    case .leastError: wording(P.noteChosenError, ["model": model])
    case .leastBIC:
      wording(
        P.noteChosenBIC, ["model": model, "share": .text(percent(ModelLadder.tolerance))])
    case .leastBICWithoutHoldout: wording(P.noteChosenWithout, ["model": model])
    case .instead: wording(P.noteInstead, ["model": model])
    case .kept(let day):
      wording(
        P.noteKept,
        ["day": .day(day), "due": .day(day.adding(days: settings.refitAfter.days))])
    }
  }
}
