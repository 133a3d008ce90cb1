import Statistics
import Testing

@Suite struct LinearProgramTests {
  typealias Row = LinearProgram.Row

  private func terms(_ coefficients: [Double]) -> LinearProgram.Function {
    coefficients.enumerated().map { ($0.offset, $0.element) }
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) < 1e-7
  }

  /// Chvátal, *Linear programming*, 1983, (1.2) and its optimum 13 in chapter 2.
  @Test func `correctness: the opening example of Chvátal`() throws {
    let program = LinearProgram(
      columns: 3,
      rows: [
        Row(terms([2, 3, 1]), .atMost, 5), Row(terms([4, 1, 2]), .atMost, 11),
        Row(terms([3, 4, 2]), .atMost, 8),
      ])
    let range = try #require(program.ranges(of: [terms([5, 4, 3])]))[0]
    #expect(isNear(range.high, 13) && isNear(range.low, 0))
  }

  /// Beale's example, on which the simplex method with the largest coefficient cycles for ever
  /// (Beale, *Cycling in the dual simplex algorithm*, 1955): optimum 1/20.
  @Test func `correctness: Beale's cycling example ends at one twentieth`() throws {
    let program = LinearProgram(
      columns: 4,
      rows: [
        Row(terms([0.25, -60, -0.04, 9]), .atMost, 0),
        Row(terms([0.5, -90, -0.02, 3]), .atMost, 0), Row(terms([0, 0, 1, 0]), .atMost, 1),
      ])
    let range = try #require(program.ranges(of: [terms([0.75, -150, 0.02, -6])]))[0]
    #expect(isNear(range.high, 0.05))
  }

  @Test func `a set without a point has no ranges, and what nothing bounds is infinite`() throws {
    let empty = LinearProgram(
      columns: 1, rows: [Row(terms([1]), .atMost, 1), Row(terms([1]), .atLeast, 2)])
    #expect(empty.ranges(of: [terms([1])]) == nil)
    let open = LinearProgram(columns: 2, rows: [Row(terms([1, -1]), .equal, 3)])
    #expect(
      try #require(open.ranges(of: [terms([1, 0]), terms([1, -1])]))
        == [.init(low: 3, high: .infinity), .init(low: 3, high: 3)])
  }

  @Test func `equations that say the same twice are borne`() throws {
    let twice = LinearProgram(
      columns: 3,
      rows: [
        Row(terms([1, 1, 1]), .equal, 6), Row(terms([2, 2, 2]), .equal, 12),
        Row(terms([1, 0, 0]), .atLeast, 1), Row(terms([0, -1, 0]), .atMost, -2),
      ])
    let ranges = try #require(twice.ranges(of: [terms([1]), terms([0, 1]), terms([0, 0, 1])]))
    #expect(
      zip(ranges, [(1.0, 4.0), (2, 5), (0, 3)]).allSatisfy {
        isNear($0.low, $1.0) && isNear($0.high, $1.1)
      })
  }

  /// Tables of counts with some cells hidden between known margins: the linear ranges are those of
  /// whole numbers, for such systems are totally unimodular (Schrijver, *Theory of linear and
  /// integer programming*, 1986, theorem 19.3 and example 3 of section 19.3).
  @Test func `consistency: on two-way tables the ranges are those of enumeration`() throws {
    var seed: UInt64 = 7
    func below(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(limit))
    }
    for _ in 0..<60 {
      let height = 2 + below(2)
      let width = 2 + below(2)
      let table = (0..<height * width).map { _ in below(4) }
      var rows: [Row] = []
      var sums: [(cells: [Int], sum: Int)] = []
      for row in 0..<height {
        sums.append(((0..<width).map { row * width + $0 }, 0))
      }
      for column in 0..<width {
        sums.append(((0..<height).map { $0 * width + column }, 0))
      }
      for index in sums.indices { sums[index].sum = sums[index].cells.reduce(0) { $0 + table[$1] } }
      for sum in sums { rows.append(Row(sum.cells.map { ($0, 1) }, .equal, Double(sum.sum))) }
      let program = LinearProgram(columns: table.count, rows: rows)
      let ranges = try #require(program.ranges(of: table.indices.map { [($0, 1)] }))
      var low = [Int](repeating: .max, count: table.count)
      var high = [Int](repeating: .min, count: table.count)
      func fill(_ cell: Int, _ values: [Int]) {
        guard cell < table.count else {
          guard sums.allSatisfy({ $0.cells.reduce(0) { $0 + values[$1] } == $0.sum }) else {
            return
          }
          for index in values.indices {
            low[index] = min(low[index], values[index])
            high[index] = max(high[index], values[index])
          }
          return
        }
        let row = cell / width
        let used = values[(row * width)...].reduce(0, +)
        let room = sums[row].sum - used
        guard room >= 0 else { return }
        let isLast = cell % width == width - 1
        for value in (isLast ? room : 0)...room { fill(cell + 1, values + [value]) }
      }
      fill(0, [])
      for index in table.indices {
        #expect(isNear(ranges[index].low, Double(low[index])))
        #expect(isNear(ranges[index].high, Double(high[index])))
      }
    }
  }
}
