package import Values

/// Everything that the renderers need to write one pack in one language.
package struct Document: Sendable {
  package var language: Language
  package var currency: Currency
  package var title: String
  package var company: String
  package var asOf: Day
  /// "Q4 2025", "2025 年第 4 季度".
  package var period: String
  package var version: String
  /// Cover, summary, the stages' pages in pack order, appendix.
  package var pages: [Page]
  /// Longest list that goes into the workbook or the Markdown; the whole list is a CSV of the pack.
  package var listRows: Int

  package init(
    language: Language, currency: Currency, title: String, company: String, asOf: Day,
    period: String, version: String, pages: [Page], listRows: Int
  ) {
    self.language = language
    self.currency = currency
    self.title = title
    self.company = company
    self.asOf = asOf
    self.period = period
    self.version = version
    self.pages = pages
    self.listRows = listRows
  }
}
