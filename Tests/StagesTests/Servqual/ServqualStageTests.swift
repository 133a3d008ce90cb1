import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct ServqualStageTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test(arguments: [0, 1, 4, 30, 300], [Source.Scope.external, .internal])
  func `the battery holds on questionnaires of every size`(
    rows: Int, scope: Source.Scope
  ) throws {
    let maker = ServqualMaker.full(rows: rows, internalScope: scope == .internal)
    let problems = try StageBattery.problems(Servqual.self, data: ServqualMaker.words) {
      maker.source(currency: $0, scope: scope)
    }
    #expect(problems == [])
  }

  private static let options: [ServqualSettings] = {
    var result: [ServqualSettings] = []
    for waves in SurveyWaves.allCases {
      for groupBy in [nil, [], [SurveyDimension.wave, .region]] as [[SurveyDimension]?] {
        var settings = ServqualSettings.own([
          "Alpha": ["1", "2", "5"], "beta": ["3", "4", "stranger"], "empathy": ["22"],
        ])
        settings.waves = waves
        settings.groupBy = groupBy
        settings.leastAnswered = waves == .all ? 1 : 0.1
        settings.pointsTolerance = 0
        settings.confidence = 0.8
        settings.scale = SurveyScale(worst: 7, best: 1) ?? .ease
        settings.names = ItemMap([("Alpha", LocalizedText("Alpha")), ("extra", LocalizedText("x"))])
        result.append(settings)
      }
    }
    return result
  }()

  @Test(arguments: options)
  func `the battery holds with every option`(settings: ServqualSettings) throws {
    var maker = ServqualMaker.full(rows: 200)
    maker.minimum = maker.expectations.prefix(3).map { item in
      (item.item, item.answers.map { $0.map { max(1, $0 - 2) } })
    }
    maker.desired = maker.expectations
    let problems = try StageBattery.problems(
      Servqual.self, settings, data: ServqualMaker.words
    ) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  @Test func `perceptions alone are told without gaps`() throws {
    var maker = ServqualMaker.full(rows: 100)
    maker.expectations = []
    let problems = try StageBattery.problems(Servqual.self, data: ServqualMaker.words) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
    let table = try maker.output().table("scores")
    #expect(table.numbers("gap").allSatisfy { $0 == nil })
    #expect(table.numbers("expectation").allSatisfy { $0 == nil })
    #expect(table.numbers("perception").contains { $0 != nil })
    #expect(
      try maker.output().report(english, step: "s").pages[0].headline
        .hasSuffix("expectations were not asked."))
  }

  /// Gaps: Table 2 of a hospital study of 386 patients (PMC6131925); points: Zeithaml, Parasuraman &
  /// Berry, Delivering Quality Service, 1990. The printed means, from 100 respondents.
  @Test func `correctness: hospital dimensions have the published gaps, weighted and not`() throws {
    let names = ServqualMaker.dimensions
    var maker = ServqualMaker.means(
      [
        (names[0], 44, 19), (names[1], 49, 36), (names[2], 48, 35), (names[3], 50, 32),
        (names[4], 56, 40),
      ], n: 100)
    maker.points = zip(names, [11.0, 32, 22, 19, 16]).map {
      ($0, [Double](repeating: $1, count: 100))
    }
    var settings = ServqualSettings()
    settings.scale = .satisfaction
    settings.dimensions = ServqualMap(
      dimensions: names.map { ServqualMap.Dimension(name: $0, items: [$0]) })
    let output = try maker.output(settings)
    let table = output.table("scores")
    func gap(_ question: String, _ level: String) throws -> Double {
      let row = try #require(
        table.rows(["dimension": "total", "level": level, "question": question]).first)
      return try #require(table.numbers("gap")[row])
    }
    for (name, published) in zip(names, [-0.25, -0.13, -0.13, -0.18, -0.16]) {
      #expect(abs(try gap(name, "dimension") - published) < 1e-12)
      #expect(abs(try gap(name, "item") - published) < 1e-12)
    }
    #expect(abs(try gap("unweighted", "score") + 0.17) < 1e-12)
    #expect(abs(try gap("weighted", "score") + 0.1575) < 1e-12)
    let measures = output.report(english, step: "s").measures
    let weighted = try #require(measures.first { $0.id == "gap_weighted" })
    #expect(abs(try #require(weighted.value) + 0.1575) < 1e-12)
    #expect(weighted.n == 100)
  }

  // SciPy 1.17: ttest_1samp([-2, -1, 0, -1, -3, -2], 0).
  @Test func `correctness: a gap has the paired test of SciPy`() throws {
    var maker = ServqualMaker()
    maker.expectations = [("a", [6, 6, 5, 6, 7, 6])]
    maker.perceptions = [("a", [4, 5, 5, 5, 4, 4])]
    let table = try maker.output(.own(["one": ["a"]])).table("scores")
    let row = try #require(table.rows(["level": "item"]).first)
    #expect(abs(try #require(table.numbers("gap")[row]) + 1.5) < 1e-12)
    #expect(abs(try #require(table.numbers("t")[row]) + 3.5032452487268526) < 1e-9)
    #expect(abs(try #require(table.numbers("p")[row]) - 0.01722454968034138) < 1e-9)
    #expect(table.numbers("expectation")[row] == 6)
    #expect(table.numbers("perception")[row] == 4.5)
  }

  @Test func `consistency: perception less expectation is the gap where all answer all`() throws {
    let maker = ServqualMaker.full(rows: 200, missing: 1_000_000)
    let table = try maker.output().table("scores")
    for row in 0..<table.rowCount {
      guard let expectation = table.numbers("expectation")[row],
        let perception = table.numbers("perception")[row], let gap = table.numbers("gap")[row]
      else { continue }
      #expect(abs(perception - expectation - gap) < 1e-12)
    }
    #expect(table.numbers("gap").count { $0 != nil } > 80)
  }

  @Test func `consistency: the order of rows and every row twice change no score`() throws {
    let maker = ServqualMaker.full(rows: 150)
    func columns(_ maker: ServqualMaker) throws -> [String] {
      let output = try maker.output()
      return Servqual.Output.tables(.cny).map { "\(output.table($0.name).columns)" }
    }
    let order = Array((0..<150).reversed())
    #expect(try columns(maker.picked(order)) == columns(maker))
    let one = try maker.output(minCell: 1).table("scores")
    let twice = try maker.picked((0..<150).flatMap { [$0, $0] }).output(minCell: 1).table("scores")
    for column in ["expectation", "perception", "gap"] {
      for (left, right) in zip(one.numbers(column), twice.numbers(column)) {
        #expect(abs((left ?? 9) - (right ?? 9)) < 1e-12)
      }
    }
  }

  @Test func `consistency: other names for items and dimensions change names alone`() throws {
    let maker = ServqualMaker.full(rows: 150)
    var renamed = maker
    renamed.expectations = maker.expectations.map { ("z\($0.item)", $0.answers) }
    renamed.perceptions = maker.perceptions.map { ("z\($0.item)", $0.answers) }
    var settings = ServqualSettings()
    settings.dimensions = ServqualMap(
      dimensions: ServqualMap.standard.dimensions.map { dimension in
        ServqualMap.Dimension(name: dimension.name, items: dimension.items.map { "z\($0)" })
      })
    let one = try maker.output().table("scores")
    let other = try renamed.output(settings).table("scores")
    for (head, values) in zip(one.heads, one.columns) where head.id != "question" {
      #expect(other.values(head.id).map { "\($0)" } == "\(values)", "\(head.id)")
    }
  }

  @Test func `a scale whose lowest number is best is turned round`() throws {
    var maker = ServqualMaker()
    maker.expectations = [("a", [7, 7, 6, 6, 7])]
    maker.perceptions = [("a", [5, 4, 4, 5, 4])]
    var turned = maker
    turned.expectations = [("a", [1, 1, 2, 2, 1])]
    turned.perceptions = [("a", [3, 4, 4, 3, 4])]
    var settings = ServqualSettings.own(["one": ["a"]])
    let plain = try maker.output(settings).table("scores").numbers("gap")
    settings.scale = try #require(SurveyScale(worst: 7, best: 1))
    #expect(try turned.output(settings).table("scores").numbers("gap") == plain)
  }

  @Test func `points that sum to 30 leave a respondent out of the weighted score, and are told`()
    throws
  {
    var maker = ServqualMaker.full(rows: 40, missing: 1_000_000)
    maker.texts = []
    maker.points = ServqualMaker.dimensions.map { name in
      (name, (0..<40).map { $0 < 6 ? 6 : 20 })
    }
    let output = try maker.output()
    let table = output.table("points")
    #expect(table.numbers("wrong").allSatisfy { $0 == 6 })
    #expect(table.numbers("points").allSatisfy { abs(($0 ?? 0) - 20) < 1e-12 })
    let scores = output.table("scores")
    let row = try #require(scores.rows(["dimension": "total", "question": "weighted"]).first)
    #expect(scores.numbers("n")[row] == 34)
    let report = output.report(english, step: "s")
    #expect(report.warnings.contains { $0.contains("do not add up to 100") })
    var tolerant = ServqualSettings()
    tolerant.pointsTolerance = 10
    maker.points[0].points = (0..<40).map { _ in 29 }
    #expect(
      try maker.output(tolerant).table("points").numbers("wrong").first == 6)
  }

  // P 5, minimum 4, desired 7: adequacy 1, superiority −2, position 1/3.
  @Test func `correctness: the zone of tolerance`() throws {
    var maker = ServqualMaker()
    let n = 8
    maker.expectations = [("a", [Int?](repeating: 6, count: n))]
    maker.perceptions = [("a", [5, 5, 5, 5, 4, 6, 5, 5])]
    maker.minimum = [("a", [Int?](repeating: 4, count: n))]
    maker.desired = [("a", [Int?](repeating: 7, count: n))]
    let table = try maker.output(.own(["one": ["a"]])).table("tolerance")
    #expect(table.texts("level") == ["dimension", "item"])
    for row in 0..<2 {
      #expect(table.numbers("adequacy")[row] == 1 && table.numbers("superiority")[row] == -2)
      #expect(abs(try #require(table.numbers("position")[row]) - 1.0 / 3) < 1e-12)
    }
    maker.perceptions = [("a", [3, 3, 3, 2, 3, 3, 4, 3])]
    let findings = try maker.output(.own(["one": ["a"]])).report(english, step: "s").findings
    #expect(findings.first?.id == "servqual.below-zone" && findings.first?.severity == .alarm)
  }

  @Test func `a least level above the desired one is doubted`() throws {
    var maker = ServqualMaker()
    maker.perceptions = [("a", [Int?](repeating: 5, count: 8))]
    maker.minimum = [("a", [Int?](repeating: 6, count: 8))]
    maker.desired = [("a", [Int?](repeating: 4, count: 8))]
    let swapped = try maker.output(.own(["one": ["a"]])).report(english, step: "s").warnings
    #expect(
      swapped.contains {
        $0.contains("lies above the desired one in: one (least 6.00, desired 4.00)")
      })
    (maker.minimum, maker.desired) = (maker.desired, maker.minimum)
    let fine = try maker.output(.own(["one": ["a"]])).report(english, step: "s").warnings
    #expect(!fine.contains { $0.contains("least acceptable") })
  }

  @Test(arguments: [(5, 6), (5, 5)])
  func `a service that meets expectations has no largest gap`(
    expected: Int, perceived: Int
  ) throws {
    var maker = ServqualMaker()
    for item in ["a", "b"] {
      maker.expectations.append((item, [Int?](repeating: expected, count: 8)))
      maker.perceptions.append((item, [Int?](repeating: perceived, count: 8)))
    }
    let page = try maker.output(.own(["one": ["a"], "two": ["b"]]))
      .report(english, step: "s").pages[0]
    #expect(
      page.headline.hasPrefix(
        "Perceptions meet or exceed expectations in every dimension shown; nearest to falling "
          + "short: one with "))
    #expect(!"\(page)".contains("argest gap") && !"\(page)".contains("smallest"))
  }

  @Test func `an export without a row of the scope says which scope to choose`() throws {
    let empty = ServqualMaker.full(rows: 0)
    let outside = try empty.output().report(english, step: "s").pages[0].headline
    #expect(outside.hasPrefix("No answer is of the external scope."))
    let inside = try empty.output(scope: .internal).report(english, step: "s").pages[0].headline
    #expect(inside.hasPrefix("No answer is of the internal scope:"))
    var silent = ServqualMaker()
    silent.expectations = [("a", [nil, nil])]
    silent.perceptions = [("a", [nil, nil])]
    let page = try silent.output(.own(["one": ["a"]])).report(english, step: "s").pages[0]
    #expect(page.headline == "Nobody answered.")
  }

  @Test func `a reversed item is named`() throws {
    var maker = ServqualMaker.full(rows: 300, missing: 1_000_000)
    let item = maker.perceptions[6]
    maker.perceptions[6].answers = item.answers.map { $0.map { 8 - $0 } }
    let report = try maker.output().report(english, step: "s")
    #expect(report.warnings.contains { $0.contains("7 Right the first time") })
  }
}
