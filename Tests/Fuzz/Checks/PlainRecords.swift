/// The records of a CSV text, byte by byte: the slow route that the reader is held against.
///
/// RFC 4180, section 2, and what the reader does beyond it: a line ends with LF, CRLF or CR; a quote
/// opens only at the beginning of a field; blank lines are no records.
struct PlainRecords {
  struct Record {
    /// One-based line on which it begins.
    var line: Int
    var raw: ArraySlice<UInt8>
    var cells: [[UInt8]] = []
    /// Text stands behind a closing quote.
    var isLoose = false
  }

  private(set) var records: [Record] = []
  /// The line of a quote that is never closed.
  private(set) var openQuote: Int?

  private enum State { case fieldStart, plain, quoted, closed }

  init(_ bytes: ArraySlice<UInt8>, delimiter: UInt8) {
    var at = bytes.startIndex
    var line = 1
    var record = Record(line: 1, raw: bytes[at..<at])
    var cell: [UInt8] = []
    var state = State.fieldStart
    var openedAt = 1
    func follows(_ byte: UInt8) -> Bool { at + 1 < bytes.endIndex && bytes[at + 1] == byte }
    func end(_ position: Int) {
      record.raw = bytes[record.raw.startIndex..<position]
      guard !record.raw.isEmpty else { return }
      record.cells.append(cell)
      records.append(record)
    }
    while at < bytes.endIndex {
      let byte = bytes[at]
      let isLineEnd = byte == 10 || byte == 13
      if isLineEnd, !(byte == 13 && follows(10)) { line += 1 }
      if state == .quoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if follows(byte) {
          cell.append(byte)
          at += 1
        } else {
          state = .closed
        }
      } else if isLineEnd {
        let stop = at
        if byte == 13, follows(10) {
          at += 1
          line += 1
        }
        end(stop)
        record = Record(line: line, raw: bytes[(at + 1)..<(at + 1)])
        cell = []
        state = .fieldStart
      } else if byte == delimiter {
        record.cells.append(cell)
        cell = []
        state = .fieldStart
      } else if byte == UInt8(ascii: "\""), state == .fieldStart {
        state = .quoted
        openedAt = line
      } else {
        if state == .closed { record.isLoose = true }
        cell.append(byte)
        if state == .fieldStart { state = .plain }
      }
      at += 1
    }
    if state == .quoted {
      openQuote = openedAt
    } else {
      end(bytes.endIndex)
    }
  }

  /// The lines of a record, with the number of each; blank ones are left out.
  static func lines(of record: Record) -> [(line: Int, raw: ArraySlice<UInt8>)] {
    var lines: [(line: Int, raw: ArraySlice<UInt8>)] = []
    var line = record.line
    var start = record.raw.startIndex
    var at = start
    func take() {
      if start < at { lines.append((line, record.raw[start..<at])) }
    }
    while at < record.raw.endIndex {
      let byte = record.raw[at]
      if byte == 10 || byte == 13 {
        take()
        if byte == 13, at + 1 < record.raw.endIndex, record.raw[at + 1] == 10 { at += 1 }
        line += 1
        start = at + 1
      }
      at += 1
    }
    take()
    return lines
  }

  /// The bytes as text, each byte that is no UTF-8 and each zero byte as `\xHH`.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var parser = Unicode.UTF8.ForwardParser()
    var left = bytes.makeIterator()
    var text = ""
    var at = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &left) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar == "\0" { text += "\\x00" } else { text.unicodeScalars.append(scalar) }
        at += encoded.count
      case .error(let length):
        for byte in bytes[at..<(at + length)] {
          text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        at += length
      case .emptyInput: return text
      }
    }
  }

  /// UTF-8 without zero bytes.
  static func isText(_ bytes: some Sequence<UInt8>) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
}
