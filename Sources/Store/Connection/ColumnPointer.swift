import Values

/// The values of a column while they are bound row by row: plain pointers, no retain a row.
enum ColumnPointer {
  case integers(UnsafeBufferPointer<Int64>)
  /// No value: `Int32.min`.
  case days(UnsafeBufferPointer<Int32>)
  case numbers(UnsafeBufferPointer<Double>)
  case texts(UnsafeBufferPointer<UInt8>, offsets: UnsafeBufferPointer<Int>)
  case categories(
    UnsafeBufferPointer<Int32>, labels: UnsafeBufferPointer<UInt8>,
    offsets: UnsafeBufferPointer<Int>)

  /// Binds the value of a row; "no value" becomes null.
  @inline(__always)
  func bind(_ row: Int, to statement: BulkStatement, at index: Int32) {
    switch self {
    case .integers(let values):
      if values[row] == .min {
        statement.bindNull(at: index)
      } else {
        statement.bind(values[row], at: index)
      }
    case .days(let values):
      if values[row] == .min {
        statement.bindNull(at: index)
      } else {
        statement.bind(Int64(values[row]), at: index)
      }
    case .numbers(let values):
      if values[row].isNaN {
        statement.bindNull(at: index)
      } else {
        statement.bind(values[row], at: index)
      }
    case .texts(let bytes, let offsets):
      ColumnPointer.bind(bytes, offsets[row]..<offsets[row + 1], to: statement, at: index)
    case .categories(let codes, let labels, let offsets):
      let code = Int(codes[row])
      if code < 0 {
        statement.bindNull(at: index)
      } else {
        ColumnPointer.bind(labels, offsets[code]..<offsets[code + 1], to: statement, at: index)
      }
    }
  }

  @inline(__always)
  private static func bind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to statement: BulkStatement,
    at index: Int32
  ) {
    if range.isEmpty {
      statement.bindNull(at: index)
    } else {
      statement.bind(UnsafeBufferPointer(rebasing: bytes[range]), at: index)
    }
  }

  /// Calls `body` with pointers to all the columns, one scope inside the other.
  static func withPointers<T>(
    to columns: ArraySlice<ColumnValues>, _ found: [ColumnPointer] = [],
    _ body: ([ColumnPointer]) throws -> T
  ) throws -> T {
    guard let column = columns.first else { return try body(found) }
    let rest = columns.dropFirst()
    switch column {
    case .integer(let values), .money(let values, _), .instant(let values):
      return try values.withUnsafeBufferPointer {
        try withPointers(to: rest, found + [.integers($0)], body)
      }
    case .day(let values):
      return try values.withUnsafeBufferPointer {
        try withPointers(to: rest, found + [.days($0)], body)
      }
    case .number(let values):
      return try values.withUnsafeBufferPointer {
        try withPointers(to: rest, found + [.numbers($0)], body)
      }
    case .text(let text):
      return try text.bytes.withUnsafeBufferPointer { bytes in
        try text.offsets.withUnsafeBufferPointer { offsets in
          try withPointers(to: rest, found + [.texts(bytes, offsets: offsets)], body)
        }
      }
    case .category(let codes, let labels):
      let texts = TextColumn(labels)
      return try codes.withUnsafeBufferPointer { codes in
        try texts.bytes.withUnsafeBufferPointer { bytes in
          try texts.offsets.withUnsafeBufferPointer { offsets in
            let pointer = ColumnPointer.categories(codes, labels: bytes, offsets: offsets)
            return try withPointers(to: rest, found + [pointer], body)
          }
        }
      }
    }
  }
}
