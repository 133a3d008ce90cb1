import Report
import Statistics
import Values

private typealias P = AcquisitionPhrases

extension AcquisitionWriter {
  /// From this change on a cost has risen or fallen, not stayed.
  private static let notable = 0.1

  /// What changed, where the money does not come back, where it does best; gravest first.
  var findings: [Finding] {
    let all =
      [change].compactMap { $0 } + wasted + neverBack + [best, ratio].compactMap { $0 }
    return all.enumerated().sorted { left, right in
      if left.element.severity != right.element.severity {
        return left.element.severity > right.element.severity
      }
      return left.element.weight == right.element.weight
        ? left.offset < right.offset : left.element.weight > right.element.weight
    }.map(\.element)
  }

  private var change: Finding? {
    guard let (now, before) = output.latest, let before, let cac = now.cac, let was = before.cac
    else { return nil }
    let relative = cac / was - 1
    let isSame = relative.magnitude < Self.notable
    let percent = NumberStyle(.share, decimals: 1, showsSign: true)
    func signed(_ now: Double, _ before: Double) -> Wording.Argument {
      before > 0
        ? .text(percent.text(now / before - 1, wording.language)) : .text(wording(P.none))
    }
    return Finding(
      id: "\(step).change", severity: isSame ? .note : relative > 0 ? .warning : .good,
      weight: isSame ? 0 : (cac - was).magnitude * Double(now.new),
      sentence: wording(
        isSame ? P.findingSame : relative > 0 ? P.findingUp : P.findingDown,
        [
          "now": .value(cac, money), "period": .text(now.period.label),
          "before": .text(before.period.label), "change": .share(relative.magnitude),
          "spend": signed(now.spend, before.spend),
          "new": signed(Double(now.new), Double(before.new)),
        ]), page: step, action: !isSame && relative > 0 ? actionUp(now, before) : nil,
      owner: !isSame && relative > 0 ? wording(P.owner) : nil, isLead: !isSame)
  }

  /// The channel whose own cost rose most among those that have one in both periods.
  private func actionUp(
    _ now: AcquisitionOutput.Period, _ before: AcquisitionOutput.Period
  ) -> String {
    let rises = zip(now.channels, before.channels).compactMap { now, before in
      now.cac.flatMap { cac in before.cac.map { (channel: now.channel, rise: cac / $0 - 1) } }
    }
    guard let worst = rises.max(by: { $0.rise < $1.rise }), worst.rise > 0 else {
      return wording(P.actionUpPlain)
    }
    return wording(P.actionUp, ["channel": .text(worst.channel)])
  }

  private var wasted: [Finding] {
    output.channels.enumerated().compactMap { index, figures in
      guard figures.channel != nil, let spend = figures.spend, spend > 0, figures.new == 0 else {
        return nil
      }
      return Finding(
        id: "\(step).wasted_\(index + 1)", severity: .warning, weight: spend,
        sentence: wording(
          P.findingWaste, ["channel": .text(name(figures)), "spend": .value(spend, money)]),
        page: step, action: wording(P.actionWaste), owner: wording(P.owner))
    }
  }

  private var neverBack: [Finding] {
    output.channels.enumerated().compactMap { index, figures in
      guard isNeverBack(figures), let cac = figures.cac, let last = figures.curve.months.last else {
        return nil
      }
      return Finding(
        id: "\(step).not_back_\(index + 1)", severity: .warning, weight: figures.spend ?? 0,
        sentence: wording(
          P.findingNever,
          [
            "channel": .text(name(figures)), "cac": .value(cac, money),
            "earned": .value(last.cumulative, money),
            "months": .count(figures.curve.months.count),
          ]), page: step, action: wording(P.actionNever), owner: wording(P.owner))
    }
  }

  private var best: Finding? {
    let known = output.channels.filter { $0.ratio != nil }
    guard known.count > 1, let best = known.max(by: { ($0.ratio ?? 0) < ($1.ratio ?? 0) }),
      let ratio = best.ratio, let cac = best.cac, ratio > 1,
      let interval = best.value?.interval()
    else { return nil }
    let payback = best.payback(discounted: false)
    return Finding(
      id: "\(step).best", severity: .good, weight: best.spend ?? 0,
      sentence: wording(
        payback == nil ? P.findingBestNever : P.findingBest,
        [
          "channel": .text(name(best)), "ratio": .level(ratio),
          "low": .level(interval.low / cac), "high": .level(interval.high / cac),
          "months": .text(NumberStyle.prose(.months).figure(payback ?? .nan, wording.language)),
        ]), page: step, action: wording(P.actionBest), owner: wording(P.owner))
  }

  private var ratio: Finding? {
    guard let retention = output.retention, let ratio = retention.ratio, let cac = retention.cac,
      let keep = retention.costOfKeeping
    else { return nil }
    return Finding(
      id: "\(step).ratio", severity: .note,
      sentence: wording(
        P.findingRatio,
        [
          "ratio": .level(ratio), "cac": .value(cac, money), "keep": .value(keep, money),
          "days": .text(days(retention.window)),
        ]),
      page: step)
  }
}
