import Foundation
import Pipeline
import Stages
import Testing
import Values

/// The quarterly pack of the samples for each kind of reader.
@Suite struct ProfileTests {
  private static let key = "a secret of the sample company"
  private static let find = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Disclosure/find_persons.py").path

  private static func make(_ settings: String...) throws -> [String: Data] {
    let scratch = try Scratch()
    var arguments = ["run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "s.sqlite"]
    for setting in settings { arguments += ["--set", setting] }
    let ended = try Program.run(arguments, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return try scratch.files(of: "out/latest")
  }

  private static let external = Result {
    try make("packs.review.profile=external", "mask_key=\(key)")
  }

  private func persons(_ files: [String: Data]) throws -> [String] {
    let python = try #require(Surroundings.python)
    let scratch = try Scratch()
    for (path, data) in files { try scratch.write("pack/\(path)", data) }
    let ended = try Program.run(
      python, [Self.find, scratch.path("pack"), SampleCompanyFiles.folder.path],
      in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return try JSONDecoder().decode([String].self, from: ended.outputBytes)
  }

  private func text(_ files: [String: Data], _ path: String) -> String {
    String(decoding: files[path] ?? Data(), as: UTF8.self)
  }

  @Test(.enabled(if: Surroundings.python != nil, "no python3 with openpyxl is here"))
  func `no file of an external pack tells a number, name, comment or address`() throws {
    let files = try Self.external.get()
    #expect(try persons(files) == [])
    #expect(files["rejects.csv"] == nil)
    // The search does find them where they are.
    #expect(!(try persons(SamplePack.made.get().files)).isEmpty)
  }

  /// The columns of each list that tell of a person: numbers are pseudonyms, all else is left out.
  private static let persons: [(list: String, numbers: [String], texts: [String])] =
    registry.stages.flatMap { stage in
      stage.tables(.cny).compactMap { table in
        let personal = table.heads.filter { $0.personal != nil }
        guard !personal.isEmpty else { return nil }
        return (
          "\(stage.name)-\(table.name)",
          personal.filter { $0.personal == .customer }.map(\.id),
          personal.filter { $0.personal != .customer }.map(\.id)
        )
      }
    }

  /// Lists of nothing but comments and who wrote them.
  private static let commentLists = registry.stages.flatMap { stage in
    stage.tables(.cny).filter { table in
      table.heads.contains { $0.personal == .comment }
        && table.heads.allSatisfy { $0.personal != nil }
    }.map { "\(stage.name)-\($0.name)" }
  }

  /// Customers by what they answered, whom nobody lists unless the settings allow it.
  private static let unlisted: Set = ["loyalty-customers"]

  /// All but what tells of a person; of lists of customers without the order of the rows, which
  /// follows the number or the pseudonym.
  private func figures(_ rows: [[String: String]], _ path: String) -> [String] {
    let own = Self.persons.first { path == "lists/\($0.list).csv" }
    let masked = Set((own?.numbers ?? []) + (own?.texts ?? []))
    let lines = rows.map { row in
      row.filter { !masked.contains($0.key) }.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: "|")
    }
    // A list of comments alone has no rows where they are left out.
    return own == nil ? lines : lines.filter { !$0.isEmpty }.sorted()
  }

  @Test func `an external list has pseudonyms for numbers, and no text of a person`() throws {
    let outside = try Self.external.get()
    let inside = try SamplePack.made.get().files
    for (list, numbers, texts) in Self.persons {
      let rows = csvRows(text(outside, "lists/\(list).csv"))
      let whole = csvRows(text(inside, "lists/\(list).csv"))
      if Self.unlisted.contains(list) {
        #expect(rows.isEmpty && whole.isEmpty, "\(list)")
        continue
      }
      #expect(rows.isEmpty == Self.commentLists.contains(list), "\(list)")
      for column in numbers {
        let shown = rows.map { $0[column] ?? "?" }
        #expect(
          shown.allSatisfy { $0.isEmpty || $0.wholeMatch(of: /P[0-9A-HJKMNP-TV-Z]{12}/) != nil },
          "\(list).\(column)")
        // As many have none as inside, and as many are told apart.
        let known = whole.map { $0[column] ?? "?" }
        #expect(Set(shown).count == Set(known).count, "\(list).\(column)")
        #expect(shown.count { $0.isEmpty } == known.count { $0.isEmpty }, "\(list).\(column)")
      }
      for column in texts {
        #expect(rows.allSatisfy { $0[column] == "" }, "\(list).\(column)")
        #expect(whole.contains { $0[column] != "" }, "\(list).\(column)")
      }
      let first = rows.map { $0["customer_id"] ?? "" }
      #expect(first == first.sorted(), "\(list)")
    }
  }

  @Test func `the figures of an external pack are those of the internal one`() throws {
    let outside = try Self.external.get()
    let inside = try SamplePack.made.get().files
    for path in inside.keys.sorted() where path.hasPrefix("lists/") || path == "account.csv" {
      let (left, right) = (csvRows(text(inside, path)), csvRows(text(outside, path)))
      // Lists that would tell of few people are empty in both.
      if !Self.commentLists.contains(where: { path == "lists/\($0).csv" }) {
        #expect(left.count == right.count, "\(path)")
      }
      #expect(figures(left, path) == figures(right, path), "\(path)")
    }
    #expect(
      inside.keys.filter { $0.hasSuffix(".svg") }.sorted()
        == outside.keys.filter { $0.hasSuffix(".svg") }.sorted())
    for path in inside.keys where path.hasSuffix(".svg") {
      // A plane names the customers that stand out, and longer names stand elsewhere.
      let (own, other) = (text(inside, path), text(outside, path))
      let points = { (svg: String) in svg.split(separator: "<circle").count }
      #expect(
        own == other || (own.contains(/>C1\d{5}</) && points(own) == points(other)), "\(path)")
    }
  }

  @Test func `a customer has one pseudonym in all lists, and another with another key`() throws {
    let one = try Self.external.get()
    let other = try Self.make("packs.review.profile=external", "mask_key=quite another secret")
    func ids(_ files: [String: Data], _ path: String) -> [String] {
      csvRows(text(files, path)).compactMap { $0["customer_id"] }
    }
    let ledger = ids(one, "lists/ledger-customers.csv")
    #expect(Set(ledger).count == ledger.count && ledger.count > 1000)
    #expect(ledger.allSatisfy { $0.wholeMatch(of: /P[0-9A-HJKMNP-TV-Z]{12}/) != nil })
    #expect(Set(ids(one, "lists/rfm-customers.csv")).isSubset(of: ledger))
    #expect(Set(ids(other, "lists/ledger-customers.csv")).isDisjoint(with: ledger))
    #expect(
      text(one, "review-en.md").contains(
        ledger.first { text(one, "review-en.md").contains($0) } ?? "?"))
  }

  @Test func `a pack for management has numbers, and no text of a rejected row`() throws {
    let files = try Self.make("packs.review.profile=management")
    let inside = try SamplePack.made.get().files
    #expect(files["lists/ledger-customers.csv"] == inside["lists/ledger-customers.csv"])
    let rejects = csvRows(text(files, "rejects.csv"))
    let whole = csvRows(text(inside, "rejects.csv"))
    #expect(rejects.count == whole.count && rejects.allSatisfy { $0["raw"] == "" })
    #expect(rejects.map { $0["line"] } == whole.map { $0["line"] })
    #expect(text(files, "review-en.md").contains("contact data and the authors of comments"))
  }

  @Test func `the manifest says for whom a pack is, never with which key`() throws {
    let files = try Self.external.get()
    #expect(text(files, "manifest.json").contains(#""profile": "external""#))
    for (path, data) in files {
      #expect(!String(decoding: data, as: UTF8.self).contains(Self.key), "\(path)")
    }
    let inside = try SamplePack.made.get()
    #expect(inside.text("manifest.json").contains(#""profile": "internal""#))
    struct Identity: Decodable { let identity: String }
    let identities = try [files, inside.files].map {
      try JSONDecoder().decode(Identity.self, from: $0["manifest.json"] ?? Data()).identity
    }
    #expect(identities[0] != identities[1])
  }

  @Test(arguments: [
    (
      "packs: [{ profile: external }]", "no-mask-key",
      "an external pack shows pseudonyms, and there is no key to make them with"
    ),
    (
      "mask_key: short\npacks: [{ profile: external }]", "mask-key", "at least 16 characters"
    ),
    (
      "packs: [{ name: a }, { name: b, profile: management }]", "mixed-profiles",
      "the pack 'b' is management, a pack before it internal"
    ),
    ("packs: [{ profile: public }]", "", "public"),
  ])
  func `profiles that cannot be kept are refused`(
    settings: String, code: String, message: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", "order_id,customer_id,order_date,amount\n1,a,2025-01-01,5\n")
    try scratch.write(
      "p.yaml",
      "as_of: 2025-06-30\nexports: { orders: orders.csv }\nsteps: [{ stage: ledger }]\n\(settings)\n"
    )
    let ended = try scratch.run("check", "p.yaml")
    #expect(ended.status == 78, "\(ended.error)")
    #expect(ended.error.contains(message), "\(ended.error)")
    #expect(code.isEmpty || ended.error.contains("[\(code)]"))
  }
}
