import Diagnostics
import Foundation
import Tabular

/// What the program ends with.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case usage = 64
  case data = 65
  case missingExport = 66
  case fault = 70
  case cannotWrite = 73
  case locked = 75
  case configuration = 78

  var meaning: String {
    switch self {
    case .done: "done"
    case .usage: "the command line is wrong"
    case .data: "the data of an export is wrong, or a pack is not as recorded"
    case .missingExport: "an export is missing, or what a pack was made from"
    case .fault: "a fault of the program"
    case .cannotWrite: "an output cannot be written"
    case .locked: "another run holds the store"
    case .configuration: "the pipeline file or a setting is wrong"
    }
  }

  /// One line a code.
  static var help: String {
    allCases.map { status in
      let code = String(status.rawValue)
      return "  \(code)\(String(repeating: " ", count: 4 - code.count))\(status.meaning)"
    }
    .joined(separator: "\n")
      + "\n  SIGINT, SIGTERM and SIGHUP end it as such (130, 143, 129); nothing is left half-made"
  }

  /// Prints the problems by place on standard error and ends with the code of the one that has to
  /// be mended first.
  static func leave(with problems: Diagnostics) -> Never {
    Drafts.ofProcess.waitForAnEnd()
    // `clientele … | head`: who has read enough is not told of it.
    if problems.all.first?.code == OutputFile.readerHasGone { EndingSignals.die(by: SIGPIPE) }
    Console.error(problems.byPlace.description)
    Foundation.exit(problems.kind.rawValue)
  }
}
