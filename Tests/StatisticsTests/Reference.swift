import Foundation

/// Published cases beside the checkout; they are no part of it.
enum Reference {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reference")

  static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Rows of a small table without quotes, the first one being its heads.
  static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: "data/\(name)"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }

  /// Expected numbers with their tolerances.
  static func expected(_ topic: String) throws -> [String: (value: Double, tolerance: Double)] {
    struct Case: Decodable {
      struct Value: Decodable {
        let value: Double
        let tol: Double
      }
      let expected: [String: Value]
    }
    let data = try Data(contentsOf: folder.appending(path: "expected/\(topic).json"))
    return try JSONDecoder().decode(Case.self, from: data).expected.mapValues { ($0.value, $0.tol) }
  }
}
