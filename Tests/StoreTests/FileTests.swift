import Diagnostics
import Testing
import Values

@testable import Store

@Suite struct FileTests {
  @Test func `a file is found by its bytes, its contract and its settings`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let file = try store.ingest("a.csv", [OrderLine("O1", "P1")])
    func found(_ contract: String, _ sha: String, _ settings: String) throws -> String? {
      try store.file(contract: contract, sha256: sha, settingsHash: settings)?.name
    }
    #expect(try found("orders", "sha-a.csv", "s") == "a.csv")
    #expect(try found("survey", "sha-a.csv", "s") == nil)
    #expect(try found("orders", "sha-b.csv", "s") == nil)
    #expect(try found("orders", "sha-a.csv", "other") == nil)
    #expect(try store.files(source: "exports/a.csv", contract: "orders") == [file])
    #expect(try store.files(source: "a.csv", contract: "orders").isEmpty)
    try store.close()
  }

  @Test func `the account, the rules and the rejects of a file come back whole`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let outcome = FileOutcome(
      read: 7, rejected: 3, excluded: 2, rounded: 1, encoding: "GB18030",
      encodingBasis: "header", reasons: ["GB18030: the header maps", "2 title lines"],
      delimiter: ";",
      rejectedByRule: [
        RuleRows(rule: "date", column: "order_date", rows: 2),
        RuleRows(rule: "required", column: "amount", rows: 1),
      ], excludedByRule: [RuleRows(rule: "status = void", column: "status", rows: 2)],
      unusedColumns: ["备注", "memo"])
    var rejects = RejectColumns()
    rejects.append(line: 9, column: "order_date", rule: "date", raw: "O9,\"x\ny\",31-02")
    rejects.append(line: 4, column: "amount", rule: "required", raw: "")
    let file = NewFile(
      name: "a.csv", source: "a.csv", sha256: "x", settingsHash: "s", bytes: 77,
      columns: ["order_id", "product", "customer_id", "order_date", "amount"], key: [])
    let kept = rejects
    let record = try store.ingest(file, shape: .testOrders) {
      (load) throws(Diagnostic) -> FileOutcome in
      try load.append(.orders([OrderLine("O1", "P1"), OrderLine("O2", "P1")], firstLine: 2))
      try load.reject(kept)
      return outcome
    }
    #expect([record.read, record.accepted, record.rejected, record.excluded] == [7, 2, 3, 2])
    #expect(record.rejectedByRule == outcome.rejectedByRule)
    #expect(record.excludedByRule == outcome.excludedByRule)
    #expect(record.unusedColumns == ["备注", "memo"])
    #expect(record.encodingBasis == "header")
    #expect(record.reasons == outcome.reasons)
    #expect(
      "\(record.bytes) \(record.encoding) \(record.delimiter) \(record.rounded)"
        == "77 GB18030 ; 1")
    #expect(try store.rejects(record.id) == rejects)
    try store.forget(record.id)
    for table in ["files", "file_rules", "file_columns", "rejects", "orders", "order_ids"] {
      #expect(try store.query("SELECT count(*) FROM \(table)") == ["0"], "\(table)")
    }
    try store.close()
  }

  @Test func `ids that other rows still have stay when a file goes`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let first = try store.ingest("a", [OrderLine("O1", "P1", customer: "C1")])
    try store.ingest("b", [OrderLine("O1", "P1", customer: "C2"), OrderLine("O2", "P1")])
    try store.forget(first.id)
    #expect(try store.query("SELECT id FROM customer_ids ORDER BY id") == ["C1", "C2"])
    #expect(try store.query("SELECT id FROM order_ids ORDER BY id") == ["O1", "O2"])
    try store.close()
  }

  @Test func `a file that is not there cannot be forgotten`() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let problem = try diagnostic { try store.forget(12) }
    #expect(problem.kind == .usage)
    #expect(problem.message == "the store has no file 12")
    try store.close()
  }

  @Test func `an account that does not add up is our own fault`() async {
    await #expect(processExitsWith: .failure) {
      let scratch = try Scratch()
      let store = try scratch.open()
      let file = NewFile(
        name: "a", source: "a", sha256: "a", settingsHash: "s",
        columns: ["order_id", "product", "customer_id", "order_date", "amount"], key: ["order_id"])
      _ = try store.ingest(file, shape: .testOrders) { (load) throws(Diagnostic) -> FileOutcome in
        try load.append(.orders([OrderLine("O1", "P1")], firstLine: 2))
        return FileOutcome(read: 2)
      }
    }
  }
}
