import Report
import Testing
import Values

@Suite struct MaskingTests {
  private static let columns: [(head: String, data: PersonalData?, text: String)] = [
    ("customer_id", .customer, "C100"), ("name", .name, "Ann"), ("phone", .contact, "0571 1234"),
    ("author", .author, "Ann"), ("comment", .comment, "late"), ("segment", nil, "VIP"),
  ]

  private func masking(_ profile: Profile) -> Masking {
    Masking(profile) { "P-\($0.count)" }
  }

  private func texts(_ profile: Profile) -> [String?] {
    let table = DataTable(
      name: "all",
      heads: Self.columns.map {
        ColumnHead($0.head, .text, Phrase($0.head, $0.head), personal: $0.data)
      },
      columns: Self.columns.map { .text(TextColumn([$0.text])) })
    return masking(profile).table(table).columns.map { column in
      guard case .text(let texts) = column, !column.isMissing(0) else { return nil }
      return texts[0]
    }
  }

  @Test(arguments: [
    (Profile.internal, ["C100", "Ann", "0571 1234", "Ann", "late", "VIP"]),
    (.management, ["C100", "Ann", nil, nil, "late", "VIP"]),
    (.external, ["P-4", nil, nil, nil, nil, "VIP"]),
  ])
  func `correctness: what each profile shows in a list`(profile: Profile, expected: [String?]) {
    #expect(texts(profile) == expected)
  }

  @Test(arguments: Profile.allCases)
  func `consistency: a sentence tells what a list tells`(profile: Profile) {
    let wording = Wording(language: .english, currency: .cny, masking: masking(profile))
    for (index, column) in Self.columns.enumerated() {
      guard let data = column.data else { continue }
      let sentence = wording(
        Phrase("Call {who}.", "请联系{who}。"), ["who": .person(column.text, data)])
      #expect(sentence == "Call \(texts(profile)[index] ?? "(left out)").")
    }
  }

  @Test func `categories of persons are masked by their labels`() {
    let table = DataTable(
      name: "t",
      heads: [ColumnHead("owner", .text, Phrase("Owner", "负责人"), personal: .name)],
      columns: [.category([0, -1, 1], labels: ["Ann", "Bob"])])
    let masked = masking(.external).table(table).columns[0]
    #expect((0..<3).allSatisfy { masked.isMissing($0) })
    if case .category(_, let labels) = masked { #expect(labels == ["", ""]) }
  }

  @Test(arguments: [(Profile.internal, 2), (.management, 2), (.external, 0)])
  func `a list of comments alone has no rows where they are left out`(
    profile: Profile, rows: Int
  ) {
    let heads = [("author", PersonalData.author), ("comment", .comment)].map {
      ColumnHead($0.0, .text, Phrase($0.0, $0.0), personal: $0.1)
    }
    let table = DataTable(
      name: "comments", heads: heads,
      columns: [.text(TextColumn(["Ann", "Bob"])), .text(TextColumn(["late", "dear"]))])
    #expect(masking(profile).table(table).rowCount == rows)
  }

  @Test func `an external list does not stand in the order of customers' numbers`() {
    let ids = (100..<160).map { "C\($0)" }
    let table = DataTable(
      name: "t",
      heads: [
        ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
        ColumnHead("rows", .count, Phrase("Rows", "行数")),
      ],
      columns: [.text(TextColumn(ids)), .integer(ids.indices.map { Int64($0) })])
    // Last digit first: what stands for a number keeps its own row.
    let masked = Masking(.external) { String($0.reversed()) }.table(table)
    guard case .text(let names) = masked.columns[0], case .integer(let rows) = masked.columns[1]
    else { return #expect(Bool(false), "text and numbers") }
    #expect(names.texts == ids.map { String($0.reversed()) }.sorted() && names.texts != ids)
    #expect(zip(names.texts, rows).allSatisfy { String($0.reversed()) == "C\(100 + $1)" })
    guard case .text(let same) = masking(.management).table(table).columns[0] else { return }
    #expect(same.texts == ids)
  }

  @Test func `nobody stays nobody`() {
    for profile in Profile.allCases {
      #expect(masking(profile).text("", .customer).isEmpty)
      let wording = Wording(language: .english, currency: .cny, masking: masking(profile))
      #expect(wording.person("", .name).isEmpty)
    }
  }
}
