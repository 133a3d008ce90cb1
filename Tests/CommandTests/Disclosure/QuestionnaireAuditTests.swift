import Foundation
import Testing

/// Packs of Kano and SERVQUAL answers in the hands of a reader who subtracts.
@Suite struct QuestionnaireAuditTests {
  private static let pipeline = """
    as_of: 2025-12-31
    min_cell: MIN
    exports: { kano: kano.csv, servqual: [servqual.csv, internal.csv] }
    steps:
      - stage: kano
        settings: { group_by: [segment, unit, wave] }
      - stage: kano
        as: kano_all
        settings: { group_by: [segment, unit, wave], waves: all }
      - stage: servqual
        settings: { group_by: [unit, segment, wave], dimensions: { fast: 1-2, kind: [3] } }
      - stage: servqual
        as: inside
        scope: internal
        settings: { dimensions: { fast: 1-2, kind: [3] } }
    packs: [{ languages: [en] }]

    """

  private static func groups(_ row: Int) -> String {
    let segment = row % 30 < 14 ? "Key" : row % 30 < 26 ? "Plain" : row % 30 < 28 ? "Rare" : "Odd"
    let unit = row % 23 < 9 ? "u1" : row % 23 < 11 ? "u2" : row % 23 < 17 ? "u3" : "u4"
    return "\(unit),\(segment),\(row % 3 == 0 ? "2025Q3" : "2025Q4")"
  }

  private static func kano(_ rows: Int) -> String {
    var text = "respondent,feature,functional,dysfunctional,importance,unit,segment,wave\n"
    for row in 0..<rows {
      for (place, feature) in ["fast", "cheap", "rare"].enumerated() {
        // Only a few were asked about the last one.
        if place == 2, row % 20 != 1 { continue }
        text +=
          "k\(row),\(feature),\((row * 7 + place) % 5 + 1),\((row * 3 + place) % 5 + 1),"
          + "\(row % 9 + 1),\(groups(row))\n"
      }
    }
    return text
  }

  /// One in nine leaves an item out; the points of one in eleven do not add up.
  private static func answers(_ row: Int) -> String {
    let expected = (0..<3).map { row % 9 == $0 ? "" : "\((row + $0) % 3 + 5)" }
    let perceived = (0..<3).map { "\((row * 5 + $0) % 6 + 1)" }
    return (expected + perceived).joined(separator: ",")
  }

  private static func servqual(_ rows: Int) -> String {
    "respondent,unit,segment,wave,e1,e2,e3,p1,p2,p3\n"
      + (0..<rows).map { "q\($0),\(groups($0)),\(answers($0))\n" }.joined()
  }

  private static func inside(_ rows: Int) -> String {
    let names = ["Finance", "Law", "Sales", "Stores"]
    return "respondent,provider,consumer,e1,e2,e3,p1,p2,p3\n"
      + (0..<rows).map { row in
        let provider = row % 4
        let consumer = (provider + 1 + (row / 4) % (row % 13 == 0 ? 3 : 2)) % 4
        return "n\(row),\(names[provider]),\(names[consumer]),\(answers(row))\n"
      }.joined()
  }

  private func run(_ rows: Int, minCell: Int = 5) throws -> [String: Data] {
    let scratch = try Scratch()
    try scratch.write("kano.csv", Self.kano(rows))
    try scratch.write("servqual.csv", Self.servqual(rows))
    try scratch.write("internal.csv", Self.inside(rows))
    try scratch.write("p.yaml", Self.pipeline.replacing("MIN", with: "\(minCell)"))
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    return try scratch.files(of: "out/latest")
  }

  private func audits(_ files: [String: Data]) -> [(audit: PackAudit, isByWave: Bool)] {
    let letters: KeyValuePairs<String, Double> = ["m": 1, "o": 2, "a": 3, "i": 4, "r": 5, "q": 6]
    func kano(_ step: String) -> PackAudit {
      PackAudit(files, step: step, list: "features", items: ["feature"], counts: letters)
    }
    func servqual(_ step: String) -> PackAudit {
      PackAudit(
        files, step: step, list: "scores", items: ["level", "question"], counts: ["n": 1])
    }
    return [
      (kano("kano"), false), (kano("kano_all"), true), (servqual("servqual"), false),
      (servqual("inside"), true),
    ]
  }

  private func findings(_ files: [String: Data]) -> [String] {
    let all = audits(files)
    return all.flatMap { audit, isByWave in
      // A segment may be too small for one questionnaire and not for the other; a department is a
      // provider in one group and a consumer in another.
      let isKano = audit.step.hasPrefix("kano")
      let others = all.map(\.audit).filter {
        $0.step.hasPrefix("kano") != isKano || ($0.step == "inside" && audit.step == "inside")
      }
      return audit.small(minCell: 5) + audit.confined(minCell: 5) { isByWave || $0 != "wave" }
        + audit.told(workbook: [], but: others).map { "\(audit.step): \($0)" }
    }
  }

  @Test(arguments: [31, 60, 95, 160])
  func `nothing that a pack hides can be worked out from its files`(rows: Int) throws {
    let files = try run(rows)
    #expect(findings(files) == [])
    let audits = audits(files).map(\.audit)
    #expect(audits.allSatisfy { !$0.groups.isEmpty })
    #expect(audits.contains { !$0.hidden.isEmpty })
    #expect(rows > 31 || audits.allSatisfy { !$0.hidden.isEmpty })
  }

  @Test func `the audit finds what a pack without a least cell tells`() throws {
    let found = findings(try run(60, minCell: 1))
    #expect(found.contains { $0.hasPrefix("rare segment") })
    #expect(found.contains { $0.contains("unweighted") })
  }

  /// A department's service to one other is its whole less that to the rest.
  @Test(arguments: [60, 160])
  func `no pair of departments can be worked out`(rows: Int) throws {
    let files = try run(rows)
    func list(_ name: String) -> [[String: String]] {
      csvRows(String(decoding: files["lists/\(name).csv"] ?? Data(), as: UTF8.self))
    }
    let pairs = list("inside-departments")
    let totals = list("inside-scores").filter { $0["question"] == "unweighted" }
    #expect(!pairs.isEmpty && !totals.isEmpty)
    for side in ["provider", "consumer"] {
      for total in totals where total["dimension"] == side {
        guard let whole = Int(total["n"] ?? "") else { continue }
        let own = pairs.filter { $0[side] == total["group"] }
        let told = own.compactMap { Int($0["n"] ?? "") }
        #expect(told.allSatisfy { $0 >= 5 })
        let hidden = own.count - told.count
        let rest = whole - told.reduce(0, +)
        #expect(hidden == 0 ? rest >= 0 : rest - hidden >= 5, "\(side) \(total["group"] ?? "")")
      }
    }
  }
}
