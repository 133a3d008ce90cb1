/// Lives at risk, events and censored lives by time.
package struct LifeTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// Whole units: days, renewals.
    package let time: Int
    /// Lives seen before the time that had not left before it: entry < time ≤ exit.
    package let atRisk: Int
    package let events: Int
    /// Lives whose observation ended at the time without an event; they count as at risk at it.
    package let censored: Int
  }

  /// Times at which lives entered or left, ascending.
  package let rows: [Row]
  /// Lives that were seen at all.
  package let lives: Int
  package let events: Int
  /// Lives that ended no later than they entered.
  package let unseen: Int

  package init(_ counts: SurvivalCounts) {
    rows = counts.rows
    events = rows.reduce(0) { $0 + $1.events }
    lives = rows.reduce(events) { $0 + $1.censored }
    unseen = counts.unseen
  }

  /// A table of lives that were all seen from the beginning.
  package init(_ lives: [(time: Int, isEvent: Bool)]) {
    var counts = SurvivalCounts()
    for life in lives { counts.add(exit: life.time, isEvent: life.isEvent) }
    self.init(counts)
  }

  /// The last time at which anybody was seen; nil without lives.
  package var lastTime: Int? { rows.last?.time }
}
