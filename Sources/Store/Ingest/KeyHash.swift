import Values

/// A hash of the key columns after the first, row by row: equal keys have equal hashes.
///
/// It only says where an exact comparison is needed, and never leaves the process.
enum KeyHash {
  static func hashes(_ columns: [ColumnPointer], rows: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: rows)
    for column in columns {
      for row in 0..<rows { hashes[row] = mix(hashes[row], value(column, row)) }
    }
    return hashes
  }

  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.low ^ product.high &+ 0x1656_67B1
  }

  private static func value(_ column: ColumnPointer, _ row: Int) -> UInt64 {
    switch column {
    case .integers(let values): UInt64(bitPattern: values[row])
    case .days(let values): UInt64(bitPattern: Int64(values[row]))
    case .numbers(let values):
      // Zero and "no value" have several bit patterns each.
      values[row].isNaN ? 1 : (values[row] == 0 ? 0 : values[row]).bitPattern
    case .texts(let bytes, let offsets):
      UInt64(ByteTable.hash(UnsafeBufferPointer(rebasing: bytes[offsets[row]..<offsets[row + 1]])))
    case .categories(let codes, let labels, let offsets):
      codes[row] < 0
        ? UInt64(ByteTable.hash(UnsafeBufferPointer(rebasing: labels[0..<0])))
        : UInt64(
          ByteTable.hash(
            UnsafeBufferPointer(
              rebasing: labels[offsets[Int(codes[row])]..<offsets[Int(codes[row]) + 1]])))
    }
  }
}
