/// The first records of a file as texts, for looking at it before it is read.
///
/// The same rules as the reader's, byte by byte, without its speed.
enum RecordSketch {
  struct Record: Equatable {
    var line: Int
    /// Position of its first byte.
    var start: Int
    var cells: [[UInt8]]
    /// How the record ended; nil where the bytes did first.
    var lineEnd: Dialect.LineEnd?
    /// The line of a quote that is still open where the bytes end.
    var openQuoteLine: Int?

    var texts: [String] { cells.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// At most `limit` records that are not blank; the last one may be cut off.
  static func records(_ bytes: ArraySlice<UInt8>, delimiter: UInt8, limit: Int) -> [Record] {
    var records: [Record] = []
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var line = 1
    var recordLine = 1
    var recordStart = bytes.startIndex
    var isQuoted = false
    var quoteLine = 1
    var isFieldStart = true
    var isBlank = true
    var i = bytes.startIndex
    while i < bytes.endIndex, records.count < limit {
      let byte = bytes[i]
      let follows = i + 1 < bytes.endIndex ? bytes[i + 1] : 0
      i += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if follows == byte {
            cell.append(byte)
            i += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == 10 || (byte == 13 && follows != 10) { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where isFieldStart:
        isQuoted = true
        quoteLine = line
        isFieldStart = false
        isBlank = false
      case delimiter:
        cells.append(cell)
        cell = []
        isFieldStart = true
        isBlank = false
      case 10, 13:
        var lineEnd: Dialect.LineEnd = byte == 10 ? .lf : .cr
        if byte == 13, follows == 10 {
          lineEnd = .crlf
          i += 1
        }
        if !isBlank {
          records.append(
            Record(
              line: recordLine, start: recordStart, cells: cells + [cell], lineEnd: lineEnd))
        }
        line += 1
        recordLine = line
        recordStart = i
        cells = []
        cell = []
        isFieldStart = true
        isBlank = true
      default:
        cell.append(byte)
        isFieldStart = false
        isBlank = false
      }
    }
    if records.count < limit, !isBlank {
      records.append(
        Record(
          line: recordLine, start: recordStart, cells: cells + [cell], lineEnd: nil,
          openQuoteLine: isQuoted ? quoteLine : nil))
    }
    return records
  }
}
