import Diagnostics
import Foundation
import Tabular
import Testing
import Values

@testable import Exports

@Suite struct LedgerTests {
  static let rows = [
    SampleRow("A", 10, 100, order: "1", margin: 10), SampleRow("A", 12, 50, order: "2"),
    SampleRow("A", 12, -30, order: "3", margin: -3), SampleRow("A", 17, 80, order: "4", margin: 8),
    SampleRow("A", 19, -80, order: "5"), SampleRow("A", 27, 20, order: "6"),
    SampleRow("B", 15, 40, order: "7"), SampleRow("B", 40, 60, order: "8"),
    SampleRow("C", 16, -25, order: "9"), SampleRow("D", 31, 5, order: "10"),
  ]

  @Test func `one row a customer with a purchase up to the as-of day`() throws {
    let days = try build([LedgerTests.rows], hasMargin: true).days
    let ledger = Ledger(days, asOf: Day(number: 30))
    #expect(ledger.customers.texts == ["A", "B"])
    #expect(ledger.firstDay == [10, 15])
    #expect(ledger.lastDay == [27, 15])
    #expect(ledger.days == [4, 1])
    #expect(ledger.orders == [4, 1])
    #expect(ledger.rows == [6, 1])
    #expect(ledger.gross == [250, 40])
    #expect(ledger.returned == [110, 0])
    #expect(ledger.monetary == [140, 40])
    #expect(ledger.repeatSpend == [150, 0])
    // Gaps 2, 5, 10.
    #expect(ledger.medianGap[0] == 5)
    #expect(ledger.medianGap[1].isNaN)
    #expect(ledger.margin == [15, .min])
    #expect(ledger.recency(0) == 3)
    #expect(ledger.age(0) == 20)
    #expect(ledger.totalRows == 8)
    #expect(ledger.totalNet == 155)
    #expect(ledger.customersWithoutPurchase == 1)
    #expect(ledger.rowsAfterAsOf == 2)
  }

  @Test func `refunds beside the gross, or left out of all amounts`() throws {
    let days = try build([LedgerTests.rows]).days
    let separate = Ledger(days, asOf: Day(number: 30), refunds: .separate)
    #expect(separate.monetary == [250, 40])
    #expect(separate.returned == [110, 0])
    #expect(separate.totalNet == 155)
    let ignore = Ledger(days, asOf: Day(number: 30), refunds: .ignore)
    #expect(ignore.monetary == [250, 40])
    #expect(ignore.returned == [0, 0])
    #expect(ignore.totalNet == 290)
  }

  @Test(
    arguments: [
      ([5], 5.0), ([3, 9], 6), ([9, 1, 4], 4), ([1, 2, 3, 10], 2.5),
      (Array((0...100).reversed()), 50),
      (Array(0..<100), 49.5),
    ] as [([Int32], Double)])
  func `the median of gaps`(gaps: [Int32], median: Double) {
    var gaps = gaps
    #expect(LedgerFold.median(&gaps) == median)
  }

  @Test func `the table has a column for each figure, net by its definition under every policy`()
    throws
  {
    let days = try build([LedgerTests.rows]).days
    for refunds in Refunds.allCases {
      let table = Ledger(days, asOf: Day(number: 30), refunds: refunds).table()
      #expect(
        table.heads.map(\.id) == [
          "customer_id", "first_day", "last_day", "days", "orders", "rows", "gross", "returned",
          "net", "repeat_spend", "recency_days", "median_gap_days", "margin",
        ])
      #expect(
        table.values("net") == .money(refunds == .ignore ? [250, 40] : [140, 40], .cny))
      #expect(table.values("recency_days") == .integer([3, 15]))
    }
  }

  @Test func `many customers on any number of threads`() throws {
    var generator = SampleGenerator(state: 1)
    let rows = (0..<40_000).map { _ in
      SampleRow(
        "C\(100_000 + Int.random(in: 0..<9000, using: &generator))",
        Int32.random(in: 100..<900, using: &generator),
        Int64.random(in: -100..<2000, using: &generator))
    }
    let plain = PlainReduction.days(rows, zeroAmount: .purchase)
    var tables: [[ColumnValues]] = []
    var gaps: [[UInt64]] = []
    for threads in 1...3 {
      let days = try build([rows], threads: threads, chunkRows: 3000).days
      let ledger = Ledger(days, asOf: Day(number: 700), threads: threads)
      var without = 0
      var row = 0
      for id in plain.keys.sorted() {
        let all = (plain[id] ?? []).filter { $0.day <= 700 }
        let bought = all.filter(\.isPurchase)
        guard let first = bought.first, let last = bought.last else {
          without += all.isEmpty ? 0 : 1
          continue
        }
        let isEqual =
          ledger.customers[row] == id && ledger.firstDay[row] == first.day
          && ledger.lastDay[row] == last.day && Int(ledger.days[row]) == bought.count
          && ledger.monetary[row] == all.reduce(0) { $0 + $1.net }
          && ledger.repeatSpend[row] == bought.dropFirst().reduce(0) { $0 + $1.gross }
        #expect(isEqual, "\(id)")
        row += 1
      }
      #expect(ledger.count == row)
      #expect(ledger.customersWithoutPurchase == without)
      // Gaps have NaN, which equals nothing.
      let table = ledger.table()
      tables.append(
        zip(table.heads, table.columns).filter { $0.0.id != "median_gap_days" }.map(\.1))
      gaps.append(ledger.medianGap.map(\.bitPattern))
    }
    #expect(tables[0] == tables[1])
    #expect(tables[0] == tables[2])
    #expect(gaps[0] == gaps[1])
    #expect(gaps[0] == gaps[2])
  }
}

