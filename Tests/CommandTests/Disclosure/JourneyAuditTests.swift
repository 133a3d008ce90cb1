import Foundation
import Testing

/// Packs of journeys in the hands of a reader who subtracts.
@Suite struct JourneyAuditTests {
  private static let pipeline = """
    as_of: 2025-12-31
    min_cell: MIN
    exports: { survey: survey.csv, cases: cases.csv, orders: orders.csv }
    steps:
      - stage: lifecycle
      - stage: satisfaction
        settings: { group_by: [touchpoint, segment, wave] }
      - stage: journey
        settings: { least_customers: 10, least_moments: 2 }
      - stage: journey
        as: all_waves
        settings: { waves: all, least_customers: 10, least_moments: 2 }
    packs: [{ languages: [en] }]

    """

  private static func day(_ number: Int) -> String {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1)
    return "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func survey(_ rows: Int) -> String {
    let touchpoints = ["order", "deliver", "deliver", "install", "support", "support", "recycle"]
    var text = "response_id,customer_id,date,touchpoint,segment,wave,nps,csat\n"
    for row in 0..<rows {
      let wave = row % 3 == 0 ? "2025Q3" : "2025Q4"
      let touchpoint = row % 31 == 7 ? "recycle" : touchpoints[row * 5 % 6]
      let segment = row % 30 < 14 ? "Key" : row % 30 < 27 ? "Plain" : "Rare"
      text +=
        "r\(row),c\(row * 7 % max(rows * 2 / 5, 1)),\(day(row * 13 % 336)),\(touchpoint),\(segment),"
        + "\(wave),\(row % 9 == 4 ? "" : "\(row * 3 % 11)"),"
        + "\(row % 13 == 2 ? "" : "\(row * 7 % 5 + 1)")\n"
    }
    return text
  }

  private static func cases(_ rows: Int) -> String {
    "case_id,customer_id,kind,opened_at,resolved_at\n"
      + (0..<rows / 3).map { row in
        let opened = row * 17 % 300
        let resolved = row % 4 == 0 ? "" : "\(day(opened + 5))T10:00:00"
        return "t\(row),c\(row * 2),complaint,\(day(opened))T09:00:00,\(resolved)\n"
      }.joined()
  }

  private static func orders(_ rows: Int) -> String {
    "order_id,customer_id,order_date,amount\n"
      + (0..<rows).map { "o\($0),c\($0 / 2),\(day($0 * 11 % 330)),100\n" }.joined()
  }

  private func run(_ rows: Int, minCell: Int = 5) throws -> [String: Data] {
    let scratch = try Scratch()
    try scratch.write("survey.csv", Self.survey(rows))
    try scratch.write("cases.csv", Self.cases(rows))
    try scratch.write("orders.csv", Self.orders(rows))
    try scratch.write("p.yaml", Self.pipeline.replacing("MIN", with: "\(minCell)"))
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    return try scratch.files(of: "out/latest")
  }

  /// Every list with groups; those of touchpoints add up to a total.
  private func audits(_ files: [String: Data]) -> [(audit: PackAudit, addsUp: (String) -> Bool)] {
    ["journey", "all_waves"].flatMap { step -> [(audit: PackAudit, addsUp: (String) -> Bool)] in
      // Groups of one list have the names of another's.
      func audit(_ list: String, _ items: [String]) -> PackAudit {
        let own = files.filter { path, _ in
          !path.hasPrefix("lists/\(step)-") || path == "lists/\(step)-\(list).csv"
        }
        return PackAudit(own, step: step, list: list, items: items, counts: ["n": 1])
      }
      return [
        (audit("touchpoints", ["item"]), { $0 == "touchpoint" }),
        (audit("groups", ["touchpoint", "item"]), { $0 != "total" }),
        (audit("moments", []), { $0 != "met" && $0 != "total" }),
        (audit("recovery", []), { _ in false }), (audit("lifecycle", []), { _ in false }),
      ]
    }
  }

  private func findings(_ files: [String: Data]) -> [String] {
    let all = audits(files)
    return all.flatMap { audit, addsUp in
      audit.small(minCell: 5) + audit.confined(minCell: 5, addsUp: addsUp)
    }
      + all.filter { !$0.audit.groups.isEmpty }.flatMap { audit, _ in
        // Whom one question or list hides, another with more answers may tell.
        audit.told(workbook: [], but: all.map(\.audit)).map { "\(audit.step): \($0)" }
      }
  }

  @Test(arguments: [45, 90, 150, 260])
  func `nothing that a pack hides can be worked out from its files`(rows: Int) throws {
    let files = try run(rows)
    #expect(findings(files) == [])
    let audits = audits(files).map(\.audit)
    #expect(audits.contains { !$0.groups.isEmpty })
    #expect(audits.contains { !$0.hidden.isEmpty })
  }

  @Test func `the audit finds what a pack without a least cell tells`() throws {
    let found = findings(try run(90, minCell: 1))
    #expect(found.contains { $0.contains("recycle") })
    #expect(found.contains { $0.contains("peak") })
  }

  /// Satisfaction and both journeys hide the same touchpoints of the latest wave.
  @Test(arguments: [90, 150])
  func `steps on the same answers hide the same groups`(rows: Int) throws {
    let files = try run(rows)
    let satisfaction = PackAudit(files)
    let journey = PackAudit(
      files, step: "journey", list: "touchpoints", items: ["item"], counts: ["n": 1])
    func hidden(_ audit: PackAudit) -> Set<String> {
      Set(
        audit.hidden.filter { $0.dimension == "touchpoint" && $0.item != "ces" }
          .map { "\($0.item) \($0.name)" })
    }
    #expect(!hidden(journey).isEmpty && hidden(journey) == hidden(satisfaction))
  }
}
