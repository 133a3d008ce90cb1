import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// How a run ended and what it wrote.
  struct Ended {
    let status: Int32
    let outputBytes: Data
    let error: String

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errorLines: [String] { error.split(separator: "\n").map(String.init) }
  }

  /// The folder of Package.swift.
  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle, where the build puts both; otherwise in the debug build.
  static let binary: URL = {
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap { bundle in
      [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()]
    }
    let beside = folders.map { $0.appending(path: "clientele") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) && !isFolder($0) }
    return beside ?? packageRoot.appending(path: ".build/debug/clientele")
  }()

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// Runs the program and waits.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: Data? = nil
  ) throws -> Ended {
    try run(binary, arguments, in: folder, environment: environment, input: input)
  }

  /// Runs any executable; its output goes through files, so no pipe can fill up.
  static func run(
    _ executable: URL, _ arguments: [String], in folder: URL,
    environment: [String: String] = [:], input: Data? = nil
  ) throws -> Ended {
    let names = ["in", "out", "err"].map { folder.appending(path: ".\($0)-\(UUID().uuidString)") }
    try (input ?? Data()).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var all = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LANG", "LANGUAGE", "TZ", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
      all[name] = nil
    }
    process.environment = all.merging(environment) { $1 }
    let (reading, out, err) = (
      try FileHandle(forReadingFrom: names[0]), try FileHandle(forWritingTo: names[1]),
      try FileHandle(forWritingTo: names[2])
    )
    process.standardInput = reading
    process.standardOutput = out
    process.standardError = err
    try process.run()
    process.waitUntilExit()
    for handle in [reading, out, err] { try handle.close() }
    return Ended(
      status: process.terminationStatus, outputBytes: try Data(contentsOf: names[1]),
      error: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}
