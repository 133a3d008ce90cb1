import Pipeline
import Report
import Statistics
import Values

extension SatisfactionWriter {
  /// Every item over all answers.
  var itemsTable: ReportTable {
    var columns: [ReportTable.Column] = [
      .init(wording(P.item), .text), .init(wording(P.n), .count),
    ]
    if output.isWeighted { columns.append(.init(wording(P.effectiveN), .count)) }
    columns += [P.mean, P.low, P.high, P.deviation, P.median].map { .init(wording($0), .score) }
    columns += [
      P.top, P.topLow, P.topHigh, P.bottom,
    ].map { .init(wording($0), .share) }
    let rows = output.items.map { item -> [ReportTable.Cell] in
      let name = ReportTable.Cell.text(wording(output.label(item.id)))
      guard let figures = item.total.figures else {
        let missing = ReportTable.Cell.missing(reason(item.total))
        return [name] + [ReportTable.Cell](repeating: missing, count: columns.count - 1)
      }
      return [name] + cells(figures)
    }
    return ReportTable(
      id: "\(step)_items", title: wording(P.itemsTitle), columns: columns, rows: rows)
  }

  private func cells(_ figures: GroupScore.Figures) -> [ReportTable.Cell] {
    let undefined = ReportTable.Cell.missing(wording(P.undefined))
    let mean = figures.mean.interval(confidence: output.confidence)
    let top = figures.top.wilson(confidence: output.confidence)
    var cells: [ReportTable.Cell] = [.number(Double(figures.n))]
    if output.isWeighted { cells.append(.number(figures.effectiveN)) }
    return cells + [
      .number(figures.mean.mean), mean.map { .number($0.low) } ?? undefined,
      mean.map { .number($0.high) } ?? undefined,
      mean == nil ? undefined : .number(figures.mean.standardDeviation), .number(figures.median),
      .number(figures.top.share), .number(top.low), .number(top.high),
      .number(figures.bottom.share),
    ]
  }

  /// NPS over all answers and by every dimension.
  func npsTable(_ item: SatisfactionOutput.Item) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .init(wording(P.dimension), .text), .init(wording(P.group), .text),
      .init(wording(P.n), .count),
    ]
    columns += [P.promoters, P.passives, P.detractors].map { .init(wording($0), .share) }
    columns += [P.npsScore, P.low, P.high].map { .init(wording($0), .points) }
    columns.append(
      .init(wording(P.change), NumberStyle(.points, decimals: 1, showsSign: true)))
    let hasEarlier = output.focus?.previous != nil
    var rows = [
      npsRow(
        item.total, wording(P.total), "",
        noChange: output.focus == nil ? P.noCompare : hasEarlier ? P.noChange : P.firstWave)
    ]
    for dimension in item.dimensions {
      let title = wording(dimension.kind.title)
      rows += dimension.groups.enumerated().map { index, score in
        let isWave = dimension.kind == .wave && !score.group.isEmpty
        return npsRow(
          score, title, group(score),
          noChange: !isWave ? P.noCompare : index == 0 ? P.firstWave : P.noChange)
      }
    }
    return ReportTable(
      id: "\(step)_nps", title: wording(P.npsTableTitle), columns: columns, rows: rows)
  }

  private func npsRow(
    _ score: GroupScore, _ dimension: String, _ group: String, noChange: Phrase
  ) -> [ReportTable.Cell] {
    let names: [ReportTable.Cell] = [.text(dimension), .text(group)]
    guard let figures = score.figures, let nps = figures.nps else {
      return names + [ReportTable.Cell](repeating: .missing(reason(score)), count: 8)
    }
    let interval = nps.adjustedWald(confidence: output.confidence)
    let noChange = ReportTable.Cell.missing(wording(noChange))
    return names + [
      .number(Double(figures.n)), .number(nps.promoters),
      .number(max(0, 1 - nps.promoters - nps.detractors)), .number(nps.detractors),
      .number(nps.score * 100), .number(interval.low * 100), .number(interval.high * 100),
      score.change.map { .number($0.value * 100) } ?? noChange,
    ]
  }

  /// Means of the items, one table a dimension; at most twelve items beside each other. Waves have
  /// none where the table of changes tells them all.
  var meansTables: [ReportTable] {
    let items = output.items.filter { $0.id != "nps" }.prefix(12)
    guard let first = items.first else { return [] }
    let shown = first.dimensions.indices.filter { index in
      first.dimensions[index].kind != .wave || !areChangesWhole
    }
    return shown.map { index in
      let dimension = first.dimensions[index]
      let title = wording(
        P.meansTitle, ["dimension": .text(lower(dimension.kind.title))])
      return ReportTable(
        id: "\(step)_means_\(dimension.kind.rawValue)", title: title,
        columns: [.init(wording(dimension.kind.title), .text)]
          + items.map { item in
            // Levels of another scale would all be the darkest, or the palest.
            .init(
              wording(output.label(item.id)), .score,
              shading: item.scale == first.scale ? .scale : nil)
          },
        rows: dimension.groups.indices.map { row in
          [.text(group(dimension.groups[row]))]
            + items.map { item in
              let score = item.dimensions[index].groups[row]
              return score.figures.map { .number($0.mean.mean) } ?? .missing(reason(score))
            }
        })
    }
  }

  var notes: [Note] {
    var notes =
      [
        Note(.method, wording(P.noteInterval, ["confidence": .share(output.confidence)])),
        Note(
          .policy,
          output.withoutAnswer.map { wording(P.noteMissing, ["n": .count($0)]) }
            ?? wording(P.noteMissingHidden)),
        Note(.policy, wording(P.noteCell, ["min": .count(output.minCell)])),
        Note(.method, wording(P.noteNeutral)), Note(.method, wording(P.noteManyTests)),
      ] + testNotes + aspectNotes + respondentNotes
    if output.isWeighted || output.withoutWeight > 0 {
      notes.append(Note(.policy, wording(P.noteWeights, ["n": .count(output.withoutWeight)])))
    }
    for item in output.items where item.scale.isReversed {
      notes.append(
        Note(.policy, wording(P.noteReversed, ["item": .phrase(output.label(item.id))])))
    }
    if output.item("ces") != nil { notes.append(Note(.method, wording(P.noteCES))) }
    if let count = output.focus?.withoutWave, count > 0 {
      notes.append(Note(.caution, wording(P.noteWithoutWave, ["n": .count(count)])))
    }
    for dimension in output.missingDimensions {
      notes.append(
        Note(
          .caution, wording(P.noteAbsent, ["dimension": .text(lower(dimension.title))])))
    }
    // Those of the tests stand in the appendix, lest the page end in a list of books.
    return notes + Satisfaction.figureMethods.sourceNotes
  }
}
