import Diagnostics

/// Files that are no text, or none that is read: what they are is told by their first bytes.
enum FileKind {
  private struct Mark {
    let bytes: [UInt8]
    let what: String
    var help = "export it as CSV"
  }

  private static let marks: [Mark] = [
    Mark(bytes: [0xFF, 0xFE, 0, 0], what: "UTF-32", help: "export it as CSV in UTF-8"),
    Mark(bytes: [0, 0, 0xFE, 0xFF], what: "UTF-32", help: "export it as CSV in UTF-8"),
    Mark(
      bytes: [0x50, 0x4B, 3, 4], what: "a ZIP file or an Excel workbook (.xlsx)",
      help: "save the sheet as CSV, or unpack the file; .csv.gz is read as it is"),
    Mark(
      bytes: [0xD0, 0xCF, 0x11, 0xE0], what: "an Excel workbook (.xls)",
      help: "save the sheet as CSV"),
    Mark(bytes: Array("%PDF".utf8), what: "a PDF"),
    Mark(bytes: Array("PAR1".utf8), what: "Parquet"),
    Mark(bytes: Array("SQLite format 3".utf8), what: "an SQLite database"),
    Mark(bytes: Array("<html".utf8), what: "a web page", help: "open it in Excel, save it as CSV"),
    Mark(
      bytes: Array("<!DOCTYPE".utf8), what: "a web page", help: "open it in Excel, save it as CSV"),
    Mark(
      bytes: [0x28, 0xB5, 0x2F, 0xFD], what: "Zstandard data",
      help: "unpack it, or pack it with gzip"),
    Mark(
      bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A], what: "XZ data",
      help: "unpack it, or pack it with gzip"
    ),
    Mark(bytes: Array("BZh".utf8), what: "bzip2 data", help: "unpack it, or pack it with gzip"),
    Mark(
      bytes: [0x1F, 0x8B], what: "data that were packed twice", help: "unpack it once with gunzip"),
  ]

  /// Refuses what is known by its first bytes.
  static func refuseKnown(_ head: ArraySlice<UInt8>, _ file: String) throws(Diagnostic) {
    for mark in marks where head.starts(with: mark.bytes) {
      throw Diagnostic(
        .data, "not-csv", "the file begins like \(mark.what), which is not read", at: .init(file),
        help: mark.help)
    }
  }

  /// Refuses what has more than one zero byte in a hundred, or one in its first line: no text has.
  ///
  /// Fewer reject their rows only.
  static func refuseBinary(_ head: ArraySlice<UInt8>, _ file: String) throws(Diagnostic) {
    guard let first = head.firstIndex(of: 0) else { return }
    let zeros = head.count { $0 == 0 }
    let line = 1 + head[..<first].count { $0 == 10 }
    guard zeros * 100 > head.count || line == 1 else { return }
    throw Diagnostic(
      .data, "not-text",
      "this is no text: \(zeros) of the first \(head.count) bytes are zero, the first is byte "
        + "\(first - head.startIndex + 1)",
      at: .init(file, line: line), help: "export it again as CSV; a copy may have been cut off")
  }
}
