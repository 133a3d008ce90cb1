import Statistics

/// Purchase histories of customers in columns, as the models take them; times in days, whole ones
/// from orders.
struct PurchaseHistoryColumns: Sendable {
  /// Times from the first purchase on.
  enum Times: Sendable {
    case whole(last: [Int32], age: [Int32])
    case exact(last: [Double], age: [Double])
  }

  /// Repeat purchases.
  var x: [Int32]
  /// The last purchase and the end of observation.
  var times: Times
  /// Mean amount of the repeat purchases in major units; NaN without any.
  var meanSpend: [Double]
  /// Customers of each row; nil where every row is one.
  var counts: [Int]?

  var count: Int { x.count }

  func customers(_ row: Int) -> Int { counts?[row] ?? 1 }

  func history(_ row: Int) -> PurchaseHistory {
    switch times {
    case .whole(let last, let age):
      PurchaseHistory(x: Double(x[row]), tx: Double(last[row]), age: Double(age[row]))
    case .exact(let last, let age):
      PurchaseHistory(x: Double(x[row]), tx: last[row], age: age[row])
    }
  }

  var repeaters: Int {
    x.indices.reduce(0) { $0 + (x[$1] > 0 ? customers($1) : 0) }
  }

  var customers: Int { counts?.reduce(0, +) ?? x.count }

  /// The columns grouped into distinct classes.
  func grouped(patterns: [Int32]? = nil) throws(HistoryProblem) -> PurchaseHistories {
    switch times {
    case .whole(let last, let age) where counts == nil:
      return try PurchaseHistories(x: x, tx: last, age: age, patterns: patterns)
    case .whole(let last, let age):
      return try PurchaseHistories(
        x: x.map(Double.init), tx: last.map(Double.init), age: age.map(Double.init),
        counts: counts, patterns: patterns)
    case .exact(let last, let age):
      return try PurchaseHistories(
        x: x.map(Double.init), tx: last, age: age, counts: counts, patterns: patterns)
    }
  }

  /// The rows at these positions.
  func selected(_ rows: [Int]) -> PurchaseHistoryColumns {
    let times: Times =
      switch self.times {
      case .whole(let last, let age): .whole(last: rows.map { last[$0] }, age: rows.map { age[$0] })
      case .exact(let last, let age): .exact(last: rows.map { last[$0] }, age: rows.map { age[$0] })
      }
    return PurchaseHistoryColumns(
      x: rows.map { x[$0] }, times: times, meanSpend: rows.map { meanSpend[$0] },
      counts: counts.map { counts in rows.map { counts[$0] } })
  }
}
