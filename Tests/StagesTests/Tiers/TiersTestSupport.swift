import Diagnostics
import Exports
import Pipeline
import Report
import Values

@testable import Stages

extension TiersSettings {
  static func with(_ change: (inout TiersSettings) -> Void) -> TiersSettings {
    var settings = TiersSettings()
    change(&settings)
    return settings
  }

  /// Settings as a pipeline file writes them; throws all that is wrong with them.
  static func yaml(_ text: String) throws -> TiersSettings {
    var problems = Diagnostics()
    let settings = TiersSettings.read(try YAMLTree.read(text, file: "review.yaml"), &problems)
    try problems.throwIfAny()
    return settings ?? TiersSettings()
  }
}

/// Customers with what they bought (above zero) and brought back (below zero), by day.
struct TiersMaker {
  static let asOf = Day(number: 20_453)  // 2025-12-31

  var customers: [(id: String, lines: [(day: Int32, amount: Int64)])] = []

  /// One purchase of an amount each, on one day.
  static func amounts(_ amounts: [Int64], daysAgo: Int32 = 10) -> TiersMaker {
    var maker = TiersMaker()
    for (index, amount) in amounts.enumerated() {
      maker.customers.append((name(index), [(asOf.number - daysAgo, amount)]))
    }
    return maker
  }

  /// One amount in each month up to the as-of date, the last one last; nil for no purchase.
  static func months(_ customers: [[Int64?]]) -> TiersMaker {
    var maker = TiersMaker()
    let first = asOf.firstOfMonth
    for (index, months) in customers.enumerated() {
      let lines = months.enumerated().compactMap { place, amount in
        amount.map { (first.adding(months: place - months.count + 1).number + 4, $0) }
      }
      maker.customers.append((name(index), lines))
    }
    return maker
  }

  static func name(_ index: Int) -> String {
    let digits = String(index)
    return "客户" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  func days(_ currency: Currency = .cny) -> PurchaseDays {
    var columns = PurchaseDays.Columns(
      customers: TextColumn(customers.map(\.id)), starts: [0], day: [], rows: [], orders: [],
      gross: [], returned: [], margin: nil)
    for customer in customers {
      for line in customer.lines.sorted(by: { $0.day < $1.day }) {
        columns.day.append(line.day)
        columns.rows.append(1)
        columns.orders.append(line.amount < 0 ? 0 : 1)
        columns.gross.append(max(0, line.amount))
        columns.returned.append(max(0, -line.amount))
      }
      columns.starts.append(columns.day.count)
    }
    return PurchaseDays(columns, currency: currency)
  }

  func source(
    _ currency: Currency = .cny, asOf: Day = asOf, outputs: [String: any StageOutput] = [:]
  ) -> Source {
    Source(asOf: asOf, currency: currency, purchaseDays: days(currency), outputs: outputs)
  }

  /// Customers of all kinds: many purchases and one, returns alone, returns above purchases.
  static func mixed(_ n: Int, seed: UInt64 = 77) -> TiersMaker {
    var draws = Draws(seed: seed)
    var maker = TiersMaker()
    for index in 0..<n {
      var lines: [(day: Int32, amount: Int64)] = []
      for day in Set((0...draws.below(12)).map { _ in draws.below(500) }) {
        lines.append((asOf.number - Int32(day), Int64(draws.below(90_000))))
      }
      if index % 7 == 3 { lines.append((asOf.number - 501, -50_000)) }
      if index % 11 == 5 { lines = [(asOf.number - 20, -700)] }
      if index % 13 == 6 { lines = [(asOf.number - 20, 0)] }
      maker.customers.append((name(index), lines))
    }
    return maker
  }
}

extension Tiers {
  static func output(_ settings: TiersSettings, _ source: Source) throws -> TiersOutput {
    try Tiers(settings).run(TiersInput(from: source, settings))
  }
}

extension StageOutput {
  func money(_ column: String, of name: String = "customers") -> [Int64] {
    switch table(name).values(column) {
    case .money(let values, _), .integer(let values): values
    default: []
    }
  }

  func shares(_ column: String, of name: String = "customers") -> [Double] {
    if case .number(let values)? = table(name).values(column) { values } else { [] }
  }

  func words(_ column: String, of name: String = "customers") -> [String] {
    guard let values = table(name).values(column) else { return [] }
    return (0..<values.count).map(values.text)
  }

  func measures(_ language: Language = .english) -> [String: Measure] {
    let report = report(Wording(language: language, currency: .cny), step: "step")
    return Dictionary(uniqueKeysWithValues: report.measures.map { ($0.id, $0) })
  }
}
