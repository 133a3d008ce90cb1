import RealModule

/// What SERVQUAL figures of several groups need of the answers, taken up in one pass.
///
/// All but the weighted score are sums of whole numbers, so neither the order of rows nor the
/// number of parts they are taken up in shows; the weighted one is summed with compensation.
package struct ServqualSums: Sendable {
  package let form: ServqualForm
  package let groups: Int
  /// By group and item, each a square of expectation by perception.
  private var cells: [Int]
  /// By group, dimension and items answered: n, Σ E, Σ P, Σ E², Σ P², Σ (P − E)², each E and P a
  /// sum over the items answered.
  private var dimensions: [Int]
  /// By group.
  private var whole: [ScoreSums]
  private var weighted: [ScoreSums]
  /// By group and dimension, of the respondents in `weighted`.
  private var points: [CompensatedSum]
  private var unusable: [Int]

  private static let figures = 6
  private let slots: Int

  /// One respondent's scores after the other.
  private struct ScoreSums {
    struct Moments {
      var sum = CompensatedSum()
      var squares = CompensatedSum()

      mutating func add(_ value: Double) {
        sum += value
        squares += value * value
      }

      mutating func add(_ other: Moments) {
        sum.add(other.sum)
        squares.add(other.squares)
      }
    }

    var n = 0
    var expectation = Moments()
    var perception = Moments()
    var gap = Moments()

    mutating func add(expectation e: Double, perception p: Double) {
      n += 1
      expectation.add(e)
      perception.add(p)
      gap.add(p - e)
    }

    mutating func add(_ other: ScoreSums) {
      n += other.n
      expectation.add(other.expectation)
      perception.add(other.perception)
      gap.add(other.gap)
    }
  }

  /// The score of respondents from Σ and Σ of squares of expectation, perception and gap.
  private func score(_ n: Int, _ sums: [Double], _ squares: [Double]) -> ServqualGaps.Score? {
    guard n > 0 else { return nil }
    let count = Double(n)
    let means = (0..<3).map { index in
      let mean = sums[index] / count
      let square = squares[index] / count
      // What rounding leaves of equal scores is no spread; one score of a thousand million that
      // differs is more.
      let spread = square - mean * mean
      return MeanEstimate(
        mean: mean, meanSquare: spread > 1e-13 * square ? spread : 0, effectiveN: count)
    }
    return ServqualGaps.Score(
      n: n, expectation: form.asksExpectations ? means[0] : nil, perception: means[1],
      gap: form.asksExpectations ? means[2] : nil)
  }

  private func score(_ sums: ScoreSums) -> ServqualGaps.Score? {
    let moments = [sums.expectation, sums.perception, sums.gap]
    return score(sums.n, moments.map(\.sum.value), moments.map(\.squares.value))
  }

  package init(_ form: ServqualForm, groups: Int = 1) {
    self.form = form
    self.groups = groups
    slots = (form.sizes.max() ?? 0) + 1
    let square = form.scale.count * form.scale.count
    cells = Array(repeating: 0, count: groups * form.dimensions.count * square)
    dimensions = Array(repeating: 0, count: groups * form.sizes.count * slots * Self.figures)
    whole = Array(repeating: ScoreSums(), count: groups)
    weighted = whole
    points = Array(repeating: CompensatedSum(), count: groups * form.sizes.count)
    unusable = Array(repeating: 0, count: groups)
  }

  /// Takes rows of answers up.
  ///
  /// An item counts where it is answered both ways on the scale; other codes are no answer.
  ///
  /// - Precondition: a column for each item, all of one length; points for each dimension.
  ///
  /// - Parameters:
  ///   - expectations: one column an item; nil where the form asks perceptions alone.
  ///   - points: importance by dimension, each respondent's adding up to 100; NaN is missing.
  ///   - group: of each row, below 0 for none; nil where there is one group.
  package mutating func add(
    expectations: [[Int8]]?, perceptions: [[Int8]], points: [[Double]]? = nil,
    group: [Int32]? = nil, rows: Range<Int>
  ) {
    precondition(perceptions.count == form.dimensions.count, "a column for each item")
    precondition(
      expectations.map { $0.count == perceptions.count } ?? !form.asksExpectations,
      "asked as the form says")
    precondition(points.map { $0.count == form.sizes.count } ?? true, "points for each dimension")
    // A block of sums by respondent stays near the processor.
    let length = 1024
    var block = Block(form, length)
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + length, rows.upperBound)
      block.clear()
      for item in perceptions.indices {
        count(
          item, expectations?[item], perceptions[item], group: group, rows: start..<end, in: &block)
      }
      for row in start..<end {
        let group = group.map { Int($0[row]) } ?? 0
        if group >= 0 { finish(row, at: row - start, group, points, block) }
      }
      start = end
    }
  }

  /// Sums of each respondent of a block, by dimension.
  private struct Block {
    let length: Int
    var expectations: [Int32]
    var perceptions: [Int32]
    var answered: [Int32]

    init(_ form: ServqualForm, _ length: Int) {
      self.length = length
      expectations = Array(repeating: 0, count: form.sizes.count * length)
      perceptions = expectations
      answered = expectations
    }

    mutating func clear() {
      for index in answered.indices {
        expectations[index] = 0
        perceptions[index] = 0
        answered[index] = 0
      }
    }
  }

  /// One item over the rows of a block.
  private mutating func count(
    _ item: Int, _ expectations: [Int8]?, _ perceptions: [Int8], group: [Int32]?,
    rows: Range<Int>, in block: inout Block
  ) {
    let low = Int(form.scale.lowerBound)
    let width = form.scale.count
    let square = width * width
    let items = form.dimensions.count
    let base = form.dimensions[item] * block.length
    let start = rows.lowerBound
    perceptions.withUnsafeBufferPointer { perceptions in
      (expectations ?? []).withUnsafeBufferPointer { expectations in
        for row in rows {
          let p = Int(perceptions[row]) - low
          // Without expectations every row of the square but the first stays empty.
          let e = expectations.isEmpty ? 0 : Int(expectations[row]) - low
          guard p >= 0, p < width, e >= 0, e < width else { continue }
          let place = base + row - start
          if !expectations.isEmpty { block.expectations[place] += Int32(e + low) }
          block.perceptions[place] += Int32(p + low)
          block.answered[place] += 1
          let group = group.map { Int($0[row]) } ?? 0
          if group >= 0 { cells[(group * items + item) * square + e * width + p] += 1 }
        }
      }
    }
  }

  /// Brings the sums of one respondent to their group.
  private mutating func finish(
    _ row: Int, at place: Int, _ group: Int, _ given: [[Double]]?, _ block: Block
  ) {
    let count = form.sizes.count
    var isWhole = true
    var expected = 0.0
    var perceived = 0.0
    for dimension in 0..<count {
      let index = dimension * block.length + place
      let answered = Int(block.answered[index])
      guard answered >= form.least[dimension] else {
        isWhole = false
        continue
      }
      let e = Int(block.expectations[index])
      let p = Int(block.perceptions[index])
      let slot = ((group * count + dimension) * slots + answered) * Self.figures
      dimensions[slot] += 1
      dimensions[slot + 1] += e
      dimensions[slot + 2] += p
      dimensions[slot + 3] += e * e
      dimensions[slot + 4] += p * p
      dimensions[slot + 5] += (p - e) * (p - e)
      expected += Double(e) / Double(answered)
      perceived += Double(p) / Double(answered)
    }
    if isWhole {
      whole[group].add(
        expectation: expected / Double(count), perception: perceived / Double(count))
    }
    guard let given else { return }
    guard form.isUsable({ given[$0][row] }) else {
      unusable[group] += 1
      return
    }
    guard isWhole else { return }
    expected = 0
    perceived = 0
    for dimension in 0..<count {
      let index = dimension * block.length + place
      let share = given[dimension][row] / 100 / Double(block.answered[index])
      expected += share * Double(block.expectations[index])
      perceived += share * Double(block.perceptions[index])
      points[group * count + dimension] += given[dimension][row]
    }
    weighted[group].add(expectation: expected, perception: perceived)
  }

  /// Takes over what another part of the rows gave.
  ///
  /// - Precondition: the same form and groups.
  package mutating func add(_ other: ServqualSums) {
    precondition(form == other.form && groups == other.groups, "sums of one form")
    for index in cells.indices { cells[index] += other.cells[index] }
    for index in dimensions.indices { dimensions[index] += other.dimensions[index] }
    for group in 0..<groups {
      whole[group].add(other.whole[group])
      weighted[group].add(other.weighted[group])
      unusable[group] += other.unusable[group]
    }
    for index in points.indices { points[index].add(other.points[index]) }
  }

  /// The figures of some groups taken together.
  package func gaps(of wanted: [Int]) -> ServqualGaps {
    let square = form.scale.count * form.scale.count
    let items = form.dimensions.indices.map { item in
      var sum = [Int](repeating: 0, count: square)
      for group in wanted {
        let base = (group * form.dimensions.count + item) * square
        for cell in 0..<square { sum[cell] += cells[base + cell] }
      }
      return GapCounts(
        scale: form.scale, cells: sum, asksExpectation: form.asksExpectations)
    }
    var all = ScoreSums()
    var byPoints = ScoreSums()
    for group in wanted {
      all.add(whole[group])
      byPoints.add(weighted[group])
    }
    let importance = form.sizes.indices.map { dimension in
      var sum = CompensatedSum()
      for group in wanted { sum.add(points[group * form.sizes.count + dimension]) }
      return byPoints.n > 0 ? sum.value / Double(byPoints.n) : Double.nan
    }
    return ServqualGaps(
      items: items, dimensions: form.sizes.indices.map { dimension($0, of: wanted) },
      unweighted: score(all), weighted: score(byPoints),
      points: byPoints.n > 0 ? importance : nil,
      unusablePoints: wanted.reduce(0) { $0 + unusable[$1] })
  }

  /// The figures of all groups together; rows without a group are not in.
  package var gaps: ServqualGaps { gaps(of: Array(0..<groups)) }

  private func dimension(_ dimension: Int, of wanted: [Int]) -> ServqualGaps.Score? {
    var n = 0
    var sums = [Double](repeating: 0, count: 3)
    var squares = sums
    for answered in 1..<slots {
      var part = [Int](repeating: 0, count: Self.figures)
      for group in wanted {
        let slot =
          ((group * form.sizes.count + dimension) * slots + answered) * Self.figures
        for figure in 0..<Self.figures { part[figure] += dimensions[slot + figure] }
      }
      let m = Double(answered)
      n += part[0]
      for (index, sum) in [part[1], part[2], part[2] - part[1]].enumerated() {
        sums[index] += Double(sum) / m
        squares[index] += Double(part[3 + index]) / (m * m)
      }
    }
    return score(n, sums, squares)
  }
}
