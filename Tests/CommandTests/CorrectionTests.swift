import Exports
import Foundation
import Store
import Testing
import Values

/// An order of three products, an export that corrects it, and the way back.
@Suite struct CorrectionTests {
  private static let first = """
    order_id,product,customer_id,order_date,amount
    A1,pen,c1,2025-01-05,10.00
    A1,ink,c1,2025-01-05,20.50
    A1,paper,c1,2025-01-05,3.25
    A2,pen,c2,2025-01-07,10.00
    A3,ink,c1,2025-02-01,20.50
    A5,pen,c3,2025-02-02,1.00
    A6,pen,c3,2025-02-02,1.00
    ,pen,c3,2025-02-02,1.00

    """
  /// A1 again without the paper and with a lower price of the ink; A4 is new.
  private static let corrected = """
    order_id,product,customer_id,order_date,amount
    A1,pen,c1,2025-01-05,10.00
    A1,ink,c1,2025-01-05,18.00
    A4,paper,c3,2025-03-01,3.25

    """
  private static let pipeline = """
    as_of: 2025-03-31
    exports:
      orders: orders-*.csv
    steps:
      - stage: ledger
      - stage: quality
    packs:
      - languages: [en]

    """

  private func scratch(corrected: Bool) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("orders-1.csv", Self.first)
    if corrected { try scratch.write("orders-2.csv", Self.corrected) }
    try scratch.write("p.yaml", Self.pipeline)
    return scratch
  }

  private func run(_ scratch: Scratch, out: String = "out", store: String = "s.sqlite") throws {
    try scratch.succeed("run", "p.yaml", "--out", out, "--store", store)
  }

  private func customer(_ id: String, _ ledger: String) throws -> [String: String] {
    try #require(csvRows(ledger).first { $0["customer_id"] == id })
  }

  @Test func `an order of three products keeps its three lines`() throws {
    let scratch = try scratch(corrected: false)
    try run(scratch)
    let row = try customer("c1", scratch.text("out/latest/lists/ledger-customers.csv"))
    #expect(row["rows"] == "4")
    #expect(row["orders"] == "2")
    #expect(row["net"] == "54.25")
    // In a file with order numbers a row without one is rejected: nothing could ever correct it.
    let other = try customer("c3", scratch.text("out/latest/lists/ledger-customers.csv"))
    #expect(other["net"] == "2.00")
    #expect(csvRows(try scratch.text("out/latest/account.csv")).map { $0["rejected"] } == ["1"])
  }

  @Test func `a corrected export that drops a line keeps two, by the store and in memory`() throws {
    let scratch = try scratch(corrected: true)
    try run(scratch)
    let stored = try scratch.text("out/latest/lists/ledger-customers.csv")
    let row = try customer("c1", stored)
    #expect(row["rows"] == "3")
    #expect(row["orders"] == "2")
    #expect(row["net"] == "48.50")
    let account = csvRows(try scratch.text("out/latest/account.csv"))
    #expect(account.map { $0["accepted"] } == ["7", "1"])
    #expect(account.map { $0["merged"] } == ["0", "2"])
    #expect(account.map { $0["withdrawn"] } == ["0", "1"])

    let byHand = try scratch.succeed(
      "stage", "ledger", "--orders", "orders-1.csv", "--orders", "orders-2.csv", "--as-of",
      "2025-03-31", "--format", "csv")
    #expect(byHand.output == stored)
    #expect(byHand.error.contains("orders-2.csv: 3 rows: 1 accepted, 2 merged"))
  }

  @Test func `forgetting the corrected file brings back what it had replaced`() throws {
    let before = try scratch(corrected: false)
    try run(before)
    let scratch = try scratch(corrected: true)
    try run(scratch)
    try scratch.succeed("store", "forget", "orders-2.csv", "--store", "s.sqlite")
    let files = try scratch.succeed("store", "files", "--store", "s.sqlite")
    #expect(!files.output.contains("orders-2.csv"))
    #expect(files.output.contains("orders-1.csv"))
    try FileManager.default.removeItem(atPath: scratch.path("orders-2.csv"))
    try run(scratch, out: "again")
    #expect(try scratch.files(of: "again/latest") == before.files(of: "out/latest"))
    #expect(try facts(scratch.path("s.sqlite")) == facts(before.path("s.sqlite")))
  }

  @Test func `forgetting the first file leaves what the second one brought`() throws {
    let only = try Scratch()
    try only.write("orders-2.csv", Self.corrected)
    try only.write("p.yaml", Self.pipeline)
    try run(only)
    let scratch = try scratch(corrected: true)
    try run(scratch)
    try scratch.succeed("store", "forget", "orders-1.csv", "--store", "s.sqlite")
    try FileManager.default.removeItem(atPath: scratch.path("orders-1.csv"))
    try run(scratch, out: "again")
    #expect(try scratch.files(of: "again/latest") == only.files(of: "out/latest"))
  }

  @Test func `a file that is read again changes nothing`() throws {
    let scratch = try scratch(corrected: true)
    try run(scratch)
    let first = try scratch.files(of: "out/latest")
    let ended = try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    #expect(ended.output.hasPrefix("Up to date"))
    let forced = try scratch.succeed(
      "run", "p.yaml", "--out", "out", "--store", "s.sqlite", "--force")
    #expect(forced.output.hasPrefix("The pack is ready."))
    #expect(try scratch.files(of: "out/latest") == first)
  }

  @Test func `forgetting each sample file in turn leaves a store as if it had never come`() throws {
    let scratch = try Scratch()
    for name in ["rates.csv", "orders-2025Q2.csv", "orders-2025Q3.csv", "orders-2025Q4.csv"] {
      try scratch.write(name, Data(contentsOf: SampleCompanyFiles.folder.appending(path: name)))
    }
    let pipeline = """
      as_of: 2025-12-31
      exports:
        rates: rates.csv
        orders: [orders-2025Q2.csv, orders-2025Q3.csv, orders-2025Q4.csv]
      steps: [{ stage: ledger }]
      """
    try scratch.write("p.yaml", pipeline)
    try run(scratch, store: "all.sqlite")
    for forgotten in ["orders-2025Q2.csv", "orders-2025Q3.csv", "orders-2025Q4.csv"] {
      let copy = "without-\(forgotten).sqlite"
      try FileManager.default.copyItem(
        atPath: scratch.path("all.sqlite"), toPath: scratch.path(copy))
      try scratch.succeed("store", "forget", forgotten, "--store", copy)
      let rest = ["orders-2025Q2.csv", "orders-2025Q3.csv", "orders-2025Q4.csv"]
        .filter { $0 != forgotten }
      let list = "exports.orders=[\(rest.joined(separator: ", "))]"
      try scratch.succeed("run", "p.yaml", "--set", list, "--out", "o1", "--store", copy)
      try scratch.succeed(
        "run", "p.yaml", "--set", list, "--out", "o2", "--store", "fresh-\(forgotten).sqlite")
      #expect(try scratch.files(of: "o1/latest") == scratch.files(of: "o2/latest"), "\(forgotten)")
      let fresh = try facts(scratch.path("fresh-\(forgotten).sqlite"))
      #expect(try facts(scratch.path(copy)) == fresh, "\(forgotten)")
    }
  }

  /// The current rows of a store, contract by contract, as text.
  private func facts(_ path: String) throws -> [String] {
    let store = try Store.open(path)
    defer { try? store.close() }
    let engine = StoreEngine(store, currency: .cny)
    return try Contracts.all.flatMap { contract -> [String] in
      guard let table = try engine.facts(of: contract, through: nil) else { return [] }
      return (0..<table.rowCount).map { row in
        "\(contract.name) "
          + zip(table.heads, table.columns).map { head, column in
            "\(head.id)=\(column.isMissing(row) ? "-" : column.text(row))"
          }.joined(separator: " ")
      }
    }
  }

  @Test
  func `an order that a later export cancels no longer counts, until that export is forgotten`()
    throws
  {
    let scratch = try Scratch()
    let header = "order_id,line,customer_id,order_date,amount,status\n"
    try scratch.write(
      "orders-1.csv",
      header + "A,1,c1,2025-01-01,10,completed\nA,2,c1,2025-01-01,20,completed\n"
        + "B,1,c1,2025-01-02,5,completed\n")
    try scratch.write(
      "orders-2.csv",
      header + "A,1,c1,2025-01-01,10,cancelled\nA,2,c1,2025-01-01,20,cancelled\n")
    try scratch.write(
      "p.yaml",
      Self.pipeline.replacing(
        "orders: orders-*.csv",
        with: "orders: { files: orders-*.csv, exclude: { status: cancelled } }"))
    try run(scratch)
    #expect(
      try customer("c1", scratch.text("out/latest/lists/ledger-customers.csv"))["net"] == "5.00")
    let account = csvRows(try scratch.text("out/latest/account.csv"))
    #expect(account.map { $0["excluded"] } == ["0", "2"])
    #expect(account.map { $0["withdrawn"] } == ["0", "2"])
    try scratch.succeed("store", "forget", "orders-2.csv", "--store", "s.sqlite")
    try scratch.write("orders-2.csv", header + "C,1,c1,2025-01-03,1,completed\n")
    try run(scratch)
    #expect(
      try customer("c1", scratch.text("out/latest/lists/ledger-customers.csv"))["net"] == "36.00")
  }
}
