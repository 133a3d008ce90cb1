/// How the values of a column are written, decided once for the whole column.
package enum ColumnForm: Sendable, Equatable {
  /// Decimal points without thousands separators; ISO 8601 dates.
  case plain
  case number(NumberForm)
  case date(DateForm)
  /// Words that stand for whole numbers.
  case labels(LabelScale)
}
