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
    guard case .integer(let x)? = table.values("x"), let last = Self.numbers(table.values("t_x")),
      let ages = Self.numbers(table.values(age))
        ?? Self.numbers(table.values(isDiscrete ? "T" : ""))
    else {
      throw Diagnostic(
        .data, "no-ages",
        "the aggregated histories have no column '\(age)', which model "
          + "\(settings.model.rawValue) needs",
        help: isDiscrete
          ? "give the number of occasions as n, or take a model with ages T: --set model=mbg-nbd"
          : "give the ages as T, or take the model of occasions: --set model=bg-bb")
    }
    let unit = isDiscrete ? 1 : settings.timeUnit.days
    var counts: [Int]?
    if case .integer(let values)? = table.values("customers") {
      counts = values.map { $0 == .min ? 1 : Int($0) }
    }
    let kept = (0..<x.count).filter { (counts?[$0] ?? 1) > 0 }
    let days = (last: kept.map { last[$0] * unit }, age: kept.map { ages[$0] * unit })
    let rounded = (last: days.last.map { $0.rounded() }, age: days.age.map { $0.rounded() })
    let isWhole =
      zip(days.last, rounded.last).allSatisfy { abs($0 - $1) <= 1e-3 }
      && zip(days.age, rounded.age).allSatisfy { abs($0 - $1) <= 1e-3 && $1 < 2e9 }
    let mean = Self.numbers(table.values("mean_spend")) ?? []
    let histories = PurchaseHistoryColumns(
      x: kept.map { Int32(clamping: x[$0]) },
      times: isWhole
        ? .whole(last: rounded.last.map { Int32($0) }, age: rounded.age.map { Int32($0) })
        : .exact(last: days.last, age: days.age),
      meanSpend: kept.map { mean.isEmpty || x[$0] == 0 ? .nan : mean[$0] },
      counts: counts.map { counts in kept.map { counts[$0] } })
    try Self.check(histories, rows: kept, isDiscrete: isDiscrete)
    var ids = TextColumn()
    if case .text(let texts)? = table.values("customer_id") {
      for row in kept { ids.append(texts[row]) }
    } else {
      for row in kept { ids.append(String(row + 1)) }
    }
    self.init(ids: ids, histories: histories)
  }

  private static func numbers(_ column: ColumnValues?) -> [Double]? {
    switch column {
    case .number(let values): values
    case .integer(let values): values.map { $0 == .min ? .nan : Double($0) }
    case .text, .category, .money, .day, .instant, nil: nil
    }
  }

  /// Histories that contradict themselves are a fault of the file, told with the first rows.
  private static func check(
    _ histories: PurchaseHistoryColumns, rows: [Int], isDiscrete: Bool
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
