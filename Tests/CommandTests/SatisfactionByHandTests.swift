import Foundation
import Testing

/// `stage satisfaction` as a user runs it.
@Suite struct SatisfactionByHandTests {
  private static let words = """
    答卷编号,题项_价格,题项_速度
    1,非常满意,满意
    2,满意,一般
    3,不清楚,满意
    4,一般,不满意
    5,不清楚,不满意
    6,满意,非常满意
    7,不清楚,满意
    8,不清楚,
    9,不清楚,满意
    10,满意,满意

    """

  private func lists(_ arguments: String...) throws -> (scales: [[String: String]], error: String) {
    let scratch = try Scratch()
    try scratch.write("w.csv", Self.words)
    let ended = try Program.run(
      ["stage", "satisfaction", "--survey", "w.csv", "--as-of", "2025-12-31", "--format", "json"]
        + arguments, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    let audit = try PackAudit(json: ended.outputBytes)
    let text = String(
      decoding: audit.files["lists/satisfaction-scales.csv"] ?? Data(), as: UTF8.self)
    return (csvRows(text), ended.error)
  }

  @Test func `answers in words count by their scale, and don't know stands apart`() throws {
    let (scales, error) = try lists(
      "--scale", "satisfaction-5", "--label", "不清楚=9", "--set", "no_answer=[9]")
    #expect(scales.map { $0["item"] } == ["item_价格", "item_速度"])
    #expect(scales.map { $0["n"] } == ["5", "9"])
    #expect(scales.map { $0["dont_know"] } == ["5", "0"])
    #expect(scales[0]["dont_know_share"] == "0.5")
    #expect(error.contains("item_价格: satisfaction-5; '非常满意' (line 2) is 5"))
  }

  @Test func `without a code for it don't know is no answer at all`() throws {
    let (scales, _) = try lists("--scale", "satisfaction-5")
    #expect(scales.map { $0["n"] } == ["5", "9"])
    #expect(scales.allSatisfy { $0["dont_know"] == "" })
  }
}
