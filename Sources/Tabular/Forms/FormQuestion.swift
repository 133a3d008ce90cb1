package import Diagnostics

/// A column whose form is to be found, with what is known beforehand.
package struct FormQuestion: Sendable {
  package var spec: ColumnSpec
  /// Its name in the header, where that differs from the field.
  package var header: String
  /// What may stand beside its numbers.
  package var affixes: NumberForm.Affixes
  /// Decimals that its numbers have by their nature: those of the currency.
  package var ownDecimals: Int?
  /// What the user says; nil to find out.
  package var decimal: DecimalMark?
  package var dateOrder: DateOrder?
  /// Declared labels, and what they are called.
  package var labels: (scale: LabelScale, name: String)?

  package init(
    _ spec: ColumnSpec, header: String,
    affixes: NumberForm.Affixes = .measure(percent: nil, units: nil), ownDecimals: Int? = nil,
    decimal: DecimalMark? = nil, dateOrder: DateOrder? = nil,
    labels: (scale: LabelScale, name: String)? = nil
  ) {
    self.spec = spec
    self.header = header
    self.affixes = affixes
    self.ownDecimals = ownDecimals
    self.decimal = decimal
    self.dateOrder = dateOrder
    self.labels = labels
  }

  /// The column for messages: `'金额' (amount)`.
  var shown: String { header == spec.name ? "'\(header)'" : "'\(header)' (\(spec.name))" }

  /// Finds the form of the column from the rows of a head; plain where they say nothing.
  package func answer(in rows: HeadRows, file: String) -> DecidedForm {
    guard let column = spec.source else { return DecidedForm(.plain) }
    switch spec.kind {
    case .text, .key, .category: return DecidedForm(.plain)
    case .integer where labels != nil:
      return LabelDecision(question: self, rows: rows, column: column).decided
    case .integer, .number, .money, .decimal:
      return NumberDecision(self, rows, column, file).decided
    case .day, .instant: return DateDecision(self, rows, column, file).decided
    }
  }
}

/// How a column is written, and what that was decided on.
package struct DecidedForm: Sendable {
  package var form: ColumnForm
  /// The form in words with an example: `decimal comma; '12,50' (line 2) is 12.50`; nil for plain.
  package var statement: String?
  /// Something that a user should know, with what to do.
  package var hint: String?
  /// Two forms fit: the column cannot be read.
  package var problem: Diagnostic?

  init(
    _ form: ColumnForm, statement: String? = nil, hint: String? = nil, problem: Diagnostic? = nil
  ) {
    self.form = form
    self.statement = statement
    self.hint = hint
    self.problem = problem
  }
}

/// A value of the file that stands for others in a message.
struct FormExample {
  let line: Int
  let text: String

  init(_ line: Int, _ start: UnsafePointer<UInt8>, _ count: Int) {
    self.line = line
    let all = UTF8Check.shown(start, 0..<count, isMarked: false)
    text = all.count > 40 ? String(all.prefix(40)) + "…" : all
  }

  var shown: String { "'\(text)' (line \(line))" }
}
