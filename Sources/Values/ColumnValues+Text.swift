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
    case .instant(let values): return Day.iso(ofSecond: values[row])
    }
  }
}
