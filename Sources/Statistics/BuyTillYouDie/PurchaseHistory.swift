/// What a model of repeat purchases knows of one customer.
///
/// Times are in one unit, whichever. For the discrete model BG/BB, `age` is the number of
/// opportunities so far and `tx` the number of the last one taken.
package struct PurchaseHistory: Sendable, Hashable {
  /// Repeat purchases; 0 and more, whole.
  package let x: Double
  /// From the first purchase to the last; 0 where there is one.
  package let tx: Double
  /// From the first purchase to the end of observation, `T`.
  package let age: Double

  package init(x: Double, tx: Double, age: Double) {
    self.x = x
    self.tx = tx
    self.age = age
  }
}

/// A row that no customer can have.
package struct HistoryProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// x, tx, age or the number of customers is below 0.
    case negative
    /// A value is not a number, or infinite.
    case notFinite
    /// The last purchase lies after the end of observation.
    case lastAfterAge
    /// There is no repeat purchase, but a time of the last one.
    case lastWithoutRepeat
    /// x is no whole number, or 2³¹ and more.
    case notWhole
  }

  /// From 0.
  package let row: Int
  package let kind: Kind
}
