/// One difference between two packs.
package struct PackChange: Sendable, Equatable {
  package enum Part: String, Sendable {
    case origin
    case measure
    case list
    case move
    case rowAdded = "row_added"
    case rowGone = "row_gone"
    case cell
  }

  package var part: Part
  /// The list or the step it is in; empty where the whole pack is meant.
  package var place: String
  /// What tells the row: the values of the key, joined by ` / `.
  package var key: String
  package var column: String
  package var before: String?
  package var now: String?
  /// `now - before` where both are numbers.
  package var difference: Double?

  package init(
    _ part: Part, place: String = "", key: String = "", column: String = "", before: String?,
    now: String?
  ) {
    self.part = part
    self.place = place
    self.key = key
    self.column = column
    self.before = before
    self.now = now
    if let old = before.flatMap(Double.init), let new = now.flatMap(Double.init) {
      difference = new - old
    }
  }
}
