import Statistics
import Testing

@Suite struct PairedTableTests {
  /// Unaided distance vision of the right and left eyes of 7,477 women, Stuart 1953 and 1955, whose
  /// statistic is 11.96 on three degrees of freedom; symmetry 19.11 on six in Bishop, Fienberg &
  /// Holland, Discrete multivariate analysis, 1975, section 8.2.
  private static let vision = [
    [1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492],
  ]

  @Test func `correctness: Stuart's table of vision`() throws {
    let table = PairedTable(Self.vision)
    #expect(table.total == 7477)
    let margins = try #require(table.marginalHomogeneity)
    #expect(abs(margins.statistic - 11.956569622982549) < 1e-9)
    #expect(margins.degreesOfFreedom == 3)
    #expect(abs(margins.pValue - 0.00753) < 5e-6)
    let symmetry = try #require(table.symmetry)
    #expect(abs(symmetry.statistic - 19.106550215266772) < 1e-9)
    #expect(symmetry.degreesOfFreedom == 6)
    #expect(abs(symmetry.pValue - 0.00399) < 5e-6)
  }

  /// Fleiss & Everitt, Comparing the marginal totals of square contingency tables, British Journal
  /// of Mathematical and Statistical Psychology 24(1), 1971: 14.00 on two degrees of freedom.
  @Test func `correctness: two judges of one hundred patients`() throws {
    let test = try #require(
      PairedTable([[35, 5, 0], [15, 20, 5], [10, 5, 5]]).marginalHomogeneity)
    #expect(abs(test.statistic - 14) < 1e-12)
    #expect(test.degreesOfFreedom == 2)
  }

  @Test func `consistency: two classes make both tests McNemar's`() throws {
    let table = PairedTable([[40, 9], [23, 50]])
    let expected = Double((9 - 23) * (9 - 23)) / Double(9 + 23)
    #expect(try #require(table.symmetry).statistic == expected)
    #expect(abs(try #require(table.marginalHomogeneity).statistic - expected) < 1e-12)
  }

  @Test func `consistency: the order of classes and turning before and after change nothing`()
    throws
  {
    let order = [2, 0, 3, 1]
    let shuffled = order.map { i in order.map { j in Self.vision[i][j] } }
    let turned = Self.vision.indices.map { i in Self.vision.map { $0[i] } }
    let plain = try #require(PairedTable(Self.vision).marginalHomogeneity)
    for other in [shuffled, turned] {
      let test = try #require(PairedTable(other).marginalHomogeneity)
      #expect(abs(test.statistic - plain.statistic) < 1e-9)
    }
  }

  @Test func `consistency: classes that exchange nobody make tests of their own`() throws {
    let apart = PairedTable([
      [40, 9, 0, 0, 0], [23, 50, 0, 0, 0], [0, 0, 35, 5, 0], [0, 0, 15, 20, 5], [0, 0, 10, 5, 5],
    ])
    let test = try #require(apart.marginalHomogeneity)
    #expect(abs(test.statistic - (14 + 196.0 / 32)) < 1e-12)
    #expect(test.degreesOfFreedom == 3)
    // A class that nobody is in, or leaves, adds nothing.
    let idle = PairedTable([[40, 9, 0, 0], [23, 50, 0, 0], [0, 0, 0, 0], [0, 0, 0, 8]])
    #expect(try #require(idle.marginalHomogeneity).degreesOfFreedom == 1)
  }

  @Test(arguments: [[], [[5]], [[5, 0], [0, 7]], [[0, 0], [0, 0]]])
  func `input checks: nobody moved, nothing to test`(counts: [[Int]]) {
    #expect(PairedTable(counts).symmetry == nil)
    #expect(PairedTable(counts).marginalHomogeneity == nil)
  }

  /// Moves drawn with equal chances in both directions: p below 0.05 in about one in twenty.
  @Test func `correctness: no change is called one in five of a hundred tables`() throws {
    var state: UInt64 = 99
    func below(_ limit: UInt64) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % limit)
    }
    var margins = 0
    var symmetric = 0
    for _ in 0..<2000 {
      var counts = [[Int]](repeating: [Int](repeating: 0, count: 4), count: 4)
      for _ in 0..<400 { counts[below(4)][below(4)] += 1 }
      if try #require(PairedTable(counts).marginalHomogeneity).pValue < 0.05 { margins += 1 }
      if try #require(PairedTable(counts).symmetry).pValue < 0.05 { symmetric += 1 }
    }
    #expect((70...130).contains(margins), "\(margins)")
    #expect((70...130).contains(symmetric), "\(symmetric)")
  }
}
