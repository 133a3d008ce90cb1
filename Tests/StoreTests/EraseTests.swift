import Diagnostics
import Foundation
import Testing
import Values

@testable import Store

/// A customer leaves facts, rejects, results and ids, and no byte of them stays.
@Suite struct EraseTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @discardableResult
  private func erase(
    _ customer: String, from store: Store, isTrial: Bool = false
  ) throws(Diagnostic) -> ErasureReport {
    try store.erase(
      customer: customer, digest: "digest of \(customer)", salt: "salt", isTrial: isTrial
    ) { _, raw, _ in raw.contains(customer) }
  }

  /// The rows of a file without those of a customer, as a reader leaves them out.
  private func ingest(
    _ name: String, _ lines: [OrderLine], without customer: String, into store: Store
  ) throws {
    let file = NewFile(
      name: name, source: "exports/\(name)", sha256: "sha-\(name)", settingsHash: "s",
      columns: ["order_id", "product", "customer_id", "order_date", "amount"],
      key: ["order_id", "product"])
    _ = try store.ingest(file, shape: .testOrders) { (load) throws(Diagnostic) -> FileOutcome in
      let kept = lines.filter { $0.customer != customer }
      try load.append(FactBatch.orders(kept[...], firstLine: 2))
      let erased = lines.filter { $0.customer == customer }
      try load.void(TextColumn(erased.map(\.order)), onlyKnown: true)
      return FileOutcome(
        read: lines.count, excluded: erased.count,
        excludedByRule: erased.isEmpty
          ? [] : [RuleRows(rule: "erased", column: "customer_id", rows: erased.count)])
    }
  }

  @Test(arguments: 1...60)
  func `erasing is the same as never having read the rows`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        OrderLine(
          "O\(Int.random(in: 1...4, using: &random))",
          ["pen", "ink"].randomElement(using: &random) ?? "pen",
          customer: ["C1", "C2", "C3"].randomElement(using: &random) ?? "C1",
          amount: Int64.random(in: 1...99, using: &random))
      }
    }
    let erased = try Store.open(scratch.path("erased.sqlite"))
    let clean = try Store.open(scratch.path("clean.sqlite"))
    for (index, lines) in files.enumerated() {
      try erased.ingest("\(index).csv", lines)
      try ingest("\(index).csv", lines, without: "C2", into: clean)
    }
    guard files.joined().contains(where: { $0.customer == "C2" }) else { return }
    try erase("C2", from: erased)
    #expect(try erased.currentOrders() == clean.currentOrders())
    #expect(try accounts(erased) == accounts(clean))
    // What comes later finds its place behind the rows that are left.
    let later = [OrderLine("O1", "pen", customer: "C3"), OrderLine("O9", "ink", customer: "C1")]
    try erased.ingest("later.csv", later)
    try clean.ingest("later.csv", later)
    #expect(try erased.currentOrders() == clean.currentOrders())
    #expect(try accounts(erased) == accounts(clean))
  }

  private func accounts(_ store: Store) throws -> [String] {
    try store.files().map { file in
      "\(file.name) \(file.read) \(file.accepted) \(file.merged) \(file.excluded) "
        + "\(file.withdrawn) \(file.excludedByRule)"
    }
  }

  @Test func `ids, purchase days, results and rejects of the customer go, of others nothing`()
    throws
  {
    let store = try scratch.open()
    try store.ingest(
      "a.csv",
      [OrderLine("SECRET-1", "pen", customer: "C1"), OrderLine("O2", "ink", customer: "C2")])
    try store.execute(
      """
      INSERT INTO rejects VALUES (1, 0, 4, 'amount', 'number', 'O3,pen,C1,2024-01-01,x'),
                                 (1, 1, 5, 'amount', 'number', 'O4,pen,C2,2024-01-01,x');
      INSERT INTO file_rules VALUES (1, 'rejected', 0, 'number', 'amount', 2);
      UPDATE files SET read = 4, rejected = 2;
      """)
    let day = try #require(Day(iso: "2024-12-31"))
    try store.keepPurchaseDays(
      StoredPurchaseDays(
        customers: TextColumn(["C1", "C2"]), starts: [0, 1, 2], day: [1, 1], rows: [1, 1],
        orders: [1, 1], gross: [5, 5], returned: [0, 0], margin: nil),
      settingsHash: "s", onlyStale: false)
    let heads = [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户")),
      ColumnHead("segment", .text, Phrase("Segment", "分层")),
    ]
    try store.keep(asOf: day) { (run) throws(Diagnostic) in
      try run.result(
        DataTable(
          name: "customers", heads: heads,
          columns: [.text(TextColumn(["C1", "C2"])), .text(TextColumn(["C2", "C1"]))]),
        step: "rfm")
      try run.pack(hash: "h", folder: "packs/one")
    }

    let trial = try erase("C1", from: store, isTrial: true)
    #expect(try store.query("SELECT count(*) FROM orders") == ["2"])
    #expect(try store.erasedCustomers() == .none)
    let report = try erase("C1", from: store)
    #expect(report == trial)
    #expect(report.files.map { "\($0.file.name) \($0.facts) \($0.rejects)" } == ["a.csv 1 1"])
    #expect(report.purchaseDays == 1)
    #expect(report.results.map { "\($0.table) \($0.rows)" } == ["result_rfm_customers 1"])
    #expect(report.packs == ["packs/one"])

    #expect(try store.query("SELECT id FROM customer_ids") == ["C2"])
    #expect(try store.query("SELECT id FROM order_ids") == ["O2"])
    #expect(try store.query("SELECT raw FROM rejects") == ["O4,pen,C2,2024-01-01,x"])
    // A segment that is called like the customer is no customer.
    #expect(try store.query("SELECT customer_id, segment FROM result_rfm_customers") == ["C2|C1"])
    #expect(try store.query("SELECT gross FROM purchase_days") == ["5"])
    let file = try #require(try store.files().first)
    #expect("\(file.read) \(file.accepted) \(file.rejected) \(file.excluded)" == "4 1 1 2")
    #expect(file.rejectedByRule == [RuleRows(rule: "number", column: "amount", rows: 1)])
    #expect(file.excludedByRule == [RuleRows(rule: "erased", column: "customer_id", rows: 2)])
    #expect(
      try store.erasedCustomers()
        == ErasedCustomers(salt: "salt", digests: ["digest of C1"]))

    try store.rebuild()
    try store.close()
    let bytes = try Data(contentsOf: URL(filePath: scratch.path))
    #expect(bytes.range(of: Data("SECRET-1".utf8)) == nil)
    #expect(try scratch.names == ["store.sqlite"])
  }

  @Test func `an erasure that finds nothing leaves no hash behind`() throws {
    let store = try scratch.open()
    try store.ingest("a.csv", [OrderLine("O1", "pen", customer: "C1")])
    #expect(try erase("C9", from: store).isEmpty)
    #expect(try store.erasedCustomers() == .none)
  }

  @Test func `readmitting gives back the files in which rows were left out`() throws {
    let store = try scratch.open()
    try store.ingest("a.csv", [OrderLine("O1", "pen", customer: "C1")])
    try store.ingest("b.csv", [OrderLine("O2", "pen", customer: "C2")])
    try erase("C1", from: store)
    #expect(try store.readmit(digest: "digest of C2") == nil)
    #expect(try store.readmit(digest: "digest of C1")?.map(\.name) == ["a.csv"])
    #expect(try store.erasedCustomers().digests.isEmpty)
    #expect(try store.file(contract: "orders", sha256: "sha-a.csv", settingsHash: "s") == nil)
    #expect(try store.file(contract: "orders", sha256: "sha-b.csv", settingsHash: "s") != nil)
  }
}
