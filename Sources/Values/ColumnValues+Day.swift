extension ColumnValues {
  /// The local day of a day or instant; nil where there is none.
  package func day(_ row: Int) -> Day? {
    guard !isMissing(row) else { return nil }
    switch self {
    case .day(let values): return Day(number: values[row])
    case .instant(let values):
      return Day(number: Day.number(ofSecond: values[row]))
    default: return nil
    }
  }
}
