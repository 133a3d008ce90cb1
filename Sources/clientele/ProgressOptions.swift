import ArgumentParser
import Diagnostics
import Foundation
import Pipeline
import Report

/// How progress is told on standard error.
struct ProgressOptions: ParsableArguments {
  enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(name: .customLong("log"), help: "Progress as text or as JSON lines, on standard error.")
  var format = LogFormat.text

  @Flag(help: "A JSON line a step with its seconds, on standard error.")
  var timings = false

  @Option(
    help: ArgumentHelp("Threads that read and write; by default one a processor.", valueName: "n"))
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads must be at least 1, found \(threads)")
    }
  }

  func log() -> ProgressLog { ProgressLog(format: format, timings: timings) }
}

/// Tells of each step when it is done.
struct ProgressLog {
  let format: ProgressOptions.LogFormat
  let timings: Bool
  private let clock = ContinuousClock()
  private let start = ContinuousClock().now

  init(format: ProgressOptions.LogFormat, timings: Bool) {
    self.format = format
    self.timings = timings
  }

  var runLog: RunLog {
    let (format, timings) = (format, timings)
    return RunLog { entry in
      switch format {
      case .json:
        Console.error(
          line([
            "step": .string(entry.step), "seconds": .number(rounded(entry.seconds)),
            "text": .string(entry.text),
          ]))
      case .text:
        if timings {
          Console.error(
            line(["step": .string(entry.step), "seconds": .number(rounded(entry.seconds))]))
        } else {
          Console.error("\(entry.step): \(entry.text)")
        }
      }
    }
  }

  /// The whole, where times are asked for.
  func finish() {
    guard timings || format == .json else { return }
    let elapsed = clock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    Console.error(line(["step": .string("TOTAL"), "seconds": .number(rounded(seconds))]))
  }
}

private func rounded(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10_000 }

private func line(_ members: KeyValuePairs<String, JSONValue>) -> String {
  String(decoding: JSONValue.object(members).encoded(), as: UTF8.self)
}
