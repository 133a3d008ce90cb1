import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

@Suite struct QualityTests {
  private static let asOf = Day(number: 20_454)

  private static func file(
    _ name: String = "orders.csv", contract: String = "orders", read: Int = 1000,
    accepted: Int = 970, merged: Int = 10, rejected: Int = 15, excluded: Int = 5,
    rules: [FileAccount.RuleCount] = []
  ) -> FileAccount {
    FileAccount(
      file: name, contract: contract, read: read, accepted: accepted, merged: merged,
      rejected: rejected, excluded: excluded, rejectedByRule: rules)
  }

  private static func survey(newest: Int = 0) -> DataTable {
    DataTable(
      name: "survey",
      heads: [
        SurveyMaker.head("response_id", .text), SurveyMaker.head("touchpoint", .text),
        SurveyMaker.head("nps", .score), SurveyMaker.head("item_speed", .score),
        SurveyMaker.head("date", .day), SurveyMaker.head("unknown", .text),
      ],
      columns: [
        .text(TextColumn(["a", "b", "c", "d"])),
        .category([0, 1, -1, 0], labels: ["delivery", "support"]),
        .integer([9, .min, 3, 5]), .integer([.min, .min, .min, 4]),
        .day([
          asOf.number - Int32(newest) - 9, .min, asOf.number - Int32(newest),
          asOf.number - Int32(newest) - 1,
        ]), .text(TextColumn(["", "", "", "x"])),
      ])
  }

  private static func source(
    _ files: [FileAccount], facts: [String: DataTable] = [:], currency: Currency = .cny
  ) -> Source {
    Source(asOf: asOf, currency: currency, facts: facts, account: Account(files: files))
  }

  private func output(
    _ source: Source, _ settings: QualitySettings = QualitySettings()
  ) throws -> QualityOutput {
    try Quality(settings).run(QualityInput(from: source, settings))
  }

  private func report(
    _ source: Source, _ settings: QualitySettings = QualitySettings()
  ) throws -> StageReport {
    try output(source, settings).report(
      Wording(language: .english, currency: .cny), step: "quality")
  }

  static let rules: [FileAccount.RuleCount] = [
    .init(rule: "date", column: "order_date", rows: 9),
    .init(rule: "required", column: "amount", rows: 6),
  ]

  static let sources: [([FileAccount], [String: DataTable])] = [
    ([], [:]),
    ([file(rules: rules), file("survey.csv", contract: "survey")], ["survey": survey()]),
    ([file(read: 0, accepted: 0, merged: 0, rejected: 0, excluded: 0)], [:]),
    ([file(accepted: 900)], ["survey": survey(newest: 90)]),
  ]

  @Test(arguments: sources.indices)
  func `the battery holds on accounts of every kind`(index: Int) throws {
    let (files, facts) = Self.sources[index]
    let problems = try StageBattery.problems(
      Quality.self, data: ["orders.csv", "survey.csv", "speed", "delivery", "support"]
    ) { Self.source(files, facts: facts, currency: $0) }
    #expect(problems == [])
  }