/// Published totals of the CDNOW log (Fader, Hardie & Lee): customers, rows and revenue, with day
/// figures that pandas and SQLite agree on.
@Suite struct CDNOWLedgerTests {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/reference/data/cdnow_master_transactions.csv").path

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  func days() throws -> PurchaseDays {
    let source = try ByteSource.open(Self.path)
    let layout = try Sniffer.layout(of: source)
    let keys = KeyDictionary()
    let builder = PurchaseDayBuilder(keys: keys, currency: .cny)
    builder.beginFile()
    let specs = [
      ColumnSpec("customer_id", .key, at: 0, isRequired: true),
      ColumnSpec("order_date", .instant(.asWritten), at: 1, isRequired: true),
      ColumnSpec("amount", .money(.cny, range: nil), at: 3, isRequired: true),
    ]
    _ = try TableReader(source, layout, specs, keys: keys).read(
      work: { (_: RowBatch) in },
      deliver: { (batch: RowBatch, _: Void) throws(Diagnostic) in
        builder.append(
          OrderRows(
            count: batch.rowCount, customer: batch.keys(0), dates: .instants(batch.int64(1)),
            amount: batch.int64(2)))
      })
    return try builder.finish().days
  }

  @Test(.enabled(if: isThere, "the reference data are not beside the package"))
  func `customers, rows, revenue, days and gaps as published`() throws {
    let days = try days()
    #expect(days.totals.days == 67_591)
    #expect(days.totals.zeroRows == 80)
    let ledger = Ledger(days, asOf: try #require(Day(iso: "1998-06-30")))
    #expect(ledger.count == 23_570)
    #expect(ledger.totalRows == 69_659)
    #expect(ledger.totalNet == 250_031_563)
    #expect(ledger.days.count { $0 == 1 } == 12_054)
    var gaps: [Int32] = []
    for customer in 0..<days.customerCount {
      let bought = days.days(of: customer).map { days[$0] }.filter(\.isPurchase).map(\.day)
      gaps += zip(bought.dropFirst(), bought).map { $0 - $1 }
    }
    #expect(LedgerFold.median(&gaps) == 34)
    let mean = gaps.reduce(0.0) { $0 + Double($1) } / Double(gaps.count)
    #expect(abs(mean - 72.21398877808319) < 1e-9)
  }
}

@Suite struct PurchaseDayFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("days-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test(arguments: [true, false])
  func `the file form reads back the same and is written the same, sorted or not`(
    hasMargin: Bool
  ) throws {
    let days = try build([LedgerTests.rows], hasMargin: hasMargin).days
    try inFolder { folder in
      let path = folder + "/days.csv"
      try days.write(to: path)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let head = "customer_id,day,rows,orders,gross,returned" + (hasMargin ? ",margin" : "")
      #expect(
        text.hasPrefix(head + "\nA,1970-01-11,1,1,1.00,0.00" + (hasMargin ? ",0.10" : "") + "\n"))
      let read = try PurchaseDays.read(path, currency: .cny)
      #expect(byCustomer(read) == byCustomer(days))
      #expect(read.hasMargin == hasMargin)
      let lines = text.split(separator: "\n")
      let shuffled = [lines[0]] + lines.dropFirst().reversed()
      try shuffled.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
      let again = try PurchaseDays.read(path, currency: .cny)
      try again.write(to: folder + "/again.csv")
      #expect(try String(contentsOfFile: folder + "/again.csv", encoding: .utf8) == text)
    }
  }

  @Test func `what is wrong in a file of purchase days is reported with its line`() throws {
    try inFolder { folder in
      let path = folder + "/days.csv"
      try """
      customer_id,day,rows,orders,gross,returned
      A,2024-01-01,1,1,5.00,0.00
      B,2024-13-01,1,1,5.00,-1.00
      """.write(toFile: path, atomically: false, encoding: .utf8)
      let wrong = #expect(throws: Diagnostics.self) {
        try PurchaseDays.read(path, currency: .cny)
      }
      #expect(wrong?.all.map(\.message) == ["day: date '2024-13-01'; returned: range '-1.00'"])
      #expect(wrong?.all.map(\.place?.line) == [3])
      try """
      customer_id,day,rows,orders,gross,returned
      A,2024-01-01,1,1,5.00,0.00
      B,2024-01-01,1,1,5.00,0.00
      A,2024-01-01,2,1,5.00,0.00
      """.write(toFile: path, atomically: false, encoding: .utf8)
      let twice = #expect(throws: Diagnostics.self) {
        try PurchaseDays.read(path, currency: .cny)
      }
      #expect(twice?.all.map(\.message) == ["'A' has 2024-01-01 twice, first in line 2"])
      try "customer_id,day\nA,2024-01-01\n".write(
        toFile: path, atomically: false, encoding: .utf8)
      let missing = #expect(throws: Diagnostics.self) {
        try PurchaseDays.read(path, currency: .cny)
      }
      #expect(missing?.all.map(\.code) == Array(repeating: "missing-column", count: 4))
    }
  }
}
