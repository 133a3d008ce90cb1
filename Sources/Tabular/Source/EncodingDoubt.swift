import Diagnostics

/// A file that reads in several encodings, or in none: what is told of it.
struct EncodingDoubt {
  let file: String
  let readings: [EncodingReading]
  /// Whether the header is accepted in all of them, or in none.
  let areAccepted: Bool

  /// Names the candidates, and how they read the first cell in which they differ.
  func diagnostic() -> Diagnostic {
    let names = Self.list(readings.map(\.encoding.rawValue))
    let fact =
      areAccepted
      ? "the file is not UTF-8, and its header fits the contract in \(names)"
      : "the file is not UTF-8, and its header fits the contract in none of \(names)"
    let first = firstDifference()
    let sample = first.map { found in
      ": column \(found.column + 1) reads "
        + zip(readings, found.cells).map { "'\($1)' in \($0.encoding.rawValue)" }
        .joined(separator: ", ")
    }
    let example = readings[0].encoding.rawValue
    return Diagnostic(
      .data, areAccepted ? "unclear-encoding" : "unmapped-header", fact + (sample ?? ""),
      at: .init(file, line: first?.line ?? readings[0].search?.header.line ?? 1),
      help: "say which it is: encoding: \(example) in the pipeline file, or --encoding \(example)")
  }

  /// The first cell whose text is not the same in all readings.
  private func firstDifference() -> (line: Int, column: Int, cells: [String])? {
    let tables = readings.map { reading in
      RecordSketch.records(
        reading.text, delimiter: reading.search?.delimiter.rawValue ?? UInt8(ascii: ","),
        limit: Int.max)
    }
    guard let rows = tables.map(\.count).min() else { return nil }
    for row in 0..<rows {
      let records = tables.map { $0[row] }
      let width = records.map(\.cells.count).max() ?? 0
      for column in 0..<width {
        let cells = records.map { column < $0.cells.count ? $0.cells[column] : [] }
        if cells.allSatisfy({ $0 == cells[0] }) { continue }
        return (records[0].line, column, cells.map(Self.shown))
      }
    }
    return nil
  }

  private static func shown(_ cell: [UInt8]) -> String {
    let text = cell.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { UTF8Check.shown($0, 0..<bytes.count, isMarked: true) } ?? ""
    }
    return text.count > 20 ? text.prefix(20) + "…" : text
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
