import RealModule

extension Covariance {
  /// Two passes: means first, then products around a centre near them.
  @inline(__always)
  init?(
    rows: Int, items: Int, _ isWhole: Bool, _ weights: [Double]?, _ answer: (Int, Int) -> Double
  ) {
    precondition(weights.map { $0.count == rows } ?? true, "a weight for each row")
    var used = [Bool](repeating: true, count: rows)
    for row in 0..<rows {
      if let weights, !(weights[row] > 0) {
        precondition(!(weights[row] < 0), "weights are not below 0")
        used[row] = false
      }
    }
    for item in 0..<items {
      for row in 0..<rows where answer(item, row).isNaN { used[row] = false }
    }
    var n = 0
    var sumW = CompensatedSum()
    var sumW2 = CompensatedSum()
    for row in 0..<rows where used[row] {
      let w = weights?[row] ?? 1
      n += 1
      sumW += w
      sumW2 += w * w
    }
    guard n > 1 else { return nil }
    let total = sumW.value
    let centres = (0..<items).map { item in
      var sum = CompensatedSum()
      for row in 0..<rows where used[row] { sum += (weights?[row] ?? 1) * answer(item, row) }
      let mean = sum.value / total
      // A whole centre keeps whole products whole.
      return isWhole ? mean.rounded() : mean
    }
    var sums = CrossProducts(items)
    let exact = isWhole && weights == nil
    for row in 0..<rows where used[row] {
      for item in 0..<items { sums.row[item] = answer(item, row) - centres[item] }
      if exact { sums.add() } else { sums.addCompensated(weights?[row] ?? 1) }
    }
    self.init(
      sums, centres: centres, n: n, sumW: total, effectiveN: total * total / sumW2.value)
  }

  /// From sums of products around a centre; nil where the effective number is 1.
  init?(_ sums: CrossProducts, centres: [Double], n: Int, sumW: Double, effectiveN: Double) {
    guard n > 1, effectiveN > 1 + 1e-9 else { return nil }
    let size = centres.count
    let shifts = (0..<size).map { sums.sum($0) / sumW }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    let unbiased = effectiveN / (effectiveN - 1)
    for i in 0..<size {
      for j in 0...i {
        let value = (sums.product(i, j) / sumW - shifts[i] * shifts[j]) * unbiased
        matrix[i][j] = i == j ? max(0, value) : value
        matrix[j][i] = matrix[i][j]
      }
    }
    self.init(
      n: n, effectiveN: effectiveN, means: zip(centres, shifts).map { $0 + $1 }, matrix: matrix)
  }
}

/// Σ w x and Σ w x y of one row after the other, lower triangle.
struct CrossProducts {
  let size: Int
  /// The row to be added next.
  var row: [Double]
  private var sums: [Double]
  private var products: [Double]
  private var restOfSums: [CompensatedSum] = []
  private var restOfProducts: [CompensatedSum] = []

  init(_ size: Int) {
    self.size = size
    row = Array(repeating: 0, count: size)
    sums = row
    products = Array(repeating: 0, count: size * size)
  }

  /// Adds the row once, exact for whole numbers.
  @inline(__always)
  mutating func add() {
    row.withUnsafeBufferPointer { row in
      sums.withUnsafeMutableBufferPointer { sums in
        products.withUnsafeMutableBufferPointer { products in
          for i in 0..<size {
            let x = row[i]
            sums[i] += x
            let base = i * size
            for j in 0...i { products[base + j] += x * row[j] }
          }
        }
      }
    }
  }

  /// Adds the row with a weight.
  mutating func add(weight: Double) {
    for i in 0..<size {
      let x = weight * row[i]
      sums[i] += x
      for j in 0...i { products[i * size + j] += x * row[j] }
    }
  }

  /// Adds the row with a weight, keeping what rounding takes.
  mutating func addCompensated(_ weight: Double) {
    if restOfSums.isEmpty {
      restOfSums = Array(repeating: CompensatedSum(), count: size)
      restOfProducts = Array(repeating: CompensatedSum(), count: size * size)
    }
    for i in 0..<size {
      let x = weight * row[i]
      restOfSums[i] += x
      for j in 0...i { restOfProducts[i * size + j] += x * row[j] }
    }
  }

  /// Takes the sums of other rows over, `times` times.
  ///
  /// - Precondition: neither was added to with compensation.
  mutating func add(_ other: CrossProducts, times: Double) {
    for i in sums.indices { sums[i] += times * other.sums[i] }
    for i in products.indices { products[i] += times * other.products[i] }
  }

  func sum(_ i: Int) -> Double {
    sums[i] + (restOfSums.isEmpty ? 0 : restOfSums[i].value)
  }

  /// - Precondition: `j <= i`.
  func product(_ i: Int, _ j: Int) -> Double {
    let place = i * size + j
    return products[place] + (restOfProducts.isEmpty ? 0 : restOfProducts[place].value)
  }
}
