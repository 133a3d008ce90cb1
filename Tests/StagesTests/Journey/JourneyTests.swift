import Diagnostics
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

@Suite struct JourneyStageTests {
  private let english = Wording(language: .english, currency: .cny)

  @Test(arguments: [0, 1, 4, 30, 300], [false, true])
  func `the battery holds on journeys of every size`(rows: Int, weighted: Bool) throws {
    let maker = JourneyMaker.full(rows: rows, weighted: weighted)
    let problems = try StageBattery.problems(Journey.self, data: JourneyMaker.words) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  private static let options: [JourneySettings] = {
    var result: [JourneySettings] = []
    for importance in JourneySettings.Importance.allCases {
      for waves in SurveyWaves.allCases {
        var settings = JourneySettings()
        settings.importance = importance
        settings.survey.waves = waves
        settings.survey.weighted = waves == .all
        settings.survey.confidence = waves == .all ? 0.8 : 0.99
        settings.question = waves == .all ? "nps" : nil
        settings.overall = importance == .weights ? nil : waves == .all ? "csat" : "nps"
        settings.order = importance == .auto ? [] : ["support", "nowhere", "order"]
        settings.names = ItemMap([("deliver", LocalizedText("Deliver"))])
        settings.leastCustomers = 10
        settings.leastMoments = 2
        settings.failures = ["ENQUIRY", "complaint"]
        settings.failureDays = 400
        result.append(settings)
      }
    }
    return result
  }()

  @Test(arguments: options)
  func `the battery holds with every option`(settings: JourneySettings) throws {
    let maker = JourneyMaker.full(rows: 400)
    let problems = try StageBattery.problems(
      Journey.self, settings, data: JourneyMaker.words + ["ENQUIRY"]
    ) {
      maker.source(currency: $0)
    }
    #expect(problems == [])
  }

  @Test func `the battery holds where everyone answers alike and nobody is named`() throws {
    var maker = JourneyMaker()
    for touchpoint in ["order", "deliver"] { maker.add(touchpoint, [0, 0, 0, 0, 12], nps: 10) }
    for hasCustomers in [true, false] {
      for hasNPS in [true, false] {
        maker.hasCustomers = hasCustomers
        maker.hasNPS = hasNPS
        let problems = try StageBattery.problems(Journey.self, data: JourneyMaker.words) {
          maker.source(currency: $0)
        }
        #expect(problems == [])
        let table = try maker.output().table("touchpoints")
        #expect(table.numbers("mean").compactMap(\.self).allSatisfy { [5, 10].contains($0) })
        #expect(table.numbers("drop_p").allSatisfy { $0 == nil })
        #expect(table.texts("moment_of_truth").allSatisfy { $0 != "yes" })
      }
    }
  }

  // MARK: Order

  @Test func `order: the days of customers who met several decide, then the settings`() throws {
    var maker = JourneyMaker()
    // Each customer meets support before order, and half of them install in between.
    for customer in 0..<12 {
      let met = customer < 6 ? ["support", "install", "order"] : ["support", "order"]
      for (place, touchpoint) in met.enumerated() {
        maker.rows.append(
          .init(
            customer: "c\(customer)", day: 30 * place + customer, touchpoint: touchpoint,
            csat: 4, nps: 8))
      }
    }
    let byDays = try maker.output()
    #expect(byDays.touchpoints == ["support", "install", "order"])
    #expect(byDays.order.rule == .days && byDays.several == 12)
    var settings = JourneySettings()
    settings.order = ["order", "nowhere"]
    let given = try maker.output(settings)
    #expect(given.touchpoints == ["order", "support", "install"])
    #expect(given.order.rule == .given && given.order.unknown == ["nowhere"])
    #expect("\(given.report(english, step: "j").warnings)".contains("nowhere"))
    maker.hasCustomers = false
    let byName = try maker.output()
    #expect(byName.touchpoints == ["install", "order", "support"])
    #expect(byName.order.rule == .names)
  }

  @Test func `order: days that are equal share their place, and names decide between equals`()
    throws
  {
    var maker = JourneyMaker()
    for customer in 0..<6 {
      for touchpoint in ["b", "a"] {
        maker.rows.append(
          .init(customer: "c\(customer)", day: 5, touchpoint: touchpoint, csat: 3, nps: 5))
      }
    }
    #expect(try maker.output().touchpoints == ["a", "b"])
  }

  // MARK: Scores

  @Test func `correctness: a drop of one level is found with Welch's interval`() throws {
    var maker = JourneyMaker()
    maker.add("order", [0, 2, 8, 30, 10])
    maker.add("deliver", [5, 15, 20, 8, 2])
    maker.add("support", [0, 2, 8, 30, 10])
    var settings = JourneySettings()
    settings.order = ["order", "deliver", "support"]
    let output = try maker.output(settings)
    let table = output.table("touchpoints")
    let row = try #require(table.rows(["item": "csat", "group": "deliver"]).first)
    // Means 3.96 and 2.74; second route: the definition on the answers themselves.
    func answers(_ counts: [Int]) -> [Double] {
      counts.enumerated().flatMap { [Double](repeating: Double($0.offset + 1), count: $0.element) }
    }
    let (before, after) = (answers([0, 2, 8, 30, 10]), answers([5, 15, 20, 8, 2]))
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    func variance(_ x: [Double]) -> Double {
      x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) } / Double(x.count - 1)
    }
    let (a, b) = (variance(after) / 50, variance(before) / 50)
    let degrees = (a + b) * (a + b) / (a * a / 49 + b * b / 49)
    let half = StudentT(degreesOfFreedom: degrees).twoSided(0.95) * (a + b).squareRoot()
    let drop = mean(after) - mean(before)
    #expect(abs(drop - -1.22) < 1e-12)
    #expect(abs((table.numbers("drop")[row] ?? 0) - drop) < 1e-12)
    #expect(abs((table.numbers("drop_low")[row] ?? 0) - (drop - half)) < 1e-10)
    #expect(abs((table.numbers("drop_high")[row] ?? 0) - (drop + half)) < 1e-10)
    // Two steps: the smaller p-value counts twice.
    let p = table.numbers("drop_p")[row] ?? 1
    #expect(p < 1e-8 && abs((table.numbers("drop_p_holm")[row] ?? 0) - 2 * p) < 1e-15)
    #expect(table.numbers("sd")[row].map { abs($0 * $0 - variance(after)) < 1e-12 } == true)
    #expect(table.numbers("top2")[row] == 0.2 && table.numbers("bottom2")[row] == 0.4)
    #expect(table.numbers("step")[row] == 2)
    let findings = output.report(english, step: "journey").findings
    #expect(findings.contains { $0.id == "journey.drop" && $0.sentence.contains("deliver") })
    #expect(findings.allSatisfy { $0.action != nil && $0.owner != nil })
  }

  /// η² by hand: means 3.96, 2.74, 3.96 of 50 each; the middle one has two thirds of what is between.
  @Test func `correctness: without customers importance is the part in the variance`() throws {
    var maker = JourneyMaker()
    maker.hasNPS = false
    maker.add("order", [0, 2, 8, 30, 10])
    maker.add("deliver", [5, 15, 20, 8, 2])
    maker.add("support", [0, 2, 8, 30, 10])
    let table = try maker.output().table("touchpoints")
    let parts = ["order", "deliver", "support"].map { name in
      table.rows(["group": name]).first.flatMap { table.numbers("importance")[$0] } ?? 0
    }
    let centre = (3.96 + 2.74 + 3.96) / 3
    let between = [3.96, 2.74, 3.96].map { 50 * ($0 - centre) * ($0 - centre) }
    // Σ (x − x̄)² within: 49 s² of each.
    let within = 50 * (16.2 - 3.96 * 3.96) * 2 + 50 * (8.46 - 2.74 * 2.74)
    let all = between.reduce(0, +) + within
    for (part, exact) in zip(parts, between) { #expect(abs(part - exact / all) < 1e-12) }
    let row = try #require(table.rows(["group": "deliver"]).first)
    #expect(table.texts("importance_by")[row] == "variance")
    #expect(table.texts("moment_of_truth")[row] == "yes")
    let others = table.rows(["dimension": "touchpoint"]).filter { $0 != row }
    #expect(others.allSatisfy { table.texts("moment_of_truth")[$0] == "no" })
  }

  @Test func `a fall since the wave before is found where it happened`() throws {
    var maker = JourneyMaker()
    for wave in ["W1", "W2"] {
      for touchpoint in ["order", "deliver", "support"] {
        let isFallen = wave == "W2" && touchpoint == "deliver"
        for row in 0..<80 {
          maker.rows.append(
            .init(
              customer: "c\(maker.rows.count)", day: wave == "W1" ? 0 : 90,
              touchpoint: touchpoint, csat: 3 + row % 3 - (isFallen ? 1 : 0),
              nps: isFallen ? 4 + row % 5 : 7 + row % 4, wave: wave))
        }
      }
    }
    let output = try maker.output()
    let table = output.table("touchpoints")
    let changed = table.rows(["item": "nps"]).filter {
      (table.numbers("change_p_holm")[$0] ?? 1) < 0.05
    }
    #expect(changed.map { table.texts("group")[$0] } == ["deliver"])
    // From half promoters to 80 % detractors.
    #expect(
      changed.first.flatMap { table.numbers("change")[$0] }.map { abs($0 + 110) < 50 } == true)
    let finding = try #require(
      output.report(english, step: "journey").findings.first { $0.id == "journey.fall" })
    #expect(finding.severity == .alarm)
    #expect(finding.sentence.contains("NPS after deliver fell"))
    #expect(finding.sentence.contains("no other touchpoint fell"))
  }

  @Test func `the lowest touchpoint is broken down, and says who scores it lowest`() throws {
    var maker = JourneyMaker()
    for touchpoint in ["order", "deliver"] {
      for row in 0..<90 {
        let isLow = touchpoint == "deliver" && row % 3 == 0
        maker.rows.append(
          .init(
            customer: "c\(maker.rows.count)", day: row, touchpoint: touchpoint,
            csat: isLow ? 1 + row % 2 : 3 + row % 2, nps: 7,
            segment: row % 3 == 0 ? "VIP" : "SMB"))
      }
    }
    let output = try maker.output()
    let table = output.table("groups")
    #expect(Set(table.texts("touchpoint")) == ["deliver"])
    #expect(table.texts("group") == ["", "SMB", "VIP"])
    #expect(table.numbers("n") == [90, 60, 30])
    #expect(table.numbers("mean")[2] == 1.5 && table.numbers("mean")[1] == 3.5)
    let findings = output.report(english, step: "j").findings
    let found = try #require(findings.first { $0.id == "journey.groups" })
    #expect(found.sentence.contains("at deliver is lowest for segment VIP 1.50"))
    #expect(found.action == "Start with VIP: call them about deliver first")
    // Nobody is told of where no export has the column.
    #expect(output.missing == [.region])
  }

  // MARK: Properties

  private static let names = [
    "touchpoints", "groups", "moments", "models", "recovery", "lifecycle",
  ]

  @Test(arguments: [false, true])
  func `property: the order of the rows changes nothing`(weighted: Bool) throws {
    let maker = JourneyMaker.full(rows: 300, weighted: weighted)
    var other = maker
    var random = SurveyRandom(seed: 4)
    other.rows.shuffle(using: &random)
    other.cases?.shuffle(using: &random)
    other.classes?.reverse()
    var settings = JourneySettings()
    settings.leastCustomers = 10
    settings.leastMoments = 2
    let (one, two) = (try maker.output(settings), try other.output(settings))
    for name in Self.names { #expect("\(one.table(name))" == "\(two.table(name))") }
    #expect(
      "\(one.report(english, step: "j"))" == "\(two.report(english, step: "j"))")
  }

  @Test func `property: every row twice leaves the means alone`() throws {
    let maker = JourneyMaker.full(rows: 240)
    var twice = maker
    twice.rows += maker.rows
    let (one, two) = (try maker.raw().table("touchpoints"), try twice.raw().table("touchpoints"))
    for column in ["mean", "top2", "bottom2", "nps", "drop", "change"] {
      for (a, b) in zip(one.numbers(column), two.numbers(column)) {
        #expect((a == nil) == (b == nil))
        if let a, let b { #expect(abs(a - b) < 1e-9) }
      }
    }
    for (a, b) in zip(one.numbers("n"), two.numbers("n")) {
      #expect((b ?? 0) == 2 * (a ?? 0))
    }
  }

  @Test func `property: touchpoints renamed keep their figures`() throws {
    let maker = JourneyMaker.full(rows: 300)
    var other = maker
    let renamed = ["order": "p", "deliver": "q", "install": "r", "support": "s"]
    for row in other.rows.indices {
      other.rows[row].touchpoint = renamed[other.rows[row].touchpoint] ?? ""
    }
    var settings = JourneySettings()
    settings.order = ["order", "deliver", "install", "support"]
    settings.leastCustomers = 10
    settings.leastMoments = 2
    var same = settings
    same.order = ["p", "q", "r", "s"]
    let (one, two) = (try maker.output(settings), try other.output(same))
    for name in ["touchpoints", "moments"] {
      let (a, b) = (one.table(name), two.table(name))
      #expect(a.texts("group").map { renamed[$0] ?? "" } == b.texts("group"))
      for column in ["n", "mean", "drop", "importance", "share"] {
        #expect(a.numbers(column) == b.numbers(column))
      }
    }
  }

  // MARK: Messages

  @Test func `what is missing is said, with what to do`() throws {
    func message(_ source: Source, _ settings: JourneySettings = JourneySettings()) -> String {
      do throws(Diagnostic) {
        _ = try JourneyInput(from: source, settings)
        return ""
      } catch {
        return "\(error.code) \(error.message) \(error.help ?? "")"
      }
    }
    let survey = SurveyMaker().answers("csat", [1, 2])
    #expect(message(survey.source()).contains("missing-column"))
    #expect(message(survey.source()).contains("--column survey.touchpoint=HEADER"))
    let items = SurveyMaker().answers("item_speed", [1, 2]).texts("touchpoint", ["a", "b"])
    #expect(message(items.source()).contains("none of the columns csat, nps and ces"))
    var settings = JourneySettings()
    settings.question = "item_speed"
    #expect(message(items.source(), settings).isEmpty)
    settings.overall = "nsp"
    #expect(message(items.source(), settings).contains("the survey has no item 'nsp'"))
    settings.overall = "item_speed"
    #expect(throws: Diagnostic.self) { try Journey(settings) }
  }
}
