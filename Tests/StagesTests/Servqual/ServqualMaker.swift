import Pipeline
import Statistics
import Values

@testable import Stages

/// Small SERVQUAL questionnaires as the pipeline lays them before the stage.
struct ServqualMaker {
  /// By item: what is expected and perceived, row by row; nil for no answer.
  var expectations: [(item: String, answers: [Int?])] = []
  var perceptions: [(item: String, answers: [Int?])] = []
  var minimum: [(item: String, answers: [Int?])] = []
  var desired: [(item: String, answers: [Int?])] = []
  var points: [(dimension: String, points: [Double])] = []
  var texts: [(column: String, values: [String])] = []

  static let dimensions = [
    "tangibles", "reliability", "responsiveness", "assurance", "empathy",
  ]

  /// 22 items each way, points, units, waves, some answers left out, all drawn.
  static func full(rows: Int, internalScope: Bool = false, missing: Int = 20) -> ServqualMaker {
    var random = SurveyRandom(seed: 7)
    func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
    var maker = ServqualMaker()
    let mood = (0..<rows).map { _ in random.below(3) - 1 }
    for item in 1...22 {
      let expected = (0..<rows).map { row -> Int? in
        random.below(missing) == 0 ? nil : min(7, max(1, pick([5, 6, 6, 7]) + mood[row]))
      }
      let perceived = (0..<rows).map { row -> Int? in
        random.below(missing) == 0 ? nil : min(7, max(1, pick([3, 4, 5, 6]) + mood[row]))
      }
      maker.expectations.append((String(item), expected))
      maker.perceptions.append((String(item), perceived))
    }
    let shares = (0..<rows).map { _ in
      pick([[11, 32, 22, 19, 16], [20, 20, 20, 20, 20], [10, 30, 30, 20, 10], [6, 6, 6, 6, 6]])
    }
    maker.points = Self.dimensions.enumerated().map { place, name in
      (name, shares.map { Double($0[place]) })
    }
    if internalScope {
      maker.texts = [
        ("provider", (0..<rows).map { _ in pick(["Finance", "IT"]) }),
        ("consumer", (0..<rows).map { _ in pick(["Finance", "IT", "Sales"]) }),
      ]
    } else {
      maker.texts = [
        ("unit", (0..<rows).map { _ in pick(["north", "south", "south", "west"]) }),
        ("wave", (0..<rows).map { _ in pick(["W1", "W2", "W2"]) }),
      ]
    }
    return maker
  }

  /// One item a dimension, with the same numbers of answers for expectation and perception: `n`
  /// respondents, of whom so many answer 5 and the others 4.
  static func means(_ dimensions: [(name: String, expected: Int, perceived: Int)], n: Int)
    -> ServqualMaker
  {
    var maker = ServqualMaker()
    for (name, expected, perceived) in dimensions {
      maker.expectations.append((name, (0..<n).map { $0 < expected ? 5 : 4 }))
      maker.perceptions.append((name, (0..<n).map { $0 < perceived ? 5 : 4 }))
    }
    return maker
  }

  static let words = [
    "north", "south", "west", "W1", "W2", "Finance", "IT", "Sales", "SERVQUAL", "Alpha", "beta",
    "extra", "stranger",
  ]

  var rows: Int { (perceptions.first ?? expectations.first)?.answers.count ?? 0 }

  var table: DataTable {
    var columns: [(ColumnHead, ColumnValues)] = [
      (SurveyMaker.head("respondent", .text), .text(TextColumn((0..<rows).map { "q\($0)" })))
    ]
    for (column, values) in texts {
      columns.append((SurveyMaker.head(column, .text), .text(TextColumn(values))))
    }
    for (family, items) in [
      ("expectation", expectations), ("perception", perceptions), ("minimum", minimum),
      ("desired", desired),
    ] {
      for (item, answers) in items {
        columns.append(
          (
            SurveyMaker.head("\(family)_\(item)", .score),
            .integer(answers.map { $0.map(Int64.init) ?? .min })
          ))
      }
    }
    for (dimension, points) in points {
      columns.append((SurveyMaker.head("weight_\(dimension)", .ratio), .number(points)))
    }
    return DataTable(name: "servqual", heads: columns.map(\.0), columns: columns.map(\.1))
  }

  func source(
    minCell: Int = 5, currency: Currency = .cny, scope: Source.Scope = .external
  ) -> Source {
    Source(
      asOf: Day(number: 20_454), currency: currency, scope: scope, minCell: minCell,
      facts: ["servqual": table])
  }

  func raw(
    _ settings: ServqualSettings = ServqualSettings(), minCell: Int = 5,
    scope: Source.Scope = .external
  ) throws -> ServqualOutput {
    try Servqual(settings).run(
      ServqualInput(from: source(minCell: minCell, scope: scope), settings))
  }

  func output(
    _ settings: ServqualSettings = ServqualSettings(), minCell: Int = 5,
    scope: Source.Scope = .external
  ) throws -> ServqualOutput {
    let raw = try raw(settings, minCell: minCell, scope: scope)
    return raw.hiding(CellSuppression(raw.answers, minCell: minCell).hidden())
  }

  /// The rows in another order, or some of them, or some twice.
  func picked(_ order: [Int]) -> ServqualMaker {
    var copy = self
    copy.expectations = expectations.map { item in (item.item, order.map { item.answers[$0] }) }
    copy.perceptions = perceptions.map { item in (item.item, order.map { item.answers[$0] }) }
    copy.minimum = minimum.map { item in (item.item, order.map { item.answers[$0] }) }
    copy.desired = desired.map { item in (item.item, order.map { item.answers[$0] }) }
    copy.points = points.map { one in (one.dimension, order.map { one.points[$0] }) }
    copy.texts = texts.map { one in (one.column, order.map { one.values[$0] }) }
    return copy
  }
}

extension ServqualSettings {
  static func own(_ dimensions: KeyValuePairs<String, [String]>) -> ServqualSettings {
    var settings = ServqualSettings()
    settings.dimensions = ServqualMap(
      dimensions: dimensions.map { ServqualMap.Dimension(name: $0.key, items: $0.value) })
    return settings
  }
}
