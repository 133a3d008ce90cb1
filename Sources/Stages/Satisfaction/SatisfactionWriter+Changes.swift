import Pipeline
import Report
import Statistics
import Values

/// Wave on wave, and group against group.
extension SatisfactionWriter {
  /// The last waves, beside each other before what changed between the last two.
  private var listedWaves: [String] {
    (output.items.first?.waves ?? []).map(\.group).filter { !$0.isEmpty }.suffix(4).map(\.self)
  }

  /// Whether the table of changes has all that a table of means by wave would tell.
  var areChangesWhole: Bool {
    changes.count == output.items.count && !changes.isEmpty
      && output.items.first?.waves.count == listedWaves.count
  }

  var changesTable: ReportTable? {
    guard let waves = output.latestWaves, !changes.isEmpty else { return nil }
    var columns: [ReportTable.Column] = [.init(wording(P.item), .text)]
    columns += listedWaves.map { .init($0, .score) }
    columns.append(.init(wording(P.change), NumberStyle(.score, decimals: 2, showsSign: true)))
    columns += [P.low, P.high].map {
      .init(wording($0), NumberStyle(.score, decimals: 2, showsSign: true))
    }
    columns += [
      .init(wording(P.adjusted), NumberStyle(.ratio, decimals: 3)),
      .init(wording(P.reading), .text),
    ]
    let rows = changes.map { change -> [ReportTable.Cell] in
      let untested = ReportTable.Cell.missing(wording(P.untested))
      let reading =
        change.test == nil
        ? P.untested
        : !change.isReal(output.confidence) ? P.steady : change.value < 0 ? P.fell : P.rose
      return [
        .text(wording(output.label(change.item.id)))
      ]
        + listedWaves.map { wave in
          let score = change.item.waves.first { $0.group == wave }
          return score?.figures.map { .number(ItemChange.headline($0)) }
            ?? .missing(score.map(reason) ?? "")
        } + [
          .number(change.value),
          change.test.map { .number($0.interval.low) } ?? untested,
          change.test.map { .number($0.interval.high) } ?? untested,
          change.test.map { .pValue($0.adjusted) } ?? untested, .text(wording(reading)),
        ]
    }
    return ReportTable(
      id: "\(step)_changes",
      title: wording(
        P.changesTitle, ["before": .text(waves.before), "after": .text(waves.after)]),
      columns: columns, rows: rows)
  }

  /// The page lists what differs, up to so many, and of the rest the next; the CSV of the pack has
  /// them all.
  private static let listed = 3...12

