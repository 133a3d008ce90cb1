import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  /// A4 landscape, the summary upright, one page wide, numbered; lists keep their heading in sight on screen and paper.
  func setUpPrint() throws(Diagnostic) {
    let sheet = cells.sheet
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if isSummary { worksheet_set_portrait(sheet) } else { worksheet_set_landscape(sheet) }
    worksheet_set_paper(sheet, 9)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.55, 0.65)
    // The summary is one sheet of paper, whatever it holds.
    worksheet_fit_to_pages(sheet, 1, isSummary ? 1 : 0)
    try cells.check(worksheet_set_footer(sheet, footer))
    let last = max(row - 1, 0)
    try cells.check(
      worksheet_print_area(sheet, 0, 0, lxw_row_t(last), lxw_col_t(grid.count - 1)))
    if !breaks.isEmpty {
      var breaks = breaks + [0]
      try cells.check(worksheet_set_h_pagebreaks(sheet, &breaks))
    }
    guard let list else {
      try cells.check(worksheet_repeat_rows(sheet, 0, 0))
      return
    }
    let header = lxw_row_t(list.header)
    // A repeated heading stands on every page: above other tables it would be wrong.
    let repeated = tableCount == 1 ? header : 0
    try cells.check(worksheet_repeat_rows(sheet, repeated, repeated))
    if list.last > list.header {
      try cells.check(
        worksheet_autofilter(sheet, header, 0, lxw_row_t(list.last), lxw_col_t(list.columns - 1)))
    }
    // What stands above a list far down would fill the screen if it were frozen with the heading:
    // there the page's title stays in sight.
    worksheet_freeze_panes(sheet, list.offset < 280 ? header + 1 : 1, 0)
  }

  /// Company and period at the left, the page number at the right; at most 255 characters.
  private var footer: String {
    let facts = [document.company, document.period].filter { !$0.isEmpty }
    let left = TextMeasure.cut(facts.joined(separator: " · "), ems: 60)
      .replacing("&", with: "&&").replacing("\n", with: " ")
    return "&L&8 \(XMLText.clean(left))&R&8 \(ReportPhrases.pageFooter[language])"
  }
}
