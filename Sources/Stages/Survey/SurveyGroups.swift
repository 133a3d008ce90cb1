import Values

/// The groups that the rows of a questionnaire belong to: waves in time, and the columns asked for.
struct SurveyGroups: Sendable {
  struct Dimension: Sendable {
    let kind: SurveyDimension
    var groups: GroupColumn
  }

  /// The wave that figures are of, where they are of one.
  struct Focus: Sendable {
    let wave: String
    let previous: String?
    let index: Int
  }

  /// A dimension whose every group lies within one group of another: units in regions.
  struct Nesting: Sendable {
    let inner: SurveyDimension
    let outer: SurveyDimension
    /// The group of `outer` by group of `inner`; -1 for a group without a row.
    let owner: [Int32]
  }

  private(set) var rows: Int
  /// Chronological, where the export has waves; whether it is grouped by or not.
  private(set) var waves: GroupColumn?
  private(set) var dimensions: [Dimension] = []
  /// Wanted groupings that no export has a column for; waves are not missed.
  private(set) var missing: [SurveyDimension] = []

  init(_ answers: DataTable, _ customers: DataTable?, by wanted: [SurveyDimension]) {
    rows = answers.rowCount
    waves = answers.values("wave").flatMap { Self.waves($0, answers.values("date")) }
    var join: CustomerJoin?
    if case .text(let ids)? = answers.values("customer_id") {
      join = customers.flatMap { CustomerJoin(ids, $0) }
    }
    for kind in wanted {
      if kind == .wave {
        if let waves { dimensions.append(Dimension(kind: kind, groups: waves)) }
      } else if let column = answers.values(kind.rawValue), Self.hasValues(column) {
        dimensions.append(Dimension(kind: kind, groups: GroupColumn(column)))
      } else if kind.isOfCustomer, let groups = join?.groups(kind.rawValue) {
        dimensions.append(Dimension(kind: kind, groups: groups))
      } else {
        missing.append(kind)
      }
    }
  }

  /// The latest wave; nil where the figures are of all waves together.
  func focus(_ choice: SurveyWaves) -> Focus? {
    guard choice == .latest, let waves,
      let latest = waves.labels.lastIndex(where: { !$0.isEmpty })
    else { return nil }
    return Focus(
      wave: waves.labels[latest], previous: latest > 0 ? waves.labels[latest - 1] : nil,
      index: latest)
  }

  /// All rows that figures are of as one group: 0, or -1 for rows of other waves.
  func whole(_ focus: Focus?) -> [Int32] {
    guard let focus, let waves else { return [Int32](repeating: 0, count: rows) }
    return waves.codes.map { Int($0) == focus.index ? 0 : -1 }
  }

  /// The dimensions without the rows that figures are not of; waves keep all.
  func dimensions(_ focus: Focus?) -> [Dimension] {
    guard let focus, let waves else { return dimensions }
    return dimensions.map { dimension in
      guard dimension.kind != .wave else { return dimension }
      var dimension = dimension
      dimension.groups = dimension.groups.keeping { Int(waves.codes[$0]) == focus.index }
      return dimension
    }
  }

  /// The groups of some rows, in the order given.
  func selected(_ order: [Int32]) -> SurveyGroups {
    var copy = self
    copy.rows = order.count
    copy.waves?.permute(order)
    for index in dimensions.indices { copy.dimensions[index].groups.permute(order) }
    return copy
  }

  /// Which dimensions lie within others; waves only where figures are of all of them together.
  static func nestings(_ dimensions: [Dimension], _ focus: Focus?) -> [Nesting] {
    let nestable = dimensions.filter { focus == nil || $0.kind != .wave }
    return nestable.flatMap { inner in
      nestable.compactMap { outer in
        guard inner.kind != outer.kind, inner.groups.labels.count > outer.groups.labels.count
        else { return nil }
        var owner = [Int32](repeating: -1, count: inner.groups.labels.count)
        for (part, whole) in zip(inner.groups.codes, outer.groups.codes) where part >= 0 {
          guard owner[Int(part)] < 0 || owner[Int(part)] == whole else { return nil }
          owner[Int(part)] = whole
        }
        guard Set(owner).subtracting([-1]).count > 1 else { return nil }
        return Nesting(inner: inner.kind, outer: outer.kind, owner: owner)
      }
    }
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
}
