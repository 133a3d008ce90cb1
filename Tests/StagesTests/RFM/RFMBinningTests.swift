import Stages
import Testing
import Values

@Suite struct RFMBinningTests {
  private static let methods: [RFMBinning] = [.quantiles, .equalCount, .nested, .naturalBreaks]

  /// Scores by the definition with broken numbers: how many cut points a value exceeds.
  private func naive(_ values: [Double], bins: Int, reversed: Bool, plusOne: Bool) -> [Int64] {
    let sorted = values.sorted()
    let cuts = (1..<bins).map { k -> Double in
      let h = Double((sorted.count - 1) * k) / Double(bins)
      let below = Int(h)
      let next = min(below + 1, sorted.count - 1)
      return sorted[below] + (h - Double(below)) * (sorted[next] - sorted[below])
    }
    return values.map { value in
      let above = cuts.count { plusOne ? value >= $0 + 1 - 1e-9 : value > $0 + 1e-9 }
      return Int64(reversed ? bins - above : above + 1)
    }
  }

  @Test(arguments: [RFMCuts.rightClosed, .plusOne])
  func `consistency: quantile scores by whole numbers and by their definition`(
    cuts: RFMCuts
  ) throws {
    var draws = Draws(seed: 11)
    for n in [1, 2, 3, 4, 7, 10, 33, 101, 400] {
      for bins in 3...10 {
        let buyers = draws.buyers(n, most: 25)
        let output = try RFM.output(
          .with {
            $0.bins = bins
            $0.cuts = cuts
          }, .of(buyers, currency: .yen))
        let plusOne = cuts == .plusOne
        #expect(
          output.integers("r")
            == naive(
              buyers.map { Double($0.recency) }, bins: bins, reversed: true, plusOne: plusOne))
        #expect(
          output.integers("f")
            == naive(
              buyers.map { Double($0.orders) }, bins: bins, reversed: false, plusOne: plusOne))
        #expect(
          output.integers("m")
            == naive(
              buyers.map { Double($0.monetary) }, bins: bins, reversed: false, plusOne: plusOne))
      }
    }
  }

  @Test func `consistency: equal counts by sorting and by counting who stands below`() throws {
    var draws = Draws(seed: 5)
    for n in [1, 2, 4, 5, 6, 23, 60, 300] {
      for bins in [3, 5, 10] {
        let buyers = draws.buyers(n, most: 8)
        let output = try RFM.output(
          .with {
            $0.binning = .equalCount
            $0.bins = bins
          }, .of(buyers))
        func scores(_ worth: (Buyer) -> Int64) -> [Int64] {
          buyers.map { own in
            let below = buyers.count { other in
              (worth(other), other.id) < (worth(own), own.id)
            }
            return Int64(below * bins / n + 1)
          }
        }
        #expect(output.integers("r") == scores { -Int64($0.recency) })
        #expect(output.integers("f") == scores { Int64($0.orders) })
        #expect(output.integers("m") == scores(\.monetary))
      }
    }
  }

  @Test func `correctness: equal counts fill every score alike`() throws {
    var draws = Draws(seed: 3)
    let output = try RFM.output(
      .with { $0.binning = .equalCount }, .of(draws.buyers(100, most: 4)))
    #expect(output.integers("customers", of: "bins") == Array(repeating: 20, count: 15))
  }

  @Test func `correctness: fixed thresholds belong to the lower class`() throws {
    let settings = try RFMSettings.yaml(
      """
      binning: fixed
      bins: 3
      thresholds: {recency: [30, 90], frequency: [1, 4], monetary: [19.99, 500]}
      """)
    let buyers = [
      Buyer("a", 30, 1, 1999), Buyer("b", 31, 2, 2000), Buyer("c", 90, 4, 50_000),
      Buyer("d", 91, 5, 50_001),
    ]
    #expect(try RFM.output(settings, .of(buyers)).codes == ["311", "222", "222", "133"])
  }

  @Test func `correctness: nested scores rank inside the parent`() throws {
    // Two groups of recency by far; inside each the frequencies 1…3 are scored anew.
    var buyers: [Buyer] = []
    for (group, recency) in [("a", 5), ("b", 300), ("c", 900)] {
      for orders in 1...3 {
        buyers.append(
          Buyer(
            "\(group)\(orders)", recency, orders * (group == "a" ? 10 : 1), Int64(orders) * 100))
      }
    }
    let output = try RFM.output(
      .with {
        $0.binning = .nested
        $0.bins = 3
      }, .of(buyers))
    #expect(output.integers("r") == [3, 3, 3, 2, 2, 2, 1, 1, 1])
    #expect(output.integers("f") == [1, 2, 3, 1, 2, 3, 1, 2, 3])
    // Alone in its group of R and F, a customer is its own quantile.
    #expect(output.integers("m") == Array(repeating: 1, count: 9))
  }

  @Test func `correctness: natural breaks find the gaps`() throws {
    let buyers = zip(
      ["a", "b", "c", "d", "e", "f"],
      [
        (1, 1, 100), (2, 1, 120), (50, 5, 5000), (52, 6, 5100), (300, 20, 90_000),
        (310, 22, 91_000),
      ]
    ).map { Buyer($0, $1.0, $1.1, Int64($1.2)) }
    let output = try RFM.output(
      .with {
        $0.binning = .naturalBreaks
        $0.bins = 3
      }, .of(buyers))
    #expect(output.codes == ["311", "311", "222", "222", "133", "133"])
  }

  @Test(arguments: methods)
  func `consistency: the order of rows does not matter`(binning: RFMBinning) throws {
    var draws = Draws(seed: 21)
    let buyers = draws.buyers(40, most: 30)
    let settings = RFMSettings.with { $0.binning = binning }
    let there = try RFM.output(settings, .of(buyers))
    let back = try RFM.output(settings, .of(buyers.reversed()))
    #expect(there.codes == back.codes)
    #expect(there.integers("to_next_m") == back.integers("to_next_m"))
  }

  @Test(arguments: methods)
  func `consistency: money times k and dates moved together leave the scores`(
    binning: RFMBinning
  ) throws {
    var draws = Draws(seed: 22)
    let buyers = draws.buyers(40, most: 30)
    let more = buyers.map { Buyer($0.id, $0.recency, $0.orders, $0.monetary * 7) }
    let settings = RFMSettings.with { $0.binning = binning }
    let plain = try RFM.output(settings, .of(buyers))
    #expect(plain.codes == (try RFM.output(settings, .of(more))).codes)
    #expect(
      plain.codes == (try RFM.output(settings, .of(buyers, asOf: Day(number: 12_345)))).codes)
  }

  @Test(arguments: methods, [3, 4, 7, 10])
  func `consistency: a better value never scores less`(binning: RFMBinning, bins: Int) throws {
    guard binning != .nested else { return }
    var draws = Draws(seed: 23)
    let buyers = draws.buyers(60, most: 40)
    let output = try RFM.output(
      .with {
        $0.binning = binning
        $0.bins = bins
      }, .of(buyers))
    let (r, f, m) = (output.integers("r"), output.integers("f"), output.integers("m"))
    for (i, one) in buyers.enumerated() {
      for (j, other) in buyers.enumerated() {
        if one.recency < other.recency { #expect(r[i] >= r[j]) }
        if one.orders > other.orders { #expect(f[i] >= f[j]) }
        if one.monetary > other.monetary { #expect(m[i] >= m[j]) }
      }
    }
  }

  @Test(arguments: [RFMBinning.quantiles, .naturalBreaks])
  func `consistency: equal values share a score`(binning: RFMBinning) throws {
    var draws = Draws(seed: 24)
    let buyers = draws.buyers(80, most: 6)
    let output = try RFM.output(.with { $0.binning = binning }, .of(buyers))
    let f = output.integers("f")
    for orders in Set(buyers.map(\.orders)) {
      #expect(Set(zip(buyers, f).filter { $0.0.orders == orders }.map(\.1)).count == 1)
    }
  }

  @Test func `runs with every option: frequency by days, money by order, weights`() throws {
    let buyers = [
      Buyer("a", 1, 9, 900, days: 1), Buyer("b", 2, 5, 1001, days: 2),
      Buyer("c", 3, 4, 1000, days: 3), Buyer("d", 4, 3, -500, days: 3),
    ]
    let settings = try RFMSettings.yaml(
      "{frequency: days, monetary: average, bins: 3, weights: {r: 2, f: 1, m: 1}}")
    let output = try RFM.output(settings, .of(buyers))
    #expect(output.integers("frequency") == [1, 2, 3, 3])
    // 1001 / 5 = 200.2; −500 / 3 = −166.67, away from zero.
    #expect(output.integers("monetary") == [100, 200, 250, -167])
    for (code, weighted) in zip(output.codes, output.numbers("weighted_score")) {
      let digits = code.compactMap(\.wholeNumberValue).map(Double.init)
      #expect(weighted == (2 * digits[0] + digits[1] + digits[2]) / 4)
    }
    // Sums of segments are totals, whatever money is scored by.
    #expect(output.integers("revenue", of: "segments").reduce(0, +) == 2401)
  }

  @Test func `correctness: ten bins are written apart`() throws {
    let buyers = (0..<10).map { Buyer("c\($0)", 9 - $0, $0 + 1, Int64($0)) }
    let output = try RFM.output(
      .with {
        $0.bins = 10
        $0.binning = .equalCount
      }, .of(buyers))
    #expect(output.codes.first == "1-1-1")
    #expect(output.codes.last == "10-10-10")
  }
}

extension Currency {
  /// A currency whose smallest coin is its unit.
  static var yen: Currency { Currency(code: "JPY") ?? .cny }
}
