import Stages
import Testing
import Values

/// Distances against the search for them: one customer's value is moved step by step, everything
/// is scored anew, and the first higher score counts.
@Suite struct RFMDistanceTests {
  private func search(
    _ buyers: [Buyer], _ settings: RFMSettings, _ currency: Currency, at index: Int,
    column: String, limit: Int, _ move: (Buyer, Int) -> Buyer?
  ) throws -> Int64 {
    let before = try RFM.output(settings, .of(buyers, currency: currency)).integers(column)[index]
    for step in 1...limit {
      var changed = buyers
      guard let moved = move(buyers[index], step) else { return .min }
      changed[index] = moved
      let score = try RFM.output(settings, .of(changed, currency: currency)).integers(column)[index]
      if score > before { return Int64(step) }
    }
    return .min
  }

  private func check(
    _ settings: RFMSettings, seed: UInt64, n: Int, most: Int, currency: Currency = .yen,
    limit: Int
  ) throws {
    var draws = Draws(seed: seed)
    let buyers = draws.buyers(n, most: most)
    let output = try RFM.output(settings, .of(buyers, currency: currency))
    for index in buyers.indices {
      let r = try search(
        buyers, settings, currency, at: index, column: "r", limit: limit
      ) { buyer, step in
        step > buyer.recency
          ? nil : Buyer(buyer.id, buyer.recency - step, buyer.orders, buyer.monetary)
      }
      #expect(output.integers("to_next_r")[index] == r, "\(buyers[index]) of \(buyers)")
      let f = try search(
        buyers, settings, currency, at: index, column: "f", limit: limit
      ) { buyer, step in
        Buyer(buyer.id, buyer.recency, buyer.orders + step, buyer.monetary)
      }
      #expect(output.integers("to_next_f")[index] == f, "\(buyers[index]) of \(buyers)")
      let m = try search(
        buyers, settings, currency, at: index, column: "m", limit: limit
      ) { buyer, step in
        Buyer(buyer.id, buyer.recency, buyer.orders, buyer.monetary + Int64(step))
      }
      #expect(output.integers("to_next_m")[index] == m, "\(buyers[index]) of \(buyers)")
    }
  }

  @Test(arguments: [RFMBinning.quantiles, .equalCount, .nested], [1, 2, 3, 5, 8, 12])
  func `consistency: the distance is what a search finds`(binning: RFMBinning, n: Int) throws {
    for bins in [3, 5] {
      let settings = RFMSettings.with {
        $0.binning = binning
        $0.bins = bins
      }
      try check(settings, seed: UInt64(n * 7 + bins), n: n, most: 12, limit: 40)
    }
  }

  @Test(arguments: [2, 3, 6, 9])
  func `consistency: with plus-one cuts too`(n: Int) throws {
    for bins in [3, 4, 5] {
      let settings = RFMSettings.with {
        $0.cuts = .plusOne
        $0.bins = bins
      }
      try check(settings, seed: UInt64(n + bins), n: n, most: 12, limit: 45)
    }
  }

  @Test func `consistency: plus-one is one unit of money, not one cent`() throws {
    let settings = RFMSettings.with {
      $0.cuts = .plusOne
      $0.bins = 3
    }
    try check(settings, seed: 9, n: 4, most: 90, currency: .cny, limit: 500)
  }

  @Test func `consistency: with fixed thresholds too`() throws {
    let settings = try RFMSettings.yaml(
      """
      binning: fixed
      bins: 4
      thresholds: {recency: [0, 3, 7], frequency: [1, 2, 9], monetary: [0, 5, 12.5]}
      """)
    try check(settings, seed: 4, n: 12, most: 12, limit: 40)
  }

  @Test func `correctness: natural breaks are taken as they are`() throws {
    let buyers = [
      Buyer("a", 1, 1, 100), Buyer("b", 2, 2, 110), Buyer("c", 50, 10, 5000),
      Buyer("d", 60, 11, 5100), Buyer("e", 200, 30, 90_000),
    ]
    let output = try RFM.output(
      .with {
        $0.binning = .naturalBreaks
        $0.bins = 3
      }, .of(buyers))
    // Breaks: 2 and 60 days, 2 and 11 orders, 1.10 and 51.00.
    #expect(output.integers("to_next_r") == [.min, .min, 48, 58, 140])
    #expect(output.integers("to_next_f") == [2, 1, 2, 1, .min])
    #expect(output.integers("to_next_m") == [11, 1, 101, 1, .min])
  }
}
