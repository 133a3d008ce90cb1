import Diagnostics
import Stages
import Pipeline
import Testing
import Values

@Suite struct RFMSegmentMapTests {
  /// One customer for every combination of scores, and thresholds that give just these.
  private func everyCell(
    bins: Int, _ choice: RFMSegmentChoice
  ) throws -> [(r: Int, f: Int, m: Int, segment: String, rule: String)] {
    var buyers: [Buyer] = []
    for r in 1...bins {
      for f in 1...bins {
        for m in 1...bins {
          buyers.append(Buyer("\(100 + r)\(100 + f)\(100 + m)", bins - r, f, Int64(m)))
        }
      }
    }
    let output = try RFM.output(
      .with {
        $0.bins = bins
        $0.binning = .fixed
        $0.segments = choice
        $0.thresholds.recency = (0..<bins - 1).map(Double.init)
        $0.thresholds.frequency = (1..<bins).map(Double.init)
        $0.thresholds.monetary = (1..<bins).map(Double.init)
      }, .of(buyers, currency: .yen))
    let scores = zip(output.integers("r"), zip(output.integers("f"), output.integers("m")))
    let words = zip(output.texts("segment"), output.texts("rule"))
    return zip(scores, words).map { score, word in
      (Int(score.0), Int(score.1.0), Int(score.1.1), word.0, word.1)
    }
  }

  private static let table = [
    5: ["new", "potential_loyalist", "potential_loyalist", "champion", "champion"],
    4: ["promising", "promising", "potential_loyalist", "loyal", "champion"],
    3: ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
    2: ["hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"],
    1: ["lost", "hibernating", "at_risk", "cant_lose", "cant_lose"],
  ]

  @Test func `correctness: eleven segments as the table has them`() throws {
    for cell in try everyCell(bins: 5, .named(.eleven)) {
      let fm = Int(((Double(cell.f) + Double(cell.m)) / 2 + 0.5).rounded(.down))
      #expect(cell.segment == Self.table[cell.r]?[fm - 1])
      #expect(cell.rule == "R \(cell.r), FM \(fm)")
    }
  }

  @Test(arguments: 3...10)
  func `correctness: other numbers of bins are scaled to five`(bins: Int) throws {
    let cells = try everyCell(bins: bins, .named(.eleven))
    #expect(cells.count == bins * bins * bins)
    func scaled(_ score: Double) -> Double { 1 + 4 * (score - 1) / Double(bins - 1) }
    for cell in cells {
      let r = Int((scaled(Double(cell.r)) + 0.5).rounded(.down))
      // A speck for halves that broken numbers cannot hold.
      let fm = Int((scaled(Double(cell.f + cell.m) / 2) + 0.5 + 1e-9).rounded(.down))
      #expect(cell.segment == Self.table[r]?[fm - 1], "\(cell)")
    }
    let corners = cells.filter { [1, bins].contains($0.r) && $0.f == $0.m && $0.f == bins }
    #expect(corners.map(\.segment) == ["cant_lose", "champion"])
  }

  @Test func `correctness: ten bins fall into five by pairs`() throws {
    for cell in try everyCell(bins: 10, .named(.eleven)) where cell.f == cell.m {
      #expect(cell.segment == Self.table[(cell.r + 1) / 2]?[(cell.f + 1) / 2 - 1])
    }
  }

  @Test(arguments: 3...10)
  func `correctness: eight segments by the side of the mean`(bins: Int) throws {
    let mean = Double(bins + 1) / 2
    for cell in try everyCell(bins: bins, .named(.eight)) {
      let sides = [cell.r, cell.f, cell.m].map { Double($0) > mean }
      let kind = cell.m > 0 && sides[2] ? "important" : "general"
      let action =
        switch (sides[0], sides[1]) {
        case (true, true): "value"
        case (true, false): "develop"
        case (false, true): "keep"
        case (false, false): "win_back"
        }
      #expect(cell.segment == "\(kind)_\(action)")
    }
  }

