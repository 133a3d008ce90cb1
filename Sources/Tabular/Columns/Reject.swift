/// A row that was not accepted, whole, with every reason.
package struct Reject: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable {
    /// Too few or too many fields.
    case columns
    /// Nothing where something must be.
    case required
    /// Not a date or date-time of the calendar.
    case date
    case number
    case integer
    /// Outside the allowed range.
    case range
    /// Bytes that are no text in the encoding of the file, or zero.
    case encoding
    /// Not one of the allowed levels, or a label that its scale does not have.
    case level
    /// Text after a closing quote, or a row that an open quote swallowed.
    case quote
    /// The total line below the rows.
    case total
    /// Not the code of a currency, or an amount with the sign of another one.
    case currency
    /// An id that a spreadsheet has rounded: `6.22588E+18`.
    case scientific
    /// No exchange rate of that currency on that day.
    case rate
  }

  package struct Problem: Sendable, Equatable {
    /// The field of the contract; empty where the whole row is meant.
    package var column: String
    package var rule: Rule
    /// The value found; for `columns` how many fields there are and should be.
    package var found: String

    package init(column: String, rule: Rule, found: String) {
      self.column = column
      self.rule = rule
      self.found = found
    }
  }

  /// One-based line in the file on which the row begins.
  package var line: Int
  /// In the order of the columns; never empty.
  package var problems: [Problem]
  /// The record as it stands in the file, without its line end; bad bytes as `\xHH`.
  package var raw: String

  package init(line: Int, problems: [Problem], raw: String) {
    self.line = line
    self.problems = problems
    self.raw = raw
  }

  /// The columns of all problems, joined by `; `.
  package var columns: String { problems.map(\.column).joined(separator: "; ") }
  /// The rules of all problems, joined by `; `.
  package var rules: String { problems.map(\.rule.rawValue).joined(separator: "; ") }
  /// The values of all problems, joined by `; `.
  package var found: String { problems.map(\.found).joined(separator: "; ") }
}
