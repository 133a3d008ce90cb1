import Statistics
import Testing

@Suite struct NaturalBreaksTests {
  /// The least variation over all partitions, found by trying each.
  private func exhaustive(_ values: [Double], _ counts: [Double], classes: Int) -> Double {
    func variation(_ range: Range<Int>) -> Double {
      let n = range.reduce(0) { $0 + counts[$1] }
      let mean = range.reduce(0) { $0 + counts[$1] * values[$1] } / n
      return range.reduce(0) { $0 + counts[$1] * (values[$1] - mean) * (values[$1] - mean) }
    }
    func best(from start: Int, classes: Int) -> Double {
      if classes == 1 { return variation(start..<values.count) }
      return (start + 1...values.count - classes + 1).reduce(.infinity) { least, next in
        min(least, variation(start..<next) + best(from: next, classes: classes - 1))
      }
    }
    return best(from: 0, classes: min(classes, values.count))
  }

  @Test func `consistency: as good as the best of all partitions`() {
    // A multiplicative congruential sequence: the same numbers in every run.
    var state: UInt64 = 7
    func next(_ range: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % range
    }
    for size in 1...11 {
      for classes in 1...5 {
        let values = Set((0..<size).map { _ in next(60) }).sorted().map { Double($0 * $0) }
        let counts = values.map { _ in Double(1 + next(6)) }
        let breaks = NaturalBreaks(distinct: values, counts: counts, classes: classes)
        let expected = exhaustive(values, counts, classes: classes)
        #expect(abs(breaks.withinSumOfSquares - expected) <= 1e-9 * (1 + expected))
        #expect(breaks.starts.count == min(classes, values.count))
        #expect(breaks.starts.first == 0)
        #expect(zip(breaks.starts, breaks.starts.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  @Test func `correctness: three clear groups`() {
    let breaks = NaturalBreaks(
      distinct: [1, 2, 3, 50, 51, 90, 93], counts: [4, 1, 1, 2, 2, 1, 1], classes: 3)
    #expect(breaks.starts == [0, 3, 5])
    #expect(breaks.goodnessOfFit > 0.99)
  }

  @Test func `consistency: a count is that many equal values, and a shift moves nothing`() {
    let values = [1.0, 4, 6, 7, 12, 20, 22]
    let counts = [3.0, 1, 2, 1, 1, 5, 1]
    let here = NaturalBreaks(distinct: values, counts: counts, classes: 3)
    let there = NaturalBreaks(distinct: values.map { $0 + 1e7 }, counts: counts, classes: 3)
    #expect(here.starts == there.starts)
    let scaled = NaturalBreaks(
      distinct: values.map { $0 * 8 }, counts: counts.map { $0 * 2 }, classes: 3)
    #expect(scaled.starts == here.starts)
    #expect(abs(scaled.withinSumOfSquares - 128 * here.withinSumOfSquares) < 1e-9)
  }

  @Test func `input checks: no values, one value, fewer values than classes`() {
    #expect(NaturalBreaks(distinct: [], counts: [], classes: 5).starts.isEmpty)
    let one = NaturalBreaks(distinct: [3], counts: [9], classes: 5)
    #expect(one.starts == [0])
    #expect(one.goodnessOfFit == 1)
    let two = NaturalBreaks(distinct: [3, 4], counts: [1, 1], classes: 5)
    #expect(two.starts == [0, 1])
    #expect(two.withinSumOfSquares == 0)
  }
}
