import Foundation
import Statistics

/// Reference data beside the repository, and customers made from the models.
enum Reference {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference")

  static var isThere: Bool {
    (try? folder.appending(path: "README.md").checkResourceIsReachable()) == true
  }

  static let missing = "reference cases are read from ../shared/reference, which is not here"

  /// Rows of a file of numbers, without its header.
  static func rows(_ name: String) throws -> [[Double]] {
    let text = try String(contentsOf: folder.appending(path: "data/\(name)"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
    }
  }

  /// 2,357 customers in weeks; columns id, x, t_x, T, x in the 39 weeks after, mean repeat spend.
  static func cdnow() throws -> [[Double]] { try rows("cdnow_sample_cbs.csv") }

  static func cdnowHistories(unit: Double = 1) throws -> PurchaseHistories {
    let rows = try cdnow()
    return try PurchaseHistories(
      x: rows.map { $0[1] }, tx: rows.map { $0[2] * unit }, age: rows.map { $0[3] * unit })
  }

  /// The values of a case: name → (value, tolerance).
  static func expected(_ topic: String) throws -> [String: (value: Double, tolerance: Double)] {
    let data = try Data(contentsOf: folder.appending(path: "expected/\(topic).json"))
    let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let values = whole?["expected"] as? [String: [String: Any]] ?? [:]
    return values.compactMapValues { entry in
      guard let value = entry["value"] as? Double, let tolerance = entry["tol"] as? Double else {
        return nil
      }
      return (value, tolerance)
    }
  }
}

/// Customers made from a model.
struct SimulatedBase {
  var histories: [PurchaseHistory] = []
  /// Purchases in the time after the age.
  var later: [[Double]] = []
  var present: [Bool] = []

  init(
    _ process: any PurchaseProcess, _ n: Int, seed: UInt64, within t: Double = 0,
    age: (Int) -> Double
  ) {
    for customer in 0..<n {
      var generator = CounterGenerator(seed: seed, stream: UInt64(customer))
      let made = process.simulate(age: age(customer), within: t, using: &generator)
      histories.append(made.history)
      later.append(made.later)
      present.append(made.isPresent)
    }
  }

  func grouped(unit: Double = 1, patterns: [Int32]? = nil) throws -> PurchaseHistories {
    try PurchaseHistories(
      x: histories.map(\.x), tx: histories.map { $0.tx * unit },
      age: histories.map { $0.age * unit }, patterns: patterns)
  }
}

/// Parameters to try the models with.
struct ModelCase: Sendable, CustomStringConvertible {
  let model: PurchaseModel
  let parameters: [Double]
  var description: String { "\(model.rawValue) \(parameters)" }
  var process: any PurchaseProcess { model.process(parameters) }
  var isDiscrete: Bool { model == .bgBB }

  static let ordinary = [
    ModelCase(model: .bgNBD, parameters: [0.8, 15, 0.9, 3]),
    ModelCase(model: .mbgNBD, parameters: [0.8, 15, 0.9, 3]),
    ModelCase(model: .paretoNBD, parameters: [0.8, 15, 0.9, 40]),
    ModelCase(model: .nbd, parameters: [0.6, 20]),
    ModelCase(model: .bgBB, parameters: [1.2, 0.75, 0.66, 2.8]),
  ]

  /// Ages of 100 to 199 days, or 8 opportunities.
  func age(_ customer: Int) -> Double { isDiscrete ? 8 : 100 + Double(customer % 100) }
}
