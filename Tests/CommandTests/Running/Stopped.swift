import Foundation

/// A run of the program that a signal comes to.
struct Stopped {
  /// Whether the signal, and nothing else, ended it.
  let wasAlive: Bool
  /// The number of the signal, or the exit code.
  let status: Int32
  let error: String

  static func run(
    _ arguments: [String], in folder: URL, by signal: Int32, after seconds: Double
  ) throws -> Stopped {
    let log = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let error = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = error
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    try error.close()
    return Stopped(
      wasAlive: process.terminationReason == .uncaughtSignal,
      status: process.terminationStatus,
      error: String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}
