import Testing

/// The drivers of the sample company, whose deliveries the generator made worse.
@Suite struct DriversByHandTests {
  private func rows(_ table: String, overall: String) throws -> [[String: String]] {
    let ended = try Scratch().succeed(
      "stage", "drivers", "--survey", SampleCompanyFiles.path("survey-2025Q4.csv"), "--as-of",
      "2025-12-31", "--set", "overall=\(overall)", "--set", "by=segment", "--set",
      "group_by=[touchpoint]", "--table", table, "--format", "csv")
    return csvRows(ended.output)
  }

  @Test(arguments: ["csat", "nps"])
  func `delivery moves satisfaction most, and is done worst`(overall: String) throws {
    let importance = try rows("importance", overall: overall)
      .filter { $0["dimension"] == "total" }
    #expect(importance.count == 5)
    #expect(importance.first { $0["rank"] == "1" }?["item"] == "item_delivery")
    let plane = try rows("plane", overall: overall)
    let worst = plane.min { Double($0["mean"] ?? "") ?? 9 < Double($1["mean"] ?? "") ?? 9 }
    #expect(worst?["item"] == "item_delivery" && worst?["quadrant"] == "concentrate_here")
    let lowest = try rows("groups", overall: overall).filter { $0["figure"] != "" }
      .min { Double($0["figure"] ?? "") ?? 999 < Double($1["figure"] ?? "") ?? 999 }
    #expect(lowest?["group"] == "delivery")
  }

  @Test func `segments of too few complete answers are not ranked`() throws {
    let fits = try rows("fit", overall: "csat").filter { $0["dimension"] == "segment" }
    for fit in fits {
      let isRanked = (Int(fit["n"] ?? "") ?? 0) >= 50
      #expect((fit["r_squared"] != "") == isRanked)
      #expect((fit["reason"] == "") == isRanked)
    }
    #expect(Set(fits.map { $0["reason"] == "" }).count == 2)
  }
}
