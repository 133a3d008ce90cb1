import Foundation
import Testing

/// Standard output and error that are full, closed, or nobody reads on from.
@Suite struct StreamTests {
  private static let orders =
    "order_id,customer_id,order_date,amount\n"
    + (0..<6_000).map { "\($0),customer-\($0),2025-01-05,9.50\n" }.joined()
  private static let pipeline = """
    as_of: 2025-01-31
    exports: { orders: orders.csv }
    steps: [{ stage: ledger }]

    """

  /// The program in a shell that does something to its streams: `$0` is the program, `$@` its
  /// arguments.
  private static func run(_ script: String, _ arguments: [String], in scratch: Scratch) throws
    -> Program.Ended
  {
    try scratch.write("orders.csv", orders)
    try scratch.write("p.yaml", pipeline)
    return try Program.run(
      URL(filePath: "/bin/sh"), ["-c", script, Program.binary.path] + arguments, in: scratch.folder)
  }

  private static let run = ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"]
  private static let stage = ["stage", "ledger", "--orders", "orders.csv", "--format"]

  static let commands: [[String]] = [
    ["--help"], ["--version"], ["stages"], ["stages", "rfm"], ["contracts"],
    ["contracts", "orders"], ["inspect", "orders.csv"], ["check", "p.yaml"],
    ["plan", "p.yaml", "--out", "out", "--store", "s.sqlite"], run,
    stage + ["table"], stage + ["csv"], stage + ["json"], stage + ["markdown"],
  ]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: commands)
  func `an output that is full is told`(_ arguments: [String]) throws {
    let ended = try Self.run(#""$0" "$@" > /dev/full"#, arguments, in: try Scratch())
    #expect(ended.status == 73)
    #expect(
      ended.error.hasSuffix(
        """
        standard output: error: it cannot be written: No space left on device [cannot-write]
          help: check where the output goes, or name a file with --output

        """), "\(ended.error)")
  }

  @Test(arguments: commands) func `an output that is closed is told`(_ arguments: [String]) throws {
    let ended = try Self.run(#""$0" "$@" >&-"#, arguments, in: try Scratch())
    #expect(ended.status == 73)
    #expect(
      ended.error.contains("standard output: error: it cannot be written: Bad file descriptor"))
  }

  @Test(arguments: commands)
  func `without a standard error the output is the same`(_ arguments: [String]) throws {
    let usual = try Self.run(#""$0" "$@""#, arguments, in: try Scratch())
    #expect(usual.status == 0)
    for script in [#""$0" "$@" 2>&-"#, #""$0" "$@" 2>/dev/full"#, #""$0" "$@" <&- 2>&-"#] {
      let ended = try Self.run(script, arguments, in: try Scratch())
      #expect(ended.status == 0)
      #expect(ended.outputBytes == usual.outputBytes)
    }
  }

  @Test func `no stream at all spoils no file`() throws {
    let scratch = try Scratch()
    let ended = try Self.run(#""$0" "$@" <&- >&- 2>&-"#, Self.run, in: scratch)
    #expect(ended.status == 73, "the summary had no place")
    let usual = try Scratch()
    #expect(try Self.run(#""$0" "$@""#, Self.run, in: usual).status == 0)
    #expect(try scratch.files(of: "out/latest") == usual.files(of: "out/latest"))
    #expect(try scratch.succeed("store", "files", "--store", "s.sqlite").output.contains("6000"))
  }

  @Test(arguments: ["csv", "json", "table", "markdown"])
  func `a reader that has had enough ends it quietly`(_ format: String) throws {
    let script = """
      { "$0" "$@"; echo $? > status; } | { head -c 10 > /dev/null; }
      """
    let scratch = try Scratch()
    // Smaller outputs fit into the pipe, whether they are read or not.
    let table = format == "csv" ? ["--rejects", "rejects.csv"] : []
    let ended = try Self.run(script, Self.stage + [format] + table, in: scratch)
    #expect(!ended.error.contains("error"), "\(ended.error)")
    let status = try scratch.text("status")
    #expect(
      format == "csv" || format == "json" ? status == "141\n" : ["0\n", "141\n"].contains(status))
    #expect(try RunSite.names(in: scratch.folder).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func `a run goes on when nobody reads its progress`() throws {
    let scratch = try Scratch()
    let script = #"{ "$0" "$@" 2>&1 > summary; echo $? > status; } | true"#
    _ = try Self.run(script, Self.run, in: scratch)
    #expect(try scratch.text("status") == "0\n")
    #expect(try scratch.text("summary").hasPrefix("The pack is ready."))
  }
}
