import Foundation

/// A run of the program that a signal comes to.
struct Stopped {
  /// Whether the signal, and nothing else, ended it.
  let wasAlive: Bool
  /// The number of the signal, or the exit code.
  let status: Int32
  let error: String

  /// How far a run is, in seconds.
  struct Progress {
    /// Of a processor: where other work shares the machine, the time of day does not tell it.
    let worked: Double
    let elapsed: Double
  }

  static func run(
    _ arguments: [String], in folder: URL, by signal: Int32, when isDue: (Progress) -> Bool
  ) throws -> Stopped {
    let log = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let error = try FileHandle(forWritingTo: log)
    let process = try start(arguments, in: folder, error)
    watch(process) { !isDue($0) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    try error.close()
    return Stopped(
      wasAlive: process.terminationReason == .uncaughtSignal,
      status: process.terminationStatus,
      error: String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }

  /// How many seconds a run works that nothing disturbs.
  static func length(_ arguments: [String], in folder: URL) throws -> Double {
    let process = try start(arguments, in: folder, FileHandle.nullDevice)
    var length = 0.0
    watch(process) { progress in
      length = progress.worked
      return true
    }
    process.waitUntilExit()
    return length
  }

  private static func start(
    _ arguments: [String], in folder: URL, _ error: FileHandle
  ) throws -> Process {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = error
    try process.run()
    return process
  }

  /// Looks at a process every millisecond, until it ends or has been watched enough.
  private static func watch(_ process: Process, while goesOn: (Progress) -> Bool) {
    let start = ContinuousClock.now
    while process.isRunning {
      let elapsed = (ContinuousClock.now - start) / .seconds(1)
      let worked = processorSeconds(process.processIdentifier, elapsed)
      if let worked, !goesOn(Progress(worked: worked, elapsed: elapsed)) { return }
      usleep(1_000)
    }
  }

  /// Nil when the process has ended.
  private static func processorSeconds(_ process: Int32, _ elapsed: Double) -> Double? {
    #if canImport(Glibc)
    var (clock, time) = (clockid_t(), timespec())
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return nil
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    #else
    // Only Linux tells it of another process by its id.
    return elapsed
    #endif
  }
}
