import Exports
import Pipeline
import Report
import Statistics
import Values

@testable import Stages

/// Customers who buy by a known model and spend by Gamma-Gamma, as purchase days.
struct SimulatedBuyers {
  /// The first day of all.
  static let start = Day(number: 19_000)

  var process: any PurchaseProcess
  var spend = (p: 6.0, q: 4.0, gamma: 15.0)
  var customers: Int
  /// Days over which customers come.
  var arrivals: Int
  /// Days that are simulated in all.
  var length: Int
  var seed: UInt64

  init(
    _ model: PurchaseModel, _ parameters: [Double], customers: Int, arrivals: Int = 90,
    length: Int, seed: UInt64
  ) {
    process = model.process(parameters)
    self.customers = customers
    self.arrivals = arrivals
    self.length = length
    self.seed = seed
  }

  /// Parameters in days that make lively data: about three repeat purchases in 39 weeks.
  static func lively(_ model: PurchaseModel) -> [Double] {
    switch model {
    case .mbgNBD: [0.9, 40, 0.8, 2.5]
    case .bgNBD: [0.6, 30, 0.9, 2.4]
    case .paretoNBD: [0.7, 50, 0.7, 90]
    case .nbd: [0.8, 80]
    case .bgBB: [1.2, 0.75, 0.66, 2.78]
    }
  }

  /// Ids ascend; a customer's days rise.
  func maker() -> LedgerMaker {
    LedgerMaker(
      (0..<customers).map { number in
        var random = CounterGenerator(seed: seed, stream: UInt64(number))
        let came = Int(random.uniform() * Double(arrivals))
        let rate = random.gamma(shape: spend.q) / spend.gamma
        var days = Set([came])
        let made = process.simulate(age: 0, within: Double(length - came), using: &random)
        for time in made.later { days.insert(came + Int(time.rounded(.up))) }
        let lines = days.filter { $0 < length }.sorted().map { day -> LedgerMaker.Line in
          let amount = random.gamma(shape: spend.p) / rate
          return (day, 1, max(1, Int64((amount * 100).rounded())), 0)
        }
        return (Self.id(number), lines)
      })
  }

  static func id(_ number: Int) -> String {
    let digits = String(number)
    return "c" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  func source(asOf day: Int, currency: Currency = .cny) -> Source {
    Source(
      asOf: Self.start.adding(days: day), currency: currency,
      purchaseDays: maker().days(from: Self.start, currency: currency))
  }
}

extension CLVSettings {
  static func with(_ change: (inout CLVSettings) -> Void) -> CLVSettings {
    var settings = CLVSettings()
    // Fewer draws than by default: each test computes many.
    settings.draws = 100
    change(&settings)
    return settings
  }
}

extension CLV {
  static func output(_ source: Source, _ settings: CLVSettings = .with { _ in }) throws -> CLVOutput
  {
    try CLV(settings).run(CLVInput(from: source, settings))
  }
}

extension CLVOutput {
  var english: StageReport { report(Wording(language: .english, currency: currency), step: "clv") }

  func value(_ id: String) -> Double? { english.measures.first { $0.id == id }?.value }

  func numbers(_ column: String, of name: String = "customers") -> [Double] {
    switch table(name).values(column) {
    case .number(let values): values
    case .integer(let values): values.map(Double.init)
    case .money(let values, let currency): values.map { $0 == .min ? .nan : currency.major($0) }
    default: []
    }
  }
}

extension DataTable {
  /// Aggregated histories as the contract reads them.
  static func summary(
    x: [Int64], last: [Double], age: [Double]? = nil, occasions: [Int64]? = nil,
    mean: [Double]? = nil, customers: [Int64]? = nil
  ) -> DataTable {
    var columns: [(Contract.Name, ColumnValues)] = [
      ("x", .integer(x)), ("t_x", .number(last)),
    ]
    if let age { columns.append(("T", .number(age))) }
    if let occasions { columns.append(("n", .integer(occasions))) }
    if let mean { columns.append(("mean_spend", .number(mean))) }
    if let customers { columns.append(("customers", .integer(customers))) }
    return DataTable(
      name: "summary", heads: columns.map { Contract.summary.head($0.0, .cny) },
      columns: columns.map(\.1))
  }
}

extension Contract {
  typealias Name = String
}
