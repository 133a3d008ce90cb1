/// What a pack tells of how many people gave which answers: groups of respondents, and which groups
/// add up to which.
///
/// Every figure of respondents (a count, a share, a mean, a net promoter score) is a function of the
/// counts of these cells. Cells of one id are one group of people, whichever step or table tells it;
/// so the tables of all steps put together are one linear system.
package struct AnswerTables: Sendable {
  package private(set) var cells: [AnswerCell] = []
  package private(set) var sums: [Sum] = []
  package private(set) var limits: [Limit] = []
  /// What a level counts in sums, by subject; a subject of mere counts has one level.
  package private(set) var levels: [String: [Double]] = [:]

  /// `whole` = Σ `parts`, level by level.
  package struct Sum: Hashable, Sendable {
    package let whole: AnswerCell.ID
    package let parts: [AnswerCell.ID]
  }

  /// No more people than in `whole` answered `part`.
  package struct Limit: Hashable, Sendable {
    package let part: AnswerCell.ID
    package let whole: AnswerCell.ID
  }

  package init() {}

  /// Declares a subject: whose answers to what, and its levels from the worst to the best.
  package mutating func declare(_ subject: String, levels values: [Double]) {
    precondition(levels[subject].map { $0 == values } ?? true, "a subject has one scale")
    levels[subject] = values
  }

  /// - Precondition: its subject is declared, with as many levels.
  package mutating func add(_ cell: AnswerCell) {
    precondition(levels[cell.id.subject]?.count == cell.counts.count, "a count for every level")
    cells.append(cell)
  }

  package mutating func add(whole: AnswerCell.ID, parts: [AnswerCell.ID]) {
    sums.append(Sum(whole: whole, parts: parts))
  }

  package mutating func add(limit part: AnswerCell.ID, to whole: AnswerCell.ID) {
    limits.append(Limit(part: part, whole: whole))
  }

  /// Adds the tables of another step.
  ///
  /// - Returns: a subject whose people or answers the two count differently; then nothing is added.
  package mutating func merge(_ other: AnswerTables) -> String? {
    for (subject, values) in other.levels.sorted(by: { $0.key < $1.key }) {
      if let known = levels[subject], known != values { return subject }
    }
    let known = Dictionary(cells.map { ($0.id, $0.counts) }) { first, _ in first }
    for cell in other.cells {
      if let counts = known[cell.id], counts != cell.counts { return cell.id.subject }
    }
    levels.merge(other.levels) { first, _ in first }
    cells += other.cells
    var seen = Set(sums)
    sums += other.sums.filter { seen.insert($0).inserted }
    var seenLimits = Set(limits)
    limits += other.limits.filter { seenLimits.insert($0).inserted }
    return nil
  }
}

/// One group of respondents and what is told of it.
package struct AnswerCell: Sendable {
  package struct ID: Hashable, Sendable, Comparable {
    /// Whose answers to what: `external/nps`.
    package let subject: String
    /// The conditions that every member meets, ascending: `segment=VIP`, `wave=2025Q4`.
    package let place: [String]

    package init(_ subject: String, _ place: [String] = []) {
      self.subject = subject
      self.place = place.sorted()
    }

    package static func < (left: ID, right: ID) -> Bool {
      left.subject == right.subject
        ? left.place.lexicographicallyPrecedes(right.place) : left.subject < right.subject
    }
  }

  package enum Telling: Int, Comparable, Sendable {
    /// The cell only ties others together.
    case nothing
    /// How many answered.
    case total
    /// How many chose each level, or figures from which that follows.
    case levels

    package static func < (left: Telling, right: Telling) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package let id: ID
  /// Answers at each level, each counted once.
  package let counts: [Int]
  package var telling: Telling

  package init(_ id: ID, counts: [Int], telling: Telling) {
    self.id = id
    self.counts = counts
    self.telling = telling
  }

  package var n: Int { counts.reduce(0, +) }
}

extension StageOutput {
  /// An output without figures of respondents protects nobody.
  package var answers: AnswerTables { AnswerTables() }

  package func hiding(_ cells: Set<AnswerCell.ID>) -> Self { self }
}
