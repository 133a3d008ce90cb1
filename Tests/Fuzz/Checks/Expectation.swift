import Diagnostics
import Tabular

/// What holds for lines and problems of any input.
enum Expectation {
  /// The number of the last line that something may be reported on.
  static func lastLine(_ bytes: some Collection<UInt8>) -> Int {
    // What is packed has more lines than can be seen here; else every LF and CR may end one.
    bytes.starts(with: gzipMark) ? .max : bytes.count { $0 == 10 || $0 == 13 } + 1
  }

  private static let gzipMark: [UInt8] = [0x1F, 0x8B]

  static func ascending(_ lines: [Int], of bytes: [UInt8]) throws(FuzzFinding) {
    let last = lastLine(bytes)
    for (index, line) in lines.enumerated() {
      try FuzzFinding.expect(
        (1...last).contains(line) && (index == 0 || lines[index - 1] < line),
        "lines do not ascend within \(last): \(lines)")
    }
  }

  /// Every problem says what and where, and is of a length that can be read.
  static func problems(
    _ problems: Diagnostics, in bytes: some Collection<UInt8>, mayLackPlace: Bool = false
  ) throws(FuzzFinding) {
    try FuzzFinding.expect(!problems.isEmpty, "it is stopped for no reason")
    let last = lastLine(bytes)
    for problem in problems.all {
      try FuzzFinding.expect(
        !problem.code.isEmpty && !problem.message.isEmpty, "a problem says nothing: \(problem)")
      try FuzzFinding.expect(
        problem.kind != .fault, "input is called a fault of the program: \(problem)")
      guard let place = problem.place else {
        try FuzzFinding.expect(mayLackPlace, "a problem has no place: \(problem)")
        continue
      }
      try FuzzFinding.expect(!place.file.isEmpty, "a problem has no file: \(problem)")
      if let line = place.line {
        try FuzzFinding.expect(
          (1...last).contains(line), "a problem lies beyond line \(last): \(problem)")
      }
      if let column = place.column {
        try FuzzFinding.expect(
          column >= 1 && column <= bytes.count + 1, "a problem lies beyond its line: \(problem)")
      }
    }
  }

  /// The records of a file by the slow route; nil where it would have to decode first.
  static func records(_ bytes: [UInt8], _ dialect: Dialect) -> PlainRecords? {
    guard dialect.encoding == .utf8, !bytes.starts(with: gzipMark) else { return nil }
    return PlainRecords(
      bytes.dropFirst(dialect.markBytes), delimiter: dialect.delimiter.rawValue)
  }

  /// What must be accepted or rejected, each with the line on which it begins: the records, and in
  /// place of a record whose quote swallowed rows its lines.
  static func rows(
    _ records: [PlainRecords.Record], _ rejects: [Reject]
  ) throws(FuzzFinding) -> [(line: Int, raw: ArraySlice<UInt8>)] {
    let swallowing = Set(
      rejects.filter { reject in
        reject.problems.contains {
          $0.rule == .quote && $0.found.hasPrefix("a quote is opened here and swallows")
        }
      }.map(\.line))
    var rows: [(line: Int, raw: ArraySlice<UInt8>)] = []
    for record in records {
      if swallowing.contains(record.line) {
        try FuzzFinding.expect(
          record.raw.contains { $0 == 10 || $0 == 13 },
          "line \(record.line) swallows rows within itself")
        rows += PlainRecords.lines(of: record)
      } else {
        rows.append((record.line, record.raw))
      }
    }
    return rows
  }
}
