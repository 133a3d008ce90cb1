import Foundation

/// Standard output for data, standard error for all else.
enum Console {
  static func error(_ line: String) { write(Array((line + "\n").utf8), to: .standardError) }

  static func output(_ text: String) { write(Array(text.utf8), to: .standardOutput) }

  static func output(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

  /// Whether colours may be used on standard output: a terminal, and `NO_COLOR` is not set.
  static var outputIsColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    try? handle.write(contentsOf: Data(bytes))
  }
}
