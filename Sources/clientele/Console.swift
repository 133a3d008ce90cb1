import Diagnostics
import Foundation
import Report

/// Standard output for data, standard error for all else.
enum Console {
  /// Lines for people; what could steer a terminal is taken out of them.
  static func error(_ text: String) {
    // Nobody can be told that there is nobody to tell: the work goes on.
    try? FileHandle.standardError.write(contentsOf: Data((clean(text) + "\n").utf8))
  }

  /// Lines for people, likewise.
  static func output(_ text: String) throws(Diagnostic) { try output(Array(clean(text).utf8)) }

  private static func clean(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { TerminalText.clean(String($0)) }.joined(separator: "\n")
  }

  static func output(_ bytes: [UInt8]) throws(Diagnostic) { try TextFile.write(bytes, to: "-") }

  /// A table, its long cells cut on a terminal only.
  static func show(_ table: TerminalTable) throws(Diagnostic) {
    let paint = TerminalPaint(coloured: outputIsColoured)
    // Its cells are clean, and the colours are ours.
    try output(Array(table.text(paint, widest: isatty(STDOUT_FILENO) == 1 ? 48 : 1000).utf8))
  }

  /// Whether colours may be used on standard output: a terminal, and `NO_COLOR` is not set.
  static var outputIsColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
