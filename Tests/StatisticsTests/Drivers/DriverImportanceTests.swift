import Statistics
import Testing

@Suite struct DriverImportanceTests {
  /// Response first.
  private let published = Covariance(
    [[1, 0.6, 0.5, 0.4], [0.6, 1, 0.5, 0.3], [0.5, 0.5, 1, 0.4], [0.4, 0.3, 0.4, 1]], n: 100)

  @Test func `correctness: three correlated items`() throws {
    // methods.md 4.16.
    let drivers = try #require(DriverImportance(published, response: 0, items: [1, 2, 3]))
    #expect(abs(drivers.rSquared - 0.441774) < 5e-7)
    for (found, wanted) in zip(drivers.relativeWeights, [0.238098, 0.122410, 0.081266]) {
      #expect(abs(found - wanted) < 5e-7)
    }
    for (found, wanted) in zip(drivers.lmg ?? [], [0.237472, 0.124688, 0.079615]) {
      #expect(abs(found - wanted) < 5e-7)
    }
    #expect(drivers.lmg?.count == 3)
    #expect(drivers.canRank)
  }

  @Test(.enabled(if: SwissData.isHere, SwissData.missing))
  func `correctness: fertility in Swiss provinces`() throws {
    // Grömping, JSS 17(1), 2006; R's relaimpo.
    let names = try SwissData.names().dropFirst()
    let covariance = try Given.covariance(SwissData.columns())
    let drivers = try #require(
      DriverImportance(covariance, response: 0, items: [1, 2, 3, 4, 5]))
    var found: [String: Double?] = ["R2": drivers.rSquared]
    for (item, name) in names.enumerated() {
      found["lmg_\(name)"] = drivers.lmg?[item]
      found["johnson_\(name)"] = drivers.relativeWeights[item]
      found["first_\(name)"] = drivers.first[item]
      found["last_\(name)"] = drivers.last[item]
      found["pratt_\(name)"] = drivers.pratt[item]
    }
    let expected = try SwissData.expected()
    #expect(expected.count == 26)
    for (name, wanted) in expected {
      let value = try #require(found[name] ?? nil, "\(name)")
      #expect(abs(value - wanted.value) <= wanted.tolerance, "\(name)")
    }
  }

  /// Draws of correlated items on a scale of 1 to 7, response first.
  private func survey(_ n: Int, items: Int, seed: UInt64) -> [[Double]] {
    var generator = CounterGenerator(seed: seed)
    var columns = [[Double]](repeating: [], count: items + 1)
    for _ in 0..<n {
      let common = generator.normal()
      var overall = generator.normal()
      for item in 1...items {
        let answer = min(7, max(1, (4 + common + generator.normal()).rounded()))
        columns[item].append(answer)
        overall += answer * Double(item) / Double(items)
      }
      columns[0].append(overall.rounded())
    }
    return columns
  }

  @Test func `consistency: the averaged gains are those of all orders one by one`() throws {
    let covariance = try Given.covariance(survey(60, items: 4, seed: 5))
    let drivers = try #require(DriverImportance(covariance, response: 0, items: [1, 2, 3, 4]))
    func fit(_ items: [Int]) throws -> Double {
      if items.isEmpty { return 0 }
      return try #require(LeastSquares(covariance, response: 0, predictors: items)).rSquared
    }
    var gains = [Double](repeating: 0, count: 5)
    var orders = 0.0
    func walk(_ order: [Int]) throws {
      if order.count == 4 {
        orders += 1
        for place in 0..<4 {
          gains[order[place]] += try fit(Array(order[...place])) - fit(Array(order[..<place]))
        }
      }
      for item in 1...4 where !order.contains(item) { try walk(order + [item]) }
    }
    try walk([])
    #expect(orders == 24)
    for item in 1...4 {
      #expect(abs((drivers.lmg?[item - 1] ?? 9) - gains[item] / orders) < 1e-12)
    }
    let whole = try fit([1, 2, 3, 4])
    #expect(abs(drivers.rSquared - whole) < 1e-12)
    for item in 1...4 {
      let without = try fit([1, 2, 3, 4].filter { $0 != item })
      #expect(abs(drivers.last[item - 1] - (whole - without)) < 1e-12)
    }
  }

  @Test(arguments: [1, 2, 7, 15])
  func `consistency: weights, gains and Pratt's measures sum to R squared`(count: Int) throws {
    let covariance = try Given.covariance(survey(200, items: count, seed: UInt64(count)))
    let drivers = try #require(
      DriverImportance(covariance, response: 0, items: Array(1...count)))
    #expect(abs(drivers.relativeWeights.reduce(0, +) - drivers.rSquared) < 1e-12)
    #expect(abs((drivers.lmg ?? []).reduce(0, +) - drivers.rSquared) < 1e-12)
    #expect(abs(drivers.pratt.compactMap(\.self).reduce(0, +) - drivers.rSquared) < 1e-12)
    #expect(drivers.relativeWeights.allSatisfy { $0 >= 0 })
    #expect((drivers.lmg ?? []).allSatisfy { $0 > -1e-14 })
    #expect(drivers.adjustedRSquared < drivers.rSquared)
  }

  @Test func `consistency: every row twice, other units and another order change no weight`() throws
  {
    let columns = survey(50, items: 3, seed: 8)
    let one = try #require(
      DriverImportance(try Given.covariance(columns), response: 0, items: [1, 2, 3]))
    let twice = try #require(
      DriverImportance(
        try Given.covariance(columns.map { ($0 + $0).map { 4 * $0 - 1 } }), response: 0,
        items: [3, 1, 2]))
    for (item, place) in [1, 2, 0].enumerated() {
      #expect(abs(one.relativeWeights[item] - twice.relativeWeights[place]) < 1e-12)
      #expect(abs((one.lmg?[item] ?? 9) - (twice.lmg?[place] ?? 8)) < 1e-12)
    }
    let weighted = try #require(
      DriverImportance(
        try Given.covariance(columns, weights: columns[0].map { _ in 0.37 }), response: 0,
        items: [1, 2, 3]))
    for item in 0..<3 {
      #expect(abs(one.relativeWeights[item] - weighted.relativeWeights[item]) < 1e-12)
    }
  }

  @Test func `consistency: items apart from each other have their squared correlations`() throws {
    let r = [[1, 0.5, 0.3, 0.0], [0.5, 1, 0, 0], [0.3, 0, 1, 0], [0, 0, 0, 1]]
    let drivers = try #require(
      DriverImportance(Covariance(r, n: 20), response: 0, items: [1, 2, 3]))
    for measure in [drivers.relativeWeights, drivers.lmg ?? [], drivers.first, drivers.last] {
      for (found, wanted) in zip(measure, [0.25, 0.09, 0]) { #expect(abs(found - wanted) < 1e-14) }
    }
    #expect(!drivers.canRank)
    #expect(drivers.varianceInflation == [1, 1, 1])
  }

  @Test func `runs: an item that others add up to is named with them, and shares their part`()
    throws
  {
    var columns = survey(120, items: 3, seed: 21)
    columns.append(zip(columns[1], columns[3]).map { 2 * $0 - $1 + 5 })
    let drivers = try #require(
      DriverImportance(try Given.covariance(columns), response: 0, items: [1, 2, 3, 4]))
    #expect(drivers.collinear == [Collinearity(item: 3, others: [0, 2])])
    #expect(abs(drivers.relativeWeights.reduce(0, +) - drivers.rSquared) < 1e-9)
    #expect(abs((drivers.lmg ?? []).reduce(0, +) - drivers.rSquared) < 1e-9)
    #expect(drivers.last[3] < 1e-9 && drivers.last[1] > 1e-6)
    #expect(drivers.beta[0] == nil && drivers.beta[1] != nil && drivers.beta[3] == nil)
    let copied = try #require(
      DriverImportance(
        try Given.covariance([columns[0], columns[1], columns[1], columns[2]]), response: 0,
        items: [1, 2, 3]))
    #expect(copied.collinear == [Collinearity(item: 1, others: [0])])
    #expect(abs(copied.relativeWeights[0] - copied.relativeWeights[1]) < 1e-12)
    #expect(abs((copied.lmg?[0] ?? 9) - (copied.lmg?[1] ?? 8)) < 1e-12)
  }

  @Test func `input checks: answers that do not vary, no items, too many for all orders`() throws {
    let columns: [[Double]] = [[1, 2, 3, 5], [4, 4, 4, 4], [2, 2, 3, 5]]
    let covariance = try Given.covariance(columns)
    #expect(DriverImportance(covariance, response: 1, items: [0]) == nil)
    let drivers = try #require(DriverImportance(covariance, response: 0, items: [1, 2]))
    #expect(drivers.constant == [0] && drivers.relativeWeights[0] == 0)
    #expect(drivers.correlations[0] == nil && drivers.beta[0] == nil)
    #expect(abs((drivers.lmg?[1] ?? 9) - drivers.rSquared) < 1e-12)
    let none = try #require(DriverImportance(covariance, response: 0, items: []))
    #expect(none.rSquared == 0 && none.relativeWeights == [])
    let many = try #require(
      DriverImportance(
        try Given.covariance(survey(80, items: 16, seed: 2)), response: 0, items: Array(1...16)))
    #expect(many.lmg == nil)
    #expect(abs(many.relativeWeights.reduce(0, +) - many.rSquared) < 1e-10)
    // As many rows as figures: a perfect fit without degrees of freedom.
    let full = try #require(
      DriverImportance(
        try Given.covariance([[1, 2, 4], [3, 1, 2], [1, 5, 1]]), response: 0, items: [1, 2]))
    #expect(abs(full.rSquared - 1) < 1e-12 && full.adjustedRSquared.isNaN)
  }

  @Test
  func `consistency: intervals of draws depend on seed and content, not on the order of rows`()
    throws
  {
    let columns = survey(150, items: 3, seed: 31)
    let order = Array((0..<150).reversed())
    let rows = try #require(CompleteRows(columns: columns))
    let turned = try #require(
      CompleteRows(columns: columns.map { column in order.map { column[$0] } }))
    func draw(_ rows: CompleteRows, _ seed: UInt64) throws -> DriverBootstrap {
      try #require(
        DriverBootstrap(rows, response: 0, items: [1, 2, 3], draws: 200, seed: seed))
    }
    let one = try draw(rows, 7)
    #expect(one == (try draw(turned, 7)))
    #expect(one != (try draw(rows, 8)))
    let fit = try #require(DriverImportance(rows.covariance, response: 0, items: [1, 2, 3]))
    for item in 0..<3 {
      #expect(one.relativeWeights[item]?.contains(fit.relativeWeights[item]) == true)
      #expect(one.lmg?[item]?.contains(fit.lmg?[item] ?? 9) == true)
    }
    #expect(one.rSquared.contains(fit.rSquared))
    #expect(abs(one.leads.reduce(0, +) - 1) < 1e-12 && one.draws == 200)
  }

  @Test func `correctness: draws spread as the sampling error of a correlation does`() throws {
    // One item: R² = r², whose error is 2 r (1 − r²) / √n for normal figures.
    for n in [1000, 9000] {
      var generator = CounterGenerator(seed: 77)
      let x = (0..<n).map { _ in generator.normal() }
      let y = x.map { 0.75 * $0 + generator.normal() }
      let rows = try #require(CompleteRows(columns: [y, x]))
      let draws = try #require(
        DriverBootstrap(rows, response: 0, items: [1], draws: 1000, seed: 1, confidence: 0.9))
      let r = 0.6
      let width = 2 * 1.645 * 2 * r * (1 - r * r) / Double(n).squareRoot()
      #expect(abs(draws.rSquared.width / width - 1) < 0.12)
    }
  }

  @Test func `input checks: draws of weighted rows, of too few rows, of one answer`() throws {
    #expect(CompleteRows(columns: [[1], [2]]) == nil)
    let flat = try #require(CompleteRows(columns: [[3, 3, 3], [1, 2, 3]]))
    #expect(DriverBootstrap(flat, response: 0, items: [1], seed: 1) == nil)
    let rows = try #require(
      CompleteRows(
        columns: [[3, 4, 3, .nan, 1], [1, 2, 3, 4, 2], [5, 5, 5, 5, 5]], weights: [1, 2, 0, 1, 0.5])
    )
    let draws = try #require(DriverBootstrap(rows, response: 0, items: [1, 2], draws: 50, seed: 1))
    #expect(draws.relativeWeights[1] == nil && draws.relativeWeights[0] != nil)
  }
}
