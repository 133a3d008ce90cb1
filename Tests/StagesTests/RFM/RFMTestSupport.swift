import Diagnostics
import Exports
import Foundation
import Pipeline
import Report
import Stages
import Values

/// A customer as RFM sees one: days since the last purchase, orders, amount in minor units.
struct Buyer {
  var id: String
  var recency: Int
  var orders: Int
  var monetary: Int64
  /// Purchase days; as many as orders unless said otherwise.
  var days: Int?

  init(_ id: String, _ recency: Int, _ orders: Int, _ monetary: Int64, days: Int? = nil) {
    self.id = id
    self.recency = recency
    self.orders = orders
    self.monetary = monetary
    self.days = days
  }
}

extension RFMInput {
  static let reviewDay = Day(number: 20_000)

  /// The buyers in the order of their ids, whatever order they come in.
  static func of(
    _ buyers: [Buyer], currency: Currency = .cny, asOf: Day = reviewDay
  ) -> RFMInput {
    let sorted = buyers.sorted { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
    return RFMInput(
      asOf: asOf, currency: currency, customers: TextColumn(sorted.map(\.id)),
      lastDay: sorted.map { asOf.number - Int32($0.recency) },
      days: sorted.map { Int32($0.days ?? $0.orders) }, orders: sorted.map { Int32($0.orders) },
      monetary: sorted.map(\.monetary), totalRows: sorted.reduce(0) { $0 + $1.orders },
      totalNet: sorted.reduce(0) { $0 + $1.monetary })
  }
}

extension RFMSettings {
  static func with(_ change: (inout RFMSettings) -> Void) -> RFMSettings {
    var settings = RFMSettings()
    change(&settings)
    return settings
  }

  /// Settings as a pipeline file writes them; throws all that is wrong with them.
  static func yaml(_ text: String) throws -> RFMSettings {
    var problems = Diagnostics()
    let settings = RFMSettings.read(
      try YAMLTree.read(text, file: "review.yaml"), &problems)
    try problems.throwIfAny()
    return settings ?? RFMSettings()
  }
}

extension RFM {
  static func output(_ settings: RFMSettings, _ input: RFMInput) throws -> RFMOutput {
    try RFM(settings).run(input)
  }
}

extension RFMOutput {
  func integers(_ column: String, of name: String = "customers") -> [Int64] {
    switch table(name).values(column) {
    case .integer(let values): values
    case .money(let values, _): values
    default: []
    }
  }

  func numbers(_ column: String, of name: String = "customers") -> [Double] {
    if case .number(let values) = table(name).values(column) { values } else { [] }
  }

  func texts(_ column: String, of name: String = "customers") -> [String] {
    switch table(name).values(column) {
    case .category(let codes, let labels): codes.map { $0 < 0 ? "" : labels[Int($0)] }
    case .text(let column): column.texts
    default: []
    }
  }

  /// Scores of the customers: "355".
  var codes: [String] { texts("score") }

  func report(_ language: Language) -> StageReport {
    report(Wording(language: language, currency: .cny), step: "rfm")
  }
}

/// Numbers that are the same in every run: a counter put through SplitMix64 (Steele, Lea & Flood,
/// Fast splittable pseudorandom number generators, OOPSLA 2014).
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  /// Buyers with many equal values.
  mutating func buyers(_ n: Int, most: Int) -> [Buyer] {
    (0..<n).map { index in
      Buyer("c\(index + 100)", below(most), 1 + below(max(2, most / 2)), Int64(below(most * 2)))
    }
  }
}

/// Reference data beside the package, which is not part of it.
enum Reference {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/reference")

  static func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  /// Customers of a file `id,date,…,amount`, added up here: a second route beside the ledger.
  static func input(_ file: String, amount column: Int, asOf: Day) throws -> RFMInput {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var last: [String: Int32] = [:]
    var days: [String: Set<Int32>] = [:]
    var orders: [String: Int32] = [:]
    var amounts: [String: Int64] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let day = Day(iso: fields[1]), let amount = Double(fields[column]) else { continue }
      last[fields[0]] = max(last[fields[0]] ?? .min, day.number)
      days[fields[0], default: []].insert(day.number)
      orders[fields[0], default: 0] += 1
      amounts[fields[0], default: 0] += Int64((amount * 100).rounded())
    }
    let ids = last.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return RFMInput(
      asOf: asOf, currency: .cny, customers: TextColumn(ids), lastDay: ids.compactMap { last[$0] },
      days: ids.map { Int32(days[$0]?.count ?? 0) }, orders: ids.compactMap { orders[$0] },
      monetary: ids.compactMap { amounts[$0] },
      totalRows: orders.values.reduce(0) { $0 + Int($1) }, totalNet: amounts.values.reduce(0, +))
  }
}
