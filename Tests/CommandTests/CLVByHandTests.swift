import Foundation
import Testing

/// `stage clv` on aggregated histories and on orders, as a user runs it.
@Suite struct CLVByHandTests {
  /// Sixty customers with lively histories, without ids; `m` is the mean amount.
  private static let histories: String = {
    var text = "x,t_x,T,m\n"
    for number in 0..<60 {
      let repeats = number % 4
      let last = repeats == 0 ? 0 : 7 * (repeats + number % 5)
      text += "\(repeats),\(last),\(140 + number % 9),\(repeats == 0 ? 0 : 20 + number % 13)\n"
    }
    return text
  }()

  @Test func `aggregated histories need no dates and no ids`() throws {
    let scratch = try Scratch()
    try scratch.write("cbs.csv", Self.histories)
    let ended = try scratch.succeed("stage", "clv", "--summary", "cbs.csv", "--format", "json")
    let result = try StageResult(ended)
    #expect(result["customers"] == 60)
    #expect(result["repeaters"] == 45)
    #expect(result["gamma_gamma.customers"] == 45)
    #expect(try #require(result["clv"]) > 0)
    #expect(ended.error.contains("for want of any date"))
    let rows = csvRows(
      try scratch.succeed("stage", "clv", "--summary", "cbs.csv", "--format", "csv").output)
    #expect(rows.count == 60)
    #expect(rows[5]["customer_id"] == "6")
  }

