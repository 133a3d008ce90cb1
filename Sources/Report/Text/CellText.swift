import Values

extension ReportTable {
  /// A cell as people read it, without escapes.
  func text(_ cell: Cell, _ column: Int, _ language: Language) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value):
      column < columns.count ? columns[column].style.figure(value, language) : NumberStyle.missing
    case .day(let day): day.iso
    case .missing(let reason): reason.isEmpty ? NumberStyle.missing : reason
    }
  }

  /// The heading of a column with the unit of its figures.
  func heading(_ column: Int, _ language: Language) -> String {
    columns[column].style.heading(columns[column].title, language)
  }

  func alignsRight(_ column: Int) -> Bool {
    switch columns[column].style.unit {
    case .text, .day, .instant: false
    default: true
    }
  }

  /// The line below a table that does not hold every row; nil where it does.
  func remainder(shown: Int, _ language: Language) -> String? {
    guard totalRows > shown else { return nil }
    let style = NumberStyle(.count, decimals: 0)
    let phrase = wholeList == nil ? ReportPhrases.moreRows : ReportPhrases.more
    return phrase[language]
      .replacing("{shown}", with: style.figure(Double(shown), language))
      .replacing("{total}", with: style.figure(Double(totalRows), language))
      .replacing("{file}", with: wholeList ?? "")
  }
}
