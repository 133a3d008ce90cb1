import Foundation
import Testing

/// Packs of drivers in the hands of a reader who subtracts.
@Suite struct DriversAuditTests {
  private static let pipeline = """
    as_of: 2025-12-31
    min_cell: MIN
    mask_key: a-key-of-sixteen-and-more
    exports: { survey: survey.csv, cases: cases.csv }
    steps:
      - stage: satisfaction
        settings: { group_by: [segment, touchpoint, wave] }
      - stage: drivers
        settings: { by: segment, group_by: [segment, touchpoint, unit], resamples: 100, lowest: 9 }
      - stage: drivers
        as: all_waves
        settings:
          { by: unit, group_by: [segment, unit, wave], waves: all, overall: nps, resamples: 100 }
      - stage: kano
    packs: [{ languages: [en], profile: PROFILE }]

    """

  private static func survey(_ rows: Int) -> String {
    var text =
      "response_id,customer_id,wave,segment,touchpoint,unit,nps,csat,item_a,item_b,comment\n"
    for row in 0..<rows {
      let segment = row % 30 < 14 ? "Key" : row % 30 < 26 ? "Plain" : row % 30 < 28 ? "Rare" : "Odd"
      let touchpoint = row % 17 < 12 ? "delivery" : row % 17 < 16 ? "support" : "checkout"
      let unit = row % 23 < 9 ? "u1" : row % 23 < 11 ? "u2" : row % 23 < 17 ? "u3" : "u4"
      let second = row % 9 == 0 ? "" : "\(row * 5 % 7 % 5 + 1)"
      text +=
        "r\(row),c\(row),\(row % 3 == 0 ? "2025Q3" : "2025Q4"),\(segment),\(touchpoint),\(unit),"
        + "\(row * 7 % 11),\(row * 3 % 5 + 1),\(row * 2 % 5 + 1),\(second),"
        + "\(row % 6 == 0 ? "words of \(row)" : "")\n"
    }
    return text
  }

  private static func cases(_ rows: Int) -> String {
    "case_id,customer_id,kind,category,opened_at\n"
      + (0..<rows).map { row in
        "t\(row),c\(row),complaint,\(row % 4 == 0 ? "invoice" : "late"),2025-11-\(row % 28 + 1) 10:00\n"
      }.joined()
  }

  private func run(
    _ rows: Int, minCell: Int = 5, profile: String = "internal"
  ) throws -> [String: Data] {
    let scratch = try Scratch()
    try scratch.write("survey.csv", Self.survey(rows))
    try scratch.write("cases.csv", Self.cases(rows))
    try scratch.write(
      "p.yaml",
      Self.pipeline.replacing("MIN", with: "\(minCell)").replacing("PROFILE", with: profile))
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    return try scratch.files(of: "out/latest")
  }

  private func audits(_ files: [String: Data]) -> [(audit: PackAudit, isByWave: Bool)] {
    ["drivers", "all_waves"].flatMap { step in
      ["groups", "fit"].map { list in
        (
          PackAudit(files, step: step, list: list, items: [], counts: ["n": 1]),
          step == "all_waves"
        )
      }
    }
  }

  private func findings(_ files: [String: Data]) -> [String] {
    audits(files).flatMap { audit, isByWave in
      (audit.small(minCell: 5) + audit.confined(minCell: 5) { isByWave || $0 != "wave" })
        .map { "\(audit.step): \($0)" }
    }
  }

  @Test(arguments: [31, 60, 95, 160])
  func `nothing that a pack hides can be worked out from its files`(rows: Int) throws {
    let files = try run(rows)
    #expect(findings(files) == [])
    let audits = audits(files).map(\.audit)
    #expect(audits.allSatisfy { !$0.groups.isEmpty })
    #expect(rows > 95 || audits.contains { !$0.hidden.isEmpty })
    // Lists of the lowest groups name none that is hidden.
    for step in ["drivers", "all_waves"] {
      let groups = PackAudit(files, step: step, list: "groups", items: [], counts: ["n": 1])
      let hidden = Set(groups.hidden.map { "\($0.dimension)/\($0.name)" })
      for list in ["complaints", "comments"] {
        let text = String(decoding: try #require(files["lists/\(step)-\(list).csv"]), as: UTF8.self)
        for row in csvRows(text) {
          #expect(!hidden.contains("\(row["dimension"] ?? "")/\(row["group"] ?? "")"))
          #expect((Int(row["customers"] ?? "9") ?? 0) >= 5)
        }
      }
    }
  }

  @Test func `the audit finds what a pack without a least cell tells`() throws {
    let found = findings(try run(60, minCell: 1))
    #expect(found.contains { $0.hasPrefix("drivers: nps segment Rare") })
    #expect(found.contains { $0.hasPrefix("all_waves: ") })
  }

  @Test func `a pack for others has no word of a customer`() throws {
    let own = try run(95)
    let others = try run(95, profile: "external")
    func told(_ files: [String: Data]) -> Int {
      files.filter { $0.key.hasSuffix(".csv") || $0.key.hasSuffix(".md") }
        .count { String(decoding: $0.value, as: UTF8.self).contains("words of") }
    }
    #expect(told(own) > 1)
    #expect(told(others) == 0)
  }
}
