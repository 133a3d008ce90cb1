import Diagnostics
import Exports
import Pipeline
import Report
import Testing
import Values

@testable import Stages

/// Customers that may be one, and the merges proposed.
@Suite struct DuplicateTests {
  private static let asOf = Day(number: 20_454)

  private static func customers(_ rows: [[String]]) -> DataTable {
    let columns = ["customer_id", "name", "tax_number", "phone", "region"]
    return DataTable(
      name: "customers", heads: columns.map { SurveyMaker.head($0, .text) },
      columns: columns.indices.map { column in .text(TextColumn(rows.map { $0[column] })) })
  }

  private static let two = customers([
    ["c1", "North Tools Ltd.", "DE123456788", "", "x"],
    ["c2", "NORTH TOOLS", "", "13912345670", "x"],
    ["c3", "South", "", "139 1234 5670", ""], ["c4", "Alone", "000000", "13800000000", "x"],
    ["c5", "West AG", "", "", ""], ["c6", "West GmbH", "", "", ""],
  ])

  private static func orders(_ rows: [(String, Int32)]) -> DataTable {
    DataTable(
      name: "orders",
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("order_date", .instant)],
      columns: [
        .text(TextColumn(rows.map(\.0))), .instant(rows.map { Int64(asOf.number + $0.1) * 86_400 }),
      ])
  }

  private static func source(
    _ customers: DataTable, orders: [(String, Int32)] = [], merges: MergeOutcome = MergeOutcome(),
    currency: Currency = .cny
  ) -> Source {
    var facts = ["customers": customers]
    if !orders.isEmpty { facts["orders"] = Self.orders(orders) }
    return Source(asOf: asOf, currency: currency, facts: facts, merges: merges)
  }

  private func output(
    _ source: Source, _ change: (inout QualitySettings) -> Void = { _ in }
  ) throws -> QualityOutput {
    var settings = QualitySettings()
    change(&settings)
    return try Quality(settings).run(QualityInput(from: source, settings))
  }

  private func rows(_ table: DataTable, _ columns: String...) -> [String] {
    (0..<table.rowCount).map { row in
      columns.map { table.values($0)?.text(row) ?? "?" }.joined(separator: " | ")
    }
  }

  private static let merged = MergeOutcome(
    (try? MergeMap([.init("c9", into: "c5"), .init("gone", into: "c1")])) ?? MergeMap(),
    rows: ["c9": 3, "c5": 1, "c1": 2],
    customers: customers([["c9", "South", "", "", ""]]))

  @Test(arguments: [MergeOutcome(), merged])
  func `the battery holds with duplicates and merges`(_ merges: MergeOutcome) throws {
    let problems = try StageBattery.problems(
      Quality.self,
      data: [
        "North Tools Ltd.", "NORTH TOOLS", "South", "West AG", "West GmbH", "c1", "gone",
      ]
    ) { Self.source(Self.two, orders: [("c3", -3)], merges: merges, currency: $0) }
    #expect(problems == [])
  }

  @Test func `groups, their reasons and the proposed merges`() throws {
    let output = try output(
      Self.source(Self.two, orders: [("c3", -3), ("c3", -9), ("c1", -1), ("c4", 0)]))
    #expect(
      rows(
        output.table("duplicates"), "group", "customer_id", "keys", "first_day", "rows",
        "merge_into")
        == [
          "1 | c1 | name (c2) | 2025-12-31 | 1 | c3",
          "1 | c2 | phone (c3); name (c1) |  | 0 | c3",
          "1 | c3 | phone (c2) | 2025-12-23 | 2 | ",
          "2 | c5 | name (c6) |  | 0 | ", "2 | c6 | name (c5) |  | 0 | c5",
        ])
    #expect(
      rows(output.table("duplicate_pairs"), "customer_id", "other_id", "keys", "other_name") == [
        "c1 | c2 | name | NORTH TOOLS", "c2 | c3 | phone | South", "c5 | c6 | name | West GmbH",
      ])
    #expect(
      rows(output.table("merge_map"), "customer_id", "merge_into", "reason") == [
        "c1 | c3 | name (c2)", "c2 | c3 | phone (c3); name (c1)", "c6 | c5 | name (c5)",
      ])
    let report = output.report(Wording(language: .english, currency: .cny), step: "quality")
    #expect(
      report.findings.map(\.sentence) == [
        "Customers that may be listed twice: 5 (groups: 2), by phone, name."
      ])
    #expect(report.measures.first { $0.id == "duplicate_groups" }?.value == 2)
    #expect(report.measures.first { $0.id == "duplicate_groups" }?.n == 6)
    #expect(report.measures.first { $0.id == "duplicate_customers" }?.value == 5)
  }

  @Test func `without orders the fuller row stands, then the first id`() throws {
    let table = Self.customers([
      ["c2", "North", "", "", "x"], ["c1", "North", "", "", ""], ["c4", "South", "", "", ""],
      ["c3", "South", "", "", ""],
    ])
    #expect(
      rows(try output(Self.source(table)).table("merge_map"), "customer_id", "merge_into") == [
        "c1 | c2", "c4 | c3",
      ])
  }

  @Test func `merges in force are listed first, and their customers stand`() throws {
    // c9 brings the name of c3 with it, so c5 and c3 may be one, and c5 stands already.
    let output = try output(Self.source(Self.two, orders: [("c3", -3)], merges: Self.merged))
    #expect(
      rows(output.table("merge_map"), "customer_id", "merge_into", "reason", "name", "rows") == [
        "c9 | c5 | in force | South | 3", "gone | c1 | in force |  | 0",
        "c2 | c1 | phone (c3); name (c1) | NORTH TOOLS | 0",
        "c3 | c1 | phone (c2); name (c5) | South | 1", "c5 | c1 | name (c3) | West AG | 0",
        "c6 | c1 | name (c5) | West GmbH | 0",
      ])
    // The proposal is a map that the program takes.
    let table = output.table("merge_map")
    let entries = (0..<table.rowCount).map { row in
      MergeMap.Entry(
        table.values("customer_id")?.text(row) ?? "",
        into: table.values("merge_into")?.text(row) ?? "")
    }
    let map = try MergeMap(entries)
    #expect(map.survivors == ["c1"])
    #expect(map.target(of: "c9") == "c1")
    let report = output.report(Wording(language: .english, currency: .cny), step: "quality")
    #expect(
      report.findings.map(\.id) == ["quality.duplicates", "quality.merge-absent", "quality.merged"])
    #expect(
      report.findings[1].sentence == "The merge map names customers that no export has: 1 (gone).")
    #expect(
      report.findings[2].sentence == "Merged by the merge map: 2 customers into 2, with 3 rows.")
  }

  @Test func `no declared key, no search`() throws {
    let none = try output(Self.source(Self.two)) { $0.duplicateKeys = [] }
    #expect(none.table("duplicates").rowCount == 0)
    let report = none.report(Wording(language: .english, currency: .cny), step: "quality")
    #expect(report.measures.first { $0.id == "duplicate_groups" }?.value == nil)
    let phone = try output(Self.source(Self.two)) { $0.duplicateKeys = [.phone] }
    #expect(rows(phone.table("duplicates"), "customer_id") == ["c2", "c3"])
  }

  @Test func `what was not used is said`() throws {
    let rows = (1...4).map { ["c\($0)", "", $0 == 1 ? "000000" : "", "010-65529988", ""] }
    let output = try output(Self.source(Self.customers(rows))) { $0.mostSharing = 3 }
    #expect(output.table("duplicates").rowCount == 0)
    let page = output.report(Wording(language: .english, currency: .cny), step: "quality").pages[0]
    let notes = page.blocks.flatMap { block -> [String] in
      if case .notes(let notes) = block {
        notes.filter { $0.kind == .caution }.map(\.text)
      } else {
        []
      }
    }
    #expect(
      notes == [
        "phone: values that more than 3 customers share and that were therefore not used: 1.",
        "tax number: 1 of 1 values are placeholders or wrong and were not used.",
      ])
  }

  @Test func `property: the list does not depend on the order of the rows`() throws {
    func table(_ order: [Int]) throws -> String {
      let output = try output(
        Self.source(Self.two.selected(order), orders: [("c3", -3), ("c1", -1)]))
      return ["duplicates", "duplicate_pairs", "merge_map"].map { "\(output.table($0).columns)" }
        .joined()
    }
    let first = try table([0, 1, 2, 3, 4, 5])
    #expect(try table([5, 4, 3, 2, 1, 0]) == first)
    #expect(try table([2, 0, 5, 1, 4, 3]) == first)
  }
}
