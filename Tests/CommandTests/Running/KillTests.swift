import Foundation
import Testing

/// A run that is killed at any moment loses nothing, and the next one makes up for it.
@Suite(.serialized) struct KillTests {
  /// The first quarter's orders; then a year more, and about as long in rendering as in reading.
  private static let site = Result {
    let steps = """
      steps:
        - stage: ledger
        - stage: rfm
        - stage: quality

      """
    let samples = Program.packageRoot.appending(path: "Samples").path
    let old = """
      as_of: 2024-03-31
      data: \(samples)
      exports:
        rates: rates.csv
        orders: { files: orders-2024Q1.csv, grain: line }
        customers: [customers.csv, departments.csv]
        survey: survey-2025Q2.csv

      """
    let packs = (1...4).map { "  - { name: review\($0), languages: [zh-Hans, en] }\n" }.joined()
    let new = """
      as_of: 2025-12-31
      data: \(samples)
      exports:
        rates: rates.csv
        orders: { files: [orders-2024Q1.csv, orders-2025Q*.csv], grain: line }
        customers: [customers.csv, departments.csv]
        survey: survey-*.csv

      """
    return try RunSite(old: old + steps, new: new + steps + "packs:\n" + packs)
  }

  private enum Phase: String {
    case ingest
    case computing
    case rendering
  }

  /// Where the run was, by what it has told when it was stopped.
  private static func phase(_ log: String) -> Phase {
    if log.contains("quality:") { return .rendering }
    return log.contains("read_orders:") ? .computing : .ingest
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `whenever a run is stopped nothing is lost, and the next run makes up for it`(
    _ signal: Int32
  ) throws {
    let site = try Self.site.get()
    let moments = CrashSearch.isWhole ? 50 : 3
    var seconds = try site.measuredSeconds()
    var hits: [Phase: Int] = [:]
    for moment in 0..<moments {
      let share = (Double(moment) + 0.5) / Double(moments)
      // A machine that is faster than when it was measured ends the run before its moment.
      for attempt in 1...3 {
        let folder = try site.fresh()
        defer { site.discard(folder) }
        let stopped = try Stopped.run(
          RunSite.arguments, in: folder, by: signal, after: share * seconds)
        let story = "signal \(signal) at \(share) of \(seconds) s"
        guard stopped.wasAlive else {
          #expect(stopped.status == 0, "\(stopped.error)")
          if attempt < 3 { seconds = try site.measuredSeconds() }
          continue
        }
        hits[Self.phase(stopped.error), default: 0] += 1
        #expect(stopped.status == signal, "ended by the signal itself: \(story)")
        if signal == SIGTERM {
          #expect(try site.drafts(in: folder) == [], "\(story)")
          #expect(stopped.error.hasSuffix(Self.farewell), "\(stopped.error)")
        }
        try site.expectNothingLost(in: folder, story)
        try site.expectNextRunIsClean(in: folder, story)
        break
      }
    }
    let all = hits.values.reduce(0, +)
    let phases = hits.map { "\($0.value) in \($0.key.rawValue)" }.sorted()
    print("signal \(signal): \(all) of \(moments) on a live run of \(seconds) s: \(phases)")
    #expect(all >= (CrashSearch.isWhole ? 45 : 2))
    if CrashSearch.isWhole {
      #expect(hits[.ingest, default: 0] >= 15)
      #expect(hits[.rendering, default: 0] >= 15)
    }
  }

  private static let farewell = """
    error: stopped by SIGTERM [stopped]
      help: nothing is left half-made; run the same command again

    """

  @Test(arguments: [(SIGINT, "SIGINT"), (SIGHUP, "SIGHUP")])
  func `a stage by hand that is stopped leaves its outputs as they were`(
    _ signal: Int32, _ name: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("out.csv", "old\n")
    // An export that never ends: the run waits for it when the signal comes.
    try #require(mkfifo(scratch.path("orders.csv"), 0o600) == 0)
    let holder = open(scratch.path("orders.csv"), O_RDWR)
    try #require(holder >= 0)
    defer { close(holder) }
    let line = Array("order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n".utf8)
    try #require(write(holder, line, line.count) == line.count)
    let stopped = try Stopped.run(
      [
        "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--output", "out.csv",
        "--rejects", "rejects.csv",
      ], in: scratch.folder, by: signal, after: 1)
    #expect(stopped.wasAlive)
    #expect(stopped.status == signal)
    #expect(stopped.error.contains("error: stopped by \(name) [stopped]"))
    let left = try RunSite.names(in: scratch.folder)
    #expect(left == ["orders.csv", "out.csv"])
    #expect(try scratch.text("out.csv") == "old\n")
  }

  @Test func `a signal that is ignored when the program starts stays ignored`() throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", "order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n")
    let script = """
      trap '' HUP
      mkfifo orders
      "$0" stage ledger --orders orders --format csv --output out.csv & run=$!
      exec 3> orders
      kill -HUP $run
      cat orders.csv >&3
      exec 3>&-
      wait $run
      """
    let ended = try Program.run(
      URL(filePath: "/bin/sh"), ["-c", script, Program.binary.path], in: scratch.folder)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(try scratch.text("out.csv").contains("\na,2025-01-05"))
  }
}
