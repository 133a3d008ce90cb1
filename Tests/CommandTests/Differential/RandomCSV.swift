import Foundation
import Tabular

/// A random table and one way to write it by RFC 4180: any quoting that its cells allow.
struct RandomCSV {
  private(set) var rows: [[String]] = []
  private(set) var bytes: [UInt8] = []
  let delimiter: Dialect.Delimiter
  let ends: Dialect.LineEnd
  /// Blank lines stand between records.
  let hasBlankLines: Bool

  /// - Parameter random: seeded, so that a file can be made again.
  init(using random: inout some RandomNumberGenerator) {
    delimiter = Dialect.Delimiter.allCases.randomElement(using: &random) ?? .comma
    ends = [.lf, .lf, .crlf, .crlf, .cr].randomElement(using: &random) ?? .lf
    hasBlankLines = Int.random(in: 0..<8, using: &random) == 0
    let width = Int.random(in: 1...8, using: &random)
    let count = Int.random(in: 1...20, using: &random)
    // Some files hold nothing that needs quotes, others much of it.
    let wildness = Int.random(in: 0...3, using: &random)
    for _ in 0..<count {
      rows.append((0..<width).map { _ in Self.cell(wildness, &random) })
    }
    write(&random)
  }

  private static let plain: [Character] = Array("abcXYZ0189 .-_'客户数据é😀")
  private static let shaping: [Character] = [",", ";", "\t", "|", "\"", "\n", "\r", "\r\n"]

  private static func cell(
    _ wildness: Int, _ random: inout some RandomNumberGenerator
  ) -> String {
    let lengths = [0...0, 0...3, 1...12, 1...12, 10...70]
    var length = Int.random(in: lengths.randomElement(using: &random) ?? 1...1, using: &random)
    // Longer than any chunk of the tests, and than most of those of other libraries.
    if wildness == 3, Int.random(in: 0..<200, using: &random) == 0 {
      length = Int.random(in: 1000...70_000, using: &random)
    }
    var text = ""
    for _ in 0..<length {
      let isShaping = Int.random(in: 0..<12, using: &random) < wildness
      text.append((isShaping ? shaping : plain).randomElement(using: &random) ?? "x")
    }
    return text
  }

  private mutating func write(_ random: inout some RandomNumberGenerator) {
    let quoting = Int.random(in: 0...2, using: &random)
    let end = [Dialect.LineEnd.lf: "\n", .crlf: "\r\n", .cr: "\r"][ends] ?? "\n"
    var text = Int.random(in: 0..<6, using: &random) == 0 ? "\u{FEFF}" : ""
    for (index, row) in rows.enumerated() {
      let cells = row.map { cell in
        // The only cell of a record is quoted when empty: a blank line is no record.
        let mustQuote =
          cell.utf8.contains { [10, 13, 34, delimiter.rawValue].contains($0) }
          || (row.count == 1 && cell.isEmpty)
        let quotes = mustQuote || quoting == 2 || (quoting == 1 && Bool.random(using: &random))
        return quotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }
      text += cells.joined(separator: String(UnicodeScalar(delimiter.rawValue)))
      let isLast = index == rows.count - 1
      if !isLast || Bool.random(using: &random) { text += end }
      if !isLast, hasBlankLines, Int.random(in: 0..<3, using: &random) == 0 { text += end }
    }
    bytes = Array(text.utf8)
  }
}

/// A small generator with a fixed sequence (SplitMix64).
struct DifferentialGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
