import Foundation
import Testing

/// Customers that are there twice: from the list, over a map that was reviewed, to the figures.
@Suite struct MergeMapTests {
  private static let customers = """
    客户编号,客户名称,税号,联系电话,客户细分
    C-1,长沙溪水检测有限公司,91110000802100433B,010-65529988,重点
    C-2,长沙溪水检测有限责任公司,,,普通
    C-3,Long River Ltd.,,13912345670,普通
    C-4,Short River Ltd.,,+86 139 1234 5670,普通
    C-5,无,000000,13800000000,普通
    C-6,散客,000000,13800000000,普通

    """
  private static let orders = """
    order_id,line,customer_id,order_date,amount
    A1,1,C-1,2025-01-05,10.00
    A1,2,C-2,2025-01-05,20.50
    A2,1,C-2,2025-02-07,10.00
    A3,1,C-3,2025-02-01,20.50
    A4,1,C-4,2025-03-02,1.00
    A5,1,C-5,2025-03-02,1.00

    """
  private static let cases = """
    case_id,customer_id,opened_at
    T1,C-1,2025-01-06
    T2,C-4,2025-03-06

    """
  private static let pipeline = """
    as_of: 2025-03-31
    exports: { orders: orders.csv, customers: customers.csv, cases: cases.csv }
    steps: [{ stage: ledger }, { stage: rfm }, { stage: quality }]
    packs: [{ languages: [en, zh-Hans] }]

    """

