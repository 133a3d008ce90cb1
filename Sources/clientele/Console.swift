import Foundation
import Report

/// Standard output for data, standard error for all else.
enum Console {
  /// Lines for people; what could steer a terminal is taken out of them.
  static func error(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { TerminalText.clean(String($0)) }.joined(separator: "\n")
    write(Array((clean + "\n").utf8), to: .standardError)
  }

  static func output(_ text: String) { write(Array(text.utf8), to: .standardOutput) }

  static func output(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// A table, its long cells cut on a terminal only.
  static func show(_ table: TerminalTable) {
    let paint = TerminalPaint(coloured: outputIsColoured)
    output(table.text(paint, widest: isatty(STDOUT_FILENO) == 1 ? 48 : 1000))
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
