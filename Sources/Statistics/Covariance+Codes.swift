extension Covariance {
  /// Codes without weights, pair of columns by pair of columns: all sums are whole numbers, and a
  /// processor takes many rows at a time.
  ///
  /// Rows that leave an item out do not count.
  init?(wholeCodes codes: [[Int8]]) {
    let rows = codes.first?.count ?? 0
    var isComplete = [Bool](repeating: true, count: rows)
    for column in codes {
      for row in 0..<rows where column[row] < 0 { isComplete[row] = false }
    }
    let n = isComplete.count(where: \.self)
    guard n > 1 else { return nil }
    // A row that does not count adds nothing where its codes are 0.
    let columns =
      n == rows
      ? codes
      : codes.map { column in column.indices.map { isComplete[$0] ? column[$0] : 0 } }
    let ones = isComplete.map { $0 ? Int8(1) : 0 }
    let sums = columns.map { Self.product($0, ones) }
    // Around whole centres near the means, as the sums of other columns are.
    let centres = sums.map { Int((Double($0) / Double(n)).rounded()) }
    let shifts = zip(sums, centres).map { Double($0 - n * $1) / Double(n) }
    let unbiased = Double(n) / (Double(n) - 1)
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: codes.count), count: codes.count)
    for i in codes.indices {
      for j in 0...i {
        let product =
          Self.product(columns[i], columns[j]) - centres[i] * sums[j] - centres[j] * sums[i]
          + n * centres[i] * centres[j]
        let value = (Double(product) / Double(n) - shifts[i] * shifts[j]) * unbiased
        matrix[i][j] = i == j ? max(0, value) : value
        matrix[j][i] = matrix[i][j]
      }
    }
    self.init(
      n: n, effectiveN: Double(n), means: zip(centres, shifts).map { Double($0) + $1 },
      matrix: matrix)
  }

  /// Σ x y of two columns.
  private static func product(_ one: [Int8], _ other: [Int8]) -> Int {
    // 2¹⁶ products of two codes stay below 2³¹.
    let length = 1 << 16
    return one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        var sum = 0
        var start = 0
        while start < one.count {
          let end = min(start + length, one.count)
          var part: Int32 = 0
          for row in start..<end { part &+= Int32(one[row]) &* Int32(other[row]) }
          sum += Int(part)
          start = end
        }
        return sum
      }
    }
  }
}
