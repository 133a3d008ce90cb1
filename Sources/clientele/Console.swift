import Foundation
import Report

/// Standard output for data, standard error for all else.
enum Console {
  /// Lines for people; what could steer a terminal is taken out of them.
  static func error(_ text: String) {
    write(Array((clean(text) + "\n").utf8), to: .standardError)
  }

  /// Lines for people, likewise.
  static func output(_ text: String) { write(Array(clean(text).utf8), to: .standardOutput) }

  private static func clean(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { TerminalText.clean(String($0)) }.joined(separator: "\n")
  }

  static func output(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// A table, its long cells cut on a terminal only.
  static func show(_ table: TerminalTable) {
    let paint = TerminalPaint(coloured: outputIsColoured)
    // Its cells are clean, and the colours are ours.
    output(Array(table.text(paint, widest: isatty(STDOUT_FILENO) == 1 ? 48 : 1000).utf8))
  }

  /// Whether colours may be used on standard output: a terminal, and `NO_COLOR` is not set.
  static var outputIsColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    try? handle.write(contentsOf: Data(bytes))
  }
}
