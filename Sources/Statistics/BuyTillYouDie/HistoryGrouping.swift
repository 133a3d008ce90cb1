import Values

/// Equal rows of a few columns of whole numbers, sorted, counted, and where each row went.
///
/// Rows are packed into one 64-bit word with their number, sorted by radix on all threads (a stable
/// sort, so that no thread count changes the result), and read off: about 20 ms for a million.
struct HistoryGrouping {
  /// The columns' values of each class; classes ascend by the first column, then the second.
  let columns: [[Int32]]
  let counts: [Int32]
  /// The class of each row.
  let classOf: [Int32]

  /// - Precondition: As many rows in each column; no value below 0.
  init(columns: [[Int32]], counts: [Int32]?, threads: Int) {
    let n = columns[0].count
    let widths = columns.map { Self.width($0.max() ?? 0) }
    let rowWidth = Self.width(Int32(clamping: n))
    let keyWidth = widths.reduce(0, +)
    var classOf = [Int32](repeating: 0, count: n)
    var starts: [Int] = []
    if keyWidth + rowWidth <= 64 {
      var words = Self.packed(columns, widths: widths, rowWidth: rowWidth)
      RadixSort.sort(&words, from: rowWidth, width: keyWidth, threads: threads)
      var keys: [UInt64] = []
      let mask = (UInt64(1) << UInt64(rowWidth)) - 1
      for place in 0..<n {
        let key = words[place] >> UInt64(rowWidth)
        if keys.last != key {
          keys.append(key)
          starts.append(place)
        }
        classOf[Int(words[place] & mask)] = Int32(truncatingIfNeeded: keys.count - 1)
      }
      var shift = keyWidth
      self.columns = widths.map { width in
        shift -= width
        let mask = (UInt64(1) << UInt64(width)) - 1
        return keys.map { Int32(truncatingIfNeeded: $0 >> UInt64(shift) & mask) }
      }
    } else {
      // Values of this size do not come with many rows.
      let rows = (0..<n).sorted { left, right in
        for column in columns where column[left] != column[right] {
          return column[left] < column[right]
        }
        return left < right
      }
      for (place, row) in rows.enumerated() {
        let isNew = place == 0 || columns.contains { $0[row] != $0[rows[place - 1]] }
        if isNew { starts.append(place) }
        classOf[row] = Int32(starts.count - 1)
      }
      self.columns = columns.map { column in starts.map { column[rows[$0]] } }
    }
    self.classOf = classOf
    if let counts {
      var sums = [Int32](repeating: 0, count: starts.count)
      for row in 0..<n { sums[Int(classOf[row])] += counts[row] }
      self.counts = sums
    } else {
      self.counts = starts.indices.map { c in
        Int32((c + 1 < starts.count ? starts[c + 1] : n) - starts[c])
      }
    }
  }

  /// Bits that hold every value from 0 to `largest`.
  private static func width(_ largest: Int32) -> Int { 32 - largest.leadingZeroBitCount }

  /// Each row's columns and, in the lowest bits, its number.
  private static func packed(_ columns: [[Int32]], widths: [Int], rowWidth: Int) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: columns[0].count)
    for (column, width) in zip(columns, widths) {
      for row in words.indices {
        words[row] = words[row] << UInt64(width) | UInt64(UInt32(bitPattern: column[row]))
      }
    }
    for row in words.indices { words[row] = words[row] << UInt64(rowWidth) | UInt64(row) }
    return words
  }
}
