import Report
import Statistics
import Values

extension SatisfactionWriter {
  /// Items with figures by scale, in order of the items; NPS has its own chart.
  var scales: [(scale: SurveyScale, items: [SatisfactionOutput.Item])] {
    var result: [(scale: SurveyScale, items: [SatisfactionOutput.Item])] = []
    for item in output.items where item.id != "nps" {
      if let index = result.firstIndex(where: { $0.scale == item.scale }) {
        result[index].items.append(item)
      } else {
        result.append((item.scale, [item]))
      }
    }
    return result
  }

  /// One chart a scale: stacked shares around the neutral level.
  var distributionCharts: [Chart] {
    scales.compactMap { scale, items in
      let shown = items.filter { $0.total.figures != nil }
      guard
        let lowest = shown.min(by: { Self.mean($0) < Self.mean($1) })
      else { return nil }
      return Chart(
        id: "\(step)-answers-\(scale.text)",
        title: wording(P.distributionTitle, ["scale": .text(scale.text)]),
        altText: wording(
          P.distributionAlt,
          ["item": .phrase(output.label(lowest.id)), "mean": .level(Self.mean(lowest))]),
        kind: .diverging(
          categories: shown.map(named), levels: levels(scale),
          neutral: scale.neutral, shares: shown.map { $0.total.figures?.shares ?? [] }),
        style: .prose(.share))
    }
  }

  /// The item, with those who said that they don't know: they are beside the bar, not in it.
  private func named(_ item: SatisfactionOutput.Item) -> String {
    let label = Wording.Argument.phrase(output.label(item.id))
    guard let share = item.dontKnowShare, share > 0 else { return wording(output.label(item.id)) }
    // A name beside a bar has little room.
    let text = NumberStyle(.share, decimals: 0).text(share, wording.language)
    return wording(P.withDontKnow, ["item": label, "share": .text(text)])
  }

  /// The shares as a table, one a scale; NPS included.
  var distributionTables: [ReportTable] {
    var tables = scales
    for item in output.items where item.id == "nps" { tables.append((item.scale, [item])) }
    return tables.map { scale, items in
      let hasCodes = items.contains { $0.hasDontKnow }
      let codes: [ReportTable.Column] =
        hasCodes
        ? [.init(wording(P.dontKnow), .count), .init(wording(P.dontKnowShare), .share)] : []
      return ReportTable(
        id: "\(step)_answers_\(scale.low)_\(scale.high)\(scale.isReversed ? "_reversed" : "")",
        title: wording(P.distributionTitle, ["scale": .text(scale.text)]),
        columns: [.init(wording(P.item), .text), .init(wording(P.n), .count)]
          + levels(scale).map { .init($0, .share, shading: .scale) } + codes,
        rows: items.map { item in
          let missing = ReportTable.Cell.missing(reason(item.total))
          return [
            .text(wording(output.label(item.id))),
            item.total.figures.map { .number(Double($0.n)) } ?? missing,
          ]
            + (item.total.figures?.shares.map { .number($0) }
              ?? [ReportTable.Cell](repeating: missing, count: scale.count))
            + (hasCodes ? dontKnowCells(item) : [])
        })
    }
  }

  private static func mean(_ item: SatisfactionOutput.Item) -> Double {
    item.total.figures?.mean.mean ?? .nan
  }

  private func levels(_ scale: SurveyScale) -> [String] {
    scale.answers.enumerated().map { position, answer in
      let level = Wording.Argument.text(String(answer))
      if position == 0 { return wording(P.worst, ["level": level]) }
      if position == scale.count - 1 { return wording(P.best, ["level": level]) }
      return String(answer)
    }
  }

  /// The overall item by each dimension: waves in time, other groups from the best to the worst.
  var groupCharts: [Chart] {
    guard let item = output.item(output.overall) else { return [] }
    return item.dimensions.compactMap { chart(item, $0) }
  }

  private func chart(
    _ item: SatisfactionOutput.Item, _ dimension: SatisfactionOutput.Dimension
  ) -> Chart? {
    let limit = 20
    var bars = dimension.groups.enumerated().compactMap { index, score in
      HeadlineFigure(score, confidence: output.confidence).map {
        (index: index, name: group(score), n: score.figures?.n ?? 0, figure: $0)
      }
    }
    guard bars.count > 1 else { return nil }
    var title =
      item.id == "nps"
      ? wording(P.npsBy, ["dimension": .text(lower(dimension.kind.title))])
      : wording(
        P.meanBy,
        [
          "item": .phrase(output.label(item.id)), "dimension": .text(lower(dimension.kind.title)),
        ])
    if bars.count > limit {
      bars.sort { ($1.n, $0.index) < ($0.n, $1.index) }
      bars = Array(bars.prefix(limit)).sorted { $0.index < $1.index }
      title = wording(P.largest, ["title": .text(title), "n": .count(limit)])
    }
    if dimension.kind != .wave {
      bars.sort { ($1.figure.value, $0.index) < ($0.figure.value, $1.index) }
    }
    guard let lowest = bars.min(by: { $0.figure.value < $1.figure.value }),
      let highest = bars.max(by: { $0.figure.value < $1.figure.value })
    else { return nil }
    let unit = lowest.figure.unit
    return Chart(
      id: "\(step)-\(dimension.kind.rawValue)", title: title,
      altText: wording(
        P.groupAlt,
        [
          "low": .text(lowest.name), "lowest": .value(lowest.figure.value, unit),
          "high": .text(highest.name), "highest": .value(highest.figure.value, unit),
        ]),
      kind: .intervals(
        categories: bars.map(\.name), low: bars.map(\.figure.low), middle: bars.map(\.figure.value),
        high: bars.map(\.figure.high)),
      style: .prose(unit))
  }

  /// The title of a dimension inside a sentence.
  func lower(_ title: Phrase) -> String { wording(title).lowercased() }
}
