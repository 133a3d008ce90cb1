/// How many lives entered, ended and were left at each whole time: what a life table is made of.
///
/// Sums of counts, so that a million customers take no more room than their longest time, and
/// stretches of customers add up in any order.
package struct SurvivalCounts: Sendable, Equatable {
  /// Seen from the beginning.
  private var fromStart = 0
  /// Seen from a later time on, by that time.
  private var entered: [Int] = []
  private var events: [Int] = []
  private var censored: [Int] = []
  /// Lives that ended no later than they entered: nothing was seen of them.
  package private(set) var unseen = 0

  package init() {}

  /// Adds lives that left at a time.
  ///
  /// - Parameters:
  ///   - entry: the time from which they were seen, nil for the beginning; they are at risk at
  ///     times t with entry < t ≤ exit.
  ///   - exit: whole units of time, 0 or more.
  ///   - isEvent: whether the event was seen at `exit`, or observation ended without it.
  package mutating func add(
    entry: Int? = nil, exit: Int, isEvent: Bool, lives: Int = 1
  ) {
    precondition(exit >= 0 && (entry ?? 0) >= 0, "times are 0 or more")
    if let entry {
      guard entry < exit else {
        unseen += lives
        return
      }
      SurvivalCounts.add(lives, at: entry, &entered)
    } else {
      fromStart += lives
    }
    if isEvent {
      SurvivalCounts.add(lives, at: exit, &events)
    } else {
      SurvivalCounts.add(lives, at: exit, &censored)
    }
  }

  private static func add(_ lives: Int, at time: Int, _ column: inout [Int]) {
    if column.count <= time {
      column.append(contentsOf: repeatElement(0, count: time + 1 - column.count))
    }
    column[time] += lives
  }

  /// Rows for the times at which lives left or entered, ascending.
  var rows: [LifeTable.Row] {
    var rows: [LifeTable.Row] = []
    var atRisk = fromStart
    for time in 0..<max(entered.count, events.count, censored.count) {
      let row = LifeTable.Row(
        time: time, atRisk: atRisk, events: time < events.count ? events[time] : 0,
        censored: time < censored.count ? censored[time] : 0)
      let late = time < entered.count ? entered[time] : 0
      if row.events > 0 || row.censored > 0 || late > 0 { rows.append(row) }
      atRisk += late - row.events - row.censored
    }
    return rows
  }
}
