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
      // Parts change the speed only.
      let parts = n < 1 << 15 ? 1 : threads
      var words = Self.packed(columns, widths: widths, rowWidth: rowWidth, parts: parts)
      RadixSort.sort(&words, from: rowWidth, width: keyWidth, parts: parts)
      starts = Self.starts(words, rowWidth: UInt64(rowWidth), parts: parts, &classOf)
      var shift = keyWidth + rowWidth
      self.columns = widths.map { width in
        shift -= width
        let mask = (UInt64(1) << UInt64(width)) - 1
        return starts.map { Int32(truncatingIfNeeded: words[$0] >> UInt64(shift) & mask) }
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
  private static func packed(
    _ columns: [[Int32]], widths: [Int], rowWidth: Int, parts: Int
  ) -> [UInt64] {
    let n = columns[0].count
    var words = [UInt64](repeating: 0, count: n)
    words.withUnsafeMutableBufferPointer { words in
      // Unsafe: each part writes its own rows.
      nonisolated(unsafe) let words = words
      Workers.run(parts) { part in
        let rows = RadixSort.range(part, of: parts, n)
        for (column, width) in zip(columns, widths) {
          column.withUnsafeBufferPointer { column in
            for row in rows {
              words[row] = words[row] << UInt64(width) | UInt64(UInt32(bitPattern: column[row]))
            }
          }
        }
        for row in rows { words[row] = words[row] << UInt64(rowWidth) | UInt64(row) }
      }
    }
    return words
  }

  /// Where each class starts in the sorted words; puts the class of each row.
  private static func starts(
    _ words: [UInt64], rowWidth: UInt64, parts: Int, _ classOf: inout [Int32]
  ) -> [Int] {
    let n = words.count
    let mask = (UInt64(1) << rowWidth) - 1
    var firsts = [Int](repeating: 0, count: parts + 1)
    firsts.withUnsafeMutableBufferPointer { counts in
      // Unsafe: each part writes its own count.
      nonisolated(unsafe) let counts = counts
      Workers.run(parts) { part in
        var count = 0
        for place in RadixSort.range(part, of: parts, n)
        where place == 0 || words[place] >> rowWidth != words[place - 1] >> rowWidth {
          count += 1
        }
        counts[part + 1] = count
      }
    }
    for part in 0..<parts { firsts[part + 1] += firsts[part] }
    var starts = [Int](repeating: 0, count: firsts[parts])
    starts.withUnsafeMutableBufferPointer { starts in
      classOf.withUnsafeMutableBufferPointer { classOf in
        // Unsafe: each part writes its own classes and rows.
        nonisolated(unsafe) let (starts, classOf) = (starts, classOf)
        Workers.run(parts) { part in
          var next = firsts[part]
          for place in RadixSort.range(part, of: parts, n) {
            if place == 0 || words[place] >> rowWidth != words[place - 1] >> rowWidth {
              starts[next] = place
              next += 1
            }
            classOf[Int(words[place] & mask)] = Int32(truncatingIfNeeded: next - 1)
          }
        }
      }
    }
    return starts
  }
}
