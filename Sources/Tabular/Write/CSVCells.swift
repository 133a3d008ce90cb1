import Values

/// The columns of a table as plain pointers, for the loop that formats rows.
enum CSVCells {
  case text(UnsafePointer<UInt8>, UnsafePointer<Int>)
  /// Codes, and the finished bytes of each label behind each other with their bounds.
  case category(UnsafePointer<Int32>, UnsafePointer<UInt8>, UnsafePointer<Int>)
  case integer(UnsafePointer<Int64>)
  case number(UnsafePointer<Double>)
  case money(UnsafePointer<Int64>, perMajor: UInt64, decimals: Int)
  case day(UnsafePointer<Int32>)
  case instant(UnsafePointer<Int64>)
  /// A column of a table without rows.
  case nothing

  /// Calls `body` with the cells of all columns, valid during the call.
  static func with(
    _ columns: [ColumnValues], _ made: [CSVCells] = [], _ body: ([CSVCells]) -> Void
  ) {
    guard made.count < columns.count else {
      body(made)
      return
    }
    func next(_ cells: CSVCells?) { with(columns, made + [cells ?? .nothing], body) }
    switch columns[made.count] {
    case .text(let column):
      column.bytes.withUnsafeBufferPointer { bytes in
        column.offsets.withUnsafeBufferPointer { offsets in
          guard let offsets = offsets.baseAddress else { return next(nil) }
          // A column of empty texts has no bytes: its offsets are never followed.
          let start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)
          next(start.map { .text($0, offsets) })
        }
      }
    case .category(let codes, let labels):
      let buffer = CSVBuffer()
      var ends = [0]
      for label in labels {
        buffer.appendText(label)
        ends.append(buffer.count)
      }
      codes.withUnsafeBufferPointer { codes in
        ends.withUnsafeBufferPointer { ends in
          guard let codes = codes.baseAddress, let ends = ends.baseAddress else { return next(nil) }
          withExtendedLifetime(buffer) { next(.category(codes, buffer.base, ends)) }
        }
      }
    case .integer(let values):
      values.withUnsafeBufferPointer { next($0.baseAddress.map { .integer($0) }) }
    case .number(let values):
      values.withUnsafeBufferPointer { next($0.baseAddress.map { .number($0) }) }
    case .money(let values, let currency):
      values.withUnsafeBufferPointer {
        next(
          $0.baseAddress.map {
            .money(
              $0, perMajor: UInt64(currency.minorPerMajor), decimals: currency.decimals)
          })
      }
    case .day(let values):
      values.withUnsafeBufferPointer { next($0.baseAddress.map { .day($0) }) }
    case .instant(let values):
      values.withUnsafeBufferPointer { next($0.baseAddress.map { .instant($0) }) }
    }
  }

  /// Formats rows with their line ends.
  static func format(_ rows: Range<Int>, of columns: [CSVCells], into buffer: CSVBuffer) {
    columns.withUnsafeBufferPointer { columns in
      // Every cell but texts takes at most 32 bytes.
      let fixed = columns.count &* 33 &+ 4
      for row in rows {
        buffer.reserve(fixed)
        let start = buffer.count
        for column in 0..<columns.count {
          if column > 0 { buffer.append(UInt8(ascii: ",")) }
          append(columns[column], row, buffer, fixed)
        }
        if columns.count == 1, buffer.count == start {
          // A blank line is no row.
          buffer.append(UInt8(ascii: "\""))
          buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: "\n"))
      }
    }
  }

  @inline(__always)
  private static func append(_ cells: CSVCells, _ row: Int, _ buffer: CSVBuffer, _ fixed: Int) {
    switch cells {
    case .text(let bytes, let offsets):
      let length = offsets[row &+ 1] &- offsets[row]
      buffer.reserve(fixed &+ CSVBuffer.room(length))
      buffer.appendText(bytes + offsets[row], length)
    case .category(let codes, let bytes, let ends):
      let code = Int(codes[row])
      if code >= 0 {
        let length = ends[code &+ 1] &- ends[code]
        buffer.reserve(fixed &+ length)
        buffer.append(bytes + ends[code], length)
      }
    case .integer(let values):
      if values[row] != .min { buffer.appendInteger(values[row]) }
    case .number(let values):
      if values[row].isFinite { buffer.appendNumber(values[row]) }
    case .money(let values, let perMajor, let decimals):
      if values[row] != .min { buffer.appendMoney(values[row], perMajor, decimals) }
    case .day(let values):
      if values[row] != .min { buffer.appendDay(values[row]) }
    case .instant(let values):
      if values[row] != .min { buffer.appendInstant(values[row]) }
    case .nothing: break
    }
  }
}
