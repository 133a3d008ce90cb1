import GRDB
import Values

/// The texts of a space of ids, found by code.
struct IdTexts {
  private var texts = TextColumn()
  /// Row of each code in `texts`; -1 where there is no such code.
  private var rows: [Int32] = []

  /// No ids: for a column of another kind.
  init() {}

  init(_ db: Database, space: String) throws {
    let ids = try BulkStatement(
      db, "SELECT code, id FROM \(Identifier.idTable(space)) ORDER BY code")
    while try ids.step() {
      let code = try IdTexts.place(of: ids.integer(0))
      if rows.count < code { rows += repeatElement(-1, count: code - rows.count) }
      rows.append(Int32(texts.count))
      texts.append(ids.text(1))
    }
  }

  /// A code as an index. Codes are given one after the other, so none has more than 31 bits.
  static func place(of code: Int64) throws -> Int {
    guard (0...Int64(Int32.max)).contains(code) else {
      throw StoreFailure.damaged("an id has the code \(code)")
    }
    return Int(code)
  }

  /// Appends the text of a code; nothing for no code.
  func append(_ code: Int64?, to column: inout TextColumn) throws {
    guard let code else {
      column.append("")
      return
    }
    guard rows.indices.contains(Int(code)), rows[Int(code)] >= 0 else {
      throw StoreFailure.damaged("a row has the id with the code \(code), which is not there")
    }
    let row = Int(rows[Int(code)])
    texts.bytes.withUnsafeBufferPointer { bytes in
      column.append(
        UnsafeBufferPointer(rebasing: bytes[texts.offsets[row]..<texts.offsets[row + 1]]))
    }
  }
}
