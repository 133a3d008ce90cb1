import Pipeline

/// Where the groups of one question stand in the linear system of the pack.
struct SurveyCells {
  /// Whose answers to what: `external/kano/fast delivery`.
  let subject: String
  /// The wave that figures are of; nil for all.
  let wave: String?

  /// Answers at each level in a group.
  typealias Group = (name: String, counts: [Int])

  private var whole: [String] { wave.map { ["wave=\($0)"] } ?? [] }

  var all: AnswerCell.ID { AnswerCell.ID(subject) }
  var total: AnswerCell.ID { AnswerCell.ID(subject, whole) }

  func group(_ kind: SurveyDimension, _ name: String) -> AnswerCell.ID {
    AnswerCell.ID(
      subject, kind == .wave ? ["wave=\(name)"] : whole + ["\(kind.rawValue)=\(name)"])
  }

  /// Adds the cells of a question, their sums, and which groups are the sum of others.
  ///
  /// - Parameters:
  ///   - waves: of every wave, where the export has waves.
  ///   - toldWaves: those that are told even where nothing is grouped by wave.
  func add(
    to tables: inout AnswerTables, levels: [Double], telling: AnswerCell.Telling, total: [Int],
    waves: [Group], toldWaves: [String] = [],
    dimensions: [(kind: SurveyDimension, groups: [Group])], nestings: [SurveyGroups.Nesting]
  ) {
    tables.declare(subject, levels: levels)
    tables.add(AnswerCell(self.total, counts: total, telling: telling))
    let isByWave = dimensions.contains { $0.kind == .wave }
    if !waves.isEmpty {
      for group in waves {
        let isTold = isByWave || group.name == wave || toldWaves.contains(group.name)
        tables.add(
          AnswerCell(
            self.group(.wave, group.name), counts: group.counts,
            telling: isTold ? telling : .nothing))
      }
      tables.add(whole: all, parts: waves.map { self.group(.wave, $0.name) })
    }
    for (kind, groups) in dimensions where kind != .wave {
      let cells = groups.map { self.group(kind, $0.name) }
      for (cell, group) in zip(cells, groups) {
        tables.add(AnswerCell(cell, counts: group.counts, telling: telling))
      }
      tables.add(whole: self.total, parts: cells)
    }
    for nesting in nestings {
      guard let inner = dimensions.first(where: { $0.kind == nesting.inner }),
        let outer = dimensions.first(where: { $0.kind == nesting.outer })
      else { continue }
      for (index, group) in outer.groups.enumerated() {
        let parts = inner.groups.indices.filter { Int(nesting.owner[$0]) == index }
        guard !parts.isEmpty else { continue }
        tables.add(
          whole: self.group(outer.kind, group.name),
          parts: parts.map { self.group(inner.kind, inner.groups[$0].name) })
      }
    }
  }
}
