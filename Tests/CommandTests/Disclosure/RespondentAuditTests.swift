import Foundation
import Testing

/// Packs that tell who answered, how, and what they said, in the hands of a reader who subtracts.
@Suite struct RespondentAuditTests {
  private static let pipeline = """
    as_of: 2025-12-31
    min_cell: MIN
    exports: { survey: survey.csv, invitations: invitations.csv }
    steps:
      - stage: satisfaction
        settings: { group_by: [segment, touchpoint, mode, wave], no_answer: [9] }
      - stage: satisfaction
        as: all
        settings: { group_by: [segment, touchpoint, mode, wave], no_answer: [9], waves: all }
    packs: [{ languages: [en] }]

    """

  private struct Person {
    let row: Int
    var wave: String { row % 3 == 0 ? "2025Q3" : "2025Q4" }
    var segment: String {
      row % 30 < 14 ? "Key" : row % 30 < 26 ? "Plain" : row % 30 < 28 ? "Rare" : "Odd"
    }
    var touchpoint: String { row % 17 < 12 ? "delivery" : row % 17 < 16 ? "support" : "checkout" }
    var mode: String { row % 19 < 12 ? "online" : row % 19 < 18 ? "visit" : "phone" }
    var nps: Int { row * 7 % 11 }
    var price: Int { row % 13 == 4 ? 9 : row % 5 + 1 }
    var comment: String { row % 4 == 1 ? "" : "word\(row)" }
    var invitedBy: String { row % 23 < 21 ? "mail" : "letter" }

    var groups: [String: String] {
      ["segment": segment, "touchpoint": touchpoint, "mode": mode, "wave": wave, "total": ""]
    }

    var line: String {
      "r\(row),c\(row),\(wave),\(segment),\(touchpoint),\(mode),\(nps),\(row * 3 % 5 + 1),"
        + "\(price),\(row % 5 + 1),\(comment)\n"
    }
  }

  private func run(_ rows: Int, minCell: Int = 5) throws -> [String: Data] {
    let scratch = try Scratch()
    let people = (0..<rows).map(Person.init)
    try scratch.write(
      "survey.csv",
      "response_id,customer_id,wave,segment,touchpoint,mode,nps,csat,item_price,item_speed,comment\n"
        + people.map(\.line).joined())
    // Everybody but a few was invited, and some who did not answer.
    let invited =
      people.filter { $0.row % 31 != 7 }
      .map { ($0.row, $0.wave, $0.invitedBy) }
      + (0..<rows / 2).map { (1000 + $0, $0 % 3 == 0 ? "2025Q3" : "2025Q4", "mail") }
    try scratch.write(
      "invitations.csv",
      "invitation_id,customer_id,wave,date,mode\n"
        + invited.enumerated().map { place, one in
          "i\(place),c\(one.0),\(one.1),2025-12-01,\(one.2)\n"
        }.joined())
    try scratch.write("p.yaml", Self.pipeline.replacing("MIN", with: "\(minCell)"))
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    return try scratch.files(of: "out/latest")
  }

  private static let steps = ["satisfaction", "all"]

  private func list(_ files: [String: Data], _ name: String) -> [[String: String]] {
    csvRows(String(decoding: files["lists/\(name).csv"] ?? Data(), as: UTF8.self))
  }

  /// Counts that are too small, or of which too little is left for those that are hidden.
  private func counts(_ files: [String: Data], _ step: String) -> [String] {
    var found: [String] = []
    func check(_ name: String, _ whole: Int?, _ parts: [Int?]) {
      for case .some(let n) in parts + [whole] where n > 0 && n < 5 {
        found.append("\(name): \(n)")
      }
      let hidden = parts.count { $0 == nil }
      guard let whole, hidden > 0 else { return }
      let rest = whole - parts.reduce(0) { $0 + ($1 ?? 0) }
      if hidden == 1 || rest - hidden < 5 { found.append("\(name): \(rest) of \(hidden) hidden") }
    }
    let responses = list(files, "\(step)-responses")
    for wave in Set(responses.map { $0["wave"] ?? "" }).sorted() {
      let own = responses.filter { $0["wave"] == wave }
      for column in ["invited", "answered"] {
        let parts = own.filter { $0["mode"] != "any" }.map { Int($0[column] ?? "") }
        let whole = own.first { $0["mode"] == "any" }.flatMap { Int($0[column] ?? "") }
        check("\(step) \(column) \(wave)", whole, parts)
      }
    }
    let modes = list(files, "\(step)-modes")
    let all = PackAudit(files, step: "all").measures.first { $0.id == "responses" }?.n
    let latest = PackAudit(files).measures.first { $0.id == "responses" }?.n
    for wave in Set(modes.map { $0["wave"] ?? "" }).sorted() {
      let parts = modes.filter { $0["wave"] == wave }.map { Int($0["n"] ?? "") }
      let other = latest.flatMap { latest in all.map { $0 - latest } }
      check("\(step) modes \(wave)", wave == "2025Q4" ? latest : other, parts)
    }
    for row in list(files, "\(step)-aspects") {
      if let n = Int(row["n"] ?? ""), n < 5 { found.append("aspects: \(n)") }
    }
    for row in list(files, "\(step)-scales") {
      if let n = Int(row["dont_know"] ?? ""), n > 0, n < 5 { found.append("dont_know: \(n)") }
    }
    return found
  }

