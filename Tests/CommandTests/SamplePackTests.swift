import Foundation
import Testing

/// What the pack of the samples says, beside what was planted in them.
@Suite struct SamplePackTests {
  /// The summary page of a report, from its heading to the next page.
  private func summary(_ language: String) throws -> String {
    let text = try SamplePack.made.get().text("review-\(language).md")
    let parts = text.components(separatedBy: "<a id=\"")
    return try #require(parts.first { $0.hasPrefix("summary\"") })
  }

  private func list(_ name: String) throws -> [[String: String]] {
    csvRows(try SamplePack.made.get().text("lists/\(name).csv"))
  }

  @Test func `the account of every file is the planted one`() throws {
    let rows = csvRows(try SamplePack.made.get().text("account.csv"))
    let planted = try Planted.read()
    #expect(Set(rows.compactMap { $0["file"] }) == Set(planted.files.map(\.file)))
    for expected in planted.files {
      let row = try #require(rows.first { $0["file"] == expected.file })
      let found = [
        "read", "accepted", "merged", "rejected", "excluded", "withdrawn", "rounded",
      ].map { Int(row[$0] ?? "") }
      #expect(
        found == [
          expected.read, expected.accepted, expected.merged, expected.rejected, expected.excluded,
          expected.withdrawn, expected.rounded,
        ], "\(expected.file)")
      #expect(row["encoding"]?.hasPrefix(expected.encoding) == true, "\(expected.file)")
    }
  }

  @Test func `every rejected row stands in the reject file with its rule and line`() throws {
    let rows = csvRows(try SamplePack.made.get().text("rejects.csv"))
    let found = rows.map { row in
      ["file", "rule", "column", "line"].map { row[$0] ?? "" }.joined(separator: " ")
    }
    let expected = try Planted.read().files.flatMap { file in
      file.rejected_by_rule.flatMap { rule in
        rule.lines.map { "\(file.file) \(rule.rule) \(rule.column) \($0)" }
      }
    }
    #expect(found.sorted() == expected.sorted())
    #expect(rows.allSatisfy { $0["raw"]?.isEmpty == false })
  }

  @Test func `the rows that stand are those accepted less those withdrawn`() throws {
    let planted = try Planted.read()
    let rows = try list("quality-columns")
    // The step looks at the customers outside the company.
    let inside: Set = ["departments.csv", "cases-internal.csv", "servqual-internal.csv"]
    for contract in Set(planted.files.map(\.contract)) {
      let files = planted.files.filter { $0.contract == contract && !inside.contains($0.file) }
      let standing = files.reduce(0) { $0 + $1.accepted - $1.withdrawn }
      let found = Set(rows.filter { $0["contract"] == contract }.compactMap { $0["rows"] })
      #expect(found.isEmpty || found == [String(standing)], "\(contract)")
    }
    #expect(rows.contains { $0["contract"] == "orders" })
  }

  @Test func `revenue, customers and rows are those of the order log`() throws {
    let totals = try Planted.read().totals
    let ledger = try list("ledger-customers")
    let net = try #require(cents(ledger, "net"))
    #expect(Decimal(net) / 100 == totals.net_cny)
    #expect(ledger.count == totals.buyers)
    #expect(ledger.compactMap { Int($0["rows"] ?? "") }.reduce(0, +) == totals.order_rows)
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `the summary finds the loss in the South`(_ language: String) throws {
    let south = try Planted.read().effects.south_delivery_problem
    let line = try #require(
      summary(language).split(separator: "\n").first {
        $0.contains(south.region) && $0.contains("2024-Q4")
      })
    let before = try #require(south.net_cny["2024Q4"])
    let now = try #require(south.net_cny["2025Q4"])
    let change = (now - before) / before * 100
    let parts = line.matches(of: /−(\d+\.\d)\s?%/).compactMap { Double($0.1) }
    // Customers whose own row was rejected have no region: a little less than was planted.
    #expect(parts.contains { ($0 + change).magnitude < 1 }, "\(line)")
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `the summary finds the fall of the recommendation score`(_ language: String) throws {
    let line = try #require(
      summary(language).split(separator: "\n").first { $0.contains("NPS") && $0.contains("2025Q3") }
    )
    #expect(line.contains("2025Q4"))
    #expect(line.contains("35"))
  }

  @Test func `answers after a delivery are named as the weakest touchpoint`() throws {
    let touchpoint = try Planted.read().effects.delivery_nps.touchpoint
    let page = try #require(
      SamplePack.made.get().text("review-en.md").components(separatedBy: "<a id=\"")
        .first { $0.hasPrefix("satisfaction\"") })
    #expect(page.contains(touchpoint))
    let rows = try list("satisfaction-nps").filter { $0["dimension"] == "touchpoint" }
    let weakest = rows.compactMap { row in
      Double(row["nps"] ?? "").map { (row["group"] ?? "", $0) }
    }.min { $0.1 < $1.1 }
    #expect(weakest?.0 == touchpoint)
  }

  @Test func `the silent best customers are those that must not be lost`() throws {
    let silent = Set(try Planted.read().effects.silent_best.customer_ids)
    let rows = try list("rfm-customers").filter { silent.contains($0["customer_id"] ?? "") }
    #expect(rows.count == silent.count)
    let atRisk = rows.filter { ["cant_lose", "at_risk"].contains($0["segment"] ?? "") }
    #expect(Double(atRisk.count) >= 0.9 * Double(silent.count))
    let first = try summary("en").components(separatedBy: "\n").first { $0.hasPrefix("**") }
    #expect(first?.contains("Can't lose") == true)
  }

  @Test func `the growth of the North stands in the ledger`() throws {
    let north = try Planted.read().effects.north_growth
    let row = try #require(list("ledger-changes").first { $0["group"] == north.region })
    let now = try #require(north.net_cny["2025Q4"])
    let found = try #require(row["revenue"].flatMap { Double($0) })
    #expect((found - now).magnitude < 0.01 * now)
    #expect(row["change"].flatMap { Double($0) } ?? 0 > 0.9 * found / 2)
  }

  @Test func `the run ends by telling where the pack is and what is in it`() throws {
    let ended = try SamplePack.made.get().ended
    let lines = ended.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "The pack is ready.")
    #expect(lines.contains { $0.hasPrefix("out/2025-12-31-") })
    for name in [
      "review-zh-Hans.xlsx", "review-en.md", "account.csv", "rejects.csv", "manifest.json",
    ] { #expect(lines.contains { $0.contains(name) }, "\(name)") }
    #expect(!ended.output.contains("\u{1B}["))
    #expect(!ended.error.contains("\u{1B}["))
  }
}
