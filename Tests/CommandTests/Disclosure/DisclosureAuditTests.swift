import Foundation
import Testing

/// Finished packs in the hands of a reader who subtracts.
@Suite struct DisclosureAuditTests {
  private static let rows = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "read_rows.py").path

  /// A survey in which groups are small, by overlapping groupings.
  private static func survey(_ rows: Int, extra: [String] = []) -> String {
    var text = "response_id,customer_id,wave,segment,touchpoint,unit,region,nps,csat,item_price\n"
    for row in 0..<rows {
      let segment = row % 30 < 14 ? "Key" : row % 30 < 26 ? "Plain" : row % 30 < 28 ? "Rare" : "Odd"
      let touchpoint = row % 17 < 12 ? "delivery" : row % 17 < 16 ? "support" : "checkout"
      let unit = row % 23 < 9 ? "u1" : row % 23 < 11 ? "u2" : row % 23 < 17 ? "u3" : "u4"
      let wave = row % 3 == 0 ? "2025Q3" : "2025Q4"
      let price = row % 7 == 0 ? "" : "\(row % 5 + 1)"
      text +=
        "r\(row),c\(row),\(wave),\(segment),\(touchpoint),\(unit),"
        + "\(unit < "u3" ? "east" : "west"),\(row * 7 % 11),\(row * 3 % 5 + 1),\(price)\n"
    }
    return text + extra.map { $0 + "\n" }.joined()
  }

  private static let groups = "group_by: [segment, touchpoint, unit, region, wave]"
  private static let latest = "  - stage: satisfaction\n    settings: { \(groups) }\n"
  private static let all =
    "  - stage: satisfaction\n    as: all\n    settings: { \(groups), waves: all }\n"

  private func scratch(_ survey: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("survey.csv", survey)
    return scratch
  }

  private func run(
    _ scratch: Scratch, out: String = "out", store: String = "s.sqlite",
    asOf: String = "2025-12-31", minCell: Int = 5, steps: String = latest + all
  ) throws -> [String: Data] {
    try scratch.write(
      "p.yaml",
      """
      as_of: \(asOf)
      min_cell: \(minCell)
      exports: { survey: survey.csv }
      steps:
      \(steps)  - stage: quality
      packs: [{ languages: [en] }]

      """)
    try scratch.succeed("run", "p.yaml", "--out", out, "--store", store)
    return try scratch.files(of: "\(out)/latest")
  }

  /// The cells of all sheets as texts, a row each; nothing without the library.
  private func workbook(_ files: [String: Data]) throws -> [[String]] {
    guard let python = Surroundings.python else { return [] }
    let scratch = try Scratch()
    let path = try scratch.write("book.xlsx", try #require(files["review-en.xlsx"]))
    let ended = try Program.run(python, [Self.rows, path], in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return try JSONDecoder().decode([[String]].self, from: ended.outputBytes)
  }

  private func findings(_ files: [String: Data]) throws -> [String] {
    let latest = PackAudit(files)
    let all = PackAudit(files, step: "all")
    let rows = try workbook(files)
    return latest.small(minCell: 5) + all.small(minCell: 5)
      + latest.confined(minCell: 5) { $0 != "wave" } + all.confined(minCell: 5) { _ in true }
      + latest.told(workbook: rows, but: [all])
      + latest.told(by: latest.measures, minCell: 5) + all.told(by: all.measures, minCell: 5)
  }

  @Test(arguments: [31, 60, 95, 160])
  func `nothing that a pack hides can be worked out from its files`(rows: Int) throws {
    let files = try run(scratch(Self.survey(rows)))
    #expect(try findings(files) == [])
    #expect(!PackAudit(files).hidden.isEmpty && !PackAudit(files).measures.isEmpty)
  }

  /// A survey whose last question only three people answered.
  private static func rareSurvey(_ rows: Int) -> String {
    let lines = survey(rows).split(separator: "\n")
    var text = ""
    for (index, line) in lines.enumerated() {
      let isRare = index % 20 == 1 && index < 60
      text += "\(line),\(index == 0 ? "item_rare" : isRare ? "4" : "")\n"
    }
    return text
  }

  private static let figures = ["value", "low", "high", "n"]

  @Test func `a question that few answered has no figure in the list of measures`() throws {
    var files = try run(scratch(Self.rareSurvey(95)))
    #expect(try findings(files) == [])
    let text = String(decoding: try #require(files["measures.csv"]), as: UTF8.self)
    let rows = csvRows(text).filter { $0["measure"] == "mean.item_rare" }
    #expect(rows.count == 2)
    for row in rows {
      #expect(Self.figures.allSatisfy { row[$0] == "" } && row["reason"] != "")
    }
    // The mean comes back, with how many it is of.
    let heads = text.split(separator: "\n")[0].split(separator: ",").map {
      String($0.filter { $0 != "\u{FEFF}" })
    }
    let leaky = text.split(separator: "\n").map { line -> String in
      guard line.hasPrefix("satisfaction,mean.item_rare") else { return String(line) }
      return heads.map { head in
        switch head {
        case "step": "satisfaction"
        case "measure": "mean.item_rare"
        case "value": "4"
        case "n": "3"
        default: ""
        }
      }.joined(separator: ",")
    }
    files["measures.csv"] = Data(leaky.joined(separator: "\n").utf8)
    let audit = PackAudit(files)
    #expect(
      Set(audit.told(by: audit.measures, minCell: 5)) == [
        "mean.item_rare: n 3", "mean.item_rare: 4", "mean.item_rare: 3",
        "mean.item_rare: no reason",
      ])
    #expect(try findings(files).count == 4)
  }

  @Test func `the audit finds a measure of other people than those of the lists`() throws {
    var files = try run(scratch(Self.survey(95)))
    let text = String(decoding: try #require(files["measures.csv"]), as: UTF8.self)
    let audit = PackAudit(files)
    let measure = try #require(audit.measures.first { $0.id == "csat_mean" })
    let n = try #require(measure.n)
    // As if one that the list leaves out were in the mean.
    files["measures.csv"] = Data(
      text.split(separator: "\n").map { line -> String in
        line.hasPrefix("satisfaction,csat_mean")
          ? String(line).replacing(",\(n),", with: ",\(n + 1),") : String(line)
      }.joined(separator: "\n").utf8)
    let leaky = PackAudit(files)
    #expect(
      leaky.told(by: leaky.measures, minCell: 5) == ["csat_mean: n \(n + 1), in the list \(n)"])
  }

  private func json(_ survey: String, minCell: Int = 5) throws -> Data {
    try scratch(survey).succeed(
      "stage", "satisfaction", "--survey", "survey.csv", "--as-of", "2025-12-31", "--min-cell",
      "\(minCell)", "--set", "group_by=[segment, touchpoint, unit, region, wave]", "--format",
      "json"
    ).outputBytes
  }

  private func findings(json: Data) throws -> [String] {
    let audit = try PackAudit(json: json)
    return audit.small(minCell: 5) + audit.confined(minCell: 5) { $0 != "wave" }
      + audit.told(workbook: []) + audit.told(by: audit.measures, minCell: 5)
  }

  @Test(arguments: [31, 60, 95])
  func `nothing that a stage hides can be worked out from its JSON`(rows: Int) throws {
    let json = try json(Self.rareSurvey(rows))
    #expect(try findings(json: json) == [])
    let audit = try PackAudit(json: json)
    #expect(!audit.hidden.isEmpty && audit.groups.count > 20 && audit.measures.count > 4)
    // The lists of a pack and the JSON tell the same.
    let pack = PackAudit(
      try run(scratch(Self.rareSurvey(rows)), steps: Self.latest))
    #expect(audit.groups.map(\.group) == pack.groups.map(\.group))
    #expect(audit.measures.map(\.id) == pack.measures.map(\.id))
  }

  @Test func `the audit finds what JSON tells of a group that is to be hidden`() throws {
    let found = try findings(json: json(Self.rareSurvey(95), minCell: 1))
    #expect(found.contains("mean.item_rare: n 2"))
    #expect(found.contains { $0.hasPrefix("item_rare total ") })
    let said = String(decoding: try json(Self.survey(60)), as: UTF8.self)
    let audit = try PackAudit(json: Data(said.utf8))
    let items = Set(audit.groups.map(\.group.item)).count
    let hidden = try #require(
      audit.hidden.first { group in
        !group.name.isEmpty && audit.hidden.count { $0.name == group.name } == items
      })
    let leaky = said.replacing(
      #""warnings": []"#, with: #""warnings": ["\#(hidden.name) is at 3.2."]"#)
    #expect(leaky != said)
    #expect(try findings(json: Data(leaky.utf8)).contains { $0.hasPrefix("said.md: ") })
  }

  @Test func `the audit finds a group that was left in one list`() throws {
    var files = try run(scratch(Self.survey(95)))
    let path = "lists/satisfaction-distribution.csv"
    let hidden = try #require(PackAudit(files).hidden.first { $0.item == "nps" })
    // Its counts come back, as if nobody had hidden it with the small one.
    let whole = PackAudit(try run(scratch(Self.survey(95)), minCell: 1))
    var counts = try #require(whole[hidden])
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    let leaky = text.split(separator: "\n").map { line -> String in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, cells[0] == hidden.item, cells[1] == hidden.dimension,
        cells[2] == hidden.name
      else { return String(line) }
      return (cells[0..<4] + [String(counts.removeFirst()), "", ""]).joined(separator: ",")
    }
    files[path] = Data(leaky.joined(separator: "\n").utf8)
    let audit = PackAudit(files)
    #expect(audit[hidden] == whole[hidden])
    #expect(!(audit.small(minCell: 5) + audit.confined(minCell: 5) { $0 != "wave" }).isEmpty)
  }

  @Test func `the audit finds a figure of a hidden group in a table, a chart and a list`() throws {
    var files = try run(scratch(Self.survey(60)), steps: Self.latest)
    let audit = PackAudit(files)
    let hidden = try #require(
      audit.hidden.first { group in
        ["nps", "csat", "item_price"].allSatisfy { item in
          audit.hidden.contains(.init(item: item, dimension: group.dimension, name: group.name))
        }
      })
    #expect(PackAudit(files).told(workbook: [[hidden.name, "3.25"]]) != [])
    #expect(PackAudit(files).told(workbook: [[hidden.name, "hidden"]]) == [])
    let markdown = String(decoding: try #require(files["review-en.md"]), as: UTF8.self)
    files["review-en.md"] = Data((markdown + "| \(hidden.name) | 3.25 |\n").utf8)
    #expect(PackAudit(files).told(workbook: []).count == 1)
    files["charts/review-en/x.svg"] = Data("<text>\(hidden.name)</text>".utf8)
    #expect(PackAudit(files).told(workbook: []).count == 2)
  }

  private static let newcomer = "r900,c900,2025Q4,Key,delivery,u1,east,10,5,5"

  @Test func `one answer more than in the pack before tells of nobody`() throws {
    let scratch = try scratch(Self.survey(160))
    let before = try run(scratch, out: "a")
    try scratch.write("survey.csv", Self.survey(160, extra: [Self.newcomer]))
    // Later in the same wave, and again for the same day.
    for (out, day) in [("b", "2026-01-15"), ("c", "2025-12-31")] {
      let after = try run(scratch, out: out, store: "s.sqlite", asOf: day)
      #expect(try findings(after) == [])
      for step in ["satisfaction", "all"] {
        let (then, now) = (PackAudit(before, step: step), PackAudit(after, step: step))
        #expect(now.newcomers(since: then, minCell: 5) == [])
        // Groups that nobody joined are told as before.
        let touchpoint = PackAudit.Group(item: "nps", dimension: "touchpoint", name: "support")
        #expect(now[touchpoint] == then[touchpoint] && now[touchpoint] != nil)
      }
    }
  }

  @Test func `the audit finds the newcomer where the store knows of no pack before`() throws {
    let scratch = try scratch(Self.survey(160))
    let before = try run(scratch, out: "a")
    try scratch.write("survey.csv", Self.survey(160, extra: [Self.newcomer]))
    let after = try run(scratch, out: "b", store: "fresh.sqlite")
    #expect(!PackAudit(after).newcomers(since: PackAudit(before), minCell: 5).isEmpty)
  }

  @Test func `making a pack again from the same exports hides nothing more`() throws {
    let scratch = try scratch(Self.survey(160))
    let first = try run(scratch, out: "a")
    try scratch.succeed("run", "p.yaml", "--out", "a", "--store", "s.sqlite", "--force")
    #expect(try scratch.files(of: "a/latest") == first)
  }

  @Test func `the pack of the samples withstands the audit`() throws {
    let files = try SamplePack.made.get().files
    let audit = PackAudit(files)
    #expect(audit.small(minCell: 5) == [])
    #expect(audit.confined(minCell: 5) { $0 != "wave" } == [])
    // Customers whose journey has its peak at a touchpoint are others than those of the last wave.
    let moments = PackAudit(
      files, step: "journey", list: "moments", items: [], counts: ["n": 1])
    #expect(audit.told(workbook: [], but: [moments]) == [])
  }
}
