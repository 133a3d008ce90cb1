package import Values

/// Which rows of a table stand: of rows with the same key the last one.
package enum RowKeys {
  /// Positions of the rows that stand, in the order of the first row of each key.
  ///
  /// Exact: rows are compared by their values, the hash only says where to look.
  package static func lastOfEach(_ keys: [ColumnValues], rows: Int) -> [Int] {
    guard !keys.isEmpty, rows > 0 else { return Array(0..<rows) }
    let hashes = hash(keys, rows)
    var capacity = 16
    while capacity < rows * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var standing: [Int] = []
    for row in 0..<rows {
      var slot = Int(truncatingIfNeeded: hashes[row]) & (capacity - 1)
      while true {
        let held = slots[slot]
        if held < 0 {
          slots[slot] = Int32(standing.count)
          standing.append(row)
          break
        }
        let other = standing[Int(held)]
        if hashes[other] == hashes[row], keys.allSatisfy({ $0.isEqual(other, row) }) {
          standing[Int(held)] = row
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
    }
    return standing
  }

  /// Which rows share their group with a row at or behind `from`.
  static func groups(of column: ColumnValues, from first: Int, rows: Int) -> [Bool] {
    let standing = lastOfEach([column], rows: rows)
    // The last row of a group is behind `from` exactly when the group was touched.
    var touchedGroups: [Bool] = []
    touchedGroups.reserveCapacity(rows)
    let hashes = hash([column], rows)
    var byHash: [UInt64: [Int]] = [:]
    for row in standing where row >= first { byHash[hashes[row], default: []].append(row) }
    for row in 0..<rows {
      touchedGroups.append(byHash[hashes[row]]?.contains { column.isEqual($0, row) } ?? false)
    }
    return touchedGroups
  }

  private static func hash(_ keys: [ColumnValues], _ rows: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0xcbf2_9ce4_8422_2325, count: rows)
    for key in keys {
      for row in 0..<rows {
        var value = hashes[row]
        key.forEachByte(row) { value = (value ^ UInt64($0)) &* 0x0000_0100_0000_01b3 }
        value = (value ^ 0xff) &* 0x0000_0100_0000_01b3
        hashes[row] = value ^ (value >> 29)
      }
    }
    return hashes
  }
}

extension ColumnValues {
  /// Whether two rows hold the same value.
  func isEqual(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .text(let column):
      column.bytes[column.offsets[left]..<column.offsets[left + 1]]
        .elementsEqual(column.bytes[column.offsets[right]..<column.offsets[right + 1]])
    case .category(let codes, _): codes[left] == codes[right]
    case .integer(let values), .money(let values, _), .instant(let values):
      values[left] == values[right]
    case .number(let values): values[left].bitPattern == values[right].bitPattern
    case .day(let values): values[left] == values[right]
    }
  }

  /// The bytes that tell one value from another.
  func forEachByte(_ row: Int, _ body: (UInt8) -> Void) {
    func bytes(of number: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) {
        body(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
      }
    }
    switch self {
    case .text(let column):
      for byte in column.bytes[column.offsets[row]..<column.offsets[row + 1]] { body(byte) }
    case .category(let codes, _): bytes(of: UInt64(bitPattern: Int64(codes[row])))
    case .integer(let values), .money(let values, _), .instant(let values):
      bytes(of: UInt64(bitPattern: values[row]))
    case .number(let values): bytes(of: values[row].bitPattern)
    case .day(let values): bytes(of: UInt64(bitPattern: Int64(values[row])))
    }
  }
}
