import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Store

/// A folder of one test with the path of a store in it; gone when the test ends.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { path("store.sqlite") }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func open() throws -> Store { try Store.open(path) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

extension Store {
  /// The rows of a query as text, fields joined by a bar; null is a dash.
  func query(_ sql: String) throws -> [String] {
    try read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: "-"
          case .int64(let number): "\(number)"
          case .double(let number): "\(number)"
          case .string(let text): text
          case .blob: "blob"
          }
        }.joined(separator: "|")
      }
    }
  }

  func execute(_ sql: String) throws {
    try write { db in try db.execute(sql: sql) }
  }
}

/// The diagnostic a call fails with.
func diagnostic(
  of body: () throws -> Void, _ location: SourceLocation = #_sourceLocation
) throws -> Diagnostic {
  try #require(throws: Diagnostic.self, sourceLocation: location) { try body() }
}

/// SplitMix64: the same sequence for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
