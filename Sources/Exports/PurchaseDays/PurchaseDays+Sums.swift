import Diagnostics

extension PurchaseDays {
  /// Holds the sums over all days against 64 bits, and those of a customer's rows against 32: with
  /// them every sum that a ledger makes of some of the days is exact.
  ///
  /// - Throws: the amounts that are no amounts of one company.
  func checkSums(threads: Int? = nil) throws(Diagnostic) {
    let parts = partials(threads: threads) { range in
      var sum = Sum()
      forEach(in: range) { _, days in
        var rows = 0
        for day in days {
          sum.add(day.gross)
          sum.add(day.returned)
          if day.margin != .min { sum.add(day.margin) }
          rows += Int(max(day.rows, day.orders))
        }
        if rows > Int(Int32.max) { sum.isTooLarge = true }
      }
      return sum
    }
    var total = Sum()
    for part in parts {
      total.add(part.magnitude)
      if part.isTooLarge { total.isTooLarge = true }
    }
    guard !total.isTooLarge else {
      throw Diagnostic(
        .data, "overflow", "the amounts of all customers add up beyond 64 bits",
        help: "check the amount column: it may hold numbers that are no amounts")
    }
  }

  /// Amounts without their signs.
  private struct Sum {
    var magnitude: Int64 = 0
    var isTooLarge = false

    mutating func add(_ amount: Int64) {
      let (sum, overflow) = magnitude.addingReportingOverflow(
        Int64(clamping: amount.magnitude))
      if overflow || amount == .min { isTooLarge = true } else { magnitude = sum }
    }
  }
}
