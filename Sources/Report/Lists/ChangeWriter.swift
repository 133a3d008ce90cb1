package import Diagnostics
import Tabular

/// One difference between two packs.
package struct PackChange: Sendable, Equatable {
  package enum Part: String, Sendable {
    case origin
    case measure
    case list
    case move
    case rowAdded = "row_added"
    case rowGone = "row_gone"
    case cell
  }

  package var part: Part
  /// The list or the step it is in; empty where the whole pack is meant.
  package var place: String
  /// What tells the row: the values of the key, joined by ` / `.
  package var key: String
  package var column: String
  package var before: String?
  package var now: String?
  /// `now - before` where both are numbers.
  package var difference: Double?

  package init(
    _ part: Part, place: String = "", key: String = "", column: String = "", before: String?,
    now: String?
  ) {
    self.part = part
    self.place = place
    self.key = key
    self.column = column
    self.before = before
    self.now = now
    if let old = before.flatMap(Double.init), let new = now.flatMap(Double.init) {
      difference = new - old
    }
  }
}

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
