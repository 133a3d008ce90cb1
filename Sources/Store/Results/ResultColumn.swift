import Values

/// A column of a result in the form in which people query it.
struct ResultColumn {
  let values: ColumnValues
  let sqlType: String

  init(_ column: ColumnValues) {
    switch column {
    case .text, .category: (values, sqlType) = (column, "TEXT")
    case .integer: (values, sqlType) = (column, "INTEGER")
    case .number: (values, sqlType) = (column, "REAL")
    case .money(let amounts, let currency):
      let major = amounts.map { $0 == .min ? Double.nan : currency.major($0) }
      (values, sqlType) = (.number(major), "REAL")
    case .day(let days):
      (values, sqlType) = (ResultColumn.categories(days), "TEXT")
    case .instant(let instants):
      let texts = instants.map { $0 == .min ? "" : ResultColumn.iso($0) }
      (values, sqlType) = (.text(TextColumn(texts)), "TEXT")
    }
  }

  /// Days as labels: there are few distinct ones, however long the table.
  private static func categories(_ days: [Int32]) -> ColumnValues {
    var codes: [Int32: Int32] = [:]
    var labels: [String] = []
    let column = days.map { day -> Int32 in
      if day == .min { return -1 }
      if let code = codes[day] { return code }
      let code = Int32(labels.count)
      codes[day] = code
      labels.append(Day(number: day).iso)
      return code
    }
    return .category(column, labels: labels)
  }

  /// `YYYY-MM-DDTHH:MM:SS`.
  private static func iso(_ instant: Int64) -> String {
    let second = ((instant % 86_400) + 86_400) % 86_400
    let day = Day(number: Int32(truncatingIfNeeded: (instant - second) / 86_400))
    func pad(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.iso)T\(pad(second / 3600)):\(pad(second / 60 % 60)):\(pad(second % 60))"
  }
}