  @Test func `a unit of time changes parameters and no forecast`() throws {
    let scratch = try Scratch()
    try scratch.write("days.csv", Self.histories)
    let lines = Self.histories.split(separator: "\n").dropFirst().map { line -> String in
      let cells = line.split(separator: ",").compactMap { Double($0) }
      return "\(Int(cells[0])),\(cells[1] / 7),\(cells[2] / 7),\(cells[3])"
    }
    try scratch.write("weeks.csv", (["x,t_x,T,mean_spend"] + lines).joined(separator: "\n") + "\n")
    let days = try StageResult(
      try scratch.succeed("stage", "clv", "--summary", "days.csv", "--format", "json"))
    let weeks = try StageResult(
      try scratch.succeed(
        "stage", "clv", "--summary", "weeks.csv", "--set", "time_unit=week", "--format", "json"))
    let (one, other) = (try #require(days["clv"]), try #require(weeks["clv"]))
    #expect(abs(one / other - 1) < 1e-9)
    #expect(
      abs(try #require(days["alpha"]) / (7 * (try #require(weeks["alpha"]))) - 1) < 1e-9)
  }

  @Test func `the parts of a fit are timed`() throws {
    let scratch = try Scratch()
    try scratch.write("cbs.csv", Self.histories)
    let ended = try scratch.succeed(
      "stage", "clv", "--summary", "cbs.csv", "--set", "model=bg-nbd", "--timings", "--format",
      "csv")
    for step in ["fit_bgnbd", "fit_gamma_gamma", "score", "intervals", "totals", "clv", "TOTAL"] {
      #expect(ended.error.contains("{\"step\": \"\(step)\", \"seconds\": "), "\(step)")
    }
  }

  @Test(
    arguments: [
      ([], "missing-export", "give it with --orders FILE or --summary FILE"),
      (["--summary", "cbs.csv", "--set", "model=bg-bb"], "no-ages", ""),
      (["--summary", "late.csv"], "impossible-history", "row 2: t_x is after T"),
      (["--summary", "cbs.csv", "--set", "horizons=[6m,3m]"], "out-of-range", "shortest first"),
      (["--summary", "cbs.csv", "--set", "horizons=[soon]"], "wrong-type", "39w"),
    ])
  func `what is wrong is told`(arguments: [String], code: String, text: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "cbs.csv", Self.histories.replacing("x,t_x,T,m", with: "x,t_x,T,mean_spend"))
    try scratch.write("late.csv", "x,t_x,T\n1,5,9\n1,9,5\n")
    let ended = try Program.run(["stage", "clv"] + arguments, in: scratch.folder)
    #expect(ended.status != 0)
    #expect(ended.error.contains("[\(code)]"), "\(ended.error)")
    #expect(ended.error.contains(text), "\(ended.error)")
  }

  // MARK: Reference data

  private struct Reference: Decodable {
    struct Figure: Decodable {
      let value: Double
      let tol: Double
    }
    let expected: [String: Figure]

    init(_ name: String) throws {
      let file = Surroundings.reference.appending(path: "expected/\(name).json")
      self = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }
  }

  private static func data(_ name: String) -> String {
    Surroundings.reference.appending(path: "data/\(name)").path
  }

  private static let isHere: ConditionTrait = .enabled(
    if: Surroundings.hasReference, "the data are read from ../shared/reference, which is not here")

  @Test(
    isHere,
    arguments: [
      (
        "clv_bgnbd_cdnow_fit", "bg-nbd",
        [
          ("r", "r"), ("alpha", "alpha"), ("a", "a"), ("b", "b"), ("loglik", "log_likelihood"),
          ("E_X(52)", "newcomer.purchases"),
        ]
      ),
      ("clv_nbd_cdnow_fit", "nbd", [("r", "r"), ("alpha", "alpha"), ("loglik", "log_likelihood")]),
    ])
  func `CDNOW in weeks`(name: String, model: String, pairs: [(String, String)]) throws {
    let expected = try Reference(name).expected
    let result = try StageResult(
      try Scratch().succeed(
        "stage", "clv", "--summary", Self.data("cdnow_sample_cbs.csv"), "--set", "time_unit=week",
        "--set", "model=\(model)", "--set", "horizons=[39w,52w]", "--format", "json"))
    for (figure, measure) in pairs {
      let wanted = try #require(expected[figure])
      #expect(abs(try #require(result[measure]) - wanted.value) <= wanted.tol, "\(measure)")
    }
  }

  @Test(isHere) func `what CDNOW's first customer will buy`() throws {
    let expected = try Reference("clv_bgnbd_cdnow_fit").expected
    let rows = csvRows(
      try Scratch().succeed(
        "stage", "clv", "--summary", Self.data("cdnow_sample_cbs.csv"), "--set", "time_unit=week",
        "--set", "model=bg-nbd", "--set", "horizons=[39w,52w]", "--format", "csv"
      ).output)
    let first = try #require(rows.first { $0["customer_id"] == "1" })
    for (figure, column) in [
      ("CET(39|x=2,t_x=30.43,T=38.86)", "purchases_39w"),
      ("P_alive(x=2,t_x=30.43,T=38.86)", "p_alive"),
    ] {
      let wanted = try #require(expected[figure])
      let found = try #require(first[column].flatMap { Double($0) })
      #expect(abs(found - wanted.value) <= wanted.tol, "\(column)")
    }
  }

  @Test(isHere) func `donations by counts`() throws {
    let expected = try Reference("clv_bgbb_donations_fit").expected
    let result = try StageResult(
      try Scratch().succeed(
        "stage", "clv", "--summary", Self.data("donations_bgbb.csv"), "--set", "model=bg-bb",
        "--set", "horizons=[10d]", "--format", "json"))
    for (figure, measure) in [
      ("alpha", "alpha"), ("beta", "beta"), ("gamma", "gamma"), ("delta", "delta"),
      ("loglik", "log_likelihood"), ("customers", "customers"),
      ("E_transactions(n=10)", "newcomer.purchases"),
    ] {
      let wanted = try #require(expected[figure])
      #expect(abs(try #require(result[measure]) - wanted.value) <= wanted.tol, "\(measure)")
    }
  }

  private static let log = [
    "stage", "clv", "--orders", data("cdnow_sample_transactions.csv"), "--column",
    "customer_id=sample_id", "--column", "order_date=date", "--column", "amount=value",
  ]

  @Test(isHere) func `histories from the log of CDNOW`() throws {
    let expected = try Reference("clv_cbs_from_log_cdnow").expected
    let scratch = try Scratch()
    let ended = try Program.run(
      Self.log + ["--as-of", "1997-09-30", "--set", "time_unit=week", "--format", "csv"],
      in: scratch.folder)
    let rows = csvRows(ended.output)
    func sum(_ column: String) -> Double {
      rows.reduce(0) { $0 + ($1[column].flatMap { Double($0) } ?? .nan) }
    }
    let count = Double(rows.count)
    #expect(count == expected["customers"]?.value)
    #expect(
      Double(rows.count { $0["x"] != "0" }) == expected["customers_with_repeat"]?.value)
    #expect(sum("x") == expected["sum_x"]?.value)
    let (last, age) = (try #require(expected["mean_t_x"]), try #require(expected["mean_T"]))
    #expect(abs(sum("t_x") / count - last.value) <= last.tol)
    #expect(abs(sum("age") / count - age.value) <= age.tol)
    // The 39 weeks that follow are the hold-out of a run at their end.
    let later = try Program.run(
      Self.log + ["--as-of", "1998-06-30", "--set", "holdout=273d", "--format", "json"],
      in: scratch.folder)
    #expect(
      try StageResult(later)["backtest.actual"] == expected["sum_x_star_39w"]?.value)
  }
}
