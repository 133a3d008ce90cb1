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
  /// The id that no other exceeds bytewise: whatever exceeds it is new. Numbers of new orders do.
  private var highest: [UInt8]
  /// The id of the row before: lines of an order follow each other.
  private var last: [UInt8] = []
  private var lastCode: Int64 = 0
  private var remembered = ByteTable()
  private var codes: [Int64] = []
  private let lookup: BulkStatement
  private let insert: BulkStatement

  init(_ db: Database, space: String) throws {
    let table = Identifier.idTable(space)
    highestOldCode = try Int64.fetchOne(db, sql: "SELECT max(code) FROM \(table)") ?? 0
    nextCode = highestOldCode + 1
    let highestID = try BulkStatement(db, "SELECT max(id) FROM \(table)")
    highest = try highestID.step() ? Array(highestID.text(0)) : []
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
    if id.elementsEqual(last) { return lastCode }
    lastCode = try codeOfOther(id)
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: id)
    return lastCode
  }

  private func codeOfOther(_ id: UnsafeBufferPointer<UInt8>) throws -> Int64 {
    if highest.lexicographicallyPrecedes(id) {
      highest.removeAll(keepingCapacity: true)
      highest.append(contentsOf: id)
      return try create(id)
    }
    if remembered.count >= IdInterner.mostRemembered {
      remembered = ByteTable()
      codes.removeAll(keepingCapacity: true)
    }
    let (index, isNew) = remembered.index(of: id)
    if !isNew { return codes[index] }
    let code = try stored(id) ?? create(id)
    codes.append(code)
    return code
  }

  private func stored(_ id: UnsafeBufferPointer<UInt8>) throws -> Int64? {
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
