import GRDB
import Values

/// Gives text ids their codes: those of the id table, or the next ones in order of appearance.
///
/// Codes rise in order of first appearance, so the rows of new orders come with rising codes and
/// their index grows at its end.
final class IdInterner {
  /// More ids than this in memory, and the least costly thing is to begin anew.
  private static let mostRemembered = 2_000_000

  /// The highest code before this load: greater ones are new.
  let highestOldCode: Int64
  private var nextCode: Int64
  private var remembered = ByteTable()
  private var codes: [Int64] = []
  private let lookup: BulkStatement
  private let insert: BulkStatement
  private let isFirstLoad: Bool
  private var forgot = false

  init(_ db: Database, space: String) throws {
    let table = Identifier.idTable(space)
    highestOldCode = try Int64.fetchOne(db, sql: "SELECT max(code) FROM \(table)") ?? 0
    nextCode = highestOldCode + 1
    isFirstLoad = highestOldCode == 0
    lookup = try BulkStatement(db, "SELECT code FROM \(table) WHERE id = ?1")
    insert = try BulkStatement(db, "INSERT INTO \(table) (code, id) VALUES (?1, ?2)")
  }

  /// The codes of a column of ids; `Int64.min` where there is no id.
  func codes(of ids: TextColumn) throws -> [Int64] {
    var result = [Int64](repeating: .min, count: ids.count)
    try ids.bytes.withUnsafeBufferPointer { bytes in
      try ids.offsets.withUnsafeBufferPointer { offsets in
        for row in 0..<result.count where offsets[row] < offsets[row + 1] {
          let id = UnsafeBufferPointer(rebasing: bytes[offsets[row]..<offsets[row + 1]])
          result[row] = try code(of: id)
        }
      }
    }
    return result
  }

  private func code(of id: UnsafeBufferPointer<UInt8>) throws -> Int64 {
    if remembered.count >= IdInterner.mostRemembered {
      remembered = ByteTable()
      codes.removeAll(keepingCapacity: true)
      forgot = true
    }
    let (index, isNew) = remembered.index(of: id)
    if !isNew { return codes[index] }
    let code = try stored(id) ?? create(id)
    codes.append(code)
    return code
  }

  private func stored(_ id: UnsafeBufferPointer<UInt8>) throws -> Int64? {
    // Into an empty table every id that is not remembered is new.
    if isFirstLoad && !forgot { return nil }
    lookup.bind(id, at: 1)
    guard try lookup.step() else { return nil }
    let code = lookup.integer(0)
    lookup.reset()
    return code
  }

  private func create(_ id: UnsafeBufferPointer<UInt8>) throws -> Int64 {
    let code = nextCode
    insert.bind(code, at: 1)
    insert.bind(id, at: 2)
    try insert.run()
    nextCode += 1
    return code
  }
}
