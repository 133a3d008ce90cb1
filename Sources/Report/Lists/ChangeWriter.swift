package import Diagnostics
import Tabular

/// Writes differences one by one, as CSV or as one JSON array.
package final class ChangeWriter {
  package enum Format: String, Sendable, CaseIterable {
    case csv
    case json
  }

  private static let header = ["part", "place", "key", "column", "before", "now", "difference"]
  private let rows: CSVRowWriter?
  private let file: OutputFile?
  private var isFirst = true

  /// - Parameter path: a file, or `-` for standard output.
  package init(_ path: String, _ format: Format) throws(Diagnostic) {
    switch format {
    case .csv:
      rows = try CSVRowWriter(path, header: Self.header)
      file = nil
    case .json:
      rows = nil
      file = try OutputFile(path)
      try file?.write(Array("[".utf8))
    }
  }

  package func append(_ change: PackChange) throws(Diagnostic) {
    try rows?.append([
      change.part.rawValue, change.place, change.key, change.column, change.before ?? "",
      change.now ?? "", change.difference.map { "\($0)" } ?? "",
    ])
    let value = JSONValue.object([
      "part": .string(change.part.rawValue), "place": .string(change.place),
      "key": .string(change.key), "column": .string(change.column),
      "before": change.before.map { .string($0) } ?? .null,
      "now": change.now.map { .string($0) } ?? .null,
      "difference": change.difference.map { .number($0) } ?? .null,
    ])
    try file?.write(Array((isFirst ? "\n" : ",\n").utf8) + value.encoded())
    isFirst = false
  }

  package func close() throws(Diagnostic) {
    try rows?.close()
    try file?.write(Array("\n]\n".utf8))
    try file?.close()
  }
}
