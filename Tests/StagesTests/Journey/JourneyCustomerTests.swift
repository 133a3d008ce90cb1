import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// What is told of customers rather than of answers.
@Suite struct JourneyCustomerTests {
  private let english = Wording(language: .english, currency: .cny)
  private static let touchpoints = ["order", "deliver", "install", "support", "invoice"]

  private func model(_ output: JourneyOutput, _ name: String, _ column: String) -> Double? {
    let table = output.table("models")
    return table.rows(["model": name]).first.flatMap { table.numbers(column)[$0] }
  }

  // MARK: Peak and end

  @Test func `correctness: scores made of peak and end are found to be so`() throws {
    let maker = JourneyMaker.relation(
      customers: 400, touchpoints: Self.touchpoints, seed: 3
    ) { PeakEnd($0, neutral: 3)?.score ?? 3 }
    let output = try maker.output()
    #expect(output.overallKind == .relationship)
    #expect((model(output, "peak_end", "r_squared") ?? 0) > 0.9)
    #expect((model(output, "difference", "low") ?? 0) > 0)
    #expect((model(output, "difference", "p") ?? 1) < 1e-6)
    let finding = output.report(english, step: "j").findings.first { $0.id == "journey.peak-end" }
    #expect(finding?.sentence.hasPrefix("Peak and end go better") == true)
  }

  @Test func `correctness: scores made of the mean are found to be so`() throws {
    let maker = JourneyMaker.relation(
      customers: 400, touchpoints: Self.touchpoints, seed: 3
    ) { $0.reduce(0, +) / Double($0.count) }
    let output = try maker.output()
    #expect((model(output, "mean", "r_squared") ?? 0) > 0.8)
    #expect((model(output, "difference", "high") ?? 0) < 0)
    let finding = output.report(english, step: "j").findings.first { $0.id == "journey.peak-end" }
    #expect(finding?.sentence.hasPrefix("The mean of all moments") == true)
  }

