import Foundation
import Testing

/// Places that cannot be written: each is told with its name, and nothing is half-made.
@Suite struct PlaceTests {
  /// Root may write everywhere: the program runs as nobody then.
  private static let prefix: [String]? = {
    if geteuid() != 0 { return [Program.binary.path] }
    let options = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.binary.path]
    let setpriv = Surroundings.program("setpriv", succeedingWith: options + ["--version"])
    return setpriv.map { [$0.path] + options }
  }()

  struct Case: CustomTestStringConvertible {
    let place: String
    /// The folder or file that may not be written.
    let locked: String
    let arguments: [String]
    var message: String
    var testDescription: String { place }
  }

  private static let stage = ["stage", "ledger", "--orders", "orders.csv", "--format"]

  static let cases = [
    Case(
      place: "out", locked: "closed", arguments: run(out: "closed/out", store: "open/s.sqlite"),
      message: "closed/out: error: the folder cannot be made: Permission denied [cannot-write]"),
    Case(
      place: "out that is there", locked: "closed",
      arguments: run(out: "closed", store: "open/s.sqlite"),
      message: "closed/2025-01-31-HASH: error: the folder cannot be made: Permission denied"),
    Case(
      place: "folder of the store", locked: "closed",
      arguments: run(out: "open", store: "closed/s.sqlite"),
      message: "closed/s.sqlite: error: the store cannot be written: Permission denied"),
    Case(
      place: "store", locked: "kept.sqlite", arguments: run(out: "open", store: "kept.sqlite"),
      message: "kept.sqlite: error: the store cannot be written: "),
    Case(
      place: "output", locked: "closed", arguments: stage + ["csv", "--output", "closed/x.csv"],
      message: "closed/x.csv: error: the file cannot be written: Permission denied"),
    Case(
      place: "workbook", locked: "closed",
      arguments: stage + ["xlsx", "--output", "closed/x.xlsx"],
      message: "closed/x.xlsx: error: the file cannot be written: Permission denied"),
    Case(
      place: "report with charts", locked: "closed",
      arguments: stage + ["markdown", "--output", "closed/x.md"],
      message: "closed/x.md: error: the file cannot be written: Permission denied"),
    Case(
      place: "rejects", locked: "closed", arguments: stage + ["csv", "--rejects", "closed/x.csv"],
      message: "closed/x.csv: error: the file cannot be written: Permission denied"),
    Case(
      place: "samples", locked: "closed",
      arguments: ["samples", "--customers", "100", "--orders", "300", "--out", "closed/x"],
      message: "closed/x: error: the folder cannot be made: Permission denied"),
  ]

  private static func run(out: String, store: String) -> [String] {
    ["run", "p.yaml", "--out", out, "--store", store]
  }

  @Test(.enabled(if: prefix != nil, "root without setpriv may write everywhere"), arguments: cases)
  func `a place that may not be written is named`(_ one: Case) throws {
    let prefix = try #require(Self.prefix)
    let scratch = try Scratch()
    try scratch.write("orders.csv", "order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n")
    try scratch.write(
      "p.yaml",
      "as_of: 2025-01-31\nexports: { orders: orders.csv }\nsteps: [{ stage: ledger }]\n")
    try scratch.succeed("run", "p.yaml", "--out", "old", "--store", "kept.sqlite")
    for folder in ["closed", "open"] { try scratch.write("\(folder)/old", "old") }
    func allow(_ mode: Int, _ path: String) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: scratch.folder.appending(path: path).path)
    }
    for path in ["", "open"] { try allow(0o777, path) }
    try allow(one.locked == "closed" ? 0o555 : 0o444, one.locked)
    defer { try? allow(0o755, "closed") }
    let ended = try Program.run(
      URL(filePath: prefix[0]), prefix.dropFirst() + one.arguments, in: scratch.folder)
    #expect(ended.status == 73, "\(ended.error)")
    let told = ended.error.replacing(/(\d{4}-\d\d-\d\d)-[0-9a-f]{12}/) { "\($0.1)-HASH" }
    #expect(told.contains(one.message), "\(told)")
    #expect(try RunSite.names(in: scratch.folder.appending(path: "closed")) == ["old"])
    let open = try RunSite.names(in: scratch.folder.appending(path: "open"))
    #expect(open.filter { $0 != "s.sqlite" } == ["old"])
  }
}
