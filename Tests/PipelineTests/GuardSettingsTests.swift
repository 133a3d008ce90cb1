import Diagnostics
import Exports
import Testing

@testable import Pipeline

/// The limits of an export as they are written in a pipeline file and by `--set`.
@Suite struct GuardSettingsTests {
  private func plan(
    _ yaml: String, set overrides: [String] = []
  ) throws -> (plan: ExportPlan?, problems: Diagnostics) {
    var node = try tree("exports: { orders: \(yaml) }")
    for text in overrides { try node.apply(try Override(text)) }
    var problems = Diagnostics()
    let plans = ExportPlans.read(try #require(node["exports"]), &problems)
    return (plans?.plans.first, problems)
  }

  @Test func `without a word the defaults protect a nightly run`() throws {
    let guards = try plan("o.csv").plan?.guards
    #expect(guards == Guards())
    #expect(guards?.maxRejected == 0.2)
    #expect(guards?.minRows == 1)
    #expect(guards?.maxDrop == 0.5)
    #expect(guards?.maxRepeated == 0.05)
    #expect(guards?.columnsGone == .stop)
    #expect(guards?.maxAge == nil)
  }

  @Test func `every limit can be written`() throws {
    let (plan, problems) = try plan(
      """
      { files: o.csv, max_rejected: 5 %, min_rows: 100, max_drop: 0.3, max_repeated: 0%,
        columns_gone: allow, max_age: 3d }
      """)
    #expect(problems.isEmpty)
    #expect(
      plan?.guards
        == Guards(
          maxRejected: 0.05, minRows: 100, maxDrop: 0.3, maxRepeated: 0, columnsGone: .allow,
          maxAge: 3))
    #expect(
      plan?.echoed.line.contains(
        "max_rejected: 0.05, min_rows: 100, max_drop: 0.3, max_repeated: 0, columns_gone: allow,"
          + " max_age: 3d") == true)
  }

  @Test(arguments: [
    "o.csv", "[a.csv, b.csv]", "{ files: o.csv }", "{ files: o.csv, max_drop: 1 % }",
  ])
  func `a limit is set where files stand plain, in a list or in a map`(_ yaml: String) throws {
    let (plan, problems) = try plan(
      yaml, set: ["exports.orders.max_drop=80 %", "exports.orders.max_age=2"])
    #expect(problems.isEmpty)
    #expect(plan?.guards.maxDrop == 0.8)
    #expect(plan?.guards.maxAge == 2)
    #expect(plan?.files.paths.isEmpty == false)
  }

  @Test(
    arguments: [
      ("20 %", 0.2), ("20%", 0.2), ("0.2", 0.2), ("0", 0), ("0 %", 0), ("100 %", 1),
      ("12.5 %", 0.125),
      ("\"20 %\"", 0.2), (".5", 0.5),
    ] as [(String, Double)])
  func `a share is a percentage or below one`(_ text: String, _ share: Double) throws {
    var problems = Diagnostics()
    #expect(ShareLimit.read(try tree(text), &problems)?.share == share)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    "1", "20", "101 %", "-5 %", "-0.1", "x", "5 % %", "1e-2", "nan", "0x1", "[1]", "~",
    "5 percent",
  ])
  func `anything else is no share, and 1 might be one or a hundred percent`(_ text: String) throws {
    var problems = Diagnostics()
    #expect(ShareLimit.read(try tree(text), &problems) == nil)
    #expect(problems.all.count == 1)
    #expect(problems.kind == .configuration)
  }

  @Test(arguments: [("3d", 3), ("3", 3), ("0d", 0), ("365d", 365)])
  func `an age is a number of days`(_ text: String, _ days: Int) throws {
    var problems = Diagnostics()
    #expect(DayCount.read(try tree(text), &problems)?.days == days)
    #expect(problems.isEmpty)
  }

  @Test(arguments: ["d", "-1d", "3 days", "1.5d", "3w", "99999999999d", "~"])
  func `anything else is no age`(_ text: String) throws {
    var problems = Diagnostics()
    #expect(DayCount.read(try tree(text), &problems) == nil)
    #expect(problems.all.count == 1)
  }
}
