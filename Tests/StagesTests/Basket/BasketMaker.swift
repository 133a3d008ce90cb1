import Exports
import Foundation
import Pipeline
import Values

@testable import Stages

/// Order lines written by hand: customer, order, product, amount in minor units, day.
struct BasketMaker {
  struct Line {
    var customer: String
    var order: String
    var product: String
    var amount: Int64 = 1000
    var day: Int = 0
  }

  static let asOf = Day(number: 20_000)
  var lines: [Line]
  var segments: [(customer: String, segment: String)] = []

  init(_ lines: [Line]) { self.lines = lines }

  /// One order of one customer a basket.
  init(baskets: [[String]]) {
    lines = baskets.enumerated().flatMap { index, products in
      products.map { Line(customer: "c\(index % 7)", order: "o\(index)", product: $0) }
    }
  }

  func source(_ currency: Currency = .cny) -> Source {
    var facts = [
      "orders": DataTable(
        name: "orders",
        heads: [
          SurveyMaker.head("order_id", .text), SurveyMaker.head("customer_id", .text),
          SurveyMaker.head("order_date", .day), SurveyMaker.head("amount", .money(currency)),
          SurveyMaker.head("product", .text),
        ],
        columns: [
          .text(TextColumn(lines.map(\.order))), .text(TextColumn(lines.map(\.customer))),
          .day(lines.map { Self.asOf.number - Int32($0.day) }),
          .money(lines.map(\.amount), currency), .text(TextColumn(lines.map(\.product))),
        ])
    ]
    if !segments.isEmpty {
      facts["customers"] = DataTable(
        name: "customers",
        heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("segment", .text)],
        columns: [
          .text(TextColumn(segments.map(\.customer))), .text(TextColumn(segments.map(\.segment))),
        ])
    }
    return Source(asOf: Self.asOf, currency: currency, facts: facts)
  }

  func output(_ settings: BasketSettings = BasketSettings()) throws -> BasketOutput {
    try Basket(settings).run(BasketInput(from: source(), settings))
  }

  /// Baskets in which bread and butter go together, and the rest does not.
  static func shop(_ count: Int = 400) -> BasketMaker {
    var random = SurveyRandom(seed: 5)
    let products = ["bread", "butter", "milk", "tea", "jam", "salt", "soap", "rice"]
    var baskets: [[String]] = []
    for _ in 0..<count {
      var basket = products.dropFirst(2).filter { _ in random.below(5) == 0 }
      if random.below(4) == 0 {
        basket.append("bread")
        if random.below(10) < 7 { basket.append("butter") }
      } else if random.below(20) == 0 {
        basket.append("butter")
      }
      if basket.isEmpty { basket = ["milk"] }
      baskets.append(basket)
    }
    var maker = BasketMaker(baskets: baskets)
    for index in maker.lines.indices {
      let order = maker.lines[index].order.hashValueByBytes
      maker.lines[index].customer = "c\(100 + order % 60)"
      maker.lines[index].day = order % 300
    }
    maker.segments = (0..<60).map { ("c\(100 + $0)", $0 % 3 == 0 ? "Trade" : "Private") }
    return maker
  }
}

extension String {
  /// A number that is the same in every process.
  fileprivate var hashValueByBytes: Int {
    Int(utf8.reduce(UInt32(7)) { ($0 &* 31) &+ UInt32($1) } % 100_003)
  }
}

/// The baskets of the reference beside the package.
enum Groceries {
  static let file = "data/groceries_long.csv"
  static let exists = Reference.exists(file)

  static func maker() throws -> BasketMaker {
    let text = try String(
      contentsOf: Reference.folder.appending(path: file), encoding: .utf8)
    // Labels may end in a blank, which is part of them here.
    return BasketMaker(
      text.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", maxSplits: 1).map(String.init)
        let product = fields[1].trimmingCharacters(in: ["\"", "\r"])
        return .init(customer: "t" + fields[0], order: fields[0], product: product)
      })
  }
}
