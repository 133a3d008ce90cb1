package import Diagnostics
import Tabular
import Values

/// What an unknown CSV file is, as far as its header and rows tell.
package struct Inspection: Sendable {
  /// What was taken for encoding and delimiter, and why.
  package let reasons: [String]
  package let header: [String]
  /// The contract that takes most of the columns; nil where none fits.
  package let fit: Fit?
  /// The required columns that each contract misses, where none fits.
  package let misfits: [(contract: String, missing: [String])]

  package struct Fit: Sendable {
    package let contract: String
    package let rows: Int
    package let passed: Int
    package let rejected: Int
    package let columns: [Column]
    package let unused: [String]
    /// The first few values that break a rule.
    package let problems: [Problem]
    /// Columns that cannot be read before the user says how they are written.
    package let undecided: [Diagnostic]
    /// What else a user should know of columns.
    package let hints: [String]
    /// The line that sums the rows below them; nil where there is none.
    package let totalLine: Int?
  }

  package struct Column: Sendable {
    package let name: String
    package let header: String
    package let type: String
    /// How its values are written; `plain` for decimal points and ISO dates.
    package let form: String
    /// Rows with a value.
    package let filled: Int
    package let example: String
  }

  package struct Problem: Sendable {
    package let line: Int
    package let column: String
    package let rule: String
    package let found: String
  }

  private static let shownProblems = 10

  /// Reads the whole file once.
  package static func of(
    _ file: ExportFile, as wanted: Contract?
  ) throws(Diagnostics) -> Inspection {
    if wanted == nil, file.path == "-" {
      throw Diagnostics([
        Diagnostic(
          .usage, "inspect-stream", "standard input can be read once only",
          help: "say which contract it is: --contract orders")
      ])
    }
    var best: OpenedExport?
    var misfits: [(String, [String])] = []
    for contract in wanted.map({ [$0] }) ?? Contracts.all {
      do throws(Diagnostics) {
        let export = try OpenedExport.mapped(file, as: contract, ReadingSettings())
        if export.columns.count > best?.columns.count ?? 0 { best = export }
      } catch {
        let misfit: Set = ["missing-column", "unmapped-header", "unsure-encoding"]
        if wanted != nil || error.all.contains(where: { !misfit.contains($0.code) }) {
          throw error
        }
        misfits.append(
          (
            contract.name,
            error.all.filter { $0.code != "unsure-encoding" }.map(\.message)
          ))
      }
    }
    guard let best else {
      return try Diagnostics.one { () throws(Diagnostic) in
        let layout = try Sniffer.layout(of: try ByteSource.open(file.path))
        return Inspection(
          reasons: layout.reasons, header: layout.header, fit: nil, misfits: misfits)
      }
    }
    return Inspection(
      reasons: best.layout.reasons, header: best.layout.header,
      fit: try Diagnostics.one { () throws(Diagnostic) in try fit(best.decided()) }, misfits: [])
  }

  private static func form(of kind: Field.Kind, _ decided: DecidedForm) -> String {
    if decided.problem != nil { return "two forms fit" }
    switch kind {
    case .key, .text, .category, .currency, .level: return ""
    case .integer, .number, .money, .day, .instant: return decided.statement ?? "plain"
    }
  }

  private static func fit(_ export: OpenedExport) throws(Diagnostic) -> Fit {
    let reader = ExportReader(export)
    var filled = reader.specs.map { _ in 0 }
    var examples = reader.specs.map { _ in "" }
    var problems: [Problem] = []
    var totalLine: Int?
    let currency = export.settings.currency
    let reading = try reader.read(
      work: { (_: ExportReader.Rows) in },
      deliver: { (rows, _: Void) throws(Diagnostic) in
        for column in reader.specs.indices {
          let values = rows.values(column, currency: currency)
          for row in 0..<values.count where !values.isMissing(row) {
            if filled[column] == 0 { examples[column] = values.text(row) }
            filled[column] += 1
          }
        }
      },
      rejected: { (rejects) throws(Diagnostic) in
        if let last = rejects.last, last.problems.contains(where: { $0.rule == .total }) {
          totalLine = last.line
        }
        for reject in rejects where problems.count < shownProblems {
          problems += reject.problems.prefix(shownProblems - problems.count).map {
            Problem(line: reject.line, column: $0.column, rule: $0.rule.rawValue, found: $0.found)
          }
        }
      })
    return Fit(
      contract: export.contract.name, rows: reading.account.read, passed: reading.passed,
      rejected: reading.account.rejected,
      columns: export.columns.enumerated().map { index, column in
        Column(
          name: column.name, header: column.header, type: column.kind.name,
          form: form(of: column.kind, export.forms[index]), filled: filled[index],
          example: examples[index])
      }, unused: export.unusedColumns, problems: problems,
      undecided: export.forms.compactMap(\.problem),
      hints: zip(export.columns, export.forms).compactMap { column, form in
        form.hint.map { "\(column.name): \($0)" }
      }, totalLine: totalLine)
  }
}

extension Field.Kind {
  /// `money`, `day`, …: for people and for the JSON form.
  package var name: String {
    switch self {
    case .key: "key"
    case .text: "text"
    case .category: "category"
    case .integer: "integer"
    case .number: "number"
    case .money: "money"
    case .day: "day"
    case .instant: "instant"
    case .currency: "currency"
    case .level: "level"
    }
  }
}
