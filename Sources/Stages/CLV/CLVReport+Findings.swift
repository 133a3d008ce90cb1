import Pipeline
import Report
import Statistics
import Values

extension CLVReport {
  /// From this share of all value that came to be at stake within a silence on it is an alarm, and
  /// a warning.
  static let alarmShare = 0.15
  static let warningShare = 0.05
  /// From so far off the back-test tells to look for what changed.
  static let warningBias = 0.10
  /// From this change of all value on it is told.
  static let toldChange = 0.01

  var findings: [Finding] {
    [
      changeFinding, totalFinding, riskFinding, topFinding, newcomerFinding, testFinding,
      driftFinding,
    ]
    .compactMap(\.self)
    .sorted { ($0.severity, $0.weight) > ($1.severity, $1.weight) }
  }

  private func finding(
    _ id: String, _ severity: Finding.Severity, _ weight: Double, _ sentence: String,
    page: String? = nil, action: Phrase? = nil, owner: Phrase? = nil, isLead: Bool = false
  ) -> Finding {
    Finding(
      id: "\(step).\(id)", severity: severity, weight: weight.isFinite ? weight : 0,
      sentence: sentence, page: page ?? step, action: action.map { wording($0) },
      owner: owner.map { wording($0) }, isLead: isLead)
  }

  private var changeFinding: Finding? {
    guard let total, let previous = output.input.previous, let before = previous.measures["clv"],
      before > 0
    else { return nil }
    let change = total.clv / before - 1
    guard change.magnitude >= Self.toldChange else { return nil }
    return finding(
      "change", change < 0 ? .warning : .good, (total.clv - before).magnitude,
      wording(
        change < 0 ? P.fellFinding : P.roseFinding,
        [
          "share": .share(change.magnitude), "day": .day(previous.asOf), "now": amount(total.clv),
          "before": amount(before),
        ]), action: change < 0 ? P.fellAction : nil, owner: change < 0 ? P.totalOwner : nil,
      isLead: true)
  }

  private var totalFinding: Finding? {
    guard let total, let interval = total.total?.both, let totals = output.record.totals,
      total.clv > 0
    else { return nil }
    return finding(
      "total", .note, total.clv,
      wording(
        P.totalFinding,
        [
          "value": amount(total.clv), "horizon": .phrase(P.horizon(longest)),
          "low": amount(interval.low), "high": amount(interval.high),
          "recent": amount(currency.major(totals.recentNet) * output.share),
        ]), action: P.totalAction, owner: P.totalOwner)
  }

  private var riskFinding: Finding? {
    guard let risk = found?.risk, !risk.entries.isEmpty, risk.atStake > 0, let total else {
      return nil
    }
    let share = total.clv > 0 ? risk.fallenAtStake / total.clv : 0
    let first = risk.entries.prefix(Self.listedAtRisk)
    let part = first.reduce(0.0) {
      $0 + $1.atStake * Double(output.columns.customers($1.row))
    }
    var found = finding(
      "at_risk", share >= Self.alarmShare ? .alarm : share >= Self.warningShare ? .warning : .note,
      risk.atStake,
      wording(
        P.riskFinding,
        [
          "customers": .count(
            risk.entries.reduce(0) { $0 + output.columns.customers($1.row) }),
          "from": .text(percent(settings.goneBelow)), "to": .text(percent(settings.riskBelow)),
          "value": amount(risk.atStake), "fallen": .count(risk.fallen),
          "fallenvalue": amount(risk.fallenAtStake), "days": days(settings.silence.days),
        ]), owner: P.riskOwner)
    found.action = wording(
      P.riskAction, ["n": .count(first.count), "share": .share(min(1, part / risk.atStake))])
    return found
  }

  private var topFinding: Finding? {
    guard let tiers = found?.totals.tiers, let share = output.clvShare(1), tiers[1].clv > 0,
      output.customers >= 100
    else { return nil }
    return finding(
      "top", .note, tiers[1].clv,
      wording(
        P.topFinding,
        [
          "customers": .count(tiers[1].customers), "share": .share(share),
          "value": amount(tiers[1].clv),
        ]), action: P.topAction, owner: P.topOwner)
  }

  private var newcomerFinding: Finding? {
    guard let newcomer = found?.newcomer, let first = newcomer.firstPurchase,
      let last = newcomer.horizons.last, first + last.discounted > 0
    else { return nil }
    return finding(
      "newcomer", .note, first + last.discounted,
      wording(
        P.newcomerFinding,
        [
          "value": amount(first + last.discounted), "horizon": .phrase(P.horizon(longest)),
          "rest": amount(last.discounted),
        ]), action: P.newcomerAction, owner: P.newcomerOwner)
  }

  private var testFinding: Finding? {
    guard let test = output.ladder.rung?.backTest, let bias = test.bias,
      let record = output.record.backTest, bias.magnitude >= Self.warningBias
    else { return nil }
    return finding(
      "backtest", .warning, (total?.clv ?? 0) * min(1, bias.magnitude),
      wording(
        P.testFinding,
        [
          "day": .day(record.calibrationEnd),
          "expected": .count(Int(test.expectedTotal.rounded())),
          "actual": .count(Int(test.actualTotal)),
          "bias": .text(
            wording(
              bias > 0 ? P.testTooHigh : P.testTooLow, ["share": .share(bias.magnitude)])),
        ]), page: modelAnchor, action: P.testAction, owner: P.testOwner)
  }

  private var driftFinding: Finding? {
    guard let previous = output.input.previous, !output.ladder.isKept else { return nil }
    let moved = output.estimates.filter { one in
      guard let before = one.previous, let error = one.error, error > 0 else { return false }
      return (one.value - before).magnitude > 3 * error
    }
    guard !moved.isEmpty else { return nil }
    return finding(
      "drift", .note, 0,
      wording(
        P.driftFinding,
        [
          "day": .day(previous.asOf),
          "names": .text(moved.map { wording.parameter($0.name) }.joined(separator: ", ")),
        ]), page: modelAnchor, action: P.driftAction, owner: P.testOwner)
  }
}
