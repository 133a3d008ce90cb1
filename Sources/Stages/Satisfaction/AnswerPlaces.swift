package import Pipeline

/// Where in the linear system of the pack the groups of one output stand.
struct AnswerPlaces {
  private let scope: Source.Scope
  private let focus: SatisfactionOutput.Focus?

  init(_ output: SatisfactionOutput) {
    scope = output.scope
    focus = output.focus
  }

  static func wave(_ name: String) -> String { "wave=\(name)" }

  /// All answers that the figures are of: those of the latest wave, or all.
  private var whole: [String] { focus.map { [AnswerPlaces.wave($0.wave)] } ?? [] }

  func subject(_ item: String) -> String { "\(scope.rawValue)/\(item)" }

  func all(_ item: String) -> AnswerCell.ID { AnswerCell.ID(subject(item)) }

  func total(_ item: String) -> AnswerCell.ID { AnswerCell.ID(subject(item), whole) }

  func wave(_ item: String, _ wave: String) -> AnswerCell.ID {
    AnswerCell.ID(subject(item), [AnswerPlaces.wave(wave)])
  }

  func group(_ item: String, _ kind: SurveyDimension, _ group: String) -> AnswerCell.ID {
    kind == .wave
      ? wave(item, group)
      : AnswerCell.ID(subject(item), whole + ["\(kind.rawValue)=\(group)"])
  }

  func responses(_ place: [String]) -> AnswerCell.ID {
    AnswerCell.ID(subject("responses"), place)
  }

  /// Responses with any answer at all.
  var answered: AnswerCell.ID { AnswerCell.ID(subject("answered")) }
}

extension SatisfactionOutput {
  package var answers: AnswerTables {
    let places = AnswerPlaces(self)
    var tables = AnswerTables()
    addResponses(places, to: &tables)
    for item in items {
      tables.declare(places.subject(item.id), levels: item.scale.values)
      func add(_ cell: AnswerCell.ID, _ score: GroupScore, _ telling: AnswerCell.Telling = .levels)
      {
        tables.add(AnswerCell(cell, counts: score.answers, telling: telling))
      }
      add(places.total(item.id), item.total)
      let isGroupedByWave = item.dimensions.contains { $0.kind == .wave }
      let latest = item.waves.map(\.group).filter { !$0.isEmpty }.suffix(2)
      for score in item.waves {
        // Without a table of waves the last two are told by the change between them.
        let isTold = isGroupedByWave || latest.contains(score.group)
        add(places.wave(item.id, score.group), score, isTold ? .levels : .nothing)
      }
      if !item.waves.isEmpty {
        tables.add(
          whole: places.all(item.id), parts: item.waves.map { places.wave(item.id, $0.group) })
      }
      for dimension in item.dimensions where dimension.kind != .wave {
        let cells = dimension.groups.map { places.group(item.id, dimension.kind, $0.group) }
        for (cell, score) in zip(cells, dimension.groups) { add(cell, score) }
        tables.add(whole: places.total(item.id), parts: cells)
      }
      addNesting(of: item, places, to: &tables)
      tables.add(limit: places.all(item.id), to: places.answered)
      if let focus {
        for wave in item.waves.map(\.group) where wave == focus.wave || wave.isEmpty {
          tables.add(
            limit: places.wave(item.id, wave), to: places.responses([AnswerPlaces.wave(wave)]))
        }
      }
    }
    return tables
  }

  private func addResponses(_ places: AnswerPlaces, to tables: inout AnswerTables) {
    for subject in ["responses", "answered"] {
      tables.declare(places.subject(subject), levels: [1])
    }
    tables.add(AnswerCell(places.responses([]), counts: [allResponses], telling: .total))
    tables.add(
      AnswerCell(places.answered, counts: [allResponses - allWithoutAnswer], telling: .total))
    tables.add(limit: places.answered, to: places.responses([]))
    guard let focus else { return }
    for (wave, count) in [(focus.wave, focus.allResponses), ("", focus.allWithoutWave)] {
      let cell = places.responses([AnswerPlaces.wave(wave)])
      tables.add(AnswerCell(cell, counts: [count], telling: .total))
      tables.add(limit: cell, to: places.responses([]))
    }
  }

  /// A group of one dimension that consists of groups of another is their sum.
  private func addNesting(
    of item: Item, _ places: AnswerPlaces, to tables: inout AnswerTables
  ) {
    for nesting in nesting {
      guard let inner = item.dimensions.first(where: { $0.kind == nesting.inner }),
        let outer = item.dimensions.first(where: { $0.kind == nesting.outer })
      else { continue }
      for (index, score) in outer.groups.enumerated() {
        let parts = inner.groups.indices.filter { Int(nesting.owner[$0]) == index }
        guard !parts.isEmpty else { continue }
        tables.add(
          whole: places.group(item.id, outer.kind, score.group),
          parts: parts.map { places.group(item.id, inner.kind, inner.groups[$0].group) })
      }
    }
  }
}
