import Diagnostics

/// The head of a file as it reads in one encoding.
struct EncodingReading {
  let encoding: Dialect.Encoding
  /// Bytes of order marks before the text.
  let markBytes: Int
  /// UTF-8, with the marks of `Transcoder` for bytes that do not fit.
  let text: ArraySlice<UInt8>
  /// Bytes that do not fit.
  let bad: Int
  /// nil for a text of blank lines.
  let search: HeaderSearch?

  var isAccepted: Bool { search?.isAccepted ?? false }

  /// - Parameter isWhole: the head is the whole file.
  init(
    _ head: ArraySlice<UInt8>, as encoding: Dialect.Encoding, isWhole: Bool,
    delimiter: Dialect.Delimiter?, file: String, accepts: ([String]) -> Bool
  ) throws(Diagnostic) {
    self.encoding = encoding
    var body = head
    // Programs that join files leave more than one.
    while !encoding.orderMark.isEmpty, body.starts(with: encoding.orderMark) {
      body = body.dropFirst(encoding.orderMark.count)
    }
    markBytes = head.count - body.count
    if encoding == .utf8 {
      text = body
      bad = 0
    } else {
      let decoded = try EncodingReading.decoded(body, encoding, isWhole: isWhole, file)
      text = decoded[...]
      var marks = 0
      var at = 0
      while at < decoded.count {
        if decoded[at] >= Transcoder.lowByteMark {
          marks += 1
          at += 1
        }
        at += 1
      }
      bad = marks
    }
    search = HeaderSearch(text, delimiter: delimiter, accepts: accepts)
  }

  private static func decoded(
    _ head: ArraySlice<UInt8>, _ encoding: Dialect.Encoding, isWhole: Bool, _ file: String
  ) throws(Diagnostic) -> [UInt8] {
    let source = ByteSource(bytes: Array(head), name: file)
    let transcoder = try Transcoder(from: encoding, file: file)
    var text = [UInt8](repeating: 0, count: head.count * 3 + 64)
    let count = try text.withUnsafeMutableBufferPointer { (buffer) throws(Diagnostic) in
      try transcoder.read(into: UnsafeMutableRawBufferPointer(buffer), from: source)
    }
    // A head that was cut off may end in half a character.
    return Array(text[..<(isWhole ? count : max(0, count - 8))])
  }

  /// The whole records from the header on, the last one too where the head is the whole file.
  func records(from header: RecordSketch.Record, isWhole: Bool) -> [UInt8] {
    let body = text[header.start...]
    guard !isWhole, let delimiter = search?.delimiter.rawValue else { return Array(body) }
    return body.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var walk = QuoteWalk(start: 0, delimiter: delimiter)
      walk.advance(base, to: bytes.count, isLast: false)
      return Array(bytes[..<walk.rowsEnd])
    }
  }
}
