import Statistics
import Testing

@Suite struct ServqualTests {
  private let form = ServqualForm(scale: 1...7, dimensions: [0, 0, 1, 1, 1])
  private let perceptionForm = ServqualForm(
    scale: 1...7, dimensions: [0, 0, 1, 1, 1], asksExpectations: false)

  /// Columns of random answers with some missing, as (expectations, perceptions, points).
  private func answers(
    _ n: Int, missing: Double = 0.1
  ) -> (e: [[Int8]], p: [[Int8]], points: [[Double]]) {
    var generator = CounterGenerator(seed: 9)
    func column() -> [Int8] {
      (0..<n).map { _ in
        let code = Int8(1 + Int(generator.uniform() * 7))
        return generator.uniform() < missing ? -1 : code
      }
    }
    let e = (0..<5).map { _ in column() }
    let p = (0..<5).map { _ in column() }
    let first = (0..<n).map { _ in (generator.uniform() * 100).rounded() }
    return (e, p, [first, first.map { 100 - $0 }])
  }

  private func sums(
    _ e: [[Int8]]?, _ p: [[Int8]], _ points: [[Double]]? = nil
  ) -> ServqualSums {
    var sums = ServqualSums(e == nil ? perceptionForm : form)
    sums.add(expectations: e, perceptions: p, points: points, rows: 0..<(p.first?.count ?? 0))
    return sums
  }

