import CXLSXWriter
import Diagnostics
import Values

/// Writes one page on one sheet, from top to bottom.
struct SheetWriter {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let cells: SheetCells
  let page: Page
  let document: Document
  let sheetOfAnchor: [String: String]
  let isFirst: Bool
  let grid: SheetGrid
  /// The next free row.
  var row = 0
  /// Heights above the next free row, on the sheet and on the printed page.
  var offset = 0.0
  var printed = 0.0
  var breaks: [lxw_row_t] = []
  /// Where the data of the charts stands: to the right of what is printed.
  var data: ChartDataArea
  /// How many tables stand above.
  var tableCount = 0
  /// The heading row of the last list, if there is one.
  var list: (header: Int, last: Int, columns: Int, offset: Double)?

  var language: Language { document.language }

  init(
    workbook: UnsafeMutablePointer<lxw_workbook>, cells: SheetCells, page: Page,
    document: Document, sheetOfAnchor: [String: String], isFirst: Bool
  ) {
    self.workbook = workbook
    self.cells = cells
    self.page = page
    self.document = document
    self.sheetOfAnchor = sheetOfAnchor
    self.isFirst = isFirst
    grid = SheetGrid(page, listRows: document.listRows, document.language)
    data = ChartDataArea(firstColumn: grid.count + 1)
  }

  /// Key figures, findings and actions: what a manager takes away on one sheet of paper.
  var isSummary: Bool {
    page.blocks.contains { block in
      if case .cards = block { true } else { false }
    }
  }

  var wholeWidth: ClosedRange<Int> { 0...(grid.count - 1) }

  mutating func write() throws(Diagnostic) {
    for (column, width) in grid.widths.enumerated() {
      try cells.check(
        worksheet_set_column_pixels(
          cells.sheet, lxw_col_t(column), lxw_col_t(column), UInt32(width), nil))
    }
    try writeTop()
    for block in page.blocks { try write(block) }
    try data.setWidths(cells)
    try setUpPrint()
  }

  private mutating func writeTop() throws(Diagnostic) {
    var title = CellLook.title
    if isFirst, page.question.isEmpty { title.size = 26 }
    try line(page.title, title)
    if !page.question.isEmpty { try line(page.question, .question) }
    if !page.headline.isEmpty { try line(page.headline, .headline) }
    try space(8)
  }

  private mutating func write(_ block: Page.Block) throws(Diagnostic) {
    switch block {
    case .heading(let text):
      try keepTogether(80)
      try line(text, .heading)
    case .paragraph(let text):
      try line(text, .paragraph)
      try space(6)
    case .cards(let measures): try write(measures)
    case .findings(let findings): try writeFindings(findings)
    case .actions(let findings): try writeActions(findings)
    case .contents(let links): try write(links)
    case .chart(let chart): try write(chart)
    case .table(let table): try write(table)
    case .notes(let notes): try write(notes)
    }
  }

  private mutating func write(_ links: [Page.Link]) throws(Diagnostic) {
    let spans = grid.spans([0.3, 0.7])
    var question = CellLook(colour: Palette.grey.rgb, wraps: true)
    question.bottom = .thin
    var look = CellLook.link
    look.bottom = .thin
    look.wraps = true
    for entry in links {
      let height = max(
        height([entry.title], 10, grid.width(spans[0])),
        height([entry.question], 10, grid.width(spans[1])))
      if let sheet = sheetOfAnchor[entry.anchor] {
        try cells.link(entry.title, to: sheet, row, spans[0], look)
      } else {
        try cells.write(entry.title, row, spans[0], question)
      }
      try cells.write(entry.question, row, spans[1], question)
      try advance(height + 6)
    }
    try space(10)
  }

  private mutating func write(_ notes: [Note]) throws(Diagnostic) {
    guard !notes.isEmpty else { return }
    try space(4)
    try keepTogether(70)
    var heading = CellLook.heading
    heading.size = 10
    heading.colour = Palette.grey.rgb
    try line(ReportPhrases.notes[language], heading)
    let colon = language == .english ? ": " : "："
    for note in notes {
      try line("\(ReportPhrases.word(note.kind)[language])\(colon)\(note.text)", .note)
    }
  }

  // MARK: Lines and heights

  /// A text over the whole width, as high as it needs.
  mutating func line(_ text: String, _ look: CellLook) throws(Diagnostic) {
    try cells.write(text, row, wholeWidth, look)
    try advance(height([text], look.size, grid.total, bold: look.bold))
  }

  mutating func space(_ pixels: Double) throws(Diagnostic) { try advance(pixels) }

  /// Sets the height of the current row and goes to the next.
  mutating func advance(_ pixels: Double) throws(Diagnostic) {
    let pixels = min(max(pixels.rounded(.up), 4), 540)
    if printed + pixels > SheetGrid.pageHeight / grid.scale {
      // Said, not left to the printer: what is kept together below counts from here.
      if !isSummary, breaks.count < SheetWriter.mostBreaks { breaks.append(lxw_row_t(row)) }
      printed = SheetWriter.repeated
    }
    try cells.height(row, pixels: pixels)
    row += 1
    offset += pixels
    printed += pixels
  }

  /// Starts a new printed page unless this much still fits on the current one.
  mutating func keepTogether(_ pixels: Double) throws(Diagnostic) {
    let room = SheetGrid.pageHeight / grid.scale - 10
    guard !isSummary, printed + pixels > room, printed > 0.2 * room,
      breaks.count < SheetWriter.mostBreaks
    else { return }
    breaks.append(lxw_row_t(row))
    printed = SheetWriter.repeated
  }

  /// Excel takes 1,023 breaks; a longer list breaks where the paper ends.
  private static let mostBreaks = 1000

  /// What the repeated row takes on every printed page but the first.
  private static let repeated = 38.0

  /// Height of the highest of some texts in a span of this many pixels.
  func height(_ texts: [String], _ size: Double, _ width: Double, bold: Bool = false) -> Double {
    let ems = max((width - 10) / (size * 96 / 72), 1)
    let lines = texts.map { TextMeasure.wrap($0, ems: ems, bold: bold).count }.max() ?? 1
    let leading = language == .english ? 1.32 : 1.5
    return Double(max(lines, 1)) * size * 96 / 72 * leading + 5
  }

}
