/// A rejected record taken apart once more.
package enum RawRecord {
  /// The cells of a record as it stands in a file, quotes taken off and blanks at the ends left out.
  package static func cells(_ raw: String, delimiter: Dialect.Delimiter) -> [String] {
    let bytes = Array(raw.utf8)
    let cells =
      RecordSketch.records(bytes[...], delimiter: delimiter.rawValue, limit: 1).first?.cells ?? []
    return cells.map { cell in
      var text = Substring(decoding: cell, as: UTF8.self)
      while let first = text.first, first.isWhitespace { text.removeFirst() }
      while let last = text.last, last.isWhitespace { text.removeLast() }
      return String(text)
    }
  }
}
