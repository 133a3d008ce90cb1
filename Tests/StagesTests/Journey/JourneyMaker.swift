import Diagnostics
import Pipeline
import Report
import Statistics
import Values

@testable import Stages

/// Small journeys as the pipeline lays them before the stage.
struct JourneyMaker {
  struct Row {
    var customer: String
    var day: Int?
    var touchpoint: String
    var csat: Int?
    var nps: Int?
    var wave = ""
    var weight = 1.0
    var segment = ""
  }

  struct Case {
    var customer: String
    var kind = "complaint"
    var opened: Int
    var resolved: Int?
  }

  var rows: [Row] = []
  var cases: [Case]?
  /// The class of each customer.
  var classes: [(customer: String, name: String)]?
  var hasCustomers = true
  var hasNPS = true
  var isWeighted = false

  /// Day 0 of the tests.
  static let start: Int32 = 20_000

  /// So many answers of each score, best last, at one touchpoint, all by other customers.
  mutating func add(_ touchpoint: String, _ counts: [Int], wave: String = "", nps: Int? = nil) {
    for (level, count) in counts.enumerated() {
      for _ in 0..<count {
        rows.append(
          Row(
            customer: "c\(rows.count)", day: rows.count % 20, touchpoint: touchpoint,
            csat: level + 1, nps: nps, wave: wave))
      }
    }
  }

  /// Everything at random: blanks, waves, weights, cases, classes, customers who met several.
  static func full(rows: Int, weighted: Bool = true) -> JourneyMaker {
    var random = SurveyRandom(seed: 21)
    func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
    var maker = JourneyMaker()
    maker.isWeighted = weighted
    for row in 0..<rows {
      let touchpoint = pick(["order", "deliver", "deliver", "install", "support", "support", ""])
      maker.rows.append(
        Row(
          customer: row % 17 == 3 ? "" : "k\(row / 4 * 7 % max(rows / 3, 1))",
          day: row % 29 == 5 ? nil : random.below(300), touchpoint: touchpoint,
          csat: pick([nil, 1, 2, 3, 4, 4, 5, 5]), nps: pick([nil, 0, 5, 7, 8, 9, 10, 10]),
          wave: pick(["W1", "W2", "W2", "W3", "W3"]),
          weight: weighted ? pick([0.5, 1.0, 2.5]) : 1, segment: pick(["VIP", "SMB", "SMB", ""])))
    }
    let customers = Array(Set(maker.rows.map(\.customer))).sorted()
    maker.cases = customers.enumerated().compactMap { index, customer in
      index % 3 == 0
        ? Case(
          customer: customer, kind: index % 2 == 0 ? "complaint" : "enquiry",
          opened: index * 7 % 290, resolved: index % 4 == 0 ? nil : index * 7 % 290 + 3) : nil
    }
    maker.classes = customers.filter { !$0.isEmpty }.enumerated().map { index, customer in
      (customer, ["existing", "at_risk", "lost", "own"][index % 4])
    }
    return maker
  }

  static let words = [
    "VIP", "SMB", "order", "deliver", "install", "support", "W1", "W2", "W3", "Deliver", "nowhere",
    "own",
    "complaint", "grievance", "weights", "correlation", "投诉", "抱怨",
  ]

  var survey: DataTable {
    func texts(_ values: [String]) -> ColumnValues { .text(TextColumn(values)) }
    func numbers(_ values: [Int?]) -> ColumnValues {
      .integer(values.map { $0.map(Int64.init) ?? .min })
    }
    var maker = SurveyMaker()
    if hasCustomers {
      maker = maker.texts("customer_id", rows.map(\.customer))
        .with(
          SurveyMaker.head("date", .day),
          .day(rows.map { $0.day.map { Self.start + Int32($0) } ?? .min }))
    }
    maker = maker.texts("touchpoint", rows.map(\.touchpoint)).answers("csat", rows.map(\.csat))
    if hasNPS { maker = maker.answers("nps", rows.map(\.nps)) }
    if rows.contains(where: { !$0.wave.isEmpty }) {
      maker = maker.texts("wave", rows.map(\.wave))
    }
    if rows.contains(where: { !$0.segment.isEmpty }) {
      maker = maker.texts("segment", rows.map(\.segment))
    }
    if isWeighted { maker = maker.weights(rows.map(\.weight)) }
    return maker.table
  }

