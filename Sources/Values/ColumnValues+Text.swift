extension ColumnValues {
  /// One value as plain text, as a CSV of ours would have it; empty where there is none.
  package func text(_ row: Int) -> String {
    if isMissing(row) { return "" }
    switch self {
    case .text(let column): return column[row]
    case .category(let codes, let labels): return labels[Int(codes[row])]
    case .integer(let values): return String(values[row])
    case .number(let values): return String(values[row])
    case .money(let values, let currency): return currency.decimalText(values[row])
    case .day(let values): return Day(number: values[row]).iso
    case .instant(let values):
      let seconds = (values[row] % 86_400 + 86_400) % 86_400
      let day = day(row)?.iso ?? ""
      func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
      return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
  }
}
