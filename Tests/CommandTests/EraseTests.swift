import Foundation
import Testing

/// `clientele store erase`: a person goes, for good, and every account stays true.
@Suite struct EraseTests {
  private func check(_ scratch: Scratch, _ arguments: [String], exit status: Int32, as name: String)
    throws
  {
    let all = ["store"] + arguments + ["--store", "s.sqlite"]
    let ended = try Program.run(all, in: scratch.folder)
    #expect(ended.status == status, "\(ended.error)")
    try Golden.expect(Golden.transcript(all, ended), as: "erase/\(name)")
  }

  private func holds(_ scratch: Scratch, _ text: String) throws -> Bool {
    try RunSite.names(in: scratch.folder).filter { $0.hasPrefix("s.sqlite") }
      .contains {
        try Data(contentsOf: URL(filePath: scratch.path($0))).range(of: Data(text.utf8)) != nil
      }
  }

  @Test func `a dry run tells what would go and changes no byte`() throws {
    let scratch = try AfterRunFiles.scratch()
    let before = try Data(contentsOf: URL(filePath: scratch.path("s.sqlite")))
    try check(scratch, ["erase", "ann-7", "--dry-run"], exit: 0, as: "dry-run")
    #expect(try Data(contentsOf: URL(filePath: scratch.path("s.sqlite"))) == before)
  }