  @Test func `correctness: scores made by chance leave it open`() throws {
    var generator = CounterGenerator(seed: 8)
    let maker = JourneyMaker.relation(
      customers: 300, touchpoints: Self.touchpoints, seed: 3
    ) { _ in 3 + generator.normal() }
    let output = try maker.output()
    let low = try #require(model(output, "difference", "low"))
    let high = try #require(model(output, "difference", "high"))
    #expect(low < 0 && high > 0)
    #expect(
      !output.report(english, step: "j").findings.contains { $0.id == "journey.peak-end" })
  }

  /// Both questions of one answer agree, the answers of a customer do not: the last moment is the
  /// overall answer, and would make the end look as if it decided.
  @Test func `moments scored together with the whole do not decide`() throws {
    var maker = JourneyMaker()
    var generator = CounterGenerator(seed: 77)
    for customer in 0..<300 {
      for day in 0..<4 {
        let score = 1 + Int(generator.uniform() * 5)
        maker.rows.append(
          .init(
            customer: "c\(customer)", day: day, touchpoint: Self.touchpoints[day], csat: score,
            nps: score * 2))
      }
    }
    let output = try maker.output()
    #expect(output.overallKind == .latest && model(output, "peak_end", "n") == 300)
    #expect((model(output, "peak_end", "r_squared") ?? 1) < 0.05)
    #expect((model(output, "difference", "low") ?? 1) < 0)
    #expect((model(output, "difference", "high") ?? -1) > 0)
    // The tables of places have every moment.
    let table = output.table("moments")
    let end = try #require(table.rows(["dimension": "end", "group": "support"]).first)
    #expect(table.numbers("n")[end] == 300)
  }

  @Test func `peak, trough and end are counted where they lie`() throws {
    var maker = JourneyMaker()
    // Three moments: order 4, deliver 1, support 4 or 5; day by day.
    for customer in 0..<20 {
      for (day, moment) in [
        ("order", 4), ("deliver", 1), ("support", customer < 8 ? 5 : 4),
      ].enumerated() {
        maker.rows.append(
          .init(
            customer: "c\(customer)", day: day, touchpoint: moment.0, csat: moment.1,
            nps: customer % 11))
      }
    }
    // Two moments are too few.
    for day in 0..<2 {
      maker.rows.append(
        .init(customer: "few", day: day, touchpoint: "order", csat: 1, nps: 0))
    }
    let table = try maker.output().table("moments")
    func count(_ place: String, _ touchpoint: String) -> Double? {
      table.rows(["dimension": place, "group": touchpoint]).first
        .flatMap { table.numbers("n")[$0] }
    }
    #expect(count("total", "") == 20)
    // 1 and 5 are equally far from the middle: the bad one is the peak.
    #expect(count("peak", "deliver") == 20 && count("peak", "support") == 0)
    #expect(count("trough", "deliver") == 20 && count("end", "support") == 20)
    #expect(count("met", "order") == 20 && count("end", "order") == 0)
  }

  // MARK: Importance

  @Test func `correctness: planted weights come back where customers score everything`() throws {
    let maker = JourneyMaker.relation(
      customers: 500, touchpoints: Array(Self.touchpoints.prefix(3)), seed: 9
    ) { 0.2 * $0[0] + 0.7 * $0[1] + 0.1 * $0[2] }
    let table = try maker.output().table("touchpoints")
    let weights = ["order", "deliver", "install"].compactMap { name in
      table.rows(["item": "csat", "group": name]).first
        .flatMap { table.numbers("importance")[$0] }
    }
    // Independent scores of equal spread: weights are as the squares, 4 : 49 : 1.
    let shares = weights.map { $0 / weights.reduce(0, +) }
    for (share, square) in zip(shares, [4.0, 49, 1]) { #expect(abs(share - square / 54) < 0.04) }
    let row = try #require(table.rows(["item": "csat", "group": "deliver"]).first)
    #expect(table.texts("importance_by")[row] == "weights")
    #expect(table.numbers("importance_n")[row] == 500)
    let low = try #require(table.numbers("importance_low")[row])
    let high = try #require(table.numbers("importance_high")[row])
    #expect(low < weights[1] && weights[1] < high && high - low < 0.2)
  }

  @Test func `where customers score several but not all, importance is a correlation`() throws {
    let maker = JourneyMaker.relation(
      customers: 400, touchpoints: Self.touchpoints, seed: 9, misses: 0.5
    ) { $0.reduce(0, +) / Double($0.count) }
    let output = try maker.output()
    let table = output.table("touchpoints")
    for name in Self.touchpoints {
      let row = try #require(table.rows(["item": "csat", "group": name]).first)
      #expect(table.texts("importance_by")[row] == "correlation")
      let n = try #require(table.numbers("importance_n")[row])
      #expect(n >= 50 && n < 260)
      let r = try #require(table.numbers("importance")[row])
      #expect(r > 0.2 && r < 0.9)
      #expect((table.numbers("importance_low")[row] ?? 1) < r)
    }
  }

  /// Both questions of one answer agree wholly, those of different answers not at all: whoever held
  /// the answer against itself would find a correlation of 1.
  @Test func `an answer that gives the overall score is not held against itself`() throws {
    var maker = JourneyMaker()
    var generator = CounterGenerator(seed: 31)
    for customer in 0..<300 {
      for day in 0..<2 {
        let score = 1 + Int(generator.uniform() * 5)
        let isFirst = (customer + day) % 2 == 0
        maker.rows.append(
          .init(
            customer: "c\(customer)", day: day, touchpoint: isFirst ? "order" : "deliver",
            csat: score, nps: score * 2))
      }
    }
    let output = try maker.output()
    #expect(output.overallKind == .latest)
    let table = output.table("touchpoints")
    for name in ["order", "deliver"] {
      let row = try #require(table.rows(["item": "csat", "group": name]).first)
      #expect(table.texts("importance_by")[row] == "correlation")
      #expect(table.numbers("importance_n")[row] == 150)
      #expect(abs(table.numbers("importance")[row] ?? 1) < 0.25)
      #expect(table.texts("moment_of_truth")[row] == "no")
    }
  }

  // MARK: Recovery

  /// Days of opening and resolution, seen on day 100 with a window of 30 days.
  @Test(
    arguments: [
      (80, 90, "resolved"), (80, nil, "unresolved"), (80, 101, "unresolved"),
      (100, 100, "resolved"), (101, nil, "none"), (69, nil, "none"), (70, nil, "unresolved"),
      (60, 69, "none"), (60, 70, "resolved"), (10, 99, "resolved"),
    ] as [(Int, Int?, String)])
  func `a failure counts within its days`(opened: Int, resolved: Int?, state: String) throws {
    var maker = JourneyMaker()
    for customer in 0..<6 {
      maker.rows.append(
        .init(customer: "c\(customer)", day: 100, touchpoint: "order", csat: 4, nps: 8))
    }
    maker.cases = (0..<6).flatMap { customer in
      [
        JourneyMaker.Case(customer: "c\(customer)", opened: opened, resolved: resolved),
        // Not a failure, and nobody's.
        JourneyMaker.Case(
          customer: "c\(customer)", kind: "enquiry", opened: 99, resolved: nil),
        JourneyMaker.Case(customer: "other", opened: 99, resolved: nil),
      ]
    }
    var settings = JourneySettings()
    settings.failureDays = 30
    let table = try maker.output(settings).table("recovery")
    #expect(table.texts("group") == ["none", "resolved", "unresolved"])
    for row in 0..<3 {
      #expect(table.numbers("n")[row] == (table.texts("group")[row] == state ? 6 : 0))
    }
  }

  @Test(arguments: [
    (2, "supported", "Recovery paradox supported"), (-2, "", "No recovery paradox"),
  ])
  func `correctness: a planted recovery is found either way`(
    shift: Int, name: String, sentence: String
  ) throws {
    var maker = JourneyMaker()
    var generator = CounterGenerator(seed: 2)
    maker.cases = []
    for customer in 0..<200 {
      let isFailed = customer % 4 == 0
      let score = 6 + Int((generator.normal() * 1.2).rounded()) + (isFailed ? shift : 0)
      maker.rows.append(
        .init(
          customer: "c\(customer)", day: 100, touchpoint: "order", csat: 4,
          nps: min(10, max(0, score))))
      if isFailed {
        maker.cases?.append(.init(customer: "c\(customer)", kind: "投诉", opened: 50, resolved: 60))
      }
    }
    let output = try maker.output()
    let table = output.table("recovery")
    let row = try #require(table.rows(["group": "resolved"]).first)
    let difference = try #require(table.numbers("difference")[row])
    #expect(abs(difference - Double(shift)) < 0.5)
    #expect((table.numbers("p")[row] ?? 1) < 0.001)
    let findings = output.report(english, step: "j").findings
    let found = try #require(findings.first { $0.id == "journey.recovery" })
    #expect(found.sentence.hasPrefix(sentence))
    #expect(found.severity == (shift > 0 ? .good : .warning))
  }

  @Test(arguments: [
    (["complant"], "did you mean 'complaint'?", true),
    (["complant", "complaint"], "did you mean 'complaint'?", false),
    (["outage"], "write it as the export of cases has it", true),
  ])
  func `kinds of failures that no case has are named, and are no recovery`(
    kinds: [String], words: String, isAbsent: Bool
  ) throws {
    var maker = JourneyMaker()
    maker.add("order", [0, 0, 4, 9, 9], nps: 8)
    maker.cases = (0..<8).map { JourneyMaker.Case(customer: "c\($0)", opened: -3, resolved: nil) }
    var settings = JourneySettings()
    settings.failures = kinds
    let output = try maker.output(settings)
    #expect(output.recovery.isEmpty == isAbsent)
    #expect(output.absent.contains(.failures) == isAbsent)
    let warnings = output.report(english, step: "j").warnings
    #expect(warnings.count == 1 && warnings[0].contains(words))
  }

  @Test func `where none of the preset kinds occurs one warning says so`() throws {
    var maker = JourneyMaker()
    maker.add("order", [0, 0, 4, 9, 9], nps: 8)
    maker.cases = [.init(customer: "c0", kind: "enquiry", opened: 0, resolved: nil)]
    let report = try maker.output().report(english, step: "j")
    #expect(report.warnings.count == 1)
    #expect(report.warnings[0].hasPrefix("Not looked at: recovery."))
    maker.cases = []
    #expect(try maker.output().report(english, step: "j").warnings.isEmpty)
  }

  @Test func `where the overall score does not vary, that is the reason for no importance`() throws
  {
    var maker = JourneyMaker()
    for touchpoint in ["order", "deliver"] { maker.add(touchpoint, [0, 0, 0, 0, 33], nps: 8) }
    let blocks = "\(try maker.output().report(english, step: "j").pages[0].blocks)"
    #expect(blocks.contains("scores do not vary") && blocks.contains("No importance: everybody"))
  }

  @Test func `without cases, classes or names the page says what was not looked at`() throws {
    var maker = JourneyMaker()
    maker.add("order", [0, 0, 4, 9, 9], nps: 8)
    func notes(_ maker: JourneyMaker) throws -> String {
      "\(try maker.output().report(english, step: "j").pages[0].blocks)"
    }
    #expect(try notes(maker).contains("No export of cases names customer and kind"))
    #expect(try notes(maker).contains("No step named lifecycle ran before"))
    maker.hasCustomers = false
    #expect(try notes(maker).contains("No answer names both customer and day"))
    maker.hasCustomers = true
    maker.hasNPS = false
    #expect(try notes(maker).contains("no second question"))
  }

  // MARK: Life cycle

  @Test func `scores by life-cycle class are of each customer's latest answer`() throws {
    var maker = JourneyMaker()
    maker.classes = []
    for customer in 0..<40 {
      let isLost = customer % 2 == 0
      for day in [0, 50] {
        maker.rows.append(
          .init(
            customer: "c\(customer)", day: day, touchpoint: "order",
            csat: day == 0 ? 3 : isLost ? 2 - customer % 4 / 2 : 4 + customer % 3 / 2, nps: 7))
      }
      if customer < 34 {
        maker.classes?.append(("c\(customer)", isLost ? "lost" : "existing"))
      }
    }
    let output = try maker.output(minCell: 3)
    let table = output.table("lifecycle")
    // In the order of that step, who is in no class last.
    #expect(table.texts("group") == ["existing", "lost", ""])
    #expect(table.numbers("n") == [17, 17, 6])
    #expect(table.numbers("mean")[0].map { $0 > 4 && $0 < 4.5 } == true)
    #expect(table.numbers("mean")[1].map { $0 > 1 && $0 < 2 } == true)
    let finding = output.report(english, step: "j").findings.first { $0.id == "journey.lifecycle" }
    #expect(finding?.sentence.contains("lowest in Lost") == true)
  }
}
