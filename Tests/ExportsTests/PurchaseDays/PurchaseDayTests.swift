import Diagnostics
import Tabular
import Testing
import Values

@testable import Exports

@Suite struct PurchaseDayTests {
  @Test func `the rows of a day are one day, an order counts once, returns stand beside`() throws {
    let (days, counts) = try build([
      [
        SampleRow("C2", 10, 500, order: "O1", line: "1"),
        SampleRow("C2", 10, 250, order: "O1", line: "2"),
        SampleRow("C2", 10, -100, order: "O2", line: "1"),
        SampleRow("C2", 10, 0, order: "O3", line: "1"),
        SampleRow("C1", 12, -40, order: "O4", line: "1"),
        SampleRow("C2", 9, 5, order: "O5", line: "1"),
      ]
    ])
    #expect(days.customers.texts == ["C1", "C2"])
    #expect(
      byCustomer(days) == [
        "C1": [PurchaseDay(day: 12, rows: 1, orders: 0, gross: 0, returned: 40)],
        "C2": [
          PurchaseDay(day: 9, rows: 1, orders: 1, gross: 5, returned: 0),
          PurchaseDay(day: 10, rows: 4, orders: 2, gross: 750, returned: 100),
        ],
      ])
    #expect(counts == [OrderCounts(accepted: 6)])
    var totals = PurchaseDays.Totals()
    totals.rows = 6
    totals.zeroRows = 1
    totals.purchaseRows = 4
    totals.returnRows = 2
    totals.days = 3
    totals.firstDay = 9
    totals.lastDay = 12
    #expect(days.totals == totals)
  }

  @Test func `a free order is a purchase, or is left out and counted`() throws {
    let rows = [SampleRow("A", 1, 0, order: "O1"), SampleRow("B", 1, 0), SampleRow("B", 2, 7)]
    let counted = try build([rows]).days
    #expect(byCustomer(counted)["A"]?.first?.orders == 1)
    #expect(counted.totals.zeroRows == 2)
    #expect(counted.totals.ignoredRows == 0)
    let ignored = try build([rows], zeroAmount: .ignore).days
    #expect(
      byCustomer(ignored)
        == ["B": [PurchaseDay(day: 2, rows: 1, orders: 1, gross: 7, returned: 0)]])
    #expect(ignored.totals.ignoredRows == 2)
    #expect(ignored.totals.rows == 1)
  }

  @Test func `an order of three products keeps three, a corrected export that drops one keeps two`()
    throws
  {
    let first = [
      SampleRow("C1", 5, 100, order: "O1", line: "A"),
      SampleRow("C1", 5, 200, order: "O1", line: "B"),
      SampleRow("C1", 5, 300, order: "O1", line: "C"),
      SampleRow("C1", 6, 50, order: "O2", line: "A"),
    ]
    let second = [
      SampleRow("C1", 5, 110, order: "O1", line: "A"),
      SampleRow("C1", 5, 300, order: "O1", line: "C"),
    ]
    let one = try build([first])
    #expect(byCustomer(one.days)["C1"]?.first?.gross == 600)
    #expect(one.counts == [OrderCounts(accepted: 4)])
    let both = try build([first, second])
    #expect(byCustomer(both.days)["C1"]?.map(\.gross) == [410, 50])
    #expect(byCustomer(both.days)["C1"]?.map(\.rows) == [2, 1])
    #expect(
      both.counts == [OrderCounts(accepted: 4), OrderCounts(merged: 2, withdrawn: 1)])
  }

  @Test func `a repeated key in one file merges, the later row wins, near or far`() throws {
    let rows =
      [
        SampleRow("C1", 1, 100, order: "O1", line: "A"),
        SampleRow("C9", 2, 70, order: "O1", line: "A"),
      ]
      + (2...30).map { SampleRow("C1", 3, 1, order: "O\($0)", line: "A") }
      + [
        SampleRow("C1", 4, 9, order: "O2", line: "A"),
        SampleRow("C1", 4, 5, order: "O2", line: "B"),
      ]
    let (days, counts) = try build([rows])
    #expect(counts == [OrderCounts(accepted: 31, merged: 2, repeated: 2)])
    let found = byCustomer(days)
    #expect(found["C9"] == [PurchaseDay(day: 2, rows: 1, orders: 1, gross: 70, returned: 0)])
    #expect(found["C1"]?.map(\.day) == [3, 4])
    #expect(found["C1"]?.map(\.rows) == [28, 2])
    #expect(found["C1"]?.map(\.orders) == [28, 1])
  }

  @Test func `without lines a row is a whole order, without order ids every row counts`() throws {
    let rows = [
      SampleRow("C1", 1, 100, order: "O1", line: "A"),
      SampleRow("C1", 1, 60, order: "O1", line: "B"), SampleRow("C1", 1, 5), SampleRow("C1", 1, 5),
    ]
    let orders = try build([rows], hasLines: false)
    #expect(byCustomer(orders.days)["C1"]?.first?.gross == 70)
    #expect(byCustomer(orders.days)["C1"]?.first?.orders == 3)
    #expect(orders.counts == [OrderCounts(accepted: 3, merged: 1, repeated: 1)])
    let loose = try build([rows, rows], hasOrders: false)
    #expect(byCustomer(loose.days)["C1"]?.first?.gross == 340)
    #expect(byCustomer(loose.days)["C1"]?.first?.orders == 8)
    #expect(loose.counts == [OrderCounts(accepted: 4), OrderCounts(accepted: 4)])
  }

  @Test(arguments: 0..<24)
  func `random files agree with the definitions in plain code, on any number of threads`(
    seed: Int
  ) throws {
    var generator = SampleGenerator(state: UInt64(seed))
    let hasLines = seed % 3 != 0
    let hasMargin = seed % 2 == 0
    let zeroAmount: ZeroAmount = seed % 5 == 0 ? .ignore : .purchase
    let orders = [20, 300, 100_000_000_000][seed % 3]
    func row() -> SampleRow {
      // Ids of all forms, amounts and days that do and do not fit into narrow rows.
      let number = Int.random(in: 0..<60, using: &generator)
      let customer =
        switch number % 7 {
        case 0: "客户\(number)"
        case 1: "c-\(number)-x"
        case 2: "a-rather-long-customer-name-\(number)-of-many-letters"
        case 3: "K\(99_000_000_000 + number)"
        default: "C000\(100 + number)"
        }
      let order =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: ""
        case 1: "web-\(Int.random(in: 0..<20, using: &generator))-w"
        default: "O\(Int.random(in: 0..<orders, using: &generator))"
        }
      let amount: Int64 =
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: 0
        case 1: -Int64.random(in: 1..<5000, using: &generator)
        case 2: Int64.random(in: 1..<1_000_000_000_000, using: &generator)
        default: Int64.random(in: 1..<50_000, using: &generator)
        }
      let day =
        Int.random(in: 0..<40, using: &generator) == 0
        ? Int32.random(in: -90_000..<90_000, using: &generator)
        : 19_000 + Int32.random(in: 0..<9, using: &generator)
      return SampleRow(
        customer, day, amount, order: order,
        line: ["", "1", "2", "SKU-7", "产品"].randomElement(using: &generator) ?? "",
        margin: Int.random(in: 0..<3, using: &generator) == 0
          ? .min : Int64.random(in: -900..<900, using: &generator))
    }
    let files = (0..<3).map { _ in
      (0..<Int.random(in: 0..<700, using: &generator)).map { _ in row() }
    }
    let plain = PlainReduction.standing(files, hasLines: hasLines)
    let rows =
      hasMargin
      ? plain.rows
      : plain.rows.map { row in
        var row = row
        row.margin = .min
        return row
      }
    let expected = PlainReduction.days(rows, zeroAmount: zeroAmount)
    for threads in 1...3 {
      let (days, counts) = try build(
        files, zeroAmount: zeroAmount, hasLines: hasLines, hasMargin: hasMargin,
        threads: threads)
      #expect(byCustomer(days) == expected)
      #expect(counts == plain.counts)
      let current = counts.reduce(0) { $0 + $1.accepted - $1.withdrawn }
      #expect(days.totals.rows + days.totals.ignoredRows == current)
      let ids = days.customers.texts.map { Array($0.utf8) }
      #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
    #expect(try byCustomer(fromSorted(rows, zeroAmount, hasMargin)) == expected)
  }

  /// The second route: rows sorted by customer, as a store hands them over.
  private func fromSorted(
    _ rows: [SampleRow], _ zeroAmount: ZeroAmount, _ hasMargin: Bool
  ) throws -> PurchaseDays {
    let customers = Set(rows.map(\.customer)).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    let rank = Dictionary(uniqueKeysWithValues: customers.enumerated().map { ($1, Int32($0)) })
    let orders = Set(rows.map(\.order)).sorted()
    let code = Dictionary(uniqueKeysWithValues: orders.enumerated().map { ($1, Int64($0)) })
    let sorted = rows.sorted { ($0.customer, $0.day, $0.order) < ($1.customer, $1.day, $1.order) }
      .sorted { (rank[$0.customer] ?? 0) < (rank[$1.customer] ?? 0) }
    return try PurchaseDays(
      PurchaseDays.SortedRows(
        customers: TextColumn(customers), customer: sorted.map { rank[$0.customer] ?? 0 },
        day: sorted.map(\.day),
        order: sorted.map { $0.order.isEmpty ? .min : code[$0.order] ?? 0 },
        amount: sorted.map(\.amount), margin: hasMargin ? sorted.map(\.margin) : nil),
      currency: .cny, zeroAmount: zeroAmount)
  }

  @Test func `sums beyond 64 bits are an error, not another number`() {
    let rows = [SampleRow("C1", 1, .max), SampleRow("C1", 1, 1)]
    let error = #expect(throws: Diagnostic.self) { try build([rows]) }
    #expect(error?.code == "overflow")
  }

  @Test func `no rows give no days`() throws {
    let days = try build([[], []]).days
    #expect(days.customerCount == 0)
    #expect(days.totals == PurchaseDays.Totals())
    #expect(Ledger(days, asOf: Day(number: 1)).count == 0)
  }

  @Test func `more rows and orders a day than fit into sixteen bytes`() throws {
    let rows = (0..<70_000).map { SampleRow("POS", 3, 2, order: "O\($0)") }
    let days = try build([rows], chunkRows: 5000).days
    #expect(
      byCustomer(days) == [
        "POS": [PurchaseDay(day: 3, rows: 70_000, orders: 70_000, gross: 140_000, returned: 0)]
      ])
  }

  @Test func `plain columns and the days of some customers`() throws {
    let rows = [
      SampleRow("B", 1, 10, margin: 3), SampleRow("A", 2, -4), SampleRow("A", 1, 6),
      SampleRow("C", 9, 1),
    ]
    let days = try build([rows], hasMargin: true).days
    let columns = days.columns
    #expect(columns.customers.texts == ["A", "B", "C"])
    #expect(columns.starts == [0, 2, 3, 4])
    #expect(columns.day == [1, 2, 1, 9])
    #expect(columns.returned == [0, 4, 0, 0])
    #expect(columns.margin == [.min, .min, 3, .min])
    #expect(byCustomer(PurchaseDays(columns, currency: .cny)) == byCustomer(days))
    let some = days.restricted { $0 != "B" }
    #expect(some.customers.texts == ["A", "C"])
    #expect(some.totals.rows == 3)
    #expect(some.columns.day == [1, 2, 9])
  }
}
