import Diagnostics
import Statistics
import Values

extension PurchaseRecord {
  /// The record of aggregated histories, times brought to days.
  ///
  /// Times that are whole days within a thousandth become whole: a table in weeks to eight decimals
  /// gives the histories of the table in days.
  ///
  /// - Throws: the first rows that cannot be, with what is wrong; a table without ages.
  init(summary table: DataTable, _ settings: CLVSettings) throws(Diagnostic) {
    let isDiscrete = settings.model == .bgBB
    let age = isDiscrete ? "n" : "T"
    guard case .integer(let x)? = table.values("x"),
      let last = SummaryTimes(table.values("t_x"), unit: isDiscrete ? 1 : settings.timeUnit.days),
      let ages = SummaryTimes(table.values(age), unit: last.unit)
    else {
      throw Diagnostic(
        .data, "no-ages",
        "the aggregated histories have no column '\(age)', which model "
          + "\(settings.model.rawValue) needs",
        help: isDiscrete
          ? "give the number of occasions as n, or take a model with ages T: --set model=mbg-nbd"
          : "give the ages as T, or take the model of occasions: --set model=bg-bb")
    }
    var counts: [Int]?
    if case .integer(let values)? = table.values("customers") {
      counts = values.map { $0 == .min ? 1 : Int($0) }
    }
    let kept = (0..<Int32(x.count)).filter { (counts?[Int($0)] ?? 1) > 0 }
    let isWhole = kept.allSatisfy { last.isWhole(Int($0)) && ages.isWhole(Int($0)) }
    let mean = SummaryTimes(table.values("mean_spend"), unit: 1)
    let histories = PurchaseHistoryColumns(
      x: kept.map { Int32(clamping: x[Int($0)]) },
      times: isWhole
        ? .whole(
          last: kept.map { Int32(last[Int($0)].rounded()) },
          age: kept.map { Int32(ages[Int($0)].rounded()) })
        : .exact(last: kept.map { last[Int($0)] }, age: kept.map { ages[Int($0)] }),
      meanSpend: kept.map { row in
        x[Int(row)] == 0 ? .nan : mean?[Int(row)] ?? .nan
      },
      counts: counts.map { counts in kept.map { counts[Int($0)] } })
    try Self.check(histories, rows: kept, isDiscrete: isDiscrete)
    let ids: HistoryIDs
    if case .text(let texts)? = table.values("customer_id") {
      ids = .named(kept.count == x.count ? texts : TextColumn(kept.lazy.map { texts[Int($0)] }))
    } else {
      ids = kept.count == x.count ? .allRows(x.count) : .rows(kept)
    }
    self.init(ids: ids, histories: histories)
  }

  /// Histories that contradict themselves are a fault of the file, told with the first rows.
  private static func check(
    _ histories: PurchaseHistoryColumns, rows: [Int32], isDiscrete: Bool
  ) throws(Diagnostic) {
    var found: [String] = []
    var count = 0
    for row in 0..<histories.count {
      let history = histories.history(row)
      let wrong: String? =
        if history.age.isNaN || history.tx.isNaN {
          "a time is missing"
        } else if history.tx > history.age {
          "t_x is after \(isDiscrete ? "n" : "T")"
        } else if history.x == 0, history.tx > 0 {
          "t_x is above 0 without a repeat purchase"
        } else if isDiscrete, history.x > history.tx {
          "x is above t_x"
        } else if isDiscrete, history.tx != history.tx.rounded() {
          "t_x is no whole number"
        } else {
          nil
        }
      guard let wrong else { continue }
      count += 1
      if found.count < 3 { found.append("row \(rows[row] + 1): \(wrong)") }
    }
    guard count > 0 else { return }
    throw Diagnostic(
      .data, "impossible-history",
      "\(Counted(count, "aggregated history", many: "aggregated histories")) cannot be: "
        + found.joined(separator: "; "),
      help: "x counts purchases after the first, t_x and T run from the first purchase")
  }
}

/// A column of numbers in another unit, whichever way the file wrote them; nothing is copied.
private struct SummaryTimes {
  private let values: ColumnValues
  let unit: Double

  /// nil where there is no such column.
  init?(_ values: ColumnValues?, unit: Double) {
    switch values {
    case .number?, .integer?: break
    case .text, .category, .money, .day, .instant, nil: return nil
    }
    guard let values else { return nil }
    self.values = values
    self.unit = unit
  }

  /// NaN for none.
  subscript(row: Int) -> Double {
    switch values {
    case .number(let values): values[row] * unit
    case .integer(let values): values[row] == .min ? .nan : Double(values[row]) * unit
    case .text, .category, .money, .day, .instant: .nan
    }
  }

  /// Whether the number is whole within a thousandth, and fits 32 bits.
  func isWhole(_ row: Int) -> Bool {
    let value = self[row]
    return abs(value - value.rounded()) <= 1e-3 && value < 2e9
  }
}