  @Test func `no byte of the person is left in the store, and the packs that name them are told`()
    throws
  {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    for text in ["ann-7", "Ann Zimmermann", "A4"] { #expect(try holds(scratch, text), "\(text)") }
    try check(scratch, ["erase", "ann-7"], exit: 0, as: "erased")
    for text in ["ann-7", "Ann Zimmermann", "A4"] { #expect(try !holds(scratch, text), "\(text)") }
    for text in ["bob-8", "Bob Quist", "cyd-9"] { #expect(try holds(scratch, text), "\(text)") }
    try check(scratch, ["files"], exit: 0, as: "files")
    try check(scratch, ["erase", "ann-7"], exit: 64, as: "twice")
  }

  @Test func `the next pack is the one of exports that never had the person, but for the account`()
    throws
  {
    let scratch = try AfterRunFiles.scratch()
    try scratch.succeed("store", "erase", "ann-7", "--store", "s.sqlite")
    try AfterRunFiles.run(scratch)
    let erased = try scratch.files(of: "out/latest")
    for (path, data) in erased where !path.hasSuffix(".xlsx") {
      #expect(data.range(of: Data("ann-7".utf8)) == nil, "\(path)")
    }
    let without = try Scratch()
    func lines(_ text: String) -> String {
      text.split(separator: "\n").filter { !$0.contains("ann-7") }.joined(separator: "\n") + "\n"
    }
    try without.write("orders-1.csv", lines(AfterRunFiles.orders))
    try without.write("customers.csv", lines(AfterRunFiles.customers))
    try without.write("p.yaml", AfterRunFiles.pipeline)
    try AfterRunFiles.run(without)
    let clean = try without.files(of: "out/latest")
    for path in ["lists/rfm-customers.csv", "lists/ledger-customers.csv", "measures.csv"] {
      #expect(erased[path] == clean[path], "\(path)")
    }
    let account = csvRows(String(decoding: erased["account.csv"] ?? Data(), as: UTF8.self))
    #expect(account.map { $0["read"] } == ["7", "3"])
    #expect(account.map { $0["excluded"] } == ["4", "1"])
    #expect(account.map { $0["accepted"] } == ["2", "2"])
    #expect(account.map { $0["rejected"] } == ["1", "0"])
  }

  @Test func `a file that is read again brings nothing back, and its account is the same`() throws {
    let scratch = try AfterRunFiles.scratch()
    try scratch.succeed("store", "erase", "ann-7", "--store", "s.sqlite")
    try AfterRunFiles.run(scratch)
    let inPlace = try scratch.files(of: "out/latest")
    for file in ["orders-1.csv", "customers.csv"] {
      try scratch.succeed("store", "forget", file, "--store", "s.sqlite")
    }
    try FileManager.default.removeItem(atPath: scratch.path("out"))
    try AfterRunFiles.run(scratch)
    #expect(try scratch.files(of: "out/latest") == inPlace)
    #expect(try !holds(scratch, "ann-7"))
  }

  @Test func `an order that was given to the person later does not go back to whom it was first`()
    throws
  {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    // A2 was bob's in the first file and is cyd's since the second.
    try scratch.succeed("store", "erase", "cyd-9", "--store", "s.sqlite")
    try AfterRunFiles.run(scratch, asOf: "2025-06-30")
    let rows = csvRows(try scratch.text("out/latest/lists/ledger-customers.csv"))
    #expect(rows.first { $0["customer_id"] == "bob-8" }?["net"] == "80.00")
    let account = csvRows(try scratch.text("out/latest/account.csv"))
      .filter { $0["contract"] == "orders" }
    func sum(_ column: String) -> Int { account.compactMap { Int($0[column] ?? "") }.reduce(0, +) }
    #expect(sum("read") == sum("accepted") + sum("merged") + sum("rejected") + sum("excluded"))
    // ann's two, bob's A8, dan's A9.
    #expect(sum("accepted") - sum("withdrawn") == 4)
    let inPlace = try scratch.files(of: "out/latest")
    for file in ["orders-2.csv", "orders-1.csv", "customers.csv"] {
      try scratch.succeed("store", "forget", file, "--store", "s.sqlite")
    }
    try FileManager.default.removeItem(atPath: scratch.path("out"))
    try AfterRunFiles.run(scratch, asOf: "2025-06-30")
    #expect(try scratch.files(of: "out/latest")["account.csv"] == inPlace["account.csv"])
  }

  @Test func `a file that comes after others took the numbers of erased rows keeps its own rows`()
    throws
  {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    // The last row of the last file.
    try scratch.succeed("store", "erase", "dan-1", "--store", "s.sqlite")
    try scratch.write(
      "orders-3.csv",
      "order_id,product,customer_id,order_date,amount\nB1,pen,eve-2,2025-05-09,2.00\n"
        + "B2,pen,dan-1,2025-05-09,2.00\n")
    try AfterRunFiles.run(scratch, asOf: "2025-06-30")
    let rows = csvRows(try scratch.text("out/latest/lists/ledger-customers.csv"))
    #expect(rows.map { $0["customer_id"] } == ["ann-7", "bob-8", "cyd-9", "eve-2"])
    #expect(rows.map { $0["net"] } == ["17.00", "80.00", "25.50", "2.00"])
  }

  @Test func `readmitting brings the rows back from the files that are read again`() throws {
    let scratch = try AfterRunFiles.scratch()
    let before = try scratch.files(of: "out/latest")
    try check(scratch, ["readmit", "ann-7"], exit: 64, as: "not-erased")
    try scratch.succeed("store", "erase", "ann-7", "--store", "s.sqlite")
    try check(scratch, ["readmit", "ann-7"], exit: 0, as: "readmitted")
    try AfterRunFiles.run(scratch)
    #expect(try scratch.files(of: "out/latest") == before)
  }

  @Test func `a pack made after an erasure is made again without the person`() throws {
    let scratch = try AfterRunFiles.scratch()
    try scratch.succeed("store", "erase", "ann-7", "--store", "s.sqlite")
    try AfterRunFiles.run(scratch)
    try scratch.succeed("verify", "out/latest", "--store", "s.sqlite")
    let ended = try scratch.run("verify", "out/latest", "--store", "none.sqlite")
    #expect(ended.status == 66)
    #expect(ended.error.contains("made after erasures (1)"))
  }

  @Test func `a merge map that still names the person stops the run at its line`() throws {
    let scratch = try AfterRunFiles.scratch()
    try scratch.succeed("store", "erase", "ann-7", "--store", "s.sqlite")
    try scratch.write("p.yaml", "merge_map: same.csv\n" + AfterRunFiles.pipeline)
    for (name, line) in [("merged", "ann-7,bob-8"), ("standing", "bob-8,ann-7")] {
      try scratch.write("same.csv", "customer_id,merge_into\ncyd-9,dan-1\n\(line)\n")
      let all = ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"]
      let ended = try Program.run(all, in: scratch.folder)
      #expect(ended.status == 78)
      try Golden.expect(Golden.transcript(all, ended), as: "erase/merge-map-\(name)")
    }
  }

  @Test func `an id that no row has is told without the ids that there are`() throws {
    let scratch = try AfterRunFiles.scratch()
    try check(scratch, ["erase", "ann-70"], exit: 64, as: "unknown")
  }
}
