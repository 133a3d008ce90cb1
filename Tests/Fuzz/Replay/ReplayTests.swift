import Foundation
import FuzzChecks
import Testing

/// Every input of the corpus and every find, through the checks of its fuzz target.
@Suite struct ReplayTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Files of a target: seeds are in `Corpus`, what a fuzzer once found in `Finds`.
  private static func inputs(_ kind: String, _ target: FuzzTarget) -> [URL] {
    let folder = root.appending(path: "\(kind)/\(target.rawValue)")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test(arguments: FuzzTarget.allCases, ["Corpus", "Finds"])
  func `every input holds`(_ target: FuzzTarget, _ kind: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let inputs = Self.inputs(kind, target)
    if kind == "Corpus" { #expect(inputs.count >= 5, "the corpus of \(target) is not there") }
    for input in inputs {
      let bytes = [UInt8](try Data(contentsOf: input))
      do {
        try target.check(bytes, in: folder)
      } catch {
        Issue.record("\(kind)/\(target.rawValue)/\(input.lastPathComponent): \(error)")
      }
    }
  }
}