  /// Comments of somebody in a group that is hidden, or with another score than was given.
  private func comments(_ files: [String: Data], _ step: String) -> [String] {
    let hidden = PackAudit(files, step: step).hidden.filter { $0.item == "nps" }
    return list(files, "\(step)-comments").compactMap { row in
      guard let number = Int((row["customer_id"] ?? "").dropFirst()) else { return "no author" }
      let person = Person(row: number)
      let isRight = row["score"] == "\(person.nps)" && row["comment"] == person.comment
      if !isRight { return "\(number): other words" }
      let own = hidden.filter { person.groups[$0.dimension] == $0.name }
      return own.isEmpty ? nil : "\(number) of \(own.map(\.name))"
    }
  }

  /// Tests of groups or waves that no list tells of.
  private func tests(_ files: [String: Data], _ step: String) -> [String] {
    let audit = PackAudit(files, step: step)
    func told(_ item: String, _ dimension: String) -> [String] {
      audit.groups.compactMap { group, told in
        guard group.item == item, group.dimension == dimension, group.name != "",
          case .counts(let counts) = told, counts.contains(where: { $0 > 0 })
        else { return nil }
        return group.name
      }
    }
    let differences = list(files, "\(step)-differences").compactMap { row -> String? in
      let groups = told(row["item"] ?? "", row["dimension"] ?? "")
      let isTold = [row["lowest"], row["highest"]].allSatisfy { groups.contains($0 ?? "") }
      return Int(row["groups"] ?? "") == groups.count && isTold ? nil : "\(row)"
    }
    let changes = list(files, "\(step)-changes").compactMap { row -> String? in
      let waves = told(row["item"] ?? "", "wave")
      return [row["before"], row["after"]].allSatisfy { waves.contains($0 ?? "") } ? nil : "\(row)"
    }
    return differences + changes
  }

  private func findings(_ files: [String: Data]) -> [String] {
    let all = PackAudit(files, step: "all")
    let latest = PackAudit(files)
    return Self.steps.flatMap { counts(files, $0) + comments(files, $0) + tests(files, $0) }
      + latest.small(minCell: 5) + latest.confined(minCell: 5) { $0 != "wave" }
      + all.confined(minCell: 5) { _ in true } + latest.told(workbook: [], but: [all])
      + latest.told(by: latest.measures, minCell: 5)
  }

  @Test(arguments: [31, 60, 95, 160])
  func `nothing that a pack hides can be worked out from who answered and how`(rows: Int) throws {
    let files = try run(rows)
    #expect(findings(files) == [])
    for step in Self.steps {
      #expect(!list(files, "\(step)-responses").isEmpty && !list(files, "\(step)-modes").isEmpty)
    }
    #expect(rows < 90 || !list(files, "satisfaction-comments").isEmpty)
    #expect(!PackAudit(files).hidden.isEmpty)
  }

  @Test func `the audit finds what a pack without a least cell tells`() throws {
    let found = findings(try run(60, minCell: 1))
    #expect(found.contains { $0.hasPrefix("satisfaction modes ") })
    #expect(found.contains { $0.hasPrefix("satisfaction answered ") })
  }

  @Test func `the audit finds a comment of a hidden group and another score`() throws {
    var files = try run(95)
    let path = "lists/satisfaction-comments.csv"
    let hidden = PackAudit(files).hidden.filter { $0.item == "nps" }
    let rare = try #require(
      (0..<95).map(Person.init).first { one in
        hidden.contains { one.groups[$0.dimension] == $0.name } && !one.comment.isEmpty
      })
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    files[path] = Data((text + "\(rare.nps),c\(rare.row),\(rare.comment)\n").utf8)
    #expect(comments(files, "satisfaction").count == 1)
    files[path] = Data((text + "\(rare.nps + 1),c\(rare.row),\(rare.comment)\n").utf8)
    #expect(comments(files, "satisfaction") == ["\(rare.row): other words"])
  }
}
