import Exports
import Foundation
import Report
import Values

/// What a pack was made from and what is in it; no clock, no machine.
struct Manifest {
  static let fileName = "manifest.json"

  let origin: PackOrigin
  /// Name of the pipeline file, without its folder.
  let pipeline: String
  /// Customers whose rows were left out because they had been erased; the first so many of the
  /// store's list.
  let erasedCustomers: Int
  let files: [PackFile]
  let lists: [List]

  /// A result table of the pack, for those who compare two of them.
  struct List: Decodable, Equatable {
    let path: String
    let step: String
    let table: String
    /// Columns that put a row into one of few classes, such as a segment.
    let classes: [String]
  }

  /// Members that say nothing of what the pack was made from.
  private static let aside: Set = ["identity", "pipeline", "erased_customers", "lists", "outputs"]

  func encoded() -> [UInt8] {
    let members: [JSONValue.Member] =
      origin.members + [
        .init("identity", .string(Self.identity(of: origin.members))),
        .init("pipeline", .string(pipeline)),
        .init("erased_customers", .integer(Int64(erasedCustomers))),
        .init(
          "lists",
          .array(
            lists.map {
              .object([
                "path": .string($0.path), "step": .string($0.step), "table": .string($0.table),
                "classes": .array($0.classes.map { .string($0) }),
              ])
            })),
        .init(
          "outputs",
          .array(
            files.map {
              .object([
                "path": .string($0.path), "bytes": .integer(Int64($0.bytes)),
                "sha256": .string($0.sha256),
              ])
            })),
      ]
    return JSONValue.object(members).encoded(indented: true) + [10]
  }

  /// The hash of all that a pack was made from: the same from a run and from a manifest.
  static func identity(of members: [JSONValue.Member]) -> String {
    var content = ContentHash()
    for line in JSONValue.object(members.filter { !aside.contains($0.key) }).lines() {
      content.update("\(line.path)=\(line.text)\n")
    }
    return content.hexadecimal()
  }

  /// The outputs that a manifest lists; nil where it is no manifest.
  static func files(in data: Data) -> [PackFile]? {
    struct Listing: Decodable { let outputs: [PackFile] }
    return (try? JSONDecoder().decode(Listing.self, from: data))?.outputs
  }
}

extension Manifest.List {
  init(_ table: DataTable, step: String) {
    path = PackWriter.listPath(step: step, table: table.name)
    self.step = step
    self.table = table.name
    classes = zip(table.heads, table.columns).compactMap { head, values in
      if case .category = values { head.id } else { nil }
    }
  }
}

extension JSONValue {
  /// A setting as JSON.
  package init(_ echo: SettingEcho) {
    switch echo {
    case .text(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .integer(let number): self = .integer(Int64(number))
    case .flag(let flag): self = .bool(flag)
    case .list(let items): self = .array(items.map { JSONValue($0) })
    case .map(let entries): self = .object(entries.map { Member($0.key, JSONValue($0.value)) })
    case .none: self = .null
    }
  }
}