  private var caseTable: DataTable? {
    guard let cases else { return nil }
    func seconds(_ days: [Int?]) -> ColumnValues {
      .instant(days.map { $0.map { (Int64(Self.start) + Int64($0)) * 86_400 + 40_000 } ?? .min })
    }
    return DataTable(
      name: "cases",
      heads: [
        SurveyMaker.head("customer_id", .text), SurveyMaker.head("kind", .text),
        SurveyMaker.head("opened_at", .instant), SurveyMaker.head("resolved_at", .instant),
      ],
      columns: [
        .text(TextColumn(cases.map(\.customer))), .text(TextColumn(cases.map(\.kind))),
        seconds(cases.map(\.opened)), seconds(cases.map(\.resolved)),
      ])
  }

  func source(minCell: Int = 5, currency: Currency = .cny) -> Source {
    var facts = ["survey": survey]
    if let caseTable { facts["cases"] = caseTable }
    var source = Source(
      asOf: Day(number: 20_454), currency: currency, minCell: minCell, facts: facts)
    if let classes { source.outputs["lifecycle"] = GivenClasses(classes: classes) }
    return source
  }

  func raw(_ settings: JourneySettings = JourneySettings(), minCell: Int = 5) throws
    -> JourneyOutput
  {
    try Journey(settings).run(JourneyInput(from: source(minCell: minCell), settings))
  }

  func output(_ settings: JourneySettings = JourneySettings(), minCell: Int = 5) throws
    -> JourneyOutput
  {
    let raw = try raw(settings, minCell: minCell)
    return raw.hiding(CellSuppression(raw.answers, minCell: minCell).hidden())
  }

  /// Customers who score every touchpoint and later the whole, which is made of some of it.
  static func relation(
    customers: Int, touchpoints: [String], seed: UInt64, noise: Double = 0.3, misses: Double = 0,
    overall: ([Double]) -> Double
  ) -> JourneyMaker {
    var generator = CounterGenerator(seed: seed)
    var maker = JourneyMaker()
    for customer in 0..<customers {
      var scores: [Double] = []
      for (place, touchpoint) in touchpoints.enumerated() {
        let score = min(5, max(1, (3.2 + 1.2 * generator.normal()).rounded()))
        guard generator.uniform() >= misses else { continue }
        scores.append(score)
        maker.rows.append(
          Row(
            customer: "c\(customer)", day: place * 10 + customer % 7, touchpoint: touchpoint,
            csat: Int(score), nps: nil))
      }
      guard !scores.isEmpty else { continue }
      let whole = overall(scores) * 2 + noise * generator.normal()
      maker.rows.append(
        Row(
          customer: "c\(customer)", day: 200, touchpoint: "", csat: nil,
          nps: Int(min(10, max(0, whole.rounded())))))
    }
    return maker
  }
}

/// What step `lifecycle` says of each customer.
private struct GivenClasses: StageOutput {
  let classes: [(customer: String, name: String)]

  static func tables(_ currency: Currency) -> [ResultTable] { [] }

  func table(_ name: String) -> DataTable {
    let labels = ["existing", "won_back", "at_risk", "lost", "own"]
    return DataTable(
      name: name,
      heads: [SurveyMaker.head("customer_id", .text), SurveyMaker.head("class", .text)],
      columns: [
        .text(TextColumn(classes.map(\.customer))),
        .category(
          classes.map { Int32(labels.firstIndex(of: $0.name) ?? -1) }, labels: labels),
      ])
  }

  func report(_ wording: Wording, step: String) -> StageReport { StageReport() }
}
