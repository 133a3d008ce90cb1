import Report
import Values

private typealias P = AcquisitionPhrases

extension AcquisitionWriter {
  /// Channels by their cost, the dearest on top; those that have not earned it yet stand out.
  var costChart: Chart? {
    let known = output.channels.filter { $0.cac != nil }
    let sorted = known.sorted { left, right in
      left.cac ?? 0 == right.cac ?? 0
        ? name(left) < name(right) : left.cac ?? 0 > right.cac ?? 0
    }
    guard let dearest = sorted.first, sorted.count > 1 else { return nil }
    return Chart(
      id: "\(step)_cost", title: wording(P.barsTitle),
      altText: wording(
        P.barsWords,
        ["channel": .text(name(dearest)), "cac": .value(dearest.cac ?? 0, money)]),
      kind: .bars(
        categories: sorted.map(name), values: sorted.map { $0.cac ?? .nan },
        alarms: Set(sorted.indices.filter { isNeverBack(sorted[$0]) })),
      style: .prose(money))
  }

  /// Whether the months that were seen have not brought the cost back.
  func isNeverBack(_ figures: AcquisitionFigures) -> Bool {
    figures.isEnough && figures.cac != nil && figures.curve.months.count >= 6
      && figures.payback(discounted: false) == nil
  }

  /// The curve of all new customers against what one cost.
  var curveChart: Chart? {
    let months = total.curve.months
    guard let last = months.last, months.count > 1 else { return nil }
    var series: [(name: String, values: [Double])] = [
      (wording(P.curvePlain), months.map(\.cumulative)),
      (wording(P.curveDiscounted), months.map(\.discounted)),
    ]
    if let cac = total.cac { series.append((wording(P.curveCost), months.map { _ in cac })) }
    return Chart(
      id: "\(step)_curve", title: wording(P.curveTitle),
      altText: wording(
        P.curveWords,
        [
          "months": .count(months.count), "earned": .value(last.cumulative, money),
          "cac": .value(total.cac ?? .nan, money),
        ]),
      kind: .lines(x: months.indices.map { "\($0 + 1)" }, series: series), style: .prose(money),
      xTitle: wording(P.curveAxis))
  }

  /// Whole periods, oldest first.
  var trendChart: Chart? {
    let periods = output.periods.filter(\.isComplete)
    guard let first = periods.first, let last = periods.last,
      periods.count(where: { $0.cac != nil }) > 1
    else { return nil }
    return Chart(
      id: "\(step)_trend", title: wording(P.trendTitle),
      altText: wording(
        P.trendWords, ["first": .text(first.period.label), "last": .text(last.period.label)]),
      kind: .lines(
        x: periods.map(\.period.label),
        series: [(wording(P.cacColumn), periods.map { $0.cac ?? .nan })]), style: .prose(money))
  }
}
