import Foundation
import Testing

/// A nightly run that a guard stops: what was there stays to the byte, and the way on is open.
@Suite struct GuardTests {
  private static let pipeline = """
    as_of: 2025-01-31
    out: out
    store: s.sqlite
    exports:
      orders: orders-*.csv
      customers: customers.csv
      survey: { files: survey.csv, min_rows: 2 }
    steps: [{ stage: ledger }, { stage: quality }]

    """
  private static let header = "order_id,line,customer_id,order_date,amount,margin\n"

  private func lines(_ range: ClosedRange<Int>, day: String = "2025-01-05") -> String {
    range.map { "o\($0),1,c\($0 % 4),\(day),1.25,0.25\n" }.joined()
  }

  /// A folder in which one good run was made.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("p.yaml", Self.pipeline)
    try scratch.write("orders-1.csv", Self.header + lines(1...20))
    try scratch.write("customers.csv", "customer_id,name\nc0,A\nc1,B\nc2,C\nc3,D\n")
    try scratch.write("survey.csv", "response_id,date,nps\nr1,2025-01-05,9\nr2,2025-01-06,3\n")
    try scratch.succeed("run", "p.yaml")
    return scratch
  }

  /// What was there before a run, and that it is still there.
  private struct Before {
    let pack: [String: Data]
    let latest: String
    let store: Data

    init(_ scratch: Scratch) throws {
      pack = try scratch.files(of: "out/latest")
      latest = try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("out/latest"))
      store = try Data(contentsOf: URL(filePath: scratch.path("s.sqlite")))
    }

    func check(_ scratch: Scratch, location: SourceLocation = #_sourceLocation) throws {
      let now = try Before(scratch)
      #expect(now.pack == pack, sourceLocation: location)
      #expect(now.latest == latest, sourceLocation: location)
      #expect(now.store == store, "the store has other bytes", sourceLocation: location)
    }
  }

  @Test(arguments: [
    ("orders-2.csv", "no-rows", "", "min_rows=0"),
    ("orders-2.csv", "too-many-rejected", "bad", "max_rejected=50%"),
    ("orders-2.csv", "rows-dropped", "few", "max_drop=80 %"),
    ("orders-2.csv", "column-gone", "columns", "columns_gone=allow"),
    ("orders-2.csv", "too-many-repeated", "doubled", "max_repeated=50%"),
  ])
  func `a spoiled export changes nothing; mended or allowed, it is read`(
    _ name: String, _ code: String, _ what: String, _ relaxed: String
  ) throws {
    let good = Self.header + lines(21...40, day: "2025-01-06")
    let spoiled =
      switch what {
      case "bad": Self.header + lines(21...30) + lines(31...40, day: "2025-31-01")
      case "few": Self.header + lines(21...24)
      case "columns":
        good.split(separator: "\n").map {
          $0.split(separator: ",").prefix(5).joined(separator: ",")
        }
        .joined(separator: "\n") + "\n"
      case "doubled": good + lines(21...40)
      default: Self.header
      }
    let scratch = try scratch()
    let before = try Before(scratch)
    try scratch.write(name, spoiled)
    for _ in 1...2 {
      let ended = try scratch.run("run", "p.yaml")
      #expect(ended.status == 65)
      #expect(ended.error.contains("[\(code)]"), "\(ended.error)")
      #expect(ended.error.contains(name))
      try before.check(scratch)
    }
    let isRejected = FileManager.default.fileExists(atPath: scratch.path("out/stopped-rejects.csv"))
    #expect(isRejected == (what == "bad"))

    let allowed = try Scratch()
    for file in ["p.yaml", "orders-1.csv", "customers.csv", "survey.csv", name, "s.sqlite"] {
      try allowed.write(file, Data(contentsOf: URL(filePath: scratch.path(file))))
    }
    let set = "exports.orders.\(relaxed)"
    let read = try allowed.succeed("run", "p.yaml", "--set", set)
    #expect(read.error.contains("read_orders: 1 file read"))
    // A limit is no part of what a file is known by: without it nothing is read again.
    let again = try allowed.succeed("run", "p.yaml")
    #expect(again.error.contains("read_orders: 0 files read, 0 rows; 2 up to date"))

    try scratch.write(name, good)
    try scratch.succeed("run", "p.yaml")
    #expect(
      !FileManager.default.fileExists(atPath: scratch.path("out/stopped-rejects.csv")))
    let fresh = try Scratch()
    for file in ["p.yaml", "orders-1.csv", "customers.csv", "survey.csv", name] {
      try fresh.write(file, Data(contentsOf: URL(filePath: scratch.path(file))))
    }
    try fresh.succeed("run", "p.yaml")
    #expect(try fresh.files(of: "out/latest") == scratch.files(of: "out/latest"))
  }

  @Test func `one bad export hides none of the others, whatever their contract`() throws {
    let scratch = try scratch()
    let before = try Before(scratch)
    try scratch.write("orders-2.csv", Self.header)
    try scratch.write("customers.csv", "customer_id,title\nc0,A\n")
    try scratch.write("survey.csv", "response_id,date,nps\nr1,2025-01-05,9\n")
    let ended = try scratch.run("run", "p.yaml")
    #expect(ended.status == 65)
    for code in ["no-rows", "rows-dropped", "column-gone", "too-few-rows"] {
      #expect(ended.error.contains("[\(code)]"), "\(ended.error)")
    }
    try before.check(scratch)
  }

  @Test func `an export that is missing is no zero`() throws {
    let scratch = try scratch()
    let before = try Before(scratch)
    try FileManager.default.removeItem(atPath: scratch.path("survey.csv"))
    let ended = try scratch.run("run", "p.yaml")
    #expect(ended.status == 66)
    #expect(ended.error.contains("the file of 'survey' is not there"))
    try before.check(scratch)
  }

  @Test func `a source without news is told when its age is asked for`() throws {
    let scratch = try scratch()
    let before = try Before(scratch)
    let ended = try scratch.run(
      "run", "p.yaml", "--as-of", "2025-02-09", "--set", "exports.orders.max_age=34d")
    #expect(ended.status == 65)
    #expect(ended.error.contains("2025-01-05, 35 days before 2025-02-09"))
    try before.check(scratch)
    try scratch.succeed(
      "run", "p.yaml", "--as-of", "2025-02-09", "--set", "exports.orders.max_age=35d")
  }

  @Test func `spoiled rates stop the run, and do not make every foreign order a reject`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "p.yaml",
      """
      as_of: 2025-01-31
      out: out
      store: s.sqlite
      exports: { rates: rates.csv, orders: orders.csv }
      steps: [{ stage: ledger }]

      """)
    try scratch.write("rates.csv", "date,currency,rate\n")
    try scratch.write(
      "orders.csv",
      "order_id,customer_id,order_date,amount,currency\n1,a,2025-01-05,1,USD\n2,a,2025-01-05,1,USD\n"
        + "3,a,2025-01-05,1,USD\n")
    let ended = try scratch.run("run", "p.yaml")
    #expect(ended.status == 65)
    #expect(ended.error.contains("rates.csv: error: the file has a header and no rows"))
    #expect(!ended.error.contains("orders.csv:"))
    try scratch.write("rates.csv", "date,currency,rate\n2025-01-05,USD,7.1\n")
    try scratch.succeed("run", "p.yaml")
  }

  @Test func `plan tells of a column that is gone before anything is read`() throws {
    let scratch = try scratch()
    try scratch.write("orders-2.csv", "order_id,line,customer_id,order_date,amount\n")
    let plan = try scratch.succeed("plan", "p.yaml")
    #expect(plan.output.contains("run  read orders-2.csv: new\n"))
    #expect(plan.output.contains("stop at orders-2.csv: there is no column for 'margin'"))
    let allowed = try scratch.succeed(
      "plan", "p.yaml", "--set", "exports.orders.columns_gone=allow")
    #expect(!allowed.output.contains("stop at"))
  }

  @Test func `the manifest says which limits held`() throws {
    let scratch = try scratch()
    let manifest = try scratch.text("out/latest/manifest.json")
    #expect(manifest.contains("\"min_rows\": 2"))
    #expect(manifest.contains("\"max_drop\": 0.5"))
  }

  @Test func `by hand a file without rows is no result, and rejects are the reader's to judge`()
    throws
  {
    let scratch = try Scratch()
    let header = "order_id,customer_id,order_date,amount\n"
    try scratch.write("empty.csv", header)
    try scratch.write("bad.csv", header + "1,a,x,1\n2,a,2025-13-01,1\n")
    try scratch.write("half.csv", header + "1,a,x,1\n2,a,2025-13-01,1\n3,a,2025-01-05,1\n")
    for (file, status, code) in [
      ("empty.csv", 65, "no-rows"), ("bad.csv", 65, "too-few-rows"),
      ("none.csv", 66, "cannot-open"),
      ("half.csv", 0, ""),
    ] {
      let ended = try scratch.run("stage", "ledger", "--orders", file, "--format", "csv")
      #expect(ended.status == status, "\(file): \(ended.error)")
      if status != 0 {
        #expect(ended.output.isEmpty)
        #expect(ended.error.contains("[\(code)]"), "\(ended.error)")
      }
    }
  }
}
