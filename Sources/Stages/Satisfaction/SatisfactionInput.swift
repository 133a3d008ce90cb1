package import Diagnostics
import Exports
package import Pipeline
import Values

/// Answers as columns: one code a row and item, one group a row and dimension.
package struct SatisfactionInput: StageInput {
  struct Item: Sendable {
    let id: String
    let scale: SurveyScale
    /// Position from the worst level (0); -1 for no answer.
    var positions: [Int8]
  }

  struct Dimension: Sendable {
    let kind: SurveyDimension
    var groups: GroupColumn
  }

  let asOf: Day
  let scope: Source.Scope
  let minCell: Int
  let responses: Int
  /// Rows that answer no item.
  let withoutAnswer: Int
  /// Rows whose weight is missing or 0; none of their answers count.
  private(set) var withoutWeight = 0
  var items: [Item]
  var dimensions: [Dimension]
  /// Chronological, where the export has waves; whether it is grouped by or not.
  var waves: GroupColumn?
  /// Ascending, and with them all columns; nil where all are equal or unused.
  var weights: [Double]?
  /// Wanted groupings that no export has a column for.
  let missingDimensions: [SurveyDimension]
  /// Labels for items that the export lacks.
  let unknownLabels: [String]

  package static func needs(_ settings: SatisfactionSettings) -> [Need] {
    [
      .facts(contract: "survey", required: true), .facts(contract: "customers", required: false),
    ]
  }

  package init(from source: Source, _ settings: SatisfactionSettings) throws(Diagnostic) {
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage satisfaction needs the export 'survey'",
        help: "name a survey file")
    }
    asOf = source.asOf
    scope = source.scope
    minCell = source.minCell
    responses = survey.rowCount
    let items = try SatisfactionInput.items(survey, settings)
    self.items = items
    withoutAnswer = (0..<survey.rowCount).count { row in
      !items.contains { $0.positions[row] >= 0 }
    }

    waves = survey.values("wave").flatMap { SatisfactionInput.waves($0, survey.values("date")) }
    var join: CustomerJoin?
    if case .text(let ids)? = survey.values("customer_id") {
      join = source.facts["customers"].flatMap { CustomerJoin(ids, $0) }
    }
    dimensions = []
    var missing: [SurveyDimension] = []
    for kind in settings.groupBy {
      if kind == .wave {
        if let waves { dimensions.append(Dimension(kind: kind, groups: waves)) }
      } else if let column = survey.values(kind.rawValue), SatisfactionInput.hasValues(column) {
        dimensions.append(Dimension(kind: kind, groups: GroupColumn(column)))
      } else if kind.isOfCustomer, let groups = join?.groups(kind.rawValue) {
        dimensions.append(Dimension(kind: kind, groups: groups))
      }
      if dimensions.last?.kind != kind { missing.append(kind) }
    }
    missingDimensions = missing
    let known = Set(items.map(\.id))
    unknownLabels = settings.labels.items.filter { !known.contains($0) }
    if settings.weighted, case .number(let weights)? = survey.values("weight") {
      withoutWeight = try apply(weights)
    }
  }

  /// Items in the order NPS, overall satisfaction, ease, then as the export has them.
  private static func items(
    _ survey: DataTable, _ settings: SatisfactionSettings
  ) throws(Diagnostic) -> [Item] {
    let fixed = ["nps", "csat", "ces"].filter { survey.values($0) != nil }
    let ids = fixed + survey.heads.map(\.id).filter { $0.hasPrefix("item_") }
    guard !ids.isEmpty else {
      throw Diagnostic(
        .data, "missing-column", "the survey has none of the columns nps, csat, ces, item_*",
        help: "map one with --column survey.csat=HEADER")
    }
    for item in settings.scales.items + [settings.overall].compactMap(\.self)
    where !ids.contains(item) {
      throw Diagnostic(
        .configuration, "unknown-item", "the survey has no item '\(item)'",
        help: Suggestion.help(for: item, among: ids))
    }
    var items: [Item] = []
    for id in ids {
      guard case .integer(let answers)? = survey.values(id) else {
        preconditionFailure("answers to \(id) are whole numbers by contract")
      }
      let scale = settings.scales[id] ?? standardScale(id)
      let positions = try positions(
        answers, id, scale, ignoring: id.hasPrefix("item_") ? settings.noAnswer.map(Int64.init) : []
      )
      items.append(Item(id: id, scale: scale, positions: positions))
    }
    return items
  }

  private static func standardScale(_ id: String) -> SurveyScale {
    switch id {
    case "nps": .recommendation
    case "ces": .ease
    default: .satisfaction
    }
  }

  private static func positions(
    _ answers: [Int64], _ id: String, _ scale: SurveyScale, ignoring codes: [Int64]
  ) throws(Diagnostic) -> [Int8] {
    var positions = [Int8](repeating: -1, count: answers.count)
    var offScale: [Int64: Int] = [:]
    for (row, answer) in answers.enumerated() where answer != .min {
      if !codes.isEmpty, codes.contains(answer) { continue }
      if let position = scale.position(of: answer) {
        positions[row] = Int8(position)
      } else {
        offScale[answer, default: 0] += 1
      }
    }
    if let least = offScale.min(by: { $0.key < $1.key }) {
      let rows = offScale.values.reduce(0, +)
      throw Diagnostic(
        .configuration, "off-scale",
        "\(id) has the answer \(least.key), its scale is \(scale.text); off the scale: \(rows) "
          + "rows",
        help: "set scales: {\(id): 1-10} for a longer scale, or no_answer: [\(least.key)]"
          + " for a code that is no answer")
    }
    return positions
  }

  private static func hasValues(_ column: ColumnValues) -> Bool {
    (0..<column.count).contains { !column.isMissing($0) }
  }

  /// Waves by the mean day of their answers where days are known, otherwise by label; nil without
  /// any. Whether a row belongs to no wave does not matter to the order.
  private static func waves(_ column: ColumnValues, _ dates: ColumnValues?) -> GroupColumn? {
    guard hasValues(column) else { return nil }
    let groups = GroupColumn(column)
    guard case .day(let days)? = dates else { return groups }
    var sums = [Int](repeating: 0, count: groups.labels.count)
    var counts = sums
    for (row, day) in days.enumerated() where day != .min {
      sums[Int(groups.codes[row])] += Int(day)
      counts[Int(groups.codes[row])] += 1
    }
    let named = groups.labels.indices.filter { !groups.labels[$0].isEmpty }
    guard named.allSatisfy({ counts[$0] > 0 }) else { return groups }
    // a/b before c/d as a d < c b, in whole numbers; equal means stay in the order of labels.
    let order = named.sorted { one, other in
      let left = sums[one] * counts[other]
      let right = sums[other] * counts[one]
      return left == right ? one < other : left < right
    }
    return groups.reordered(order + groups.labels.indices.filter { groups.labels[$0].isEmpty })
  }

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
        for row in clean.indices where clean[row] == 0 { items[item].positions[row] = -1 }
      }
    }
    let positive = clean.lazy.filter { $0 > 0 }
    guard let least = positive.min(), let most = positive.max(), least < most else { return none }
    var order = clean.enumerated().map { (bits: $0.element.bitPattern, row: Int32($0.offset)) }
    order.sort { ($0.bits, $0.row) < ($1.bits, $1.row) }
    weights = order.map { Double(bitPattern: $0.bits) }
    for item in items.indices {
      let positions = items[item].positions
      items[item].positions = order.map { positions[Int($0.row)] }
    }
    for dimension in dimensions.indices { dimensions[dimension].groups.permute(order.map(\.row)) }
    waves?.permute(order.map(\.row))
    return none
  }
}