  @Test(arguments: [("max_rejected_share", "2", "0 to 1"), ("max_age_days", "-1", "0 or more")])
  func `input check: thresholds have a range`(key: String, value: String, must: String) {
    let place = Diagnostic.Place("p.yaml", line: 1, column: 1)
    let node = SettingNode(
      .map([(key, place, SettingNode(.scalar(value, quoted: false), at: place))]), at: place)
    var problems = Diagnostics()
    _ = QualitySettings.read(node, &problems)
    #expect(
      problems.description
        == "p.yaml:1:1: error: '\(key)' must be \(must), found '\(value)' [out-of-range]\n"
        + "  help: write \(must)")
  }

  @Test func `correctness: measures are shares of the rows read`() throws {
    let measures = try report(
      Self.source([
        Self.file(),
        Self.file("b.csv", read: 3000, accepted: 2995, merged: 0, rejected: 5, excluded: 0),
      ])
    ).measures
    func value(_ id: String) -> Double? { measures.first { $0.id == id }?.value }
    #expect(value("rows_read") == 4000)
    #expect(value("accepted_share") == 3965.0 / 4000)
    #expect(value("rejected_share") == 20.0 / 4000)
    #expect(value("completeness") == nil && value("newest_day_age") == nil)
  }

  @Test func `correctness: completeness, validity and uniqueness of a column`() throws {
    let account = Self.file(
      "survey.csv", contract: "survey", read: 9, accepted: 4, merged: 0, rejected: 5, excluded: 0,
      rules: [
        .init(rule: "range", column: "nps", rows: 1),
        .init(rule: "required", column: "response_id", rows: 3),
        .init(rule: "date", column: "date", rows: 1),
      ])
    let output = try output(Self.source([account], facts: ["survey": Self.survey(newest: 7)]))
    let columns = Dictionary(uniqueKeysWithValues: output.columns.map { ($0.column, $0) })
    // 4 of 4 current rows and of 3 rejected for want of an id.
    #expect(columns["response_id"]?.completeness == 4.0 / 7)
    #expect(columns["response_id"]?.uniqueness == 1)
    #expect(columns["response_id"]?.validity == 1)
    #expect(columns["nps"]?.completeness == 0.75)
    // 3 values passed, 1 was out of range.
    #expect(columns["nps"]?.validity == 0.75)
    #expect(columns["touchpoint"]?.distinct == 2)
    #expect(columns["touchpoint"]?.uniqueness == 2.0 / 3)
    #expect(columns["item_speed"]?.completeness == 0.25)
    #expect(columns["date"]?.newest == Day(number: Self.asOf.number - 7))
    #expect(columns["date"]?.validity == 0.75)
    // What no contract declares is no column of it.
    #expect(columns["unknown"] == nil)
    // 4 + 3 + 3 + 1 + 3 cells of 5 columns of 4 rows and 3 ids more.
    #expect(output.completeness == 14.0 / 23)
  }

  @Test func `consistency: the account table adds up to the files`() throws {
    let files = [Self.file(rules: Self.rules), Self.file("b.csv", accepted: 900)]
    let table = try output(Self.source(files)).table("account")
    let parts = ["accepted", "merged", "rejected", "excluded"].map { table.numbers($0) }
    for row in 0..<table.rowCount {
      let sum = parts.reduce(0) { $0 + ($1[row] ?? 0) }
      #expect((sum == table.numbers("read")[row]) == (table.texts("balanced")[row] == "yes"))
    }
    #expect(table.texts("balanced") == ["yes", "no"])
    let rules = try output(Self.source(files)).table("rules")
    #expect(rules.numbers("rows").compactMap { $0 }.reduce(0, +) == 15)
  }

  @Test func `an unbalanced account is an alarm and the first line`() throws {
    let report = try report(Self.source([Self.file(accepted: 900), Self.file("b.csv")]))
    #expect(report.findings.first?.severity == .alarm)
    #expect(
      report.findings.first?.sentence == "orders.csv: 1,000 rows were read, 930 are accounted for.")
    #expect(
      report.pages[0].headline == "Files that do not add up: 1 of 2; rows are not accounted for.")
  }

  @Test func `rejected rows above the threshold are a finding with their main rule`() throws {
    let file = Self.file(rules: Self.rules)
    let finding = try #require(try report(Self.source([file])).findings.first)
    #expect(
      finding.sentence
        == "orders.csv: 15 of 1,000 rows (1.5 %) were rejected, most by the rule: not a date.")
    var settings = QualitySettings()
    settings.maxRejectedShare = 0.015
    #expect(try report(Self.source([file]), settings).findings.isEmpty)
  }

  @Test func `an old export is a finding from the day after the limit`() throws {
    let old = Self.source([], facts: ["survey": Self.survey(newest: 32)])
    #expect(try report(old).findings.map(\.id) == ["quality.stale-survey"])
    let fresh = Self.source([], facts: ["survey": Self.survey(newest: 31)])
    #expect(try report(fresh).findings.isEmpty)
    #expect(try report(fresh).measures.first { $0.id == "newest_day_age" }?.value == 31)
  }

  @Test func `the orders are as fresh as their newest purchase day`() throws {
    var source = Self.source([])
    source.purchaseDays = LedgerMaker([
      ("a", [(-40, 1, 100, 0)]), ("b", [(-12, 1, 100, 0), (5, 1, 100, 0)]),
    ]).days(from: Self.asOf)
    #expect(try output(source).newest.map(\.day) == [Self.asOf.adding(days: -12)])
  }

  @Test func `instants count by their day, before 1970 too`() {
    #expect(ColumnQuality.newest(.instant([86_399, .min])) == Day(number: 0))
    #expect(ColumnQuality.newest(.instant([-1])) == Day(number: -1))
    #expect(ColumnQuality.newest(.instant([.min])) == nil)
  }

  @Test func `property: columns do not depend on the order of the rows`() throws {
    let survey = SurveyMaker.full(rows: 100)
    func columns(_ maker: SurveyMaker) throws -> String {
      "\(try output(Self.source([], facts: ["survey": maker.table])).table("columns").columns)"
    }
    #expect(try columns(survey) == columns(survey.rows((0..<100).reversed())))
  }
}
