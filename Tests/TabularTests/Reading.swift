import Diagnostics
import Tabular
import Values

/// What a file of text columns was read as.
struct TextRows: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var rejects: [Reject] = []
}

/// Reads bytes as text columns, sniffing the layout unless it is given.
func readTexts(
  _ bytes: [UInt8], layout: FileLayout? = nil, threads: Int = 1, chunkBytes: Int = 1 << 16
) throws -> TextRows {
  let source = ByteSource(bytes: bytes, name: "test.csv")
  let layout = try layout ?? Sniffer.layout(of: source)
  let specs = layout.header.indices.map { ColumnSpec("c\($0)", .text, at: $0) }
  let table = try TableReader(source, layout, specs, threads: threads, chunkBytes: chunkBytes)
    .readAll()
  let columns = table.columns.map { values -> [String] in
    if case .text(let column) = values { column.texts } else { [] }
  }
  let rows = table.lines.indices.map { row in columns.map { $0[row] } }
  return TextRows(rows: rows, lines: table.lines, rejects: table.rejects)
}

func readTexts(_ text: String, threads: Int = 1, chunkBytes: Int = 1 << 16) throws -> TextRows {
  try readTexts(Array(text.utf8), threads: threads, chunkBytes: chunkBytes)
}

/// Reads one column `v` of a given kind.
func readColumn(
  _ fields: [String], _ kind: ColumnSpec.Kind, isRequired: Bool = false
) throws -> LoadedTable {
  let text = "v,end\n" + fields.map { "\($0),x\n" }.joined()
  return try TableReader(
    ByteSource(bytes: Array(text.utf8), name: "test.csv"), FileLayout(header: ["v", "end"]),
    [ColumnSpec("v", kind, at: 0, isRequired: isRequired)], threads: 1
  ).readAll()
}

/// A small generator with a fixed sequence (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