  /// Every item by every dimension, what differs most first.
  var differencesTable: ReportTable? {
    guard !differences.isEmpty else { return nil }
    func rank(_ one: GroupDifference) -> (Int, Double) {
      let order =
        switch one.verdict(output.confidence) {
        case .height: 0
        case .shape: 1
        case .none: 2
        }
      return (order, -(one.ranks?.epsilonSquared ?? 0))
    }
    let ordered = differences.enumerated().sorted { left, right in
      let (one, other) = (rank(left.element), rank(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
    let effect = NumberStyle(.ratio, decimals: 3)
    let real = ordered.count { $0.verdict(output.confidence) != .none }
    let listed = min(max(real, Self.listed.lowerBound), Self.listed.upperBound)
    let rows = ordered.prefix(listed).map { one -> [ReportTable.Cell] in
      let undefined = ReportTable.Cell.missing(wording(P.untested))
      let verdict =
        switch one.verdict(output.confidence) {
        case .height: P.inHeight
        case .shape: P.inShape
        case .none: one.ranks == nil ? P.untested : P.notShown
        }
      return [
        .text(wording(output.label(one.item.id))), .text(wording(one.kind.title)),
        .number(Double(one.groups.count)),
        one.distribution.map { .number($0.cramersV) } ?? undefined,
        one.distributionAdjusted.map { .pValue($0) } ?? undefined,
        one.ranks.map { .number($0.epsilonSquared) } ?? undefined,
        one.ranksAdjusted.map { .pValue($0) } ?? undefined, .text(wording(verdict)),
        one.ends.map { .text(named($0.lowest)) } ?? undefined,
        one.ends.map { .text(named($0.highest)) } ?? undefined,
      ]
    }
    return ReportTable(
      id: "\(step)_differences", title: wording(P.differencesTitle),
      columns: [
        .init(wording(P.item), .text), .init(wording(P.dimension), .text),
        .init(wording(P.groups), .count), .init("V", effect),
        .init(wording(P.distributionP), NumberStyle(.ratio, decimals: 3)), .init("ε²", effect),
        .init(wording(P.ranksP), NumberStyle(.ratio, decimals: 3)),
        .init(wording(P.differs), .text), .init(wording(P.lowest), .text),
        .init(wording(P.highest), .text),
      ], rows: rows, totalRows: ordered.count)
  }

  /// A group with its headline figure.
  private func named(_ score: GroupScore) -> String {
    guard let figures = score.figures else { return group(score) }
    return "\(group(score)) \(text(ItemChange.headline(figures), isPoints: figures.nps != nil))"
  }

  private func text(_ value: Double, isPoints: Bool) -> String {
    NumberStyle.table(isPoints ? .points : .score).text(value, wording.language)
  }

  /// What fell and what rose in the latest wave, once corrected; NPS has a finding of its own.
  var changeFindings: [Finding] {
    guard let waves = output.latestWaves else { return [] }
    let real = changes.filter { !$0.isPoints && $0.isReal(output.confidence) }
    return [true, false].compactMap { isFall in
      let ones = real.filter { ($0.value < 0) == isFall }
        .sorted { abs($0.value) > abs($1.value) }
      guard let first = ones.first else { return nil }
      let items = ones.map { change in
        wording(
          P.itemBy,
          [
            "item": .phrase(output.label(change.item.id)),
            "change": .text(
              NumberStyle(.score, decimals: 2, showsSign: true).text(
                change.value, wording.language)),
            "now": .level(change.after.mean.mean),
          ])
      }
      return Finding(
        id: isFall ? "satisfaction.items-fell" : "satisfaction.items-rose",
        severity: isFall ? .warning : .good,
        sentence: wording(
          isFall ? P.itemsFell : P.itemsRose,
          [
            "before": .text(waves.before), "after": .text(waves.after),
            "items": .text(items.joined(separator: wording(P.separator))),
          ]),
        page: step,
        action: wording(
          isFall ? P.itemsFellAction : P.itemsRoseAction,
          ["item": .phrase(output.label(first.item.id))]), owner: owner)
    }
  }

  /// The aspect or item whose groups differ most in height, once corrected.
  var groupsFinding: Finding? {
    let real = differences.filter { $0.verdict(output.confidence) == .height }
    guard
      let most = real.enumerated().max(by: { left, right in
        let (one, other) = (
          left.element.ranks?.epsilonSquared ?? 0, right.element.ranks?.epsilonSquared ?? 0
        )
        return one == other ? left.offset > right.offset : one < other
      })?.element, let ends = most.ends, let effect = most.ranks?.epsilonSquared,
      let low = ends.lowest.figures, let high = ends.highest.figures
    else { return nil }
    let isPoints = most.item.id == "nps"
    let (item, dimension) = (
      Wording.Argument.phrase(output.label(most.item.id)),
      Wording.Argument.text(lower(most.kind.title))
    )
    return Finding(
      id: "satisfaction.groups-differ", severity: .note,
      sentence: wording(
        P.groupsDiffer,
        [
          "item": item, "dimension": dimension, "lowest": .text(group(ends.lowest)),
          "low": .text(text(ItemChange.headline(low), isPoints: isPoints)),
          "highest": .text(group(ends.highest)),
          "high": .text(text(ItemChange.headline(high), isPoints: isPoints)),
          "effect": .text(NumberStyle(.ratio, decimals: 3).text(effect, wording.language)),
        ]),
      page: step,
      action: wording(P.groupsDifferAction, ["item": item, "dimension": dimension]), owner: owner)
  }

  var owner: String { wording(output.scope == .internal ? P.operations : P.service) }

  var testNotes: [Note] {
    var notes: [Note] = []
    if !changes.isEmpty { notes.append(Note(.method, wording(P.noteChanges))) }
    if !differences.isEmpty { notes.append(Note(.method, wording(P.noteDifferences))) }
    let rough = differences.count { $0.distribution.map { $0.smallestExpected < 5 } ?? false }
    if rough > 0 { notes.append(Note(.caution, wording(P.noteRough, ["n": .count(rough)]))) }
    return notes
  }
}
