package import Diagnostics
import Exports
package import Pipeline
import Statistics
import Values

/// Answers as columns of codes, one column an item and question.
package struct ServqualInput: StageInput {
  let scope: Source.Scope
  let minCell: Int
  /// What follows the prefix of the items' columns, in the order of the dimensions.
  let items: [String]
  /// Names in the order of the map.
  let dimensions: [String]
  let form: ServqualForm
  /// nil where only perceptions were asked.
  let expectations: [[Int8]]?
  let perceptions: [[Int8]]
  /// Least acceptable and desired levels; nil where they were not asked.
  let minimum: [[Int8]]?
  let desired: [[Int8]]?
  /// By dimension, NaN for none; nil where not every dimension has a column.
  let points: [[Double]]?
  let groups: SurveyGroups
  /// Items of the map that the export lacks, by dimension.
  let absentItems: [String]
  /// Items of the export that no dimension has.
  let unusedItems: [String]
  /// Whether the export has weights of answers, which are not used.
  let hasWeights: Bool

  package static func needs(_ settings: ServqualSettings) -> [Need] {
    [
      .facts(contract: "servqual", required: true),
      .facts(contract: "customers", required: false),
    ]
  }

  package init(from source: Source, _ settings: ServqualSettings) throws(Diagnostic) {
    guard let answers = source.facts["servqual"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage servqual needs the export 'servqual'",
        help: "name a file of SERVQUAL answers")
    }
    scope = source.scope
    minCell = source.minCell
    let reader = ServqualColumns(answers, settings)
    let known = try reader.items()
    let map = settings.dimensions.dimensions
    items = map.flatMap { $0.items.filter(known.contains) }
    for dimension in map where !dimension.items.contains(where: known.contains) {
      throw Diagnostic(
        .data, "missing-dimension",
        "no item of the dimension '\(dimension.name)' (\(Self.list(dimension.items))) is in the "
          + "export",
        help: "set dimensions: {\(dimension.name): [ITEM, …], …} to the items asked ("
          + "\(Self.list(known.sorted()))), or leave the dimension out")
    }
    dimensions = map.map(\.name)
    absentItems = map.flatMap { $0.items.filter { !known.contains($0) } }
    let used = Set(items)
    unusedItems = reader.asked.filter { !used.contains($0) }
    form = ServqualForm(
      scale: settings.scale.low...settings.scale.high,
      dimensions: map.enumerated().flatMap { place, dimension in
        dimension.items.filter(known.contains).map { _ in place }
      }, leastAnswered: settings.leastAnswered, pointsTolerance: settings.pointsTolerance,
      asksExpectations: reader.has("expectation"))
    perceptions = try reader.codes("perception", items)
    expectations = reader.has("expectation") ? try reader.codes("expectation", items) : nil
    minimum = reader.has("minimum") ? try reader.codes("minimum", items) : nil
    desired = reader.has("desired") ? try reader.codes("desired", items) : nil
    let columns = dimensions.map { answers.values("weight_\($0)") }
    let given = columns.compactMap { column -> [Double]? in
      if case .number(let values)? = column { values } else { nil }
    }
    points = given.count == columns.count ? given : nil
    hasWeights = answers.values("weight") != nil
    let usual: [SurveyDimension] =
      source.scope == .external ? [.unit, .segment, .wave] : [.provider, .consumer, .wave]
    groups = SurveyGroups(answers, source.facts["customers"], by: settings.groupBy ?? usual)
  }

  private static func list(_ items: [String]) -> String {
    let shown = items.prefix(8).joined(separator: ", ")
    return items.count > 8 ? "\(shown) …" : shown
  }
}

/// The item columns of one export.
private struct ServqualColumns {
  let answers: DataTable
  let settings: ServqualSettings
  private let members: [String: Set<String>]
  /// Items that are asked in any way, in the order of the export.
  let asked: [String]

  init(_ answers: DataTable, _ settings: ServqualSettings) {
    self.answers = answers
    self.settings = settings
    var members: [String: Set<String>] = [:]
    var asked: [String] = []
    for head in answers.heads {
      for family in ["expectation", "perception", "minimum", "desired"]
      where head.id.hasPrefix("\(family)_") {
        let item = String(head.id.dropFirst(family.count + 1))
        members[family, default: []].insert(item)
        if !asked.contains(item) { asked.append(item) }
      }
    }
    self.members = members
    self.asked = asked
  }

  func has(_ family: String) -> Bool { members[family] != nil }

  /// Items that can be counted: perceived, and expected where expectations were asked.
  func items() throws(Diagnostic) -> Set<String> {
    guard let perceived = members["perception"] else {
      throw Diagnostic(
        .data, "missing-column", "the export has no perceived level of any item",
        help: "items are columns such as p1, p2 or perception_1; map one with "
          + "--column servqual.perception_1=HEADER")
    }
    guard let expected = members["expectation"] else { return perceived }
    return perceived.intersection(expected)
  }

  func codes(_ family: String, _ items: [String]) throws(Diagnostic) -> [[Int8]] {
    var columns: [[Int8]] = []
    for item in items {
      guard case .integer(let values)? = answers.values("\(family)_\(item)") else {
        columns.append([Int8](repeating: -1, count: answers.rowCount))
        continue
      }
      columns.append(try codes(values, "\(family)_\(item)"))
    }
    return columns
  }

  /// Levels from the low end of the scale, turned round where the lowest number is the best; -1 for
  /// no answer.
  private func codes(_ values: [Int64], _ name: String) throws(Diagnostic) -> [Int8] {
    let scale = settings.scale
    let low = Int64(scale.low)
    let high = Int64(scale.high)
    let ignored = settings.noAnswer.map(Int64.init)
    var codes = [Int8](repeating: -1, count: values.count)
    var offScale: Int64?
    var rows = 0
    for (row, value) in values.enumerated() {
      if value >= low, value <= high, ignored.isEmpty || !ignored.contains(value) {
        codes[row] = Int8(truncatingIfNeeded: scale.isReversed ? low + high - value : value)
      } else if value != .min, !ignored.contains(value) {
        offScale = min(offScale ?? value, value)
        rows += 1
      }
    }
    if let offScale {
      throw Diagnostic(
        .configuration, "off-scale",
        "\(name) has the answer \(offScale), its scale is \(scale.text); off the scale: \(rows) "
          + "rows",
        help: "set scale: 1-10 for a longer scale, or no_answer: [\(offScale)] for a code that is "
          + "no answer")
    }
    return codes
  }
}
