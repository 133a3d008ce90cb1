import Diagnostics
import Exports
import Report

/// Takes rejected rows: all into a file where one is named, the first few for the terminal.
final class RejectSink {
  private let writer: RejectFile.Writer?
  private(set) var count = 0
  /// `file:line: column: rule: value`.
  private(set) var firstLines: [String] = []
  private static let shown = 5

  init(path: String?, hasOrderMark: Bool) throws(Diagnostic) {
    guard let path else {
      writer = nil
      return
    }
    writer = try RejectFile.Writer(path, hasOrderMark: hasOrderMark)
  }

  func take(_ reject: MemoryEngine.Rejected) throws(Diagnostic) {
    count += 1
    if firstLines.count < Self.shown {
      // A row with too few or too many fields breaks its rule in no column.
      let facts = [reject.columns, reject.rules, reject.found].filter { !$0.isEmpty }
      // A value with a line end in it must not begin a line of its own.
      firstLines.append(
        TerminalText.clean("\(reject.file):\(reject.line): \(facts.joined(separator: ": "))"))
    }
    try writer?.append(reject)
  }

  func close() throws(Diagnostic) { try writer?.close() }
}
