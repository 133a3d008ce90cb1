import Foundation
import Testing

/// Two runs at once.
@Suite struct TwoRunsTests {
  private static func start(_ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static let samples = ["--allow-path", Program.packageRoot.path]

  private static func pipeline(_ asOf: String) -> String {
    let samples = Program.packageRoot.appending(path: "Samples").path
    return """
      as_of: \(asOf)
      data: \(samples)
      exports:
        rates: rates.csv
        orders: { files: orders-2024*.csv, grain: line }
      steps: [{ stage: ledger }, { stage: rfm }, { stage: quality }]

      """
  }

  @Test func `of two runs on one store the second is turned away, the first is not disturbed`()
    throws
  {
    let scratch = try Scratch()
    try scratch.write("p.yaml", Self.pipeline("2024-12-31"))
    let command = ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"] + Self.samples
    let first = try Self.start(command, in: scratch.folder)
    // A journal is there once the first run holds the store.
    while first.isRunning, !scratch.has("s.sqlite-journal") { usleep(1_000) }
    var refusals = 0
    while first.isRunning {
      let second = try Program.run(command, in: scratch.folder)
      if second.status != 75 { break }
      refusals += 1
      #expect(second.error.contains("s.sqlite: error: another program has the store open"))
    }
    first.waitUntilExit()
    #expect(refusals > 0)
    #expect(first.terminationStatus == 0)
    let alone = try Scratch()
    try alone.write("p.yaml", Self.pipeline("2024-12-31"))
    #expect(try Program.run(command, in: alone.folder).status == 0)
    #expect(try scratch.files(of: "out/latest") == alone.files(of: "out/latest"))
  }

  @Test func `runs on stores of their own may share the folder of packs`() throws {
    let scratch = try Scratch()
    let days = ["2024-10-31", "2024-11-30", "2024-12-31", "2024-12-31"]
    let runs = try days.enumerated().map { number, day in
      try scratch.write("\(number).yaml", Self.pipeline(day))
      return try Self.start(
        ["run", "\(number).yaml", "--out", "out", "--store", "\(number).sqlite"] + Self.samples,
        in: scratch.folder)
    }
    for run in runs {
      run.waitUntilExit()
      #expect(run.terminationStatus == 0)
    }
    let names = try RunSite.names(in: scratch.folder.appending(path: "out"))
    #expect(names.map { String($0.prefix(10)) } == Set(days).sorted() + ["latest"])
    for name in names.dropLast() {
      #expect(try RunSite.isWhole(scratch.folder.appending(path: "out/\(name)")), "\(name)")
    }
  }
}
