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
      let code = Int(ids.integer(0))
      while rows.count < code { rows.append(-1) }
      rows.append(Int32(texts.count))
      texts.append(ids.text(1))
    }
  }

  /// Appends the text of a code; nothing for no code.
  func append(_ code: Int64?, to column: inout TextColumn) {
    guard let code else {
      column.append("")
      return
    }
    let row = Int(rows[Int(code)])
    texts.bytes.withUnsafeBufferPointer { bytes in
      column.append(
        UnsafeBufferPointer(rebasing: bytes[texts.offsets[row]..<texts.offsets[row + 1]]))
    }
  }
}
