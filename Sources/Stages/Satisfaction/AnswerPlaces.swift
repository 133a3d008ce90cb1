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

  func subject(_ item: String) -> String { "\(scope.rawValue)/\(item)" }

  func cells(_ item: String) -> SurveyCells {
    SurveyCells(subject: subject(item), wave: focus?.wave)
  }

  func total(_ item: String) -> AnswerCell.ID { cells(item).total }

  func wave(_ item: String, _ wave: String) -> AnswerCell.ID { cells(item).group(.wave, wave) }

  func group(_ item: String, _ kind: SurveyDimension, _ group: String) -> AnswerCell.ID {
    cells(item).group(kind, group)
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
      let cells = places.cells(item.id)
      cells.add(
        to: &tables, levels: item.scale.values, telling: .levels, total: item.total.answers,
        waves: item.waves.map { ($0.group, $0.answers) },
        // Without a table of waves the last two are told by the change between them.
        toldWaves: item.waves.map(\.group).filter { !$0.isEmpty }.suffix(2).map(\.self),
        dimensions: item.dimensions.map { dimension in
          (dimension.kind, dimension.groups.map { ($0.group, $0.answers) })
        }, nestings: nesting)
      tables.add(limit: cells.all, to: places.answered)
      if let focus {
        for wave in item.waves.map(\.group) where wave == focus.wave || wave.isEmpty {
          tables.add(
            limit: places.wave(item.id, wave), to: places.responses([AnswerPlaces.wave(wave)]))
        }
      }
    }
    addRespondents(places, to: &tables)
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
}
