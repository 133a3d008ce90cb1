import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct KanoStageTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test(arguments: [0, 1, 4, 30, 300], [false, true])
  func `the battery holds on questionnaires of every size`(
    respondents: Int, weighted: Bool
  ) throws {
    var maker = KanoMaker.full(respondents: respondents, weighted: weighted)
    maker.survey = .penalties(rows: respondents)
    let problems = try StageBattery.problems(Kano.self, data: KanoMaker.words) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  private static let options: [KanoSettings] = {
    var result: [KanoSettings] = []
    for groupBy in [[], SurveyDimension.allCases] {
      for waves in SurveyWaves.allCases {
        for isOn in [false, true] {
          var settings = KanoSettings()
          settings.groupBy = groupBy
          settings.waves = waves
          settings.weighted = isOn
          settings.weightByImportance = isOn
          settings.confidence = isOn ? 0.8 : 0.99
          settings.questionableLimit = 0.01
          settings.features = ItemMap([("item_price", "invoice"), ("item_speed", "none such")])
          settings.names = ItemMap([
            ("quote", LocalizedText("quote")), ("none such", LocalizedText("x")),
          ])
          result.append(settings)
        }
      }
    }
    return result
  }()

  @Test(arguments: options)
  func `the battery holds with every option`(settings: KanoSettings) throws {
    var maker = KanoMaker.full(respondents: 200)
    maker.survey = .penalties(rows: 200)
    let problems = try StageBattery.problems(Kano.self, settings, data: KanoMaker.words) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  // Sauerwein, Bailom, Matzler & Hinterhuber 1996, table of ski features, in per mille.
  @Test func `correctness: ski features have the published letters and coefficients`() throws {
    let output = try KanoMaker.letters([
      "Edge grip": [70, 323, 493, 95, 3, 15], "Ease of turn": [104, 451, 305, 115, 12, 12],
      "Service": [638, 216, 29, 85, 7, 25],
    ]).output()
    let table = output.table("features")
    let expected:
      [(feature: String, letter: String, better: Double, worse: Double, total: Double)] =
        [
          ("Edge grip", "M", 0.40061162079510704, -0.8318042813455657, 886.0 / 999),
          ("Ease of turn", "O", 0.5692307692307692, -0.7753846153846153, 860.0 / 999),
          ("Service", "A", 0.8822314049586777, -0.25309917355371897, 883.0 / 1000),
        ]
    for feature in expected {
      let row = try #require(
        table.rows(["feature": feature.feature, "dimension": "total"]).first)
      #expect(table.texts("category")[row] == feature.letter)
      #expect(table.texts("category_grouped")[row] == feature.letter)
      #expect(abs(try #require(table.numbers("better")[row]) - feature.better) < 1e-9)
      #expect(abs(try #require(table.numbers("worse")[row]) - feature.worse) < 1e-9)
      #expect(abs(try #require(table.numbers("total_strength")[row]) - feature.total) < 1e-9)
    }
    let measures = output.report(english, step: "kano").measures
    let better = try #require(measures.first { $0.id == "better.Edge_grip" })
    #expect(abs(try #require(better.value) - 0.40061162079510704) < 1e-9)
    #expect(better.n == 999)
  }

  // methods.md 4.18: 60 against 35 of 120, 25 against 12.5004.
  @Test func `correctness: Fong's test of 60 against 35 of 120`() throws {
    let table = try KanoMaker.letters(["f": [60, 35, 10, 10, 5, 0]]).output().table("features")
    #expect(table.numbers("fong_difference")[0] == 25)
    #expect(abs(try #require(table.numbers("fong_critical")[0]) - 12.5004) < 5e-5)
    #expect(table.texts("significant")[0] == "yes")
  }

  @Test func `a feature that matters to most is wanted though indifference is the mode`() throws {
    // 30 do not care, but 53 want it in one way or another.
    let output = try KanoMaker.letters(["f": [20, 18, 15, 30, 3, 1]]).output()
    let table = output.table("features")
    #expect(table.texts("category")[0] == "I")
    #expect(table.texts("category_grouped")[0] == "A")
    #expect(table.texts("differs")[0] == "yes")
    let page = output.report(english, step: "kano").pages[0]
    #expect("\(page)".contains("A ≠"))
  }

  @Test func `the evaluation table is printed as published`() throws {
    let output = try KanoMaker.letters(["f": [9, 9, 9, 9, 9, 9]]).output()
    let published = "QAAAORIIIMRIIIMRIIIMRRRRQ"
    #expect(output.table("evaluation").texts("category").joined() == published)
    var printed: [[String]] = []
    for case .table(let table) in output.report(english, step: "kano").pages[0].blocks
    where table.id == "kano_evaluation_table" {
      for row in table.rows {
        printed.append(
          row.dropFirst().map { cell in if case .text(let text) = cell { text } else { "" } })
      }
    }
    #expect(printed.count == 5)
    #expect(printed.flatMap(\.self).joined() == published)
  }

  @Test func `priorities go from basic over expected to exciting`() throws {
    let output = try KanoMaker.letters([
      "a": [50, 10, 5, 5, 0, 0], "o": [10, 50, 5, 5, 0, 0], "m weak": [5, 5, 40, 20, 0, 0],
      "m strong": [5, 5, 55, 5, 0, 0], "i": [5, 5, 5, 55, 0, 0], "r": [5, 5, 5, 5, 50, 0],
    ]).output()
    let table = output.table("priorities")
    #expect(table.texts("feature") == ["m strong", "m weak", "o", "a", "i", "r"])
    #expect(table.texts("class").prefix(4) == ["basic", "basic", "expected", "excitement"])
    let report = output.report(english, step: "kano")
    #expect(
      report.pages[0].headline
        == "Basic features: 2, expected: 1, exciting: 1, of 6 in all; first: m strong.")
    #expect(report.findings.map(\.id) == ["kano.basic", "kano.excitement", "kano.reverse"])
    #expect(report.findings.allSatisfy { $0.action != nil && $0.owner != nil })
  }

  @Test(
    arguments: [
      ("I", [0, 0, 0, 40, 0, 0]), ("R", [0, 0, 0, 0, 40, 0]), ("Q", [0, 0, 0, 0, 0, 40]),
    ])
  func `no feature comes first where none is wanted`(letter: String, counts: [Int]) throws {
    let output = try KanoMaker.letters(["e": counts, "f": counts]).output()
    let page = output.report(english, step: "kano").pages[0]
    #expect(
      page.headline.hasPrefix(
        "No feature of 2 is basic, expected or exciting; most frequent class: \(letter) "))
    #expect("\(page)".contains("none is wanted") && !"\(page)".contains("most wanted"))
  }

  @Test func `contradicting answers above a tenth raise doubt`() throws {
    let fine = try KanoMaker.letters(["f": [30, 30, 10, 10, 10, 10]]).output()
      .report(english, step: "kano")
    #expect(fine.warnings.isEmpty && !fine.findings.contains { $0.id == "kano.questionable" })
    let doubted = try KanoMaker.letters(["f": [30, 30, 10, 9, 10, 11]]).output()
      .report(english, step: "kano")
    #expect(doubted.warnings.count == 1)
    #expect(doubted.findings.first?.id == "kano.questionable")
    let share = try #require(doubted.measures.first { $0.id == "questionable" })
    #expect(abs(try #require(share.value) - 0.11) < 1e-12)
  }

  @Test func `everybody with one answer is all contradiction or all of one letter`() throws {
    let like = try KanoMaker.letters(["f": [0, 0, 0, 0, 0, 40]]).output()
    let table = like.table("features")
    #expect(table.texts("category")[0] == "Q" && table.numbers("better")[0] == nil)
    #expect(like.report(english, step: "k").warnings.count == 1)
    let must = try KanoMaker.letters(["f": [0, 0, 40, 0, 0, 0]]).output().table("features")
    #expect(must.numbers("worse")[0] == -1 && must.numbers("category_strength")[0] == 1)
  }

  @Test func `one respondent is hidden, and told apart where the least cell is one`() throws {
    let one = KanoMaker.letters(["f": [1, 0, 0, 0, 0, 0]])
    let hidden = try one.output()
    #expect(hidden.table("features").numbers("n")[0] == nil)
    #expect(
      hidden.report(english, step: "k").pages[0].headline
        == "No figure is shown: it would tell the answers of fewer than 5 people.")
    let shown = try one.output(minCell: 1)
    #expect(shown.table("features").texts("category")[0] == "A")
    #expect(shown.table("continuous").numbers("functional_low")[0] == nil)
  }

  @Test func `segments and waves that place a feature differently are findings`() throws {
    var maker = KanoMaker()
    for row in 0..<120 {
      let isOne = row < 60
      // To the first segment basic, to the second exciting.
      maker.rows.append(
        .init(
          respondent: "k\(row)", feature: "f", functional: isOne ? 3 : 1,
          dysfunctional: isOne ? 5 : 3, segment: isOne ? "first" : "second"))
    }
    let output = try maker.output()
    let differences = output.table("differences")
    #expect(differences.texts("dimension") == ["segment"])
    #expect(try #require(differences.numbers("p_holm")[0]) < 1e-9)
    let finding = try #require(
      output.report(english, step: "kano").findings.first { $0.id == "kano.by-segment" })
    #expect(
      finding.sentence
        == "f is not the same to every segment: first M Basic, second A Excitement (p < 0.001).")
    var waves = maker
    for index in waves.rows.indices {
      waves.rows[index].wave = waves.rows[index].segment == "first" ? "2025Q3" : "2025Q4"
      waves.rows[index].segment = ""
    }
    let changed = try #require(
      try waves.output().report(english, step: "kano").findings.first { $0.id == "kano.changed" })
    #expect(
      changed.sentence
        == "f has changed between 2025Q3 and 2025Q4: from M Basic to A Excitement (p < 0.001).")
  }

  @Test func `consistency: the order of rows and every row twice change no letter or share`() throws
  {
    let maker = KanoMaker.full(respondents: 150)
    func tables(_ maker: KanoMaker) throws -> [String] {
      let output = try maker.output()
      return Kano.Output.tables(.cny).map(\.name).map { name in
        #expect(output.table(name).name == name)
        return "\(output.table(name).columns)"
      }
    }
    var turned = maker
    turned.rows.reverse()
    #expect(try tables(turned) == tables(maker))
    var twice = maker
    twice.rows += maker.rows.map { row in
      var row = row
      row.respondent += "b"
      return row
    }
    let (one, two) = (try maker.output(minCell: 1), try twice.output(minCell: 1))
    for column in ["better", "worse", "category_strength", "total_strength"] {
      let left = one.table("features").numbers(column)
      let right = two.table("features").numbers(column)
      for (a, b) in zip(left, right) { #expect(abs((a ?? 9) - (b ?? 9)) < 1e-12) }
    }
    #expect(one.table("features").texts("category") == two.table("features").texts("category"))
  }

  @Test func `consistency: other names for the features change names alone`() throws {
    let maker = KanoMaker.full(respondents: 150)
    var renamed = maker
    for index in renamed.rows.indices {
      renamed.rows[index].feature = "z" + maker.rows[index].feature
    }
    let one = try maker.output().table("features")
    let other = try renamed.output().table("features")
    #expect(other.texts("feature") == one.texts("feature").map { "z" + $0 })
    for (head, values) in zip(one.heads, one.columns) where head.id != "feature" {
      #expect(other.values(head.id).map { "\($0)" } == "\(values)", "\(head.id)")
    }
  }

  @Test func `consistency: an answer of weight two counts as two answers`() throws {
    var weighted = KanoMaker.letters(["f": [12, 8, 6, 4, 2, 1]])
    weighted.hasWeights = true
    var doubled = weighted
    doubled.hasWeights = false
    for index in weighted.rows.indices.prefix(20) {
      weighted.rows[index].weight = 2
      doubled.rows.append(weighted.rows[index])
    }
    let one = try weighted.output().table("features")
    let other = try doubled.output().table("features")
    for column in ["better", "worse", "category_strength", "total_strength"] {
      #expect(abs((one.numbers(column)[0] ?? 9) - (other.numbers(column)[0] ?? 8)) < 1e-12)
    }
    #expect(one.numbers("n")[0] == 33 && other.numbers("n")[0] == 53)
    #expect(try #require(one.numbers("n_effective")[0]) < 33)
  }

  // By hand: importance 9 for (4, 4) and 1 for (0, 0) of two respondents each.
  @Test func `correctness: the plane is weighted by self-stated importance`() throws {
    var maker = KanoMaker()
    maker.hasImportance = true
    for (index, answer) in [(1, 5, 9), (1, 5, 9), (3, 3, 1), (3, 3, 1)].enumerated() {
      maker.rows.append(
        .init(
          respondent: "k\(index)", feature: "f", functional: answer.0, dysfunctional: answer.1,
          importance: answer.2))
    }
    let table = try maker.output(minCell: 1).table("continuous")
    #expect(table.numbers("functional")[0] == 2 && table.numbers("importance")[0] == 5)
    #expect(abs(try #require(table.numbers("weighted_functional")[0]) - 3.6) < 1e-12)
    #expect(table.texts("quadrant")[0] == "O")
    var plain = KanoSettings()
    plain.weightByImportance = false
    maker.rows.append(
      .init(respondent: "k9", feature: "f", functional: 3, dysfunctional: 3, importance: 1))
    #expect(try maker.output(plain, minCell: 1).table("continuous").texts("quadrant")[0] == "I")
  }
}
