import Exports
import Pipeline
import Report
import Values

@testable import Stages

/// A small company: customers with their purchases, how they came, and what that cost.
struct AcquisitionMaker {
  /// Day after the start, gross in minor units, margin in minor units or nil.
  typealias Purchase = (day: Int, gross: Int64, margin: Int64?)

  struct Customer {
    var id: String
    var channel: String
    var purchases: [Purchase]
    var acquiredOn: Day?
  }

  struct Cost {
    var day: Day
    var channel: String
    var purpose: String
    var amount: Int64
  }

  static let start = Day(number: 18_262)  // 2020-01-01
  var customers: [Customer]
  var costs: [Cost]
  var asOf = Day(number: 18_262 + 730)  // 2021-12-31
  /// What is still to come by customer.
  var future: [(id: String, amount: Int64)]?

  /// - Precondition: customers ascend by id, the days of each rise.
  func source(_ currency: Currency = .cny) -> Source {
    let purchases = customers.flatMap(\.purchases)
    var starts = [0]
    for customer in customers { starts.append((starts.last ?? 0) + customer.purchases.count) }
    let hasMargin = purchases.contains { $0.margin != nil }
    let days = PurchaseDays(
      PurchaseDays.Columns(
        customers: TextColumn(customers.map(\.id)), starts: starts,
        day: purchases.map { Self.start.number + Int32($0.day) },
        rows: purchases.map { _ in 1 }, orders: purchases.map { $0.gross > 0 ? 1 : 0 },
        gross: purchases.map { max(0, $0.gross) }, returned: purchases.map { max(0, -$0.gross) },
        margin: hasMargin ? purchases.map { $0.margin ?? .min } : nil), currency: currency)
    var facts = [
      "costs": DataTable(
        name: "costs",
        heads: [
          SurveyMaker.head("period", .day), SurveyMaker.head("channel", .text),
          SurveyMaker.head("purpose", .text), SurveyMaker.head("amount", .money(currency)),
        ],
        columns: [
          .day(costs.map(\.day.number)), .text(TextColumn(costs.map(\.channel))),
          .text(TextColumn(costs.map(\.purpose))), .money(costs.map(\.amount), currency),
        ])
    ]
    facts["customers"] = DataTable(
      name: "customers",
      heads: [
        SurveyMaker.head("customer_id", .text), SurveyMaker.head("channel", .text),
        SurveyMaker.head("acquired_on", .day),
      ],
      columns: [
        .text(TextColumn(customers.map(\.id))), .text(TextColumn(customers.map(\.channel))),
        .day(customers.map { $0.acquiredOn?.number ?? .min }),
      ])
    var source = Source(asOf: asOf, currency: currency, purchaseDays: days, facts: facts)
    if let future { source.outputs["clv"] = ValueToCome(future: future, currency: currency) }
    return source
  }

  func output(_ settings: AcquisitionSettings = AcquisitionSettings()) throws -> AcquisitionOutput {
    try Acquisition(settings).run(AcquisitionInput(from: source(), settings))
  }

  /// Two channels over two years; customers of the fair buy more, and cost more.
  static func company(_ count: Int = 60) -> AcquisitionMaker {
    var random = SurveyRandom(seed: 11)
    var made: [Customer] = []
    for index in 0..<count {
      let isFair = index % 3 == 0
      let first = random.below(600)
      var purchases: [Purchase] = [(first, Int64(20_000 + random.below(9000)), nil)]
      var day = first
      while true {
        day += 20 + random.below(80)
        guard day < 731, random.below(5) > 0 else { break }
        purchases.append((day, Int64((isFair ? 60_000 : 8000) + random.below(5000)), nil))
      }
      made.append(
        Customer(
          id: "c\(1000 + index)", channel: isFair ? "Fair" : index % 7 == 1 ? "" : "Web",
          purchases: purchases, acquiredOn: nil))
    }
    var costs: [Cost] = []
    for month in 0..<24 {
      let day = start.adding(months: month)
      costs.append(Cost(day: day, channel: "Fair", purpose: "acquisition", amount: 300_000))
      costs.append(Cost(day: day, channel: "Web", purpose: "acquisition", amount: 90_000))
      costs.append(Cost(day: day, channel: "Letter", purpose: "acquisition", amount: 10_000))
      costs.append(Cost(day: day, channel: "Web", purpose: "retention", amount: 15_000))
    }
    return AcquisitionMaker(customers: made, costs: costs)
  }
}

/// What the step clv hands on, as far as it is used.
private struct ValueToCome: StageOutput {
  let future: [(id: String, amount: Int64)]
  let currency: Currency

  static func tables(_ currency: Currency) -> [ResultTable] { [] }

  func table(_ name: String) -> DataTable {
    DataTable(
      name: name,
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("clv", .money(currency))],
      columns: [
        .text(TextColumn(future.map(\.id))), .money(future.map(\.amount), currency),
      ])
  }

  func report(_ wording: Wording, step: String) -> StageReport { StageReport() }
}