  @Test func `correctness: hospital dimensions with the weights of 1990`() {
    // Gaps: Table 2 of a hospital study of 386 patients (PMC6131925); points: Zeithaml,
    // Parasuraman & Berry, Delivering Quality Service, 1990.
    let gaps = [4.19 - 4.44, 4.36 - 4.49, 4.35 - 4.48, 4.32 - 4.5, 4.4 - 4.56]
    let form = ServqualForm(scale: 1...5, dimensions: [0, 1, 2, 3, 4])
    let shares = form.shares(points: [11, 32, 22, 19, 16]) ?? []
    let weighted = zip(shares, gaps).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(weighted + 0.1575) < 1e-12)
    #expect(abs(gaps.reduce(0, +) / 5 + 0.17) < 1e-12)
  }

  @Test func `consistency: figures are those of each respondent worked out alone`() throws {
    let (e, p, points) = answers(300)
    let gaps = sums(e, p, points).gaps
    for item in 0..<5 {
      let pairs = (0..<300).filter { e[item][$0] > 0 && p[item][$0] > 0 }
      let single = try Given.mean(pairs.map { Double(p[item][$0]) - Double(e[item][$0]) })
      let found = try #require(gaps.items[item].gap)
      #expect(gaps.items[item].n == pairs.count)
      #expect(abs(found.mean - single.mean) < 1e-13)
      #expect(abs(found.variance - single.variance) < 1e-12)
      #expect(
        gaps.items[item].signedRanks
          == WilcoxonSignedRank(pairs.map { Double(p[item][$0]) - Double(e[item][$0]) }))
    }
    var byDimension = [[Double]](repeating: [], count: 2)
    var expectation: [Double] = []
    var whole: [Double] = []
    var weighted: [Double] = []
    for row in 0..<300 {
      var means: [Double] = []
      for (dimension, range) in [0..<2, 2..<5].enumerated() {
        let pairs = range.filter { e[$0][row] > 0 && p[$0][row] > 0 }
        // At least half: one of two items, two of three.
        guard pairs.count >= dimension + 1 else { continue }
        let n = Double(pairs.count)
        let mean = pairs.reduce(0.0) { $0 + Double(p[$1][row]) - Double(e[$1][row]) } / n
        byDimension[dimension].append(mean)
        if dimension == 1 { expectation.append(pairs.reduce(0.0) { $0 + Double(e[$1][row]) } / n) }
        means.append(mean)
      }
      if means.count == 2 {
        whole.append((means[0] + means[1]) / 2)
        weighted.append((means[0] * points[0][row] + means[1] * points[1][row]) / 100)
      }
    }
    for dimension in 0..<2 {
      let single = try Given.mean(byDimension[dimension])
      let found = try #require(gaps.dimensions[dimension])
      #expect(found.n == byDimension[dimension].count)
      let gap = try #require(found.gap)
      #expect(abs(gap.mean - single.mean) < 1e-13)
      #expect(abs(gap.variance - single.variance) < 1e-12)
      let expected = try #require(found.expectation)
      #expect(abs(found.perception.mean - expected.mean - gap.mean) < 1e-13)
    }
    let mean = try Given.mean(expectation)
    let found = try #require(gaps.dimensions[1]?.expectation)
    #expect(abs(found.mean - mean.mean) < 1e-13 && abs(found.variance - mean.variance) < 1e-12)
    for (found, single) in [(gaps.unweighted, whole), (gaps.weighted, weighted)] {
      let single = try Given.mean(single)
      let score = try #require(found)
      let found = try #require(score.gap)
      #expect(score.n == Int(single.effectiveN))
      #expect(abs(score.perception.mean - (score.expectation?.mean ?? 9) - found.mean) < 1e-13)
      #expect(abs(found.mean - single.mean) < 1e-13)
      #expect(abs(found.standardError - single.standardError) < 1e-12)
    }
  }

  @Test func `consistency: neither the order of rows nor the parts they come in show`() throws {
    let (e, p, points) = answers(2500)
    let whole = sums(e, p, points).gaps
    var parts = ServqualSums(form)
    for range in [0..<1, 1..<1500, 1500..<2500] {
      var part = ServqualSums(form)
      part.add(expectations: e, perceptions: p, points: points, rows: range)
      parts.add(part)
    }
    #expect(parts.gaps == whole)
    func turned<Value>(_ columns: [[Value]]) -> [[Value]] { columns.map { $0.reversed() } }
    #expect(sums(turned(e), turned(p), turned(points)).gaps == whole)
    let twice = sums(e.map { $0 + $0 }, p.map { $0 + $0 }, points.map { $0 + $0 }).gaps
    #expect(abs((twice.weighted?.gap?.mean ?? 9) - (whole.weighted?.gap?.mean ?? 8)) < 1e-14)
  }

  @Test func `consistency: groups add up to all, and rows of none are in none`() throws {
    let (e, p, points) = answers(900)
    let group = (0..<900).map { Int32($0 % 3) }
    var grouped = ServqualSums(form, groups: 3)
    grouped.add(expectations: e, perceptions: p, points: points, group: group, rows: 0..<900)
    #expect(grouped.gaps == sums(e, p, points).gaps)
    let second = (0..<900).filter { $0 % 3 == 1 }
    func only<Value>(_ columns: [[Value]]) -> [[Value]] {
      columns.map { column in second.map { column[$0] } }
    }
    #expect(grouped.gaps(of: [1]) == sums(only(e), only(p), only(points)).gaps)
    var some = ServqualSums(form)
    some.add(
      expectations: e, perceptions: p, points: points, group: group.map { $0 == 1 ? 0 : -1 },
      rows: 0..<900)
    #expect(some.gaps == grouped.gaps(of: [1]))
  }

  @Test func `runs: perceptions alone, codes off the scale, points that do not add up`() throws {
    let p: [[Int8]] = [[5, 9, 0], [6, 6, 1], [7, 7, 7], [1, 1, 1], [4, 4, 127]]
    let alone = sums(nil, p).gaps
    #expect(alone.items[0].n == 1 && alone.items[4].n == 2)
    #expect(alone.items[0].perception?.mean == 5)
    #expect(alone.items[0].expectation == nil && alone.items[0].gap == nil)
    #expect(alone.items[0].signedRanks == nil)
    let score = try #require(alone.unweighted)
    // Means of 5.5 and 4, 6 and 4; the third has one of two and two of three, 1 and 4.
    #expect(score.gap == nil && score.expectation == nil && score.n == 3)
    #expect(abs(score.perception.mean - (4.75 + 5 + 2.5) / 3) < 1e-14)
    #expect(alone.dimensions[0]?.perception.mean == (5.5 + 6 + 1) / 3)
    let e: [[Int8]] = [[7, 7, 7], [7, 7, 7], [7, 7, 7], [7, 7, 7], [7, 7, 7]]
    let scored = sums(e, p, [[60, 20, .nan], [40, 10, 50]]).gaps
    #expect(scored.unusablePoints == 2 && scored.weighted?.n == 1)
    #expect(scored.points == [60, 40])
    let first = 0.6 * -1.5 + 0.4 * -3
    #expect(abs((scored.weighted?.gap?.mean ?? 9) - first) < 1e-14)
    let empty = [[Int8]](repeating: [], count: 5)
    let none = sums(empty, empty).gaps
    #expect(none.dimensions == [nil, nil] && none.weighted == nil && none.items[0].gap == nil)
  }

  @Test(arguments: [1, 2, 7, 3001])
  func `input checks: respondents who all say the same have a gap without any spread`(n: Int) throws
  {
    func columns(_ answers: [Int8]) -> [[Int8]] { answers.map { Array(repeating: $0, count: n) } }
    let points = [Array(repeating: 33.3, count: n), Array(repeating: 66.7, count: n)]
    let gaps = sums(columns([7, 7, 6, 7, 7]), columns([5, 4, 6, 4, 6]), points).gaps
    for score in gaps.dimensions + [gaps.unweighted, gaps.weighted] {
      let gap = try #require(score?.gap)
      #expect(n == 1 ? gap.interval() == nil : gap.interval()?.width == 0)
      #expect(TTest.paired(gap) == nil)
    }
    #expect(abs((gaps.dimensions[1]?.gap?.mean ?? 9) + 4.0 / 3) < 1e-14)
  }

  @Test func `input checks: points of a respondent`() {
    #expect(form.shares(points: [30, 70]) == [0.3, 0.7])
    #expect(form.shares(points: [10, 20]) == nil)
    #expect(form.shares(points: [100]) == nil)
    #expect(form.shares(points: [-10, 110]) == nil)
    #expect(form.shares(points: [.nan, 100]) == nil)
    #expect(form.shares(points: [33.3, 66.6]) != nil)
    #expect(ServqualForm.standardDimensions.count == 22)
    #expect(
      ServqualForm(scale: 1...7, dimensions: ServqualForm.standardDimensions).sizes == [
        4, 5, 4, 4, 5,
      ])
  }

  @Test func `correctness: the zone of tolerance`() {
    let inside = ZoneOfTolerance(minimum: 5, desired: 7, perceived: 5.5)
    #expect(inside.adequacy == 0.5 && inside.superiority == -1.5 && inside.position == 0.25)
    #expect(ZoneOfTolerance(minimum: 5, desired: 7, perceived: 4).position == -0.5)
    #expect(ZoneOfTolerance(minimum: 6, desired: 6, perceived: 5).position == nil)
    #expect(ZoneOfTolerance(minimum: 7, desired: 6, perceived: 5).position == nil)
  }
}