  private func scratch(_ replace: [String: String] = [:], map: String = "") throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in [
      ("orders.csv", Self.orders), ("customers.csv", Self.customers), ("cases.csv", Self.cases),
    ] {
      try scratch.write(
        name, replace.reduce(text) { $0.replacing(",\($1.key),", with: ",\($1.value),") })
    }
    try scratch.write("p.yaml", Self.pipeline + map)
    return scratch
  }

  private func run(_ scratch: Scratch, _ more: String...) throws -> Program.Ended {
    let ended = try Program.run(
      ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"] + more, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return ended
  }

  @Test func `a list is reviewed, named as the map, and the next list has nothing to add`() throws {
    let scratch = try scratch()
    _ = try run(scratch)
    let list = "out/latest/lists/quality-merge_map.csv"
    let proposed = try scratch.text(list)
    #expect(
      csvRows(proposed).map { "\($0["customer_id"] ?? "") \($0["merge_into"] ?? "")" } == [
        "C-1 C-2", "C-4 C-3",
      ])
    #expect(try scratch.text("out/latest/review-en.md").contains("Customers that may be one"))
    // A reviewer takes one of the two out.
    let reviewed = proposed.split(separator: "\n").filter { !$0.hasPrefix("C-4") }
    try scratch.write("merges.csv", reviewed.joined(separator: "\n") + "\n")
    try scratch.write("p.yaml", Self.pipeline + "merge_map: merges.csv\n")
    let ended = try run(scratch)
    #expect(ended.output.contains("merge_map: 1 customer merged into 1, 3 rows\n"))
    #expect(ended.error.contains("3 up to date") || ended.error.contains("0 files read"))
    let manifest = try scratch.text("out/latest/manifest.json")
    #expect(manifest.contains("\"merge_map\": \"merges.csv\""))
    #expect(manifest.contains("\"rows\": 3"))
    let next = csvRows(try scratch.text(list))
    #expect(next.map { $0["reason"] } == ["in force", "phone (C-3)"])
    #expect(csvRows(try scratch.text("out/latest/lists/quality-duplicates.csv")).count == 2)
  }

  @Test(arguments: ["ledger-customers", "ledger-months", "rfm-customers", "rfm-segments"])
  func `figures are those of exports with the ids replaced by hand`(_ list: String) throws {
    let map = ["C-1": "C-2", "C-4": "C-3"]
    let byHand = try scratch(map)
    // The row of the id that stands is the one that counts.
    try byHand.write(
      "customers.csv",
      Self.customers.split(separator: "\n").filter { !$0.hasPrefix("C-1") && !$0.hasPrefix("C-4") }
        .joined(separator: "\n") + "\n")
    _ = try run(byHand)
    let merged = try scratch(map: "merge_map: { C-1: C-2, C-4: C-3 }\n")
    _ = try run(merged)
    let expected = try byHand.text("out/latest/lists/\(list).csv")
    #expect(try merged.text("out/latest/lists/\(list).csv") == expected)
    #expect(csvRows(expected).count > 1)
    guard list.hasPrefix("ledger") else { return }
    try merged.write("m.yaml", "C-1: C-2\nC-4: C-3\n")
    let direct = try merged.succeed(
      "stage", "ledger", "--orders", "orders.csv", "--merge-map", "m.yaml", "--as-of", "2025-03-31",
      "--format", "csv", "--table", String(list.dropFirst(7)))
    #expect(direct.output == expected.replacing("\u{FEFF}", with: ""))
    #expect(direct.error.contains("merge_map: 2 customers merged into 2, 2 rows\n"))
  }

  @Test func `a map that changes changes the pack, and one that goes leaves no trace`() throws {
    let scratch = try scratch()
    _ = try run(scratch)
    let before = try scratch.files(of: "out/latest")
    for map in ["{ C-1: C-2 }", "{ C-2: C-1 }", "{ C-1: C-2, C-4: C-2 }"] {
      let ended = try run(scratch, "--set", "merge_map=\(map)")
      #expect(ended.output.hasPrefix("The pack is ready."))
      #expect(try scratch.files(of: "out/latest") != before)
      let fresh = try self.scratch(map: "merge_map: \(map)\n")
      _ = try run(fresh)
      let lists = try scratch.files(of: "out/latest").filter { $0.key.hasPrefix("lists/") }
      #expect(try lists == fresh.files(of: "out/latest").filter { $0.key.hasPrefix("lists/") })
    }
    _ = try run(scratch, "--force")
    #expect(try scratch.files(of: "out/latest") == before)
    let again = try run(scratch, "--set", "merge_map={ C-1: C-2 }")
    #expect(again.output.hasPrefix("Up to date"))
    #expect(again.output.contains("merge_map: 1 customer merged into 1, 3 rows"))
  }

  @Test func `ids that no export has are told`() throws {
    let scratch = try scratch(map: "merge_map: { C-1: C-22, C-99: C-3 }\n")
    let ended = try run(scratch)
    #expect(
      ended.output.contains(
        "merge_map: 2 customers merged into 2, 3 rows; in no export: C-22, C-99\n"))
    let report = try scratch.text("out/latest/review-en.md")
    #expect(report.contains("The merge map names customers that no export has: 2 (C-22, C-99)."))
    // Without a row of its own, the merged customer's stands under the new id.
    let ledger = csvRows(try scratch.text("out/latest/lists/ledger-customers.csv"))
    #expect(ledger.map { $0["customer_id"] } == ["C-2", "C-22", "C-3", "C-4", "C-5"])
  }

  @Test func `purchase days that were kept without the map are not merged`() throws {
    let scratch = try scratch()
    try scratch.write("m.yaml", "C-1: C-2\n")
    try scratch.succeed(
      "stage", "ledger", "--orders", "orders.csv", "--keep-purchase-days", "days.csv", "--format",
      "csv")
    let ended = try scratch.run(
      "stage", "ledger", "--purchase-days", "days.csv", "--merge-map", "m.yaml")
    #expect(ended.status == 64)
    #expect(ended.error.contains("'C-1' is merged, but has purchase days of its own"))
    try scratch.succeed(
      "stage", "ledger", "--orders", "orders.csv", "--merge-map", "m.yaml", "--keep-purchase-days",
      "merged.csv", "--format", "csv")
    try scratch.succeed(
      "stage", "ledger", "--purchase-days", "merged.csv", "--merge-map", "m.yaml", "--format", "csv"
    )
  }

  private static let header = "customer_id,merge_into,reason\n"

  static let spoiled: [SpoiledCase] = [
    ("missing", "merge_map: none.csv", ""), ("self", "merge_map: { C-1: C-1 }", ""),
    ("circle", "merge_map:\n  C-1: C-2\n  C-2: C-3\n  C-3: C-1\n", ""),
    ("list", "merge_map: [C-1, C-2]", ""), ("nested", "merge_map: { C-1: { into: C-2 } }", ""),
    ("key-twice", "merge_map:\n  C-1: C-2\n  C-1: C-3\n", ""),
    ("csv-twice", "merge_map: m.csv", header + "C-1,C-2,x\nC-3,C-2,x\nC-1,C-4,x\n"),
    ("csv-without-target", "merge_map: m.csv", header + "C-1,,x\nC-3,C-2,x\n"),
    ("csv-other-header", "merge_map: m.csv", "customer_id,target\nC-1,C-2\n"),
    ("csv-empty", "merge_map: m.csv", ""), ("csv-ragged", "merge_map: m.csv", header + "C-1;C-2\n"),
    ("csv-circle", "merge_map: m.csv", header + "C-1,C-2,x\nC-3,C-1,x\nC-2,C-3,x\n"),
    ("yaml-broken", "merge_map: m.yaml", "C-1: [C-2\n"),
    ("yaml-list", "merge_map: m.yaml", "- C-1\n"),
    ("keys-unknown", "steps: [{ stage: quality, settings: { duplicate_keys: [fax] } }]", ""),
  ].map { name, map, file in
    let steps = map.hasPrefix("steps") ? "" : "\nsteps: [{ stage: quality }]"
    return SpoiledCase(
      name, exit: 78, ["run", "p.yaml", "--out", "out"],
      texts: [
        "customers.csv": customers, "m.csv": file, "m.yaml": file,
        "p.yaml": "as_of: 2025-03-31\nexports: { customers: customers.csv }\n\(map)\(steps)\n",
      ])
  }

  @Test(arguments: spoiled) func `a spoiled merge map`(_ one: SpoiledCase) throws {
    try one.check("merge-map")
  }
}
