import Foundation
import Testing

/// `clientele compare`: why two packs differ, and in which measures, classes and rows.
@Suite struct CompareTests {
  private func compare(
    _ scratch: Scratch, _ days: [String], _ more: [String] = [], exit status: Int32 = 0,
    as name: String
  ) throws {
    let packs = try days.map { try AfterRunFiles.pack($0, in: scratch) }
    let arguments = ["compare"] + packs + more
    let ended = try Program.run(arguments, in: scratch.folder)
    #expect(ended.status == status, "\(ended.error)")
    try Golden.expect(Golden.transcript(arguments, ended), as: "compare/\(name)")
  }

  private static let quarters = ["2025-03-31", "2025-06-30"]

  @Test func `a pack differs from itself in nothing`() throws {
    let scratch = try AfterRunFiles.scratch()
    try compare(
      scratch, ["2025-03-31", "2025-03-31"], ["--fail-on-change"], as: "same")
  }

  @Test func `two quarters differ in inputs, measures, classes and rows`() throws {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    try compare(scratch, Self.quarters, as: "quarters")
    try compare(scratch, Self.quarters, ["--rows", "1", "--fail-on-change"], exit: 65, as: "short")
    try compare(scratch, Self.quarters, ["--format", "csv"], as: "csv")
  }

  @Test func `JSON has every difference that CSV has`() throws {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    let packs = try Self.quarters.map { try AfterRunFiles.pack($0, in: scratch) }
    let csv = try scratch.succeed("compare", packs[0], packs[1], "--format", "csv")
    try scratch.succeed(
      "compare", packs[0], packs[1], "--format", "json", "--output", "changes.json")
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: scratch.path("changes.json"))))
    let changes = try #require(json as? [[String: any Sendable]])
    let rows = csvRows(csv.output)
    #expect(changes.count == rows.count)
    for (change, row) in zip(changes, rows) {
      for name in ["part", "place", "key", "column"] {
        #expect(change[name] as? String == row[name])
      }
      #expect((change["now"] as? String ?? "") == row["now"])
    }
  }

  @Test func `the moves add up to the rows that both packs have`() throws {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    let packs = try Self.quarters.map { try AfterRunFiles.pack($0, in: scratch) }
    let changes = csvRows(
      try scratch.succeed("compare", packs[0], packs[1], "--format", "csv").output)
    // The same by hand from the two lists.
    let lists = try packs.map { pack in
      Dictionary(
        uniqueKeysWithValues: csvRows(try scratch.text("\(pack)/lists/rfm-customers.csv")).map {
          ($0["customer_id"] ?? "", $0["segment"] ?? "")
        })
    }
    let moved = lists[0].filter { lists[1][$0.key] != nil && lists[1][$0.key] != $0.value }
    let told = changes.filter {
      $0["part"] == "move" && $0["column"] == "segment"
        && $0["place"] == "lists/rfm-customers.csv"
    }
    #expect(!moved.isEmpty)
    #expect(Set(told.compactMap { $0["key"] }) == Set(moved.keys))
    let added = changes.filter {
      $0["part"] == "row_added" && $0["place"] == "lists/rfm-customers.csv"
    }
    #expect(Set(added.compactMap { $0["key"] }) == Set(lists[1].keys).subtracting(lists[0].keys))
  }

  @Test func `what is no pack is told with its place`() throws {
    let scratch = try AfterRunFiles.scratch()
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    let ended = try scratch.run("compare", pack, "out")
    #expect(ended.status == 66)
    #expect(ended.error.contains("out/manifest.json: error: there is no manifest in 'out'"))
  }
}
