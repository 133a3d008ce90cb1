import Diagnostics
import Foundation
import Tabular
import Testing
import Values

/// The same cells as other readers of CSV find, on random well-formed files.
///
/// Known differences, and what the files therefore leave out: a blank line is no record here and
/// for Python, but a row of nothing for Polars; Polars takes one line end a file, so files that end
/// lines with CR alone are read with it set.
@Suite struct ReaderDifferentialTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "read_csv.py").path
  private static let filesPerBatch = 250

  private struct Listed: Encodable {
    let name, delimiter, ends: String
  }

  private static func files(_ seed: UInt64) -> [RandomCSV] {
    var random = DifferentialGenerator(state: seed)
    return (0..<filesPerBatch).map { _ in RandomCSV(using: &random) }
  }

  /// The records after the first one as our reader has them: the first is the header.
  private func ours(
    _ file: RandomCSV, chunkBytes: Int, threads: Int
  ) throws -> (header: [String], rows: [[String]]) {
    let source = ByteSource(bytes: file.bytes, name: "random.csv")
    let layout = try Sniffer.layout(of: source, encoding: .utf8, delimiter: file.delimiter)
    let specs = layout.header.indices.map { ColumnSpec("c\($0)", .text, at: $0) }
    let table = try TableReader(source, layout, specs, threads: threads, chunkBytes: chunkBytes)
      .readAll()
    #expect(table.rejects.isEmpty)
    return (
      layout.header,
      table.lines.indices.map { row in table.columns.map { $0.text(row) } }
    )
  }

  @Test(arguments: 1...4)
  func `the cells that were written, whatever the chunks and threads`(_ seed: UInt64) throws {
    for (number, file) in Self.files(seed).enumerated() {
      for (chunkBytes, threads) in [(1 << 19, 1), (1, 1), (1 + number % 64, 3)] {
        let found = try ours(file, chunkBytes: chunkBytes, threads: threads)
        try #require(
          [found.header] + found.rows == file.rows,
          "seed \(seed), file \(number), chunks of \(chunkBytes)")
      }
    }
  }

  @Test(
    .enabled(if: Surroundings.python(with: "csv") != nil, "no python3 is here"), arguments: 1...16)
  func `consistency: Python's csv finds the same cells`(_ seed: UInt64) throws {
    try compare(Self.files(seed), with: "csv", seed: seed)
  }

  @Test(
    .enabled(if: Surroundings.python(with: "polars") != nil, "no python3 with polars is here"),
    arguments: 1...16)
  func `consistency: Polars finds the same cells`(_ seed: UInt64) throws {
    try compare(Self.files(seed).filter { !$0.hasBlankLines }, with: "polars", seed: seed)
  }

  private func compare(_ files: [RandomCSV], with module: String, seed: UInt64) throws {
    let scratch = try Scratch()
    var listed: [Listed] = []
    for (number, file) in files.enumerated() {
      let name = "\(number).csv"
      try scratch.write(name, Data(file.bytes))
      listed.append(
        Listed(
          name: name, delimiter: String(UnicodeScalar(file.delimiter.rawValue)),
          ends: file.ends.rawValue))
    }
    try scratch.write("files.json", try JSONEncoder().encode(listed))
    let python = try #require(Surroundings.python(with: module))
    let ended = try Program.run(
      python, [Self.script, module, scratch.folder.path], in: scratch.folder,
      environment: ["PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"])
    try #require(ended.status == 0, "\(ended.error)")
    let lines = ended.outputBytes.split(separator: UInt8(ascii: "\n"))
    try #require(lines.count == files.count)
    var cells = 0
    for (number, file) in files.enumerated() {
      let theirs = try JSONDecoder().decode([[String]].self, from: Data(lines[number]))
      let found = try ours(file, chunkBytes: 1 + number % 256, threads: 1 + number % 3)
      let same = [found.header] + found.rows
      try #require(
        same.count == theirs.count
          && zip(same, theirs).allSatisfy { ours, other in
            // By bytes: Swift's texts are equal under canonical equivalence, too.
            ours.map { Array($0.utf8) } == other.map { Array($0.utf8) }
          }, "seed \(seed), file \(number): \(file.rows)")
      cells += theirs.reduce(0) { $0 + $1.count }
    }
    #expect(cells > files.count)
  }
}
