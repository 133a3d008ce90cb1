package import Diagnostics

/// Finds out how a CSV file is written, from its first mebibyte.
package enum Sniffer {
  /// Bytes that are looked at.
  static let headBytes = 1 << 20

  /// The layout of a source, whose bytes are all still to be read afterwards.
  ///
  /// - Parameters:
  ///   - chosenEncoding: what the user says it is; nil to find out.
  ///   - chosenDelimiter: likewise.
  ///   - accepts: whether a header maps onto what the caller expects. GB18030 decodes many other
  ///     encodings without an error, so it is taken only for a header that is accepted; and of two
  ///     delimiters that both fit, one with an accepted header is taken.
  package static func layout(
    of source: ByteSource, encoding chosenEncoding: Dialect.Encoding? = nil,
    delimiter chosenDelimiter: Dialect.Delimiter? = nil,
    accepts: ([String]) -> Bool = { _ in true }
  ) throws(Diagnostic) -> FileLayout {
    var head = try source.head(headBytes)
    let isWhole = head.count < headBytes
    var reasons: [String] = []
    let hasOrderMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    if hasOrderMark { head = head.dropFirst(3) }
    try refuse(head, source.name)

    let evidence = UTF8Evidence(head, isWhole: isWhole)
    var encoding = Dialect.Encoding.utf8
    var text = head
    var choice: (delimiter: Dialect.Delimiter, reason: String)?
    if let chosenEncoding {
      encoding = chosenEncoding
      reasons.append("\(chosenEncoding.rawValue): as chosen")
      if encoding != .utf8,
        let decoded = try decoded(head, encoding, isWhole: isWhole, source.name)
      {
        text = decoded[...]
      }
    } else if hasOrderMark {
      reasons.append("UTF-8: the file begins with its order mark")
    } else if evidence.bad == 0 {
      reasons.append(evidence.good == 0 ? "UTF-8: plain ASCII" : "UTF-8: all bytes are valid")
    } else if evidence.bad > evidence.good,
      let decoded = try decoded(head, .gb18030, isWhole: isWhole, source.name),
      UTF8Evidence(decoded[...], isWhole: true).bad < evidence.bad
    {
      let found = delimiter(decoded[...], accepts)
      if accepts(header(decoded[...], found.delimiter)) {
        encoding = .gb18030
        text = decoded[...]
        choice = found
        reasons.append(
          "GB18030: not valid UTF-8 at line \(evidence.firstBadLine), and the header maps")
      }
    }
    if reasons.isEmpty {
      reasons.append(
        "UTF-8, but not all bytes are valid (first at line \(evidence.firstBadLine)): "
          + "such rows are rejected")
    }
    let found =
      chosenDelimiter.map { ($0, "\($0): as chosen") } ?? choice ?? delimiter(text, accepts)
    reasons.append(found.1)
    let records = RecordSketch.records(text, delimiter: found.0.rawValue, limit: 1)
    guard let first = records.first else {
      throw Diagnostic(
        .data, "empty-file", "the file has no header line", at: .init(source.name),
        help: "export it again, with column names in the first line")
    }
    let lineEnd = first.lineEnd ?? .lf
    if let end = first.lineEnd { reasons.append("line ends: \(end.rawValue) after the header") }
    return FileLayout(
      dialect: Dialect(
        encoding: encoding, hasOrderMark: hasOrderMark, delimiter: found.0,
        lineEnd: lineEnd),
      header: first.cells.map { String(decoding: $0, as: UTF8.self) }, headerLine: first.line,
      reasons: reasons, head: records(text[first.start...], found.0, isWhole: isWhole))
  }

  /// The whole records of a text, its last one too where the text is all there is.
  private static func records(
    _ text: ArraySlice<UInt8>, _ delimiter: Dialect.Delimiter, isWhole: Bool
  ) -> [UInt8] {
    guard !isWhole else { return Array(text) }
    return text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var walk = QuoteWalk(start: 0, delimiter: delimiter.rawValue)
      walk.advance(base, to: bytes.count, isLast: false)
      return Array(bytes[..<walk.rowsEnd])
    }
  }

  /// Files that are no text in any encoding that is read.
  private static func refuse(_ head: ArraySlice<UInt8>, _ name: String) throws(Diagnostic) {
    let marks: [(bytes: [UInt8], what: String)] = [
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
      ([0x50, 0x4B, 3, 4], "a ZIP or Excel file"),
      ([0x1F, 0x8B], "gzip"),
    ]
    for mark in marks where head.starts(with: mark.bytes) {
      throw Diagnostic(
        .data, "not-csv", "the file begins like \(mark.what), which is not read",
        at: .init(name), help: "export it as CSV in UTF-8")
    }
    if let zero = head.firstIndex(of: 0) {
      throw Diagnostic(
        .data, "not-text", "byte \(zero - head.startIndex + 1) is zero: this is no text file",
        at: .init(name), help: "export it as CSV in UTF-8")
    }
  }

  private static func decoded(
    _ head: ArraySlice<UInt8>, _ encoding: Dialect.Encoding, isWhole: Bool, _ name: String
  ) throws(Diagnostic) -> [UInt8]? {
    let source = ByteSource(bytes: Array(head), name: name)
    let transcoder = try Transcoder(from: encoding, file: name)
    var text = [UInt8](repeating: 0, count: head.count * 2 + 64)
    let count = try text.withUnsafeMutableBufferPointer { (buffer) throws(Diagnostic) in
      try transcoder.read(into: UnsafeMutableRawBufferPointer(buffer), from: source)
    }
    // A head that was cut off may end in half a character.
    return Array(text[..<(isWhole ? count : max(0, count - 8))])
  }

  private static func header(_ text: ArraySlice<UInt8>, _ delimiter: Dialect.Delimiter) -> [String]
  {
    RecordSketch.records(text, delimiter: delimiter.rawValue, limit: 1).first?.cells
      .map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  /// The delimiter that gives the most of the first rows the width of the header.
  private static func delimiter(
    _ text: ArraySlice<UInt8>, _ accepts: ([String]) -> Bool
  ) -> (delimiter: Dialect.Delimiter, reason: String) {
    var best: (delimiter: Dialect.Delimiter, isAccepted: Bool, fitting: Int, rows: Int, width: Int)?
    for candidate in Dialect.Delimiter.allCases {
      let records = RecordSketch.records(text, delimiter: candidate.rawValue, limit: 50)
      guard let first = records.first, first.cells.count > 1 else { continue }
      let width = first.cells.count
      let fitting = records.count { $0.cells.count == width }
      let isAccepted = accepts(first.cells.map { String(decoding: $0, as: UTF8.self) })
      if let found = best,
        (found.isAccepted ? 1 : 0, found.fitting, found.width)
          >= (isAccepted ? 1 : 0, fitting, width)
      {
        continue
      }
      best = (candidate, isAccepted, fitting, records.count, width)
    }
    guard let best else { return (.comma, "comma: the header is one column") }
    return (
      best.delimiter,
      "\(best.delimiter): \(best.width) columns in \(best.fitting) of the first \(best.rows) lines"
    )
  }
}

/// How much of the bytes is, and how much is not, UTF-8 beyond ASCII.
private struct UTF8Evidence {
  /// Characters of more than one byte.
  private(set) var good = 0
  /// Bytes that do not fit.
  private(set) var bad = 0
  private(set) var firstBadLine = 0

  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var at = 0
      while at < buffer.count {
        let stop = UTF8Check.firstBad(base, at..<buffer.count) ?? buffer.count
        for i in at..<stop where base[i] >= 0xC0 { good += 1 }
        at = stop
        guard at < buffer.count else { break }
        // A character that the end of the head cuts off says nothing.
        if !isWhole, at >= buffer.count - 3 { break }
        if bad == 0 {
          firstBadLine = 1 + UnsafeBufferPointer(start: base, count: at).count { $0 == 10 }
        }
        bad += 1
        at += 1
      }
    }
  }
}
