import Foundation
import Testing

/// Every call of a run that changes a file system, made to fail in turn by `strace`.
@Suite(.serialized) struct WriteFailureTests {
  /// A call of the run: its name, and the how manieth of that name it is.
  private struct Call: CustomStringConvertible {
    let name: String
    let ordinal: Int
    let line: String

    var description: String { "\(name) #\(ordinal): \(line)" }

    /// What is told to people is lost without harm, and so is what is tidied up; SQLite takes no
    /// notice of folders that cannot be synced.
    var isHarmless: Bool {
      if name == "fdatasync" { return !line.contains("store.sqlite") }
      return line.contains("write(2<") || ["unlink", "unlinkat", "rmdir", "flock"].contains(name)
    }
  }

  static let calls = [
    "write", "pwrite64", "writev", "pwritev", "fsync", "fdatasync", "ftruncate", "fallocate",
    "openat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "symlink", "symlinkat", "link",
    "linkat", "unlink", "unlinkat", "rmdir", "flock", "chmod", "fchmod",
  ]

  private static let strace = Surroundings.program(
    "strace",
    succeedingWith: ["-f", "-o", "/dev/null", "-e", "inject=rmdir:error=EIO", "/bin/sh", "-c", ":"])

  private static func site() throws -> RunSite {
    let header = "order_id,customer_id,order_date,amount\n"
    let steps = "steps: [{ stage: ledger }, { stage: quality }]\npacks: [{ languages: [en] }]\n"
    func exports(_ files: String) -> String {
      "exports: { orders: { files: \(files), max_rejected: 50 %, max_repeated: 50 % } }\n"
    }
    return try RunSite(
      old: "as_of: 2025-01-31\n\(exports("orders-1.csv"))" + steps,
      new: "as_of: 2025-02-28\n\(exports("orders-*.csv"))" + steps,
      files: [
        "orders-1.csv": header + "1,a,2025-01-05,9.50\n2,b,2025-01-06,7.25\n3,b,2025-01-07,x\n",
        "orders-2.csv": header + "4,a,2025-02-05,3.50\n5,c,2025-02-06,1.25\n5,c,2025-02-06,1.25\n",
      ])
  }

  private static func run(
    _ strace: URL, _ options: [String], in folder: URL
  ) throws -> Program.Ended {
    try Program.run(
      strace, ["-f", "-o", "trace"] + options + [Program.binary.path] + RunSite.arguments,
      in: folder)
  }

  /// The calls of an undisturbed run, by the thread that does all the work.
  private static func calls(_ site: RunSite, _ strace: URL) throws -> [Call] {
    let folder = try site.fresh()
    defer { site.discard(folder) }
    let names = calls.map { "?\($0)" }.joined(separator: ",")
    let ended = try run(strace, ["-y", "-e", "trace=\(names)", "-e", "signal=none"], in: folder)
    try #require(ended.status == 0, "\(ended.error)")
    let trace = try String(contentsOf: folder.appending(path: "trace"), encoding: .utf8)
    var count: [String: Int] = [:]
    var found: [Call] = []
    var worker: Substring?
    for line in trace.split(separator: "\n") {
      guard let match = line.firstMatch(of: /^(\d+) +([a-z0-9]+)\(/) else { continue }
      // The run time wakes its threads by events: no file, and not the same number in every run.
      if line.contains("anon_inode:") { continue }
      worker = worker ?? match.1
      #expect(match.1 == worker, "with one thread all writes are of one thread")
      let name = String(match.2)
      count[name, default: 0] += 1
      if name == "openat", !line.contains("O_CREAT") { continue }
      found.append(Call(name: name, ordinal: count[name] ?? 0, line: String(line)))
    }
    return found
  }

  @Test(
    .enabled(if: strace != nil, "strace is not here, or may not trace"),
    arguments: ["ENOSPC", "EIO"])
  func `whichever write fails, it is told, nothing is lost, and the next run makes up for it`(
    _ failure: String
  ) throws {
    let strace = try #require(Self.strace)
    let site = try Self.site()
    let calls = try Self.calls(site, strace)
    #expect(calls.count > 100)
    let step = CrashSearch.isWhole ? 1 : calls.count / 12
    var statuses: [Int32: Int] = [:]
    for call in calls.enumerated().filter({ $0.offset % step == step / 2 }).map(\.element) {
      let folder = try site.fresh()
      defer { site.discard(folder) }
      let inject = "inject=\(call.name):error=\(failure):when=\(call.ordinal)"
      let ended = try Self.run(strace, ["-e", "trace=\(call.name)", "-e", inject], in: folder)
      let trace = try String(contentsOf: folder.appending(path: "trace"), encoding: .utf8)
      #expect(trace.contains("(INJECTED)"), "\(call)")
      statuses[ended.status, default: 0] += 1
      #expect(ended.status == 73 || (call.isHarmless && ended.status == 0), "\(call): \(ended)")
      if ended.status == 73 {
        #expect(
          ended.error.contains(
            /(?m)^(out|store\.sqlite|standard output).*: error: .* \[[a-z-]+\]$/),
          "\(call): \(ended.error)")
      }
      try site.expectNothingLost(in: folder, call.description)
      try site.expectNextRunIsClean(in: folder, call.description)
    }
    print("\(failure): \(calls.count) calls, by exit code \(statuses)")
  }

  /// In blocks of 512 bytes: within the store, and within a workbook whose store was let through.
  @Test(arguments: [8, 60, 400])
  func `where files may not grow, it is told, and the next run makes up for it`(
    _ blocks: Int
  ) throws {
    let site = try Self.site()
    let folder = try site.fresh()
    defer { site.discard(folder) }
    // What `sh` calls a block is 512 bytes; with bash's name it would be 1024.
    let command = "ulimit -f \(blocks); exec \"$0\" \"$@\""
    let ended = try Program.run(
      URL(filePath: "/bin/sh"), ["-c", command, Program.binary.path] + RunSite.arguments,
      in: folder)
    #expect(ended.status == 73, "\(ended)")
    #expect(ended.error.contains(/(?m)^(out|store\.sqlite).*: error: .* \[[a-z-]+\]$/), "\(ended)")
    #expect(try site.drafts(in: folder).isEmpty)
    try site.expectNothingLost(in: folder, "at most \(blocks) blocks a file")
    try site.expectNextRunIsClean(in: folder, "at most \(blocks) blocks a file")
  }
}
