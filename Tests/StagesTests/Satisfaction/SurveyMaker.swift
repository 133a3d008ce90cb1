import Pipeline
import Values

@testable import Stages

/// Small surveys as the pipeline lays them before the stage.
struct SurveyMaker {
  var columns: [(head: ColumnHead, values: ColumnValues)] = []

  static func head(_ id: String, _ unit: Unit) -> ColumnHead {
    ColumnHead(id, unit, Phrase(id, id))
  }

  /// Whole-number answers; nil for none.
  func answers(_ id: String, _ values: [Int?]) -> SurveyMaker {
    with(Self.head(id, .score), .integer(values.map { $0.map(Int64.init) ?? .min }))
  }

  func texts(_ id: String, _ values: [String]) -> SurveyMaker {
    with(Self.head(id, .text), .text(TextColumn(values)))
  }

  /// The same values as a category column with its labels in reverse order and one unused.
  func category(_ id: String, _ values: [String]) -> SurveyMaker {
    let labels = Array(Set(values).subtracting([""])).sorted().reversed() + ["unused"]
    return with(
      Self.head(id, .text),
      .category(values.map { Int32(labels.firstIndex(of: $0) ?? -1) }, labels: Array(labels)))
  }

  func weights(_ values: [Double]) -> SurveyMaker {
    with(Self.head("weight", .ratio), .number(values))
  }

  func dates(_ values: [Day]) -> SurveyMaker {
    with(Self.head("date", .day), .day(values.map(\.number)))
  }

  func with(_ head: ColumnHead, _ values: ColumnValues) -> SurveyMaker {
    var copy = self
    copy.columns.append((head, values))
    return copy
  }

  var table: DataTable {
    DataTable(name: "survey", heads: columns.map(\.head), columns: columns.map(\.values))
  }

  /// The rows in another order, or some of them, or some twice.
  func rows(_ order: [Int]) -> SurveyMaker {
    var copy = self
    copy.columns = columns.map { head, values in
      let picked: ColumnValues =
        switch values {
        case .text(let column): .text(TextColumn(order.map { column[$0] }))
        case .category(let codes, let labels):
          .category(order.map { codes[$0] }, labels: labels)
        case .integer(let all): .integer(order.map { all[$0] })
        case .number(let all): .number(order.map { all[$0] })
        case .money(let all, let currency): .money(order.map { all[$0] }, currency)
        case .day(let all): .day(order.map { all[$0] })
        case .instant(let all): .instant(order.map { all[$0] })
        }
      return (head, picked)
    }
    return copy
  }

  func source(
    _ customers: DataTable? = nil, invitations: DataTable? = nil, minCell: Int = 5,
    currency: Currency = .cny
  ) -> Source {
    var facts = ["survey": table]
    if let customers { facts["customers"] = customers }
    if let invitations { facts["invitations"] = invitations }
    return Source(
      asOf: Day(number: 20_454), currency: currency, minCell: minCell, facts: facts)
  }

  func output(
    _ settings: SatisfactionSettings = SatisfactionSettings(), customers: DataTable? = nil,
    invitations: DataTable? = nil, minCell: Int = 5
  ) throws -> SatisfactionOutput {
    let input = try SatisfactionInput(
      from: source(customers, invitations: invitations, minCell: minCell), settings)
    let output = try Satisfaction(settings).run(input)
    return output.hiding(CellSuppression(output.answers, minCell: minCell).hidden())
  }
}

extension SurveyMaker {
  /// Answers to NPS with so many promoters, passives and detractors.
  static func nps(_ promoters: Int, _ passives: Int, _ detractors: Int) -> [Int?] {
    [Int?](repeating: 10, count: promoters) + [Int?](repeating: 7, count: passives)
      + [Int?](repeating: 3, count: detractors)
  }

  /// A survey with everything: items, groups, waves, days, weights, blanks.
  static func full(rows: Int, weighted: Bool = true) -> SurveyMaker {
    var random = SurveyRandom(seed: 11)
    func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
    var maker = SurveyMaker()
    maker = maker.answers("nps", (0..<rows).map { _ in pick([nil, 0, 6, 7, 8, 9, 9, 10, 10]) })
    maker = maker.answers("csat", (0..<rows).map { _ in pick([nil, 1, 3, 4, 4, 5]) })
    maker = maker.answers("ces", (0..<rows).map { _ in pick([2, 4, 5, 6, 7]) })
    maker = maker.answers("item_speed", (0..<rows).map { _ in pick([1, 2, 2, 3, 4]) })
    maker = maker.answers("item_price", (0..<rows).map { _ in pick([3, 4, 5, 5]) })
    maker = maker.texts("segment", (0..<rows).map { _ in pick(["VIP", "SMB", "SMB", "", "Rare"]) })
    maker = maker.category(
      "touchpoint", (0..<rows).map { _ in pick(["delivery", "support", "checkout"]) })
    maker = maker.texts("wave", (0..<rows).map { _ in pick(["W1", "W2", "W2", "W10"]) })
    maker = maker.texts("mode", (0..<rows).map { _ in pick(["online", "visit", "", "online"]) })
    maker = maker.texts("customer_id", (0..<rows).map { "c\($0)" })
    maker = maker.texts("comment", (0..<rows).map { _ in pick(["", "", "late", "好"]) })
    if weighted { maker = maker.weights((0..<rows).map { _ in pick([0.5, 0.7, 1.1, 2.3]) }) }
    return maker
  }

  static let words = [
    "VIP", "SMB", "Rare", "delivery", "support", "checkout", "speed", "price", "W10", "W1", "W2",
    "online", "visit", "late", "好",
  ]

  /// Invitations to the customers of a full survey and to as many more, by two modes.
  static func invitations(rows: Int) -> DataTable {
    SurveyMaker.invitations(
      (0..<2 * rows).map {
        ("c\($0)", ["W1", "W2", "W10"][$0 % 3], $0 % 4 == 0 ? "visit" : "online")
      })
  }

  static func invitations(
    _ sent: [(customer: String, wave: String, mode: String)], days: [Int32]? = nil
  ) -> DataTable {
    SurveyMaker().texts("customer_id", sent.map(\.customer)).texts("wave", sent.map(\.wave))
      .texts("mode", sent.map(\.mode))
      .with(head("date", .day), .day(days ?? [Int32](repeating: 20_000, count: sent.count))).table
  }
}

/// A repeatable random generator for tests (Steele, Lea & Flood, *Fast splittable pseudorandom
/// number generators*, 2014).
struct SurveyRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

extension DataTable {
  /// Figures of a number or count column; nil for none.
  func numbers(_ id: String) -> [Double?] {
    switch values(id) {
    case .number(let values)?: values.map { $0.isNaN ? nil : $0 }
    case .integer(let values)?: values.map { $0 == .min ? nil : Double($0) }
    case .money(let values, let currency)?: values.map { $0 == .min ? nil : currency.major($0) }
    default: []
    }
  }

  func texts(_ id: String) -> [String] {
    guard case .text(let values)? = values(id) else { return [] }
    return values.texts
  }

  /// The rows where text columns have these values.
  func rows(_ wanted: KeyValuePairs<String, String>) -> [Int] {
    let columns = wanted.map { (values: texts($0.key), value: $0.value) }
    return (0..<rowCount).filter { row in
      columns.allSatisfy { $0.values[row] == $0.value }
    }
  }
}
