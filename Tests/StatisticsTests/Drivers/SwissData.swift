import Foundation
import Testing

/// Fertility and five items of 47 Swiss provinces, published beside the checkout.
enum SwissData {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/reference").standardizedFileURL

  static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static let missing: Comment = "reference cases are read from ../shared/reference"

  private static func rows() throws -> [[Substring]] {
    try String(contentsOf: folder.appending(path: "data/swiss.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
  }

  /// Fertility first, then the items.
  static func names() throws -> [String] { try rows()[0].dropFirst().map(String.init) }

  static func columns() throws -> [[Double]] {
    let rows = try rows()
    return (1..<rows[0].count).map { place in
      rows.dropFirst().map { Double($0[place]) ?? .nan }
    }
  }

  /// Name → value and tolerance.
  static func expected() throws -> [String: (value: Double, tolerance: Double)] {
    struct Case: Decodable {
      struct Value: Decodable {
        let value: Double
        let tol: Double
      }
      let expected: [String: Value]
    }
    let data = try Data(contentsOf: folder.appending(path: "expected/drivers_lmg_swiss.json"))
    return try JSONDecoder().decode(Case.self, from: data).expected.mapValues { ($0.value, $0.tol) }
  }
}
