import Pipeline

/// Where the customers of one question stand in the linear system of the pack: what they answered,
/// by whether they bought again, and whether they bought again, by what they answered.
///
/// Who bought is known inside a company, so those who did and those who did not are groups of
/// respondents like segments; the rate of a level tells of those who gave that answer, so each level
/// is a group too.
struct LoyaltyCells {
  let question: String
  let scope: Source.Scope

  /// Answers by level, of who bought again and who did not: one subject whatever the days, for two
  /// numbers of days would tell of those who answered between them.
  var answered: String { "\(scope.rawValue)/\(question)/loyalty" }
  /// Buying again or not, by answer.
  var returning: String { "\(answered)/bought" }

  var all: AnswerCell.ID { AnswerCell.ID(answered) }
  var used: AnswerCell.ID { AnswerCell.ID(answered, ["used=yes"]) }
  var unused: AnswerCell.ID { AnswerCell.ID(answered, ["used=no"]) }
  func bought(_ hasBought: Bool) -> AnswerCell.ID {
    AnswerCell.ID(answered, ["used=yes", "bought=\(hasBought ? "yes" : "no")"])
  }
  var everybody: AnswerCell.ID { AnswerCell.ID(returning) }
  func group(_ id: String) -> AnswerCell.ID { AnswerCell.ID(returning, ["answer=\(id)"]) }

  /// - Parameters:
  ///   - values: of the levels, from the worst.
  ///   - levels: how many customers at each level did not buy again, and how many did.
  ///   - groups: the same by group that is told of.
  func add(
    to tables: inout AnswerTables, values: [Double], levels: [(no: Int, yes: Int)],
    groups: [(id: String, no: Int, yes: Int)]
  ) {
    tables.declare(answered, levels: values)
    for (cell, counts) in [
      (used, levels.map { $0.no + $0.yes }), (bought(false), levels.map(\.no)),
      (bought(true), levels.map(\.yes)),
    ] {
      tables.add(AnswerCell(cell, counts: counts, telling: .levels))
    }
    tables.add(whole: used, parts: [bought(false), bought(true)])
    addReturning(to: &tables, groups: groups)
  }

  /// What other steps that tell of the same customers declare too.
  func addReturning(
    to tables: inout AnswerTables, groups: [(id: String, no: Int, yes: Int)]
  ) {
    tables.declare(returning, levels: [0, 1])
    let all = groups.reduce((no: 0, yes: 0)) { ($0.no + $1.no, $0.yes + $1.yes) }
    tables.add(AnswerCell(everybody, counts: [all.no, all.yes], telling: .levels))
    for group in groups {
      tables.add(
        AnswerCell(self.group(group.id), counts: [group.no, group.yes], telling: .levels))
    }
    tables.add(whole: everybody, parts: groups.map { self.group($0.id) })
  }

  /// Adds the answers that do not count: other steps may tell of all answers, and what is left of
  /// them would be those.
  func addUnused(to tables: inout AnswerTables, answers: [Int], levels: [(no: Int, yes: Int)]) {
    let unused = zip(answers, levels).map { $0 - $1.no - $1.yes }
    tables.add(AnswerCell(all, counts: answers, telling: .levels))
    tables.add(AnswerCell(self.unused, counts: unused, telling: .total))
    tables.add(whole: all, parts: [used, self.unused])
  }

  /// Whether nothing may be told of the question at all.
  func hidesAll(_ hidden: Set<AnswerCell.ID>) -> Bool {
    [used, bought(false), bought(true)].contains(where: hidden.contains)
  }
}
