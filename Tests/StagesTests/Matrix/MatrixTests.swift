import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct MatrixTests {
  /// Customers with (orders, revenue in minor units); the last `idle` bought before the months.
  static func input(_ customers: [(orders: Int32, revenue: Int64)]) -> MatrixInput {
    MatrixInput(
      asOf: Day(number: 20_000), currency: .cny,
      customers: TextColumn(customers.indices.map { "c\(1000 + $0)" }),
      revenue: customers.map(\.revenue), orders: customers.map(\.orders))
  }

  static func settings(_ change: (inout MatrixSettings) -> Void) -> MatrixSettings {
    var settings = MatrixSettings()
    change(&settings)
    return settings
  }

  /// A company from the reduced orders, with a survey of the first so many customers.
  static func source(_ currency: Currency, customers: Int = 90, answers: Int = 60) -> Source {
    let (maker, _) = LedgerMaker.twoRegions(customers: customers, southBuys: true)
    let ids = maker.customers.prefix(answers).map(\.id)
    let survey = DataTable(
      name: "survey",
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("csat", .score)],
      columns: [
        .text(TextColumn(ids)), .integer(ids.indices.map { Int64($0 % 5 + 1) }),
      ])
    return Source(
      asOf: Day(number: 18_262 + 730), currency: currency,
      purchaseDays: maker.days(from: Day(number: 18_262), currency: currency),
      facts: ["survey": survey])
  }

  /// Every pair of axes that the company knows.
  static let pairs: [(MatrixAxis, MatrixAxis)] = [
    (.value, .potential), (.frequency, .basket), (.basket, .value), (.value, .satisfaction),
    (.satisfaction, .frequency), (.margin, .frequency),
  ]

  @Test(arguments: pairs.indices)
  func `runs with every option: what every stage must hold`(index: Int) throws {
    let settings = Self.settings {
      ($0.x, $0.y) = Self.pairs[index]
      $0.xCut = [MatrixCut.median, .mean, .quantile(0.8), .at(50), .at(3), .median][index]
      $0.months = index % 2 == 0 ? 12 : nil
    }
    let problems = try StageBattery.problems(Matrix.self, settings, data: ["csat"]) {
      Self.source($0)
    }
    #expect(problems == [])
  }

  @Test(arguments: [0, 1, 2, 5])
  func `runs with every option: few customers`(count: Int) throws {
    for pair in Self.pairs {
      let settings = Self.settings { ($0.x, $0.y) = pair }
      let problems = try StageBattery.problems(Matrix.self, settings, data: ["csat"]) {
        Self.source($0, customers: max(count, 2), answers: count)
      }
      #expect(problems == [])
    }
  }

  @Test func `correctness: four customers in four fields by hand`() throws {
    // Marcus 1998: frequency and revenue an order, both cut at the mean.
    let settings = Self.settings {
      ($0.x, $0.y) = (.frequency, .basket)
      ($0.xCut, $0.yCut) = (.mean, .mean)
    }
    let output = try Matrix(settings).run(
      Self.input([(1, 1000), (9, 9000), (2, 40_000), (8, 240_000)]))
    #expect(output.xCut == 5)
    // 10, 10, 200 and 300 an order.
    #expect(output.yCut == 130)
    let names = (0..<4).map { customer in
      MatrixField(rawValue: Int(output.field[customer])).map { output.meaning($0).name.english }
    }
    #expect(names == ["Uncertain", "Frequent", "Spenders", "Best"])
    #expect(output.sum(.highHigh).revenue == 240_000)
    #expect(output.revenueShare(output.sum(.highHigh)) == 240_000.0 / 290_000)
  }

  @Test(arguments: [
    (MatrixCut.median, 3.0), (.mean, 22), (.quantile(0.75), 4), (.at(7.5), 7.5),
  ])
  func `correctness: cuts of 1, 2, 3, 4 and 100`(rule: MatrixCut, expected: Double) {
    #expect(Matrix.cut(rule, [4, 1, 100, 3, 2]) == expected)
    #expect(Matrix.cut(rule, []) == nil)
  }

  @Test func `correctness: a value at the cut is low`() throws {
    let settings = Self.settings {
      ($0.x, $0.y) = (.frequency, .value)
      ($0.xCut, $0.yCut) = (.at(2), .at(20))
    }
    let output = try Matrix(settings).run(Self.input([(2, 2000), (3, 2001)]))
    #expect(
      output.field == [Int8(MatrixField.lowLow.rawValue), Int8(MatrixField.highHigh.rawValue)])
  }

  @Test func `correctness: who bought nothing in the months has no basket`() throws {
    let settings = Self.settings { ($0.x, $0.y) = (.frequency, .basket) }
    let output = try Matrix(settings).run(Self.input([(1, 100), (0, 0), (3, 900), (2, 800)]))
    #expect(output.field[1] == -1)
    #expect(output.placed == 3)
  }

  @Test func `consistency: the fields hold every customer once`() throws {
    let settings = Self.settings { ($0.x, $0.y) = (.frequency, .basket) }
    let output = try Matrix(settings).run(MatrixInput(from: Self.source(.cny), settings))
    #expect(output.placed + output.field.count { $0 < 0 } == output.field.count)
    let table = output.table("customers")
    #expect(table.rowCount == output.placed)
    for field in MatrixField.allCases {
      #expect(output.sum(field).customers == output.field.count { Int($0) == field.rawValue })
    }
    // With type 7 medians no more than half of the customers lie above either.
    #expect(2 * (output.sum(.highHigh).customers + output.sum(.highLow).customers) <= output.placed)
  }

  @Test func `correctness: without value to come another axis takes its place, and says so`() throws
  {
    let settings = MatrixSettings()
    let output = try Matrix(settings).run(MatrixInput(from: Self.source(.cny), settings))
    #expect(output.x == .value)
    #expect(output.y == .frequency)
    let report = output.report(Wording(language: .english, currency: .cny), step: "matrix")
    #expect(report.warnings.contains { $0.contains("clv") })
    var input = Self.input([(1, 100), (2, 300), (3, 50), (4, 700)])
    input.potential = [10, 20, .min, 5]
    let with = try Matrix(settings).run(input)
    #expect(with.y == .potential)
    #expect(with.placed == 3)
    #expect(with.meaning(.highHigh).name.english == "Key customers")
  }

  @Test func `correctness: own names stand in the fields`() throws {
    var settings = Self.settings { ($0.x, $0.y) = (.frequency, .value) }
    var problems = Diagnostics()
    settings.names =
      MatrixNames.read(
        try YAMLTree.read("{high_high: {en: Stars, zh-Hans: 明星}}", file: "f"), &problems)
      ?? settings.names
    #expect(problems.all.isEmpty)
    let output = try Matrix(settings).run(Self.input([(1, 100), (2, 300)]))
    #expect(output.meaning(.highHigh).name == Phrase("Stars", "明星"))
    #expect(output.meaning(.lowHigh).name.english == "Low orders, high value")
  }

  // MARK: Answers of few

  /// High value: ten content, two not; low value: three respondents.
  private func surveyed(minCell: Int = 5) throws -> MatrixOutput {
    var input = Self.input(
      (0..<15).map { index in (Int32(1), index < 12 ? Int64(10_000 + index) : 100) })
    input.minCell = minCell
    input.satisfaction = (0..<15).map { $0 < 10 ? 5 : $0 < 12 ? 1 : 3 }
    let settings = Self.settings {
      ($0.x, $0.y) = (.value, .satisfaction)
      ($0.xCut, $0.yCut) = (.at(50), .at(4))
    }
    return try Matrix(settings).run(input)
  }

  @Test func `privacy: a side of few respondents is hidden, and nobody is listed`() throws {
    let output = try surveyed()
    let cells = output.answers.cells
    #expect(cells.map(\.counts) == [[5, 10], [3, 0], [2, 10]])
    let hidden = try PackDisclosure(minCell: 5).protect([("matrix", output)]).outputs[0]
    let shown = try #require(hidden as? MatrixOutput)
    // Three answers on the low side; with the total told the other side hides too, or the total.
    #expect(!shown.tells(.lowHigh) && !shown.tells(.lowLow))
    #expect(shown.table("customers").rowCount == 0)
    for language in Language.allCases {
      let report = shown.report(Wording(language: language, currency: .cny), step: "matrix")
      #expect(report.pages.count == 1)
      #expect(!"\(report)".contains("c1000"))
    }
  }

  @Test func `privacy: revenue of two respondents is not told, their number is`() throws {
    let output = try surveyed()
    #expect(output.tells(.highLow))
    #expect(output.sum(.highLow).customers == 2)
    #expect(!output.tellsRevenue(.highLow))
    // What is left of the side would tell it.
    #expect(!output.tellsRevenue(.highHigh))
    guard case .money(let revenue, _)? = output.table("fields").values("revenue") else {
      Issue.record("the fields have a revenue")
      return
    }
    #expect(revenue[0] == .min && revenue[1] == .min)
  }

  @Test func `privacy: where answers need no protection customers are listed`() throws {
    let output = try surveyed(minCell: 1)
    #expect(output.table("customers").rowCount == 15)
    #expect(output.tellsRevenue(.highLow))
  }

  // MARK: Settings

  @Test(arguments: ["median", "mean", "{quantile: 0.8}", "12.5", "-3"])
  func `input checks: cuts come back as they were written`(text: String) throws {
    var problems = Diagnostics()
    let cut = MatrixCut.read(try YAMLTree.read(text, file: "f"), &problems)
    #expect(problems.all.isEmpty)
    #expect(cut?.echoed.line == text)
  }

  @Test(arguments: ["modus", "{quantile: 2}", "{decile: 1}", "[1]"])
  func `input checks: cuts that are none`(text: String) throws {
    var problems = Diagnostics()
    #expect(MatrixCut.read(try YAMLTree.read(text, file: "f"), &problems) == nil)
    #expect(problems.all.count == 1)
  }

  @Test func `input checks: one axis twice, no orders, no survey, an unknown question`() throws {
    #expect(throws: Diagnostic.self) { try Matrix(Self.settings { $0.y = .value }) }
    var source = Self.source(.cny)
    let asked = Self.settings {
      $0.y = .satisfaction
      $0.item = "cast"
    }
    let unknown = #expect(throws: Diagnostic.self) { try MatrixInput(from: source, asked) }
    #expect(unknown?.help?.contains("csat") == true)
    source.facts = [:]
    #expect(throws: Diagnostic.self) { try MatrixInput(from: source, asked) }
    source.purchaseDays = nil
    #expect(throws: Diagnostic.self) { try MatrixInput(from: source, MatrixSettings()) }
  }
}