  /// The rules of a well-known ten-segment map on R and F, as an own map.
  private static let ten = """
    segments:
      - {name: Hibernating, r: 1-2, f: 1-2}
      - {name: At Risk, r: 1-2, f: 3-4, role: at_risk}
      - {name: Can't Lose, r: 1-2, f: 5, role: at_risk}
      - {name: About To Sleep, r: 3, f: 1-2}
      - {name: Need Attention, r: 3, f: 3}
      - {name: Loyal, r: 3-4, f: 4-5}
      - {name: Promising, r: 4, f: 1}
      - {name: New, r: 5, f: 1}
      - {name: Potential Loyalist, r: [4, 5], f: 2-3}
      - {name: {en: Champions, zh-Hans: 冠军}, r: 5, f: 4-5, role: best, action: Call them}
    """

  @Test func `correctness: an own map takes the first rule that fits`() throws {
    let rules: [(ClosedRange<Int>, ClosedRange<Int>, String)] = [
      (1...2, 1...2, "hibernating"), (1...2, 3...4, "at_risk"), (1...2, 5...5, "cant_lose"),
      (3...3, 1...2, "about_to_sleep"), (3...3, 3...3, "need_attention"), (3...4, 4...5, "loyal"),
      (4...4, 1...1, "promising"), (5...5, 1...1, "new"), (4...5, 2...3, "potential_loyalist"),
      (5...5, 4...5, "champions"),
    ]
    let settings = try RFMSettings.yaml(Self.ten)
    for cell in try everyCell(bins: 5, settings.segments) {
      let expected = rules.first { $0.0.contains(cell.r) && $0.1.contains(cell.f) }?.2
      #expect(cell.segment == expected)
    }
    let stage = try RFM(settings).run(.of([Buyer("a", 1, 1, 1)]))
    let champions = try #require(stage.segments.last)
    #expect(champions.name == Phrase("Champions", "冠军"))
    #expect(champions.action == Phrase("Call them", "Call them"))
    #expect(champions.role == .best)
  }

  @Test func `correctness: rules of one id are one segment, and the mean of F and M can decide`()
    throws
  {
    let settings = try RFMSettings.yaml(
      """
      segments:
        - {name: 核心, id: core, r: 5, fm: 4-5}
        - {name: 核心, id: core, r: 4, fm: 5}
        - {name: 其他}
      """)
    for cell in try everyCell(bins: 5, settings.segments) {
      let fm = (cell.f + cell.m + 1) / 2
      let isCore = (cell.r == 5 && fm >= 4) || (cell.r == 4 && fm == 5)
      #expect(cell.segment == (isCore ? "core" : "segment_3"))
      #expect(cell.rule == (isCore ? (cell.r == 5 ? "R 5, FM 4-5" : "R 4, FM 5") : "any"))
    }
  }

  @Test func `input checks: a map with a gap is refused`() throws {
    let settings = try RFMSettings.yaml(
      """
      segments:
        - {name: Good, r: 3-5}
        - {name: Rest, r: 1-2, f: 1-4}
      """)
    let problem = #expect(throws: Diagnostic.self) { try RFM(settings) }
    #expect(problem?.code == "unassigned-scores")
    #expect(
      problem?.message == "no segment takes the scores R 1 F 5 M 1 and 9 other combinations")
    #expect(problem?.place == Diagnostic.Place("review.yaml", line: 2, column: 5))
  }

  @Test func `input checks: a rule beyond the bins is refused at its place`() throws {
    let settings = try RFMSettings.yaml(
      """
      bins: 4
      segments:
        - {name: Rest}
        - {name: Good, r: 4-5}
      """)
    let problem = #expect(throws: Diagnostic.self) { try RFM(settings) }
    #expect(problem?.code == "out-of-range")
    #expect(problem?.place?.line == 4)
  }
}
