import Diagnostics
import Pipeline
import Values

/// The answers of the satisfaction survey as columns: one code a row and question, one group a row
/// and dimension.
struct SurveyAnswers: Sendable {
  /// NPS, overall satisfaction, ease, then aspects as the export has them.
  private(set) var items: [SurveyItem]
  private(set) var groups: SurveyGroups
  /// Ascending, and with them all columns; nil where all are equal or unused.
  private(set) var weights: [Double]?
  /// The row of the export that each row here is.
  private(set) var rows: [Int32]
  /// Rows that answer no question.
  let withoutAnswer: Int
  /// Rows whose weight is missing or 0; none of their answers count.
  private(set) var withoutWeight = 0
  /// Labels that settings give to questions that the export lacks.
  let unknownLabels: [String]

  var responses: Int { rows.count }

  /// - Parameter named: questions that other settings name, which the survey must have.
  /// - Throws: where the survey has no question at all, not one that settings name, an answer off
  ///   its scale, or only weights of 0.
  init(
    _ survey: DataTable, _ customers: DataTable?, _ settings: SurveySettings,
    by dimensions: [SurveyDimension], named: [String] = []
  ) throws(Diagnostic) {
    let ids = SurveyItem.questions(of: survey)
    guard !ids.isEmpty else {
      throw Diagnostic(
        .data, "missing-column", "the survey has none of the columns nps, csat, ces, item_*",
        help: "map one with --column survey.csat=HEADER")
    }
    try SurveyItem.check(settings.scales.items + named, among: ids)
    var items: [SurveyItem] = []
    for id in ids {
      let item = try SurveyItem(id, of: survey, settings.scales, noAnswer: settings.noAnswer)
      if let item { items.append(item) }
    }
    self.items = items
    groups = SurveyGroups(survey, customers, by: dimensions)
    rows = (0..<Int32(survey.rowCount)).map(\.self)
    withoutAnswer = (0..<survey.rowCount).count { row in
      !items.contains { $0.positions[row] >= 0 }
    }
    unknownLabels = settings.labels.items.filter { !ids.contains($0) }
    if settings.weighted, case .number(let weights)? = survey.values("weight") {
      withoutWeight = try apply(weights)
    }
  }

  func item(_ id: String) -> SurveyItem? { items.first { $0.id == id } }

  /// Takes the weights over, and puts all rows in ascending order of weight, so that sums do not
  /// depend on the order of the export; rows without weight lose their answers.
  ///
  /// - Returns: how many those are.
  private mutating func apply(_ given: [Double]) throws(Diagnostic) -> Int {
    let clean = given.map { $0 > 0 ? $0 : 0 }
    let none = clean.count { $0 == 0 }
    guard none < clean.count else {
      guard !clean.isEmpty else { return 0 }
      throw Diagnostic(
        .data, "no-weights", "no row of the survey has a weight above 0",
        help: "set weighted: false to count every answer once")
    }
    if none > 0 {
      for item in items.indices {
        for row in clean.indices where clean[row] == 0 {
          items[item].positions[row] = SurveyItem.missing
        }
      }
    }
    let positive = clean.lazy.filter { $0 > 0 }
    guard let least = positive.min(), let most = positive.max(), least < most else { return none }
    var order = clean.enumerated().map { (bits: $0.element.bitPattern, row: Int32($0.offset)) }
    order.sort { ($0.bits, $0.row) < ($1.bits, $1.row) }
    weights = order.map { Double(bitPattern: $0.bits) }
    rows = order.map(\.row)
    for item in items.indices {
      let positions = items[item].positions
      items[item].positions = order.map { positions[Int($0.row)] }
    }
    groups = groups.selected(rows)
    return none
  }
}
