import Diagnostics
import Exports
import Pipeline
import Report
import Values

@testable import Stages

/// Sources and outputs for the tests of stage `retention`.
enum RetentionMaker {
  /// 1 January 2024, a Monday.
  static let start = Day(number: 19_723)

  static func day(_ iso: String) -> Day { Day(iso: iso) ?? start }

  /// Customers with purchase days of 10.00 each, counted from the start.
  static func ledger(_ customers: [(String, [Int])]) -> LedgerMaker {
    LedgerMaker(customers.map { id, days in (id, days.map { ($0, 1, 1000, 0) }) })
  }

  static func source(
    _ maker: LedgerMaker, asOf: Day, facts: [DataTable] = [], currency: Currency = .cny
  ) -> Source {
    Source(
      asOf: asOf, currency: currency, purchaseDays: maker.days(from: start, currency: currency),
      facts: Dictionary(uniqueKeysWithValues: facts.map { ($0.name, $0) }))
  }

  static func settings(_ change: (inout RetentionSettings) -> Void = { _ in }) -> RetentionSettings
  {
    var settings = RetentionSettings()
    settings.groupBy = []
    change(&settings)
    return settings
  }

  static func output(_ source: Source, _ settings: RetentionSettings) throws -> RetentionOutput {
    try Retention(settings).run(RetentionInput(from: source, settings))
  }

  /// One row a customer: id, segment, day of acquisition, first and last day of a contract.
  static func customers(
    _ rows: [(id: String, segment: String, acquired: String?, starts: String?, ends: String?)]
  ) -> DataTable {
    func days(_ texts: [String?]) -> ColumnValues {
      .day(texts.map { $0.flatMap { Day(iso: $0) }?.number ?? .min })
    }
    return DataTable(
      name: "customers",
      heads: [
        SurveyMaker.head("customer_id", .text), SurveyMaker.head("segment", .text),
        SurveyMaker.head("acquired_on", .day), SurveyMaker.head("starts_on", .day),
        SurveyMaker.head("ends_on", .day),
      ],
      columns: [
        .text(TextColumn(rows.map(\.id))), .text(TextColumn(rows.map(\.segment))),
        days(rows.map(\.acquired)), days(rows.map(\.starts)), days(rows.map(\.ends)),
      ])
  }

  /// Revenue of contracts: id, first day of the period, minor units.
  static func periods(
    _ rows: [(id: String, period: String, amount: Int64)], currency: Currency = .cny
  ) -> DataTable {
    DataTable(
      name: "contract_periods",
      heads: [
        SurveyMaker.head("customer_id", .text), SurveyMaker.head("period", .day),
        SurveyMaker.head("amount", .money(currency)),
      ],
      columns: [
        .text(TextColumn(rows.map(\.id))), .day(rows.map { day($0.period).number }),
        .money(rows.map(\.amount), currency),
      ])
  }

  /// Two hundred customers over two years; those of segment B stop sooner. With contracts and their
  /// revenue.
  static func many(_ currency: Currency) -> Source {
    var random = SurveyRandom(seed: 11)
    var lines: [(String, [LedgerMaker.Line])] = []
    var rows: [(id: String, segment: String, acquired: String?, starts: String?, ends: String?)] =
      []
    var revenue: [(id: String, period: String, amount: Int64)] = []
    for index in 0..<200 {
      let id = "c\(1000 + index)"
      let isB = index % 3 == 0
      var day = index < 2 ? index * 700 : random.below(600)
      let first = day
      var own: [LedgerMaker.Line] = []
      while day <= 730 {
        own.append((day, 1, Int64(5000 + random.below(5000)), random.below(20) == 0 ? 700 : 0))
        if index > 1, random.below(isB ? 3 : 12) == 0 { break }
        day += 5 + random.below(60)
      }
      if index == 1 { own.append((731, 1, 9000, 0)) }
      lines.append((id, own.sorted { $0.day < $1.day }))
      let acquired = start.adding(days: first - random.below(30)).iso
      let hasContract = index % 4 == 0
      let months = 3 + random.below(40)
      let begins = start.adding(months: random.below(20) - 20)
      let ends = random.below(2) == 0 ? begins.adding(months: months).adding(days: -1) : nil
      rows.append(
        (
          id, isB ? "B" : "A", acquired, hasContract ? begins.iso : nil,
          hasContract ? ends?.iso : nil
        ))
      guard hasContract else { continue }
      let last = min(ends ?? start.adding(days: 731), start.adding(days: 731))
      var month = begins
      while month <= last {
        revenue.append((id, month.iso, Int64(10_000 + random.below(4000))))
        month = month.adding(months: 1)
      }
    }
    return source(
      LedgerMaker(lines), asOf: start.adding(days: 731),
      facts: [customers(rows), periods(revenue, currency: currency)], currency: currency)
  }
}

extension RetentionOutput {
  func report(_ language: Language = .english) -> StageReport {
    report(Wording(language: language, currency: currency), step: "retention")
  }

  func measure(_ id: String) -> Measure? { report().measures.first { $0.id == id } }

  /// Figures of a cohort by period since the first; nil where it was not over.
  func cohort(_ label: String, _ column: String) -> [Double?] {
    let table = table("cohorts")
    let values = table.numbers(column)
    return table.rows(["cohort": label]).map { values[$0] }
  }
}
