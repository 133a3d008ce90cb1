import Pipeline
import Statistics
import Values

@testable import Stages

/// Surveys whose overall satisfaction was made from their items, with cases beside them.
struct DriversMaker {
  var survey = SurveyMaker()
  var cases: DataTable?
  var customers: DataTable?

  static let asOf = Day(number: 20_454)  // 2026-01-01

  /// Delivery counts most and is done worst, price counts least; `noise` counts for nothing.
  static func planted(rows: Int, weighted: Bool = false) -> DriversMaker {
    var random = CounterGenerator(seed: 8)
    var columns = [[Int?]](repeating: [], count: 6)
    for _ in 0..<rows {
      let mood = random.normal()
      func answer(_ middle: Double) -> Double {
        min(5, max(1, (middle + 0.5 * mood + 0.9 * random.normal()).rounded()))
      }
      let (delivery, support, price, noise) = (answer(2.6), answer(3.9), answer(3.7), answer(4.2))
      let score =
        0.7 + 0.55 * delivery + 0.25 * support + 0.1 * price + 0.4 * random.normal()
      let overall = min(5, max(1, score.rounded()))
      let nps = min(10, max(0, (2 * score + 0.8 * random.normal()).rounded()))
      for (place, value) in [overall, nps, delivery, support, price, noise].enumerated() {
        columns[place].append(random.uniform() < 0.03 ? nil : Int(value))
      }
    }
    var survey = SurveyMaker()
    for (place, name) in names.enumerated() { survey = survey.answers(name, columns[place]) }
    survey = survey.texts("customer_id", (0..<rows).map { "c\($0)" })
    survey = survey.texts("segment", (0..<rows).map { ["VIP", "SMB", "SMB", "Rare"][$0 % 4] })
    survey = survey.texts(
      "touchpoint", (0..<rows).map { ["delivery", "support", ""][$0 % 7 % 3] })
    survey = survey.texts("wave", (0..<rows).map { $0 % 10 < 2 ? "W1" : "W2" })
    survey = survey.texts("comment", (0..<rows).map { $0 % 5 == 0 ? "too late \($0 % 3)" : "" })
    if weighted {
      survey = survey.weights((0..<rows).map { [0.5, 0.7, 1.1, 2.3][$0 * 7 % 4] })
    }
    var maker = DriversMaker(survey: survey)
    maker.cases = cases(
      (0..<rows).map {
        (
          customer: "c\($0)", kind: $0 % 3 == 0 ? "enquiry" : "complaint",
          category: $0 % 4 == 0 ? "invoice" : "late", day: asOf.adding(days: -($0 % 60))
        )
      })
    return maker
  }

  static let names = ["csat", "nps", "item_delivery", "item_support", "item_price", "item_noise"]
  static let words =
    names + SurveyMaker.words + ["noise", "late", "invoice", "too", "VIP", "Logistics"]

  static func cases(
    _ rows: [(customer: String, kind: String, category: String, day: Day)]
  ) -> DataTable {
    let maker = SurveyMaker().texts("customer_id", rows.map(\.customer))
      .category("kind", rows.map(\.kind)).category("category", rows.map(\.category))
      .with(
        SurveyMaker.head("opened_at", .instant),
        .instant(rows.map { Int64($0.day.number) * 86_400 + 3_600 }))
    return DataTable(
      name: "cases", heads: maker.columns.map(\.head), columns: maker.columns.map(\.values))
  }

  func source(minCell: Int = 5, currency: Currency = .cny) -> Source {
    var facts = ["survey": survey.table]
    if let cases { facts["cases"] = cases }
    if let customers { facts["customers"] = customers }
    return Source(asOf: Self.asOf, currency: currency, minCell: minCell, facts: facts)
  }

  func output(
    _ settings: DriversSettings = DriversSettings.quick, minCell: Int = 5
  ) throws -> DriversOutput {
    let input = try DriversInput(from: source(minCell: minCell), settings)
    let output = try Drivers(settings).run(input)
    return output.hiding(CellSuppression(output.answers, minCell: minCell).hidden())
  }
}

extension DriversSettings {
  /// Of all waves, with few draws.
  static let quick = with { _ in }

  static func with(_ change: (inout DriversSettings) -> Void) -> DriversSettings {
    var settings = DriversSettings()
    settings.survey.waves = .all
    settings.resamples = 100
    change(&settings)
    return settings
  }
}

extension DriversOutput {
  /// Every result table as text.
  var everything: [String] {
    DriversOutput.tables(.cny).map { "\($0.name) \(table($0.name).columns)" }
  }
}
