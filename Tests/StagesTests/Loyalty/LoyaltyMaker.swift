import Exports
import Pipeline
import Report
import Values

@testable import Stages

/// Customers with answers and purchases, days counted from a start.
struct LoyaltyMaker {
  struct Answer {
    var day: Int?
    var csat: Int?
    var nps: Int?
  }

  struct Customer {
    var id: String
    var answers: [Answer] = []
    /// Day and amount in minor units; below 0 a return.
    var purchases: [(day: Int, amount: Int64)] = []
    var owner = ""
  }

  static let start = Day(number: 19_000)
  var customers: [Customer]
  /// Answers that name somebody else, or nobody.
  var strangers: [(id: String, answer: Answer)] = []
  var asOf = 400

  /// One customer an entry, who bought on day 0, answered on day 10 and bought again or not.
  init(_ people: [(csat: Int?, nps: Int?, again: Int64?)]) {
    customers = people.enumerated().map { index, person in
      Customer(
        id: "c\(10_000 + index)",
        answers: [Answer(day: 10, csat: person.csat, nps: person.nps)],
        purchases: [(0, 1000)] + (person.again.map { [(50, $0)] } ?? []))
    }
  }

  init(customers: [Customer]) { self.customers = customers }

  private var rows: [(id: String, answer: Answer)] {
    customers.flatMap { customer in customer.answers.map { (customer.id, $0) } } + strangers
  }

  /// - Parameters:
  ///   - reversed: whether the rows of the survey stand the other way round.
  ///   - shift: days by which everything is later.
  ///   - times: what all money is multiplied with.
  func source(
    _ currency: Currency = .cny, minCell: Int = 5, reversed: Bool = false, shift: Int = 0,
    times: Int64 = 1, items: [String] = ["csat", "nps"]
  ) -> Source {
    let start = Day(number: Self.start.number + Int32(shift))
    let buyers = customers.filter { !$0.purchases.isEmpty }
    let maker = LedgerMaker(
      buyers.map { customer in
        (
          customer.id,
          customer.purchases.map { purchase in
            let amount = purchase.amount * times
            return (
              purchase.day, amount > 0 ? 1 : 0, max(amount, 0), max(-amount, 0)
            )
          }
        )
      })
    let numbered = rows.enumerated().map { (key: 10_000 + $0.offset, row: $0.element) }
    let ordered = reversed ? numbered.reversed() : numbered
    var survey = SurveyMaker()
      .texts("response_id", ordered.map { "r\($0.key)" })
      .texts("customer_id", ordered.map(\.row.id))
    survey = survey.with(
      SurveyMaker.head("date", .day),
      .day(
        ordered.map { entry in
          entry.row.answer.day.map { start.number + Int32($0) } ?? .min
        }))
    if items.contains("nps") { survey = survey.answers("nps", ordered.map(\.row.answer.nps)) }
    if items.contains("csat") { survey = survey.answers("csat", ordered.map(\.row.answer.csat)) }
    let people = DataTable(
      name: "customers",
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("owner", .text)],
      columns: [
        .text(TextColumn(customers.map(\.id))), .text(TextColumn(customers.map(\.owner))),
      ])
    return Source(
      asOf: Day(number: start.number + Int32(asOf)), currency: currency, minCell: minCell,
      purchaseDays: maker.days(from: start, currency: currency),
      facts: ["survey": survey.table, "customers": people])
  }

  static func settings(_ change: (inout LoyaltySettings) -> Void = { _ in }) -> LoyaltySettings {
    var settings = LoyaltySettings()
    change(&settings)
    return settings
  }

  static func output(
    _ source: Source, _ settings: LoyaltySettings = LoyaltySettings()
  ) throws -> LoyaltyOutput {
    let output = try Loyalty(settings).run(LoyaltyInput(from: source, settings))
    return output.hiding(
      CellSuppression(output.answers, minCell: source.minCell).hidden())
  }

  /// A company in which the happy come back more often, and spend more.
  static func company(_ count: Int, seed: UInt64 = 3) -> LoyaltyMaker {
    var random = SurveyRandom(seed: seed)
    let rates = [10, 20, 35, 50, 70]
    return LoyaltyMaker(
      customers: (0..<count).map { index in
        let level = [0, 1, 2, 2, 3, 3, 3, 4, 4, 4][random.below(10)]
        var customer = Customer(id: "c\(10_000 + index)")
        customer.owner = ["王敏", "李强", ""][index % 3]
        customer.purchases = [(random.below(20), Int64(1000 + random.below(90_000)))]
        customer.answers = [
          Answer(
            day: 30 + random.below(100), csat: random.below(12) == 0 ? nil : level + 1,
            nps: random.below(9) == 0 ? nil : min(10, level * 2 + random.below(4)))
        ]
        if random.below(100) < rates[level] {
          customer.purchases.append((135, Int64(500 + random.below(5000 * (level + 1)))))
        }
        if random.below(6) == 0 {
          customer.purchases.append((136, -Int64(random.below(400) + 1)))
        }
        if random.below(4) == 0 {
          customer.answers.append(Answer(day: 350 + random.below(50), csat: 2, nps: 9))
        }
        return customer
      })
  }
}

/// A value to come for each customer, as step `clv` has it.
struct FutureOutput: StageOutput {
  var ids: [String]
  var values: [Int64]
  var currency = Currency.cny

  static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("Customers", "客户"),
        [SurveyMaker.head("customer_id", .text), SurveyMaker.head("clv", .money(currency))])
    ]
  }

  func table(_ name: String) -> DataTable {
    DataTable(
      name: name, heads: Self.tables(currency)[0].heads,
      columns: [.text(TextColumn(ids)), .money(values, currency)])
  }

  func report(_ wording: Wording, step: String) -> StageReport { StageReport() }
}
