import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct DriversRuleTests {
  private let english = Wording(language: .english, currency: .cny)

  /// Complete answers to `csat` and so many items, drawn.
  private func drawn(_ rows: Int, items: Int) -> DriversMaker {
    var random = SurveyRandom(seed: 3)
    var maker = DriversMaker()
    var sums = [Int](repeating: 0, count: rows)
    for item in 0..<items {
      let answers = (0..<rows).map { _ in 1 + random.below(5) }
      for row in 0..<rows where item < 5 { sums[row] += answers[row] }
      maker.survey = maker.survey.answers("item_i\(item)", answers)
    }
    maker.survey = maker.survey.answers(
      "csat", sums.map { min(5, max(1, $0 / max(1, min(items, 5)))) })
    return maker
  }

  @Test(arguments: [(39, 4, false), (40, 4, true), (9, 1, false), (10, 1, true)])
  func `items are ranked from ten complete answers for each of them`(
    rows: Int, items: Int, isRanked: Bool
  ) throws {
    let output = try drawn(rows, items: items).output()
    let table = output.table("importance")
    #expect(table.numbers("rank").allSatisfy { ($0 != nil) == isRanked })
    #expect(
      table.texts("reason")
        == [String](repeating: isRanked ? "" : "n < \(10 * items)", count: items))
    #expect(output.table("plane").numbers("mean").allSatisfy { $0 != nil })
    let report = output.report(english, step: "drivers")
    if !isRanked {
      #expect(
        report.pages[0].headline
          == "Too few complete answers to rank what moves overall satisfaction: \(rows), and "
          + "\(10 * items) are needed.")
      #expect(report.warnings.count == 1)
      #expect(report.findings.isEmpty)
    }
    var ids: [String] = []
    for case .table(let table) in report.pages[0].blocks { ids.append(table.id) }
    #expect(ids.first == (isRanked ? "drivers_importance" : "drivers_means"))
  }

  @Test func `with weights the effective number counts`() throws {
    var maker = drawn(44, items: 4)
    maker.survey = maker.survey.weights((0..<44).map { $0 < 4 ? 6 : 1 })
    let output = try maker.output()
    #expect(output.table("fit").numbers("n")[0] == 44)
    #expect(output.table("importance").texts("reason")[0] == "n < 40")
    maker.survey.columns.removeLast()
    maker.survey = maker.survey.weights([Double](repeating: 0.7, count: 44))
    #expect(try maker.output().table("importance").numbers("rank")[0] != nil)
  }

  @Test(arguments: [15, 16])
  func `averaged gains are left out beyond fifteen items, and it is said`(items: Int) throws {
    let output = try drawn(10 * items, items: items).output()
    let table = output.table("importance")
    #expect(table.numbers("lmg").allSatisfy { ($0 != nil) == (items == 15) })
    #expect(table.numbers("relative_weight").allSatisfy { $0 != nil })
    let page = "\(output.report(english, step: "drivers").pages[0])"
    #expect(page.contains("LMG is left out") == (items == 16))
  }

  @Test func `items that do not vary, and those that others determine, are named`() throws {
    var maker = drawn(200, items: 2)
    let first = maker.survey.table.numbers("item_i0").map { Int($0 ?? 1) }
    maker.survey = maker.survey.answers("item_flat", [Int](repeating: 4, count: 200))
      .answers("item_echo", first.map { 6 - $0 })
    let output = try maker.output()
    let fit = output.table("fit")
    #expect(fit.texts("constant")[0] == "item_flat")
    #expect(fit.texts("collinear")[0] == "item_echo: item_i0")
    let table = output.table("importance")
    #expect(table.numbers("relative_weight")[2] == nil && table.texts("reason")[2] != "")
    // The item and its echo have one part between them.
    #expect(abs((table.numbers("lmg")[0] ?? 9) - (table.numbers("lmg")[3] ?? 8)) < 1e-9)
    let page = "\(output.report(english, step: "drivers").pages[0])"
    #expect(page.contains("flat: every complete answer is the same"))
    #expect(page.contains("echo is determined by i0"))
  }

  @Test func `an item that nobody answered is left out and named, and the others are ranked`()
    throws
  {
    var maker = DriversMaker.planted(rows: 300)
    let plain = try maker.output()
    maker.survey = maker.survey.answers("item_ghost", [Int?](repeating: nil, count: 300))
    let output = try maker.output()
    #expect(output.table("fit").numbers("n") == plain.table("fit").numbers("n"))
    let table = output.table("importance")
    #expect(
      Array(table.numbers("relative_weight").dropLast())
        == plain.table("importance").numbers("relative_weight"))
    #expect(table.texts("item").last == "item_ghost" && table.texts("reason").last != "")
    let report = output.report(english, step: "drivers")
    #expect(report.warnings.count == 1 && report.warnings[0].contains("ranking: ghost."))
    let measure = try #require(report.measures.first { $0.id == "share.item_ghost" })
    #expect(measure.value == nil && measure.reason == "nobody answered it")
    let changed = maker
    let problems = try StageBattery.problems(
      Drivers.self, .quick, data: DriversMaker.words + ["ghost"]
    ) { changed.source(currency: $0) }
    #expect(problems == [])
  }

  @Test func `where nobody answered all items the headline does not say that nobody answered`()
    throws
  {
    var maker = DriversMaker()
    maker.survey = maker.survey.answers("item_a", (0..<40).map { $0 % 2 == 0 ? 3 : nil })
      .answers("item_b", (0..<40).map { $0 % 2 == 1 ? 4 : nil })
      .answers("csat", (0..<40).map { 1 + $0 % 5 })
    let page = try maker.output().report(english, step: "drivers").pages[0]
    #expect(page.headline.contains("rated all 2 items: nothing to rank"))
  }

  @Test func `an overall question that everybody answers alike moves with nothing`() throws {
    var maker = drawn(100, items: 2)
    maker.survey.columns.removeLast()
    maker.survey = maker.survey.answers("csat", [Int](repeating: 4, count: 100))
    let output = try maker.output()
    #expect(output.table("importance").texts("reason")[0] == "the overall score does not vary")
    #expect(
      output.report(english, step: "d").pages[0].headline
        == "Everybody gives overall satisfaction the same score: nothing can move it.")
    // Items that are all alike explain nothing of a score that varies.
    var flat = SurveyMaker().answers("csat", (0..<100).map { $0 % 5 + 1 })
    flat = flat.answers("item_a", [Int](repeating: 3, count: 100))
    let nothing = try DriversMaker(survey: flat).output()
    #expect(nothing.table("fit").numbers("r_squared")[0] == 0)
    #expect(
      nothing.report(english, step: "d").pages[0].headline
        == "The items explain nothing of overall satisfaction.")
  }

  @Test func `one respondent tells nothing`() throws {
    let one = try drawn(1, items: 3).output()
    #expect(one.table("fit").numbers("n")[0] == nil)
    #expect(one.table("plane").numbers("mean") == [nil, nil, nil])
    #expect(
      one.report(english, step: "d").pages[0].headline
        == "No figure is shown: it would tell the answers of fewer than 5 people.")
    #expect(try DriversMaker.planted(rows: 0).output().table("fit").numbers("n")[0] == 0)
  }

  @Test func `the crosshair lies at the means, or at the middle of the scale`() throws {
    let maker = DriversMaker.planted(rows: 600)
    func quadrants(_ settings: DriversSettings) throws -> [String] {
      try maker.output(settings).table("plane").texts("quadrant")
    }
    // Delivery at 2.7 is below the middle, the others above it.
    #expect(
      try quadrants(.with { $0.crosshair = .midpoint })
        == ["concentrate_here", "possible_overkill", "possible_overkill", "possible_overkill"])
    let stated = ItemMap<Double>([("item_support", 9), ("item_price", 2), ("item_noise", 1)])
    #expect(
      try quadrants(
        .with {
          $0.importance = .stated
          $0.stated = stated
        }) == ["", "concentrate_here", "low_priority", "possible_overkill"])
    let shown = try maker.output(.with { $0.stated = stated }).report(english, step: "drivers")
    for case .table(let table) in shown.pages[0].blocks where table.id == "drivers_importance" {
      #expect(table.columns.contains { $0.title == "Stated" })
      #expect(table.rows[0].contains(.missing("none")))
    }
  }

  @Test func `where answers are too few to derive importance, that which is stated has a plane`()
    throws
  {
    let output = try drawn(30, items: 4).output(
      .with {
        $0.importance = .stated
        $0.stated = ItemMap([("item_i0", 9), ("item_i1", 5), ("item_i2", 2), ("item_i3", 1)])
      })
    #expect(output.table("importance").numbers("rank").allSatisfy { $0 == nil })
    #expect(output.table("plane").texts("quadrant").allSatisfy { !$0.isEmpty })
    let page = "\(output.report(english, step: "drivers").pages[0])"
    #expect(page.contains("importance as the settings state it") && page.contains("drivers-plane"))
  }

  // By hand: importance 3, 1, 2 and performance 4, 2, 3 have the standard deviation √(2/3).
  @Test func `correctness: the distance from the diagonal`() throws {
    var survey = SurveyMaker().answers("csat", (0..<60).map { $0 % 5 + 1 })
    for (name, mean) in [("a", 4), ("b", 2), ("c", 3)] {
      survey = survey.answers("item_\(name)", (0..<60).map { $0 % 2 == 0 ? mean - 1 : mean + 1 })
    }
    let settings = DriversSettings.with {
      $0.importance = .stated
      $0.diagonal = true
      $0.stated = ItemMap([("item_a", 3), ("item_b", 3), ("item_c", 0)])
    }
    let output = try DriversMaker(survey: survey).output(settings)
    let spread = (2.0 / 3).squareRoot()
    let wanted = [
      1 / 2.0.squareRoot() - 1 / spread, 1 / 2.0.squareRoot() + 1 / spread, -2.0.squareRoot(),
    ]
    for (found, distance) in zip(output.table("plane").numbers("distance"), wanted) {
      #expect(abs((found ?? 9) - distance) < 1e-12)
    }
    let report = output.report(english, step: "drivers")
    #expect(report.findings.first?.sentence.hasPrefix("b is where to begin") == true)
  }

  @Test(
    arguments: [
      (["csat": 5], "the survey has no items (item_*)"),
      (["item_a": 5, "x": 1], "the survey has no overall question to explain"),
      ([:], "the survey has no items (item_*)"),
    ] as [([String: Int], String)])
  func `a survey without items or without an overall question is refused`(
    columns: [String: Int], message: String
  ) throws {
    var survey = SurveyMaker()
    for (name, answer) in columns.sorted(by: { $0.key < $1.key }) {
      survey = survey.answers(name, [answer])
    }
    try expectProblem(message) { try DriversMaker(survey: survey).output() }
  }

  @Test func `settings that contradict the survey or each other are refused`() throws {
    let maker = drawn(50, items: 2)
    try expectProblem("the survey has no item 'item_x'") {
      try maker.output(.with { $0.leaveOut = ["item_x"] })
    }
    try expectProblem("'leave_out' names every item") {
      try maker.output(.with { $0.leaveOut = ["item_i0", "item_i1"] })
    }
    try expectProblem("none of the columns nps") { try maker.output(.with { $0.overall = "nps" }) }
    try expectProblem("'importance: stated' needs") {
      try maker.output(.with { $0.importance = .stated })
    }
    let unknown = try maker.output(.with { $0.stated = ItemMap([("item_x", 1)]) })
    #expect(
      unknown.report(english, step: "d").warnings
        == ["The settings name the item 'item_x', which the survey does not have."])
  }

  private func expectProblem(
    _ message: String, _ body: () throws -> some Any
  ) throws {
    do {
      _ = try body()
      Issue.record("no problem: \(message)")
    } catch let error as Diagnostic {
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.help != nil)
    }
  }
}
