import Report
import Statistics
import Values

extension ServqualWriter {
  private struct Bar {
    let name: String
    let n: Int
    let mean: Double
    let interval: Interval
  }

  /// The most groups of a chart or table.
  static let mostGroups = 20

  var charts: [Chart] {
    let dimensions = output.dimensionNames.indices.map(ServqualQuestion.dimension)
    // More intervals beside each other cannot be read; the table has bars.
    let items =
      output.items.count > 12 ? [] : output.items.indices.map(ServqualQuestion.item)
    let hasGap = output.hasExpectations
    return [
      chart(
        "\(step)-dimensions", wording(hasGap ? P.gapsTitle : P.perceivedTitle),
        hasGap ? P.gapsAlt : P.perceivedAlt, bars(dimensions, output.total)),
      plane,
      chart(
        "\(step)-items", wording(hasGap ? P.itemsChart : P.itemsChartPerceived),
        hasGap ? P.gapsAlt : P.perceivedAlt, bars(items, output.total)),
    ].compactMap(\.self) + output.dimensions.compactMap(groupChart)
  }

  private func bars(_ questions: [ServqualQuestion], _ score: ServqualScore) -> [Bar] {
    questions.compactMap { question in
      score.figures[question].flatMap { bar(label(question), $0) }
    }
  }

  private func bar(_ name: String, _ figure: ServqualFigure) -> Bar? {
    guard let mean = score(figure),
      let interval = mean.interval(confidence: output.settings.confidence)
    else { return nil }
    return Bar(name: name, n: figure.n, mean: mean.mean, interval: interval)
  }

  private func chart(_ id: String, _ title: String, _ alt: Phrase, _ bars: [Bar]) -> Chart? {
    guard bars.count > 1, let lowest = bars.min(by: { $0.mean < $1.mean }),
      let highest = bars.max(by: { $0.mean < $1.mean })
    else { return nil }
    let style = output.hasExpectations ? gapStyle : NumberStyle.prose(.score)
    return Chart(
      id: id, title: title,
      altText: wording(
        alt,
        [
          "low": .text(lowest.name), "lowest": .text(style.text(lowest.mean, wording.language)),
          "high": .text(highest.name),
          "highest": .text(style.text(highest.mean, wording.language)),
        ]),
      kind: .intervals(
        categories: bars.map(\.name), low: bars.map(\.interval.low), middle: bars.map(\.mean),
        high: bars.map(\.interval.high)),
      style: style)
  }

  /// The score of all dimensions by group: waves in time, other groups from the best to the worst.
  private func groupChart(_ dimension: ServqualOutput.Dimension) -> Chart? {
    var all = dimension.groups.compactMap { score in
      score.figures[.overall].flatMap { bar(group(score), $0) }
    }
    var title = wording(
      output.hasExpectations ? P.groupsTitle : P.groupsTitlePerceived,
      ["dimension": .text(lower(dimension.kind.title))])
    if all.count > Self.mostGroups {
      all = Array(all.sorted { ($1.n, $0.name) < ($0.n, $1.name) }.prefix(Self.mostGroups))
      title = wording(P.largest, ["title": .text(title), "n": .count(Self.mostGroups)])
    }
    if dimension.kind != .wave { all.sort { ($1.mean, $0.name) < ($0.mean, $1.name) } }
    return chart("\(step)-\(dimension.kind.rawValue)", title, P.groupsAlt, all)
  }

  /// Points of 100 against the gap, each cut at its mean over the dimensions.
  private var plane: Chart? {
    guard let points = output.total.points else { return nil }
    let dots = output.dimensionNames.indices.compactMap { place in
      output.total.figures[.dimension(place)]?.gap.map {
        (name: label(.dimension(place)), points: points[place], gap: $0.mean)
      }
    }
    guard dots.count > 1, let top = dots.max(by: { $0.points < $1.points }),
      let low = dots.min(by: { $0.gap < $1.gap })
    else { return nil }
    let count = Double(dots.count)
    let isShort = fallsShort(low.gap)
    return Chart(
      id: "\(step)-importance", title: wording(P.planeTitle),
      altText: wording(P.planeAlt, ["points": .text(top.name), "gap": .text(low.name)]),
      kind: .points(
        PointPlane(
          points: dots.map { .init($0.points, $0.gap, label: $0.name) },
          groups: [.init(wording(P.dimension))],
          x: .init(
            NumberStyle(.ratio, decimals: 0), cut: dots.reduce(0) { $0 + $1.points } / count),
          y: .init(gapStyle, cut: dots.reduce(0) { $0 + $1.gap } / count),
          quadrants: .init(
            upperLeft: wording(isShort ? P.fieldFine : P.fieldAboveLess),
            upperRight: wording(isShort ? P.fieldKeep : P.fieldAbove),
            lowerLeft: wording(isShort ? P.fieldWatch : P.fieldFine),
            lowerRight: wording(isShort ? P.fieldAct : P.fieldKeep)))),
      style: gapStyle, xTitle: wording(P.planeX), yTitle: wording(P.planeY))
  }
}
