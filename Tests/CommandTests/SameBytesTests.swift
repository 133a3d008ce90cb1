import Foundation
import Testing

/// The same exports, settings and as-of date give the same pack, byte for byte.
@Suite struct SameBytesTests {
  /// The paths whose bytes differ, or that only one side has.
  private func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  /// A pack of the shipped pipeline, made somewhere else in another way.
  private func pack(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let scratch = try Scratch()
    let ended = try Program.run(
      ["run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "s.sqlite"] + arguments,
      in: scratch.folder, environment: environment)
    try #require(ended.status == 0, "\(ended.error)")
    return try scratch.files(of: "out/latest")
  }

  @Test func `a pack has both workbooks, both reports, charts, lists, account and manifest`() throws
  {
    let paths = Set(try SamplePack.made.get().files.keys)
    for path in [
      "review-en.xlsx", "review-zh-Hans.xlsx", "review-en.md", "review-zh-Hans.md", "account.csv",
      "rejects.csv", "manifest.json", "lists/ledger-customers.csv", "lists/rfm-customers.csv",
      "lists/satisfaction-scores.csv", "lists/quality-account.csv",
    ] { #expect(paths.contains(path), "\(path)") }
    #expect(paths.count { $0.hasSuffix(".svg") } >= 8)
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"],
    ["TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"],
    ["TZ": "UTC", "LC_ALL": "C", "HOME": "/nonexistent", "SWIFT_DETERMINISTIC_HASHING": "1"],
  ])
  func `another folder, time zone and locale make the same pack`(
    _ environment: [String: String]
  ) throws {
    let made = try SamplePack.made.get().files
    #expect(differences(made, try pack(environment: environment)) == [])
  }

  @Test(arguments: ["1", "2", "5"])
  func `any number of threads makes the same pack`(_ threads: String) throws {
    let made = try SamplePack.made.get().files
    #expect(differences(made, try pack(["--threads", threads])) == [])
  }

  @Test func `exports in another folder make the same pack`() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: SampleCompanyFiles.folder, to: scratch.folder.appending(path: "exports of today"))
    try scratch.succeed(
      "run", SampleCompanyFiles.quarterly, "--set", "data=exports of today", "--out", "out",
      "--store", "s.sqlite")
    #expect(
      differences(try SamplePack.made.get().files, try scratch.files(of: "out/latest")) == [])
  }

  @Test func `a store filled file by file makes the same pack as a fresh one`() throws {
    let scratch = try Scratch()
    let orders = try SampleCompanyFiles.exports.filter { $0.hasPrefix("orders-") }
    for count in 1...orders.count {
      let list = orders.prefix(count).joined(separator: ", ")
      try scratch.succeed(
        "run", SampleCompanyFiles.quarterly, "--set", "exports.orders.files=[\(list)]", "--out",
        "out", "--store", "s.sqlite")
    }
    try scratch.succeed(
      "run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "s.sqlite")
    #expect(
      differences(try SamplePack.made.get().files, try scratch.files(of: "out/latest")) == [])
  }

  @Test func `a store that had the orders before the rest makes the same pack`() throws {
    let scratch = try Scratch()
    let samples = SampleCompanyFiles.folder.path
    try scratch.write(
      "orders.yaml",
      """
      as_of: 2025-12-31
      time_zone: "+08:00"
      data: \(samples)
      exports:
        rates: rates.csv
        orders: { files: orders-*.csv, grain: line, exclude: { status: cancelled } }
      steps: [{ stage: ledger }]
      """)
    try scratch.succeed(
      "run", "orders.yaml", "--out", "first", "--store", "s.sqlite", "--allow-path", samples)
    try scratch.succeed(
      "run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "s.sqlite")
    #expect(
      differences(try SamplePack.made.get().files, try scratch.files(of: "out/latest")) == [])
  }

  @Test func `a run that stops halfway leaves the pack that was there`() throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", "order_id,customer_id,order_date,amount\n1,a,2025-01-01,1.00\n")
    try scratch.write(
      "p.yaml", "as_of: 2025-01-31\nexports: { orders: orders.csv }\nsteps: [{ stage: ledger }]\n")
    try scratch.succeed("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    let before = try scratch.files(of: "out/latest")
    try scratch.write("orders.csv", "order_id,customer,order_date\n1,a,2025-01-01\n")
    let ended = try scratch.run("run", "p.yaml", "--out", "out", "--store", "s.sqlite")
    #expect(ended.status == 65)
    #expect(try scratch.files(of: "out/latest") == before)
  }
}
