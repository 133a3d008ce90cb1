import Foundation
import Testing

/// Packs that tell who came back after which answer, in the hands of a reader who subtracts.
@Suite struct LoyaltyAuditTests {
  private static func pipeline(minCell: Int) -> String {
    """
    as_of: 2025-12-31
    currency: CNY
    min_cell: \(minCell)
    exports: { survey: survey.csv, orders: orders.csv }
    steps:
      - stage: satisfaction
        settings: { waves: all }
      - stage: loyalty
      - stage: claims
        settings: { draws: 200 }
    packs: [{ languages: [en] }]

    """
  }

  /// A few at the worst levels; of the best all but a few come back.
  private static func write(_ rows: Int, to scratch: Scratch) throws {
    var survey = "response_id,customer_id,date,nps,csat\n"
    var orders = "order_id,customer_id,order_date,amount\n"
    for row in 0..<rows {
      let csat = row % 29 == 3 ? 1 : row % 17 == 5 ? 2 : row % 5 == 0 ? 3 : row % 2 == 0 ? 4 : 5
      let nps = csat <= 2 ? row % 7 : 6 + row % 5
      let isLate = row % 8 == 7
      survey += "r\(1000 + row),cust\(1000 + row),\(isLate ? "2025-12-01" : "2025-06-01"),"
      survey += "\(nps),\(csat)\n"
      orders += "o\(row),cust\(1000 + row),2025-01-15,\(100 + row * 7 % 900).5\n"
      if row % 10 < (csat == 5 ? 9 : 2 * csat) {
        orders += "p\(row),cust\(1000 + row),2025-07-10,\(300 + row * 13 % 700).25\n"
      }
    }
    try scratch.write("survey.csv", survey)
    try scratch.write("orders.csv", orders)
  }

  private func run(
    _ rows: Int, minCell: Int = 5, in folder: Scratch? = nil
  ) throws -> [String: Data] {
    let scratch = try folder ?? Scratch()
    try Self.write(rows, to: scratch)
    try scratch.write("p.yaml", Self.pipeline(minCell: minCell))
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    return try scratch.files(of: "out/latest")
  }

  private func list(_ name: String, _ files: [String: Data]) -> [[String: String]] {
    csvRows(String(decoding: files["lists/\(name).csv"] ?? Data(), as: UTF8.self))
  }

  /// What a reader finds by subtracting told answers from all of them.
  private func findings(_ files: [String: Data]) -> [String] {
    var found: [String] = []
    let levels = list("loyalty-levels", files)
    for question in Set(levels.compactMap { $0["question"] }).sorted() {
      let own = levels.filter { $0["question"] == question }
      let groups = own.filter { $0["answer"] != "all" }
      let told = groups.filter { $0["customers"] != "" }
      for row in told {
        let n = Int(row["customers"] ?? "") ?? 0
        if n > 0, n < 5 { found.append("\(question) \(row["answer"] ?? ""): \(n)") }
      }
      for row in groups where row["reason"]?.hasPrefix("hidden") == true {
        let figures = row.filter {
          !["question", "answer", "days", "reason"].contains($0.key) && $0.value != ""
        }
        if !figures.isEmpty { found.append("\(question): \(figures)") }
      }
      // Who came back, and who did not: what is left of all for the hidden answers.
      guard let all = own.first(where: { $0["answer"] == "all" && $0["customers"] != "" }) else {
        continue
      }
      let hidden = groups.count { $0["reason"]?.hasPrefix("hidden") == true }
      for column in ["customers", "bought"] {
        let rest =
          (Int(all[column] ?? "") ?? 0)
          - told.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
        if hidden == 0, rest != 0 { found.append("\(question) \(column): no sum") }
        if hidden > 0, column == "customers", rest - hidden < 5 {
          found.append("\(question) \(column): \(rest) of \(hidden)")
        }
      }
      let bought = Int(all["bought"] ?? "") ?? 0
      let stayed = (Int(all["customers"] ?? "") ?? 0) - bought
      for (name, count) in [("bought", bought), ("did not", stayed)]
      where count > 0 && count < 5 { found.append("\(question): \(count) \(name)") }
    }
    for row in list("loyalty-value", files) {
      let (n, unhappy) = (Int(row["respondents"] ?? ""), Int(row["unhappy"] ?? ""))
      if let n, n > 0, n < 5 { found.append("value: \(n)") }
      if let n, let unhappy, row["unhappy_value_share"] != "" {
        for count in [unhappy, n - unhappy] where count > 0 && count < 5 {
          found.append("value of \(count)")
        }
      }
    }
    if !list("loyalty-customers", files).isEmpty { found.append("a list of customers") }
    for (path, data) in files where path.hasSuffix(".md") || path.hasPrefix("lists/loyalty") {
      if String(decoding: data, as: UTF8.self).contains("cust1") { found.append("\(path): id") }
    }
    // Six times stands on two levels; where one of them is hidden it must not be told.
    let six = list("claims-claims", files).first { $0["claim"] == "six_times" }
    let best = levels.filter { $0["question"] == "csat" && ["4", "5"].contains($0["answer"]) }
    if best.contains(where: { $0["reason"]?.hasPrefix("hidden") == true }), six?["own"] != "" {
      found.append("six times: \(six?["own"] ?? "")")
    }
    return found
  }

  @Test(arguments: [12, 31, 60, 160, 400])
  func `nothing that a pack hides can be worked out from its files`(rows: Int) throws {
    let files = try run(rows)
    #expect(findings(files) == [])
    let levels = list("loyalty-levels", files)
    #expect(levels.count == 10)
    #expect(rows < 160 || levels.contains { $0["rate"] != "" })
    #expect(levels.contains { $0["reason"]?.hasPrefix("hidden") == true } || rows > 100)
    #expect(list("claims-claims", files).count == 7)
  }

  /// What came of one customer more is the difference of two packs.
  @Test func `one answer more than in the pack before tells of nobody`() throws {
    let scratch = try Scratch()
    let before = list("loyalty-levels", try run(160, in: scratch))
    let files = try run(162, in: scratch)
    let after = list("loyalty-levels", files)
    #expect(findings(files) == [])
    #expect(before.count == after.count && before.contains { $0["customers"] != "" })
    for (then, now) in zip(before, after) {
      for column in ["customers", "bought"] {
        guard let one = Int(then[column] ?? ""), let two = Int(now[column] ?? "") else {
          continue
        }
        #expect(one == two || abs(two - one) >= 5, "\(now["answer"] ?? "") \(column)")
      }
    }
  }

  @Test func `the audit finds what a pack without a least cell tells`() throws {
    let found = findings(try run(60, minCell: 1))
    #expect(found.contains("a list of customers"))
    #expect(found.contains { $0.hasPrefix("csat 1: ") })
    #expect(found.contains { $0.hasPrefix("value of ") })
  }
}
