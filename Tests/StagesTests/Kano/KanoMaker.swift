import Diagnostics
import Pipeline
import Statistics
import Values

@testable import Stages

/// Small Kano questionnaires as the pipeline lays them before the stage.
struct KanoMaker {
  var rows: [Row] = []
  var hasImportance = false
  var hasWeights = false
  /// A satisfaction survey beside it.
  var survey: SurveyMaker?
  var hasPairs = true

  struct Row {
    var respondent: String
    var feature: String
    var functional: Int
    var dysfunctional: Int
    var importance: Int?
    var weight = 1.0
    var segment = ""
    var wave = ""
  }

  /// The answers to each feature by letter, counts in the order A, O, M, I, R, Q.
  static func letters(_ features: KeyValuePairs<String, [Int]>) -> KanoMaker {
    let pairs = [(1, 3), (1, 5), (3, 5), (3, 3), (5, 1), (1, 1)]
    var maker = KanoMaker()
    for (feature, counts) in features {
      var number = 0
      for (count, pair) in zip(counts, pairs) {
        for _ in 0..<count {
          maker.rows.append(
            Row(
              respondent: "k\(number)", feature: feature, functional: pair.0,
              dysfunctional: pair.1))
          number += 1
        }
      }
    }
    return maker
  }

  /// Four features, segments, two waves, importance, weights, all drawn.
  static func full(respondents: Int, weighted: Bool = true) -> KanoMaker {
    var random = SurveyRandom(seed: 5)
    func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
    var maker = KanoMaker()
    maker.hasImportance = true
    maker.hasWeights = weighted
    for respondent in 0..<respondents {
      let segment = pick(["VIP", "SMB", "SMB", "Rare", ""])
      let wave = pick(["W1", "W2", "W2"])
      let weight = pick([0.5, 0.7, 1.1, 2.3])
      for (feature, functional, dysfunctional) in [
        ("quote", [1, 1, 1, 3], [2, 3, 4, 5]), ("delivery", [1, 1, 2], [5, 5, 4]),
        ("invoice", [2, 3, 4, 3], [5, 5, 5, 3]), ("gift", [3, 3, 2, 5], [3, 2, 4, 1]),
      ] {
        maker.rows.append(
          Row(
            respondent: "k\(respondent)", feature: feature, functional: pick(functional),
            dysfunctional: pick(dysfunctional), importance: pick([nil, 3, 5, 7, 9]),
            weight: weighted ? weight : 1, segment: segment, wave: wave))
      }
    }
    return maker
  }

  static let words = [
    "VIP", "SMB", "Rare", "quote", "delivery", "invoice", "gift", "KANO", "speed",
    "price", "none such",
  ]

  var table: DataTable {
    func texts(_ values: [String]) -> ColumnValues { .text(TextColumn(values)) }
    func numbers(_ values: [Int?]) -> ColumnValues {
      .integer(values.map { $0.map(Int64.init) ?? .min })
    }
    var columns: [(ColumnHead, ColumnValues)] = [
      (SurveyMaker.head("respondent", .text), texts(rows.map(\.respondent))),
      (SurveyMaker.head("feature", .text), texts(rows.map(\.feature))),
      (SurveyMaker.head("functional", .score), numbers(rows.map(\.functional))),
      (SurveyMaker.head("dysfunctional", .score), numbers(rows.map(\.dysfunctional))),
    ]
    if hasImportance {
      columns.append((SurveyMaker.head("importance", .score), numbers(rows.map(\.importance))))
    }
    if hasWeights {
      columns.append((SurveyMaker.head("weight", .ratio), .number(rows.map(\.weight))))
    }
    if rows.contains(where: { !$0.segment.isEmpty }) {
      columns.append((SurveyMaker.head("segment", .text), texts(rows.map(\.segment))))
    }
    if rows.contains(where: { !$0.wave.isEmpty }) {
      columns.append((SurveyMaker.head("wave", .text), texts(rows.map(\.wave))))
    }
    return DataTable(name: "kano", heads: columns.map(\.0), columns: columns.map(\.1))
  }

  func source(minCell: Int = 5, currency: Currency = .cny) -> Source {
    var facts: [String: DataTable] = [:]
    if hasPairs { facts["kano"] = table }
    if let survey { facts["survey"] = survey.table }
    return Source(
      asOf: Day(number: 20_454), currency: currency, minCell: minCell, facts: facts)
  }

  func raw(_ settings: KanoSettings = KanoSettings(), minCell: Int = 5) throws -> KanoOutput {
    try Kano(settings).run(KanoInput(from: source(minCell: minCell), settings))
  }

  func output(_ settings: KanoSettings = KanoSettings(), minCell: Int = 5) throws -> KanoOutput {
    let raw = try raw(settings, minCell: minCell)
    return raw.hiding(CellSuppression(raw.answers, minCell: minCell).hidden())
  }
}

extension SurveyMaker {
  /// A survey whose item `price` costs when poor, and `speed` earns when good.
  static func penalties(rows: Int) -> SurveyMaker {
    var random = SurveyRandom(seed: 3)
    let price = (0..<rows).map { _ in random.below(5) + 1 }
    let speed = (0..<rows).map { _ in random.below(5) + 1 }
    let overall = (0..<rows).map { row in
      let base = 3 - (price[row] < 3 ? 2 : 0) + (speed[row] > 3 ? 2 : 0)
      return min(5, max(1, base + random.below(3) - 1))
    }
    return SurveyMaker().answers("csat", overall).answers("item_price", price)
      .answers("item_speed", speed)
  }
}
