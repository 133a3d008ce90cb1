import Exports
import Pipeline
import Values

@testable import Stages

/// Purchase days written by hand: customers with (day, orders, gross, returned), days from a day.
struct LedgerMaker {
  typealias Line = (day: Int, orders: Int32, gross: Int64, returned: Int64)

  var customers: [(id: String, lines: [Line])]

  init(_ customers: [(String, [Line])]) { self.customers = customers }

  /// - Precondition: customers ascend by id, the days of each rise.
  func days(from start: Day, currency: Currency = .cny) -> PurchaseDays {
    let lines = customers.flatMap(\.lines)
    var starts = [0]
    for customer in customers { starts.append((starts.last ?? 0) + customer.lines.count) }
    return PurchaseDays(
      PurchaseDays.Columns(
        customers: TextColumn(customers.map(\.id)), starts: starts,
        day: lines.map { start.number + Int32($0.day) },
        rows: lines.map { max(1, $0.orders) + ($0.returned > 0 ? 1 : 0) },
        orders: lines.map(\.orders), gross: lines.map(\.gross), returned: lines.map(\.returned),
        margin: nil), currency: currency)
  }

  /// Customers of two regions over two years; those of the South stop buying in the last quarter.
  static func twoRegions(customers count: Int, southBuys: Bool) -> (LedgerMaker, DataTable) {
    var random = SurveyRandom(seed: 7)
    var made: [(String, [Line])] = []
    var regions: [String] = []
    for index in 0..<count {
      let isSouth = index % 3 == 0
      regions.append(isSouth ? "South" : "North")
      var lines: [Line] = []
      for month in 0..<24 {
        if month >= 21, isSouth, !southBuys, random.below(5) > 0 { continue }
        guard random.below(3) > 0 else { continue }
        lines.append((month * 30 + random.below(28), 1, Int64(5000 + random.below(5000)), 0))
      }
      // Somebody buys in the first week and in the last one.
      if index == 0 || index == 1 {
        lines.insert((0, 1, 5000, 0), at: 0)
        lines.append((730, 1, 5000, 500))
      }
      var id = String(index)
      while id.count < 5 { id = "0" + id }
      made.append(("c" + id, lines))
    }
    let table = DataTable(
      name: "customers",
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("region", .text)],
      columns: [.text(TextColumn(made.map(\.0))), .text(TextColumn(regions))])
    return (LedgerMaker(made.map { ($0.0, $0.1.sorted { $0.day < $1.day }) }), table)
  }
}
