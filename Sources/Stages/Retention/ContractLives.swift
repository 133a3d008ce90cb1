import Statistics
import Values

/// Contracts with start and end, as renewal decisions: one entry a contract, in columns.
struct ContractLives: Sendable {
  /// The row of the customers' export.
  private(set) var row: [Int32] = []
  private(set) var startsOn: [Int32] = []
  /// `Int32.min` for a contract without an end.
  private(set) var endsOn: [Int32] = []
  /// Decisions seen: the last one ended the contract where it has ended.
  private(set) var decisions: [Int32] = []
  private(set) var hasEnded: [Bool] = []
  /// Contracts that end before they start.
  private(set) var reversed = 0
  /// Contracts that begin after the as-of date.
  private(set) var future = 0
  let table: LifeTable

  var count: Int { row.count }
  var running: Int { hasEnded.count { !$0 } }

  /// nil where the export has no contract up to the as-of date.
  ///
  /// - Parameters:
  ///   - term: months until a contract is renewed.
  ///   - since: the day from which ended contracts are known; who started before enters late.
  init?(_ customers: DataTable, term: Int, since: Day?, asOf: Day) {
    guard let starts = customers.values("starts_on") else { return nil }
    let ends = customers.values("ends_on")
    var counts = SurvivalCounts()
    for index in 0..<customers.rowCount {
      guard let start = starts.day(index) else { continue }
      guard start <= asOf else {
        future += 1
        continue
      }
      let end = ends?.day(index)
      if let end, end < start {
        reversed += 1
        continue
      }
      let ended = end.map { $0 <= asOf } ?? false
      // A contract of 14 months with a term of 12 was renewed once and ended at the next decision.
      let last = ended ? (end ?? asOf) : asOf
      let passed = ContractLives.terms(from: start, through: last, term)
      let isWhole = ended && start.adding(months: passed * term) == last.adding(days: 1)
      let decisions = ended ? max(1, isWhole ? passed : passed + 1) : passed
      row.append(Int32(index))
      startsOn.append(start.number)
      endsOn.append(end?.number ?? .min)
      self.decisions.append(Int32(decisions))
      hasEnded.append(ended)
      let entry = since.map { $0 > start ? ContractLives.terms(from: start, through: $0, term) : 0 }
      counts.add(
        entry: (entry ?? 0) > 0 ? entry : nil, exit: decisions, isEvent: ended)
    }
    table = LifeTable(counts)
    guard count > 0 else { return nil }
  }

  /// Whole terms from a start through the end of a day.
  private static func terms(from start: Day, through day: Day, _ term: Int) -> Int {
    let next = day.adding(days: 1)
    var months = (next.year - start.year) * 12 + next.month - start.month
    while months > 0, start.adding(months: months) > next { months -= 1 }
    return max(0, months) / term
  }

  /// The day on which the decision after those made is due.
  func nextDecision(_ index: Int, term: Int) -> Day {
    Day(number: startsOn[index]).adding(months: (Int(decisions[index]) + 1) * term)
  }
}
