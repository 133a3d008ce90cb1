import Report
import Statistics
import Values

extension DriversWriter {
  /// Importance against performance, cut into four fields.
  var planeChart: Chart? {
    guard let plane, let highest = plane.points.max(by: { $0.importance < $1.importance }),
      let farthest = plane.points.max(by: { $0.performance < $1.performance })
    else { return nil }
    let settings = output.settings
    let isStated = settings.importance == .stated
    let groups: [PointPlane.Group] =
      settings.diagonal
      ? [.init(wording(P.above), isAlarm: true), .init(wording(P.below))]
      : [.init(wording(P.item))]
    let x = plane.scale.map { wording(P.planeX, ["scale": .text($0.text)]) }
    return Chart(
      id: "\(step)-plane", title: wording(P.planeTitle),
      altText: wording(
        P.planeAlt, ["up": .text(name(highest.item)), "right": .text(name(farthest.item))]),
      kind: .points(
        PointPlane(
          points: plane.points.map { point in
            .init(
              point.performance, point.importance, label: name(point.item),
              group: settings.diagonal && point.distance <= 0 ? 1 : 0)
          }, groups: groups,
          x: .init(
            plane.scale == nil
              ? NumberStyle(.share, decimals: 0) : NumberStyle(.score, decimals: 1),
            cut: plane.performanceCut, covers: room(plane.points.map(\.performance), from: nil)),
          y: .init(
            isStated ? NumberStyle(.ratio, decimals: 1) : NumberStyle(.share, decimals: 0),
            cut: plane.importanceCut, covers: room(plane.points.map(\.importance), from: 0)),
          quadrants: .init(
            upperLeft: wording(P.quadrant(.concentrateHere)),
            upperRight: wording(P.quadrant(.keepUp)),
            lowerLeft: wording(P.quadrant(.lowPriority)),
            lowerRight: wording(P.quadrant(.possibleOverkill))))),
      style: isStated ? NumberStyle(.ratio, decimals: 1) : .prose(.share),
      xTitle: x ?? wording(P.planeXShare),
      yTitle: wording(isStated ? P.planeYStated : P.planeY))
  }

  /// A little more than the points, so that none lies on the name of a field.
  private func room(_ values: [Double], from start: Double?) -> ClosedRange<Double>? {
    guard let least = values.min(), let most = values.max(), most > (start ?? least) else {
      return nil
    }
    let margin = 0.15 * (most - (start ?? least))
    return (start ?? (least - margin))...(most + margin)
  }

  /// Items that a chart has room for.
  private static let charted = 20

  /// The share of each item with its interval, the largest first.
  var weightsChart: Chart? {
    let fit = output.fit
    let shown = fit.ranked.prefix(Self.charted).compactMap {
      item -> (item: Int, share: Double, interval: Interval)? in
      guard let share = fit.share(item), let interval = fit.draws?.relativeShares[item] else {
        return nil
      }
      return (item, share, interval)
    }
    guard let largest = shown.first else { return nil }
    return Chart(
      id: "\(step)-weights", title: wording(P.weightsTitle, ["overall": overall]),
      altText: wording(
        P.weightsAlt,
        [
          "overall": overall, "item": .text(name(largest.item)), "share": .share(largest.share),
        ]),
      // Percentiles may leave the estimate outside; a bar reaches it all the same.
      kind: .intervals(
        categories: shown.map { name($0.item) },
        low: shown.map { min($0.interval.low, $0.share) }, middle: shown.map(\.share),
        high: shown.map { max($0.interval.high, $0.share) }),
      style: NumberStyle(.share, decimals: 0))
  }
}
