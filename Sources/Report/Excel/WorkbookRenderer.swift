import CXLSXWriter
package import Diagnostics
import Tabular
import Values

/// Writes a document as an Excel workbook, one sheet a page; the same bytes for the same document.
package struct WorkbookRenderer: Sendable {
  package init() {}

  /// - Throws: A `Diagnostic` when the file cannot be written; nothing is left half-written then.
  package func write(_ document: Document, to path: String) throws(Diagnostic) {
    let draft = try DraftFile(for: path)
    let place = draft?.path ?? path
    let workbook = try WorkbookLibrary.made(workbook_new(place), "workbook")
    do {
      try fill(workbook, document)
      try WorkbookRenderer.checkWritable(place, named: path)
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    try WorkbookLibrary.close(workbook, path)
    try draft?.publish()
  }

  /// Asks before the library does, which prints to standard error what it throws.
  private static func checkWritable(_ path: String, named: String) throws(Diagnostic) {
    guard let file = fopen(path, "ab") else {
      try WorkbookLibrary.check(LXW_ERROR_CREATING_XLSX_FILE, named)
      return
    }
    fclose(file)
  }

  /// A usual face with Chinese characters where they are needed.
  static func font(_ language: Language) -> String {
    switch language {
    case .english: "Arial"
    case .simplifiedChinese: "Microsoft YaHei"
    }
  }

  private func fill(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ document: Document)
    throws(Diagnostic)
  {
    try setProperties(workbook, document)
    setNormalFont(workbook)
    let formats = CellFormats(workbook, font: WorkbookRenderer.font(document.language))
    let names = SheetNames(document.pages.map(\.title)).names
    let sheetOfAnchor = Dictionary(zip(document.pages.map(\.anchor), names)) { first, _ in first }
    for (index, page) in document.pages.enumerated() {
      let sheet = try WorkbookLibrary.made(workbook_add_worksheet(workbook, names[index]), "sheet")
      var writer = SheetWriter(
        workbook: workbook,
        cells: SheetCells(sheet: sheet, name: names[index], formats: formats), page: page,
        document: document, sheetOfAnchor: sheetOfAnchor, isFirst: index == 0)
      try writer.write()
    }
  }

  /// Column widths count digits of the workbook's normal face. The library's own is not on every
  /// machine, and a stand-in with wider digits would make every column wider than computed.
  private func setNormalFont(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    guard let normal = workbook.pointee.formats?.pointee.stqh_first else { return }
    format_set_font_name(normal, WorkbookRenderer.font(.english))
    format_set_font_size(normal, 10)
  }

  /// Title, company and a date of creation that is the as-of date, not the clock's.
  private func setProperties(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, _ document: Document
  ) throws(Diagnostic) {
    let texts = [
      document.title, document.period, document.company, "clientele \(document.version)",
    ].map { text -> UnsafeMutablePointer<CChar>? in
      strdup(TextMeasure.cut(XMLText.clean(text), ems: 120))
    }
    defer { for text in texts { free(text) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.company = texts[2]
    properties.comments = texts[3]
    properties.created = time_t(document.asOf.number) * 86_400
    try WorkbookLibrary.check(workbook_set_properties(workbook, &properties), document.title)
  }
}
