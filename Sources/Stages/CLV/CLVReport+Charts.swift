import Report
import Statistics
import Values

extension CLVReport {
  var decileChart: Chart? {
    guard let tiers = found?.totals.tiers, tiers[0].clv > 0, let share = output.clvShare(1) else {
      return nil
    }
    let shown = (1...10).filter { tiers[$0].customers > 0 }
    return Chart(
      id: "\(step)_deciles", title: wording(P.decileChart),
      altText: wording(
        P.decileWords, ["share": .share(share), "value": amount(tiers[1].clv)]),
      kind: .columns(categories: shown.map(String.init), values: shown.map { tiers[$0].clv }),
      style: .prose(money), xTitle: wording(P.axisTenth), yTitle: wording(P.clvColumn))
  }

  /// The periods of the chart: the last ones where there are many.
  private static let mostPeriods = 78

  var trackingChart: Chart? {
    guard let tracking = found?.tracking, tracking.periods.count > 2 else { return nil }
    let periods = tracking.periods.suffix(Self.mostPeriods)
    let hasHoldout = periods.contains(where: \.isHeldOut)
    let seen = periods.enumerated().map { index, period -> Double in
      period.isHeldOut ? .nan : period.expected
    }
    let unseen = periods.enumerated().map { index, period -> Double in
      period.isHeldOut ? period.expected : .nan
    }
    var series: [(name: String, values: [Double])] = [
      (wording(P.lineActual), periods.map { Double($0.actual) }), (wording(P.lineExpected), seen),
    ]
    if hasHoldout { series.append((wording(P.lineHeldOut), unseen)) }
    return Chart(
      id: "\(step)_tracking", title: wording(P.trackingChart),
      altText: wording(
        P.trackingWords,
        [
          "periods": .count(periods.count),
          "actual": .count(periods.reduce(0) { $0 + $1.actual }),
          "expected": .count(Int(periods.reduce(0.0) { $0 + $1.expected }.rounded())),
        ]),
      kind: .lines(
        x: periods.map { tracking.byMonth ? String($0.end.iso.prefix(7)) : $0.end.iso },
        series: series), style: .prose(.count),
      xTitle: wording(tracking.byMonth ? P.axisMonth : P.axisWeek), yTitle: wording(P.purchases))
  }

  var calibrationChart: Chart? {
    guard let tenths = found?.calibration?.tenths, let first = tenths.first else { return nil }
    return Chart(
      id: "\(step)_calibration", title: wording(P.calibrationChart),
      altText: wording(
        P.calibrationWords, ["expected": .level(first.expected), "actual": .level(first.actual)]),
      kind: .lines(
        x: tenths.indices.map { String($0 + 1) },
        series: [
          (wording(P.lineActual), tenths.map(\.actual)),
          (wording(P.lineExpected), tenths.map(\.expected)),
        ]), style: NumberStyle(.ratio, decimals: 2), xTitle: wording(P.axisExpected),
      yTitle: wording(P.purchases))
  }
}
