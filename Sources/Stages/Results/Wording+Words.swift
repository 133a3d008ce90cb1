import Report
import Values

extension Wording {
  /// A p-value in a sentence: three decimals, and what would round to nothing as "< 0.001".
  func pValue(_ p: Double) -> String {
    ReportTable.Cell.isTiny(p)
      ? ReportTable.Cell.tiny : NumberStyle(.ratio, decimals: 3).text(p, language)
  }

  /// Names one after the other, as the language separates them.
  func list(_ names: [String]) -> String {
    names.joined(separator: language == .english ? ", " : "、")
  }
}

extension ReportTable.Cell {
  fileprivate static let tiny = "< 0.001"

  fileprivate static func isTiny(_ p: Double) -> Bool { p < 0.0005 }

  /// A p-value in a column of three decimals.
  static func pValue(_ p: Double) -> ReportTable.Cell { isTiny(p) ? .text(tiny) : .number(p) }
}
