import Foundation
import Testing

/// Texts that are reviewed in the diff: `RECORD=1 make test` rewrites them and fails once.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static func expect(
    _ text: String, as name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name).txt")
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name).txt", sourceLocation: location)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name).txt", sourceLocation: location)
  }

  /// What a run wrote and how it ended, as one text; the hash of a pack's folder is left out.
  static func transcript(_ command: [String], _ ended: Program.Ended) -> String {
    var text = "$ clientele \(command.joined(separator: " "))\n"
    if !ended.output.isEmpty { text += ended.output }
    if !ended.error.isEmpty { text += "--- standard error\n\(ended.error)" }
    text.replace(/(\d{4}-\d\d-\d\d)-[0-9a-f]{12}/) { "\($0.1)-HASH" }
    return text + "--- exit \(ended.status)\n"
  }
}
