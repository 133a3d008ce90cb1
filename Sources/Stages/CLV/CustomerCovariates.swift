import Diagnostics
import Statistics
import Values

/// Properties of customers that shift purchasing and dropout, as 0/1 columns without a base level.
///
/// The base is the most frequent level; levels with fewer than `fewest` customers and customers
/// without a level are one level, "other", which belongs to the base where it is that small itself.
struct CustomerCovariates: Sendable {
  /// The pattern of each customer.
  let patterns: [Int32]
  /// Names of the columns, `segment=VIP`.
  let names: [String]
  /// Values of each pattern.
  let values: [[Double]]
  /// Levels that the others are compared with, `segment=Consumer`.
  let bases: [String]

  static let fewest = 50
  /// The level of those that are too few.
  static let other = "other"

  var design: CovariateDesign {
    CovariateDesign(purchase: (names, values), dropout: (names, values))
  }

  init(_ dimensions: [CustomerDimension], _ join: CustomerJoin) throws(Diagnostic) {
    var names: [String] = []
    var bases: [String] = []
    var levelOf: [[Int32]] = []
    var levelCounts: [Int] = []
    for dimension in dimensions {
      guard let groups = join.groups(dimension.rawValue) else {
        throw Diagnostic(
          .data, "no-covariate", "the customers' export has no column '\(dimension.rawValue)'",
          help: "leave it out of `covariates`, or map it with columns:")
      }
      let (codes, labels) = Self.levels(groups)
      bases.append("\(dimension.rawValue)=\(labels.first ?? "")")
      names += labels.dropFirst().map { "\(dimension.rawValue)=\($0)" }
      levelOf.append(codes)
      levelCounts.append(labels.count)
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        .data, "no-covariate",
        "no covariate has two levels with \(Self.fewest) customers each",
        help: "leave `covariates` out, or choose a column with fewer levels")
    }
    let rows = levelOf.first?.count ?? 0
    var known: [Int32: Int32] = [:]
    var patterns = [Int32](repeating: 0, count: rows)
    var values: [[Double]] = []
    for row in 0..<rows {
      var code: Int32 = 0
      for (codes, count) in zip(levelOf, levelCounts) { code = code * Int32(count) + codes[row] }
      if let pattern = known[code] {
        patterns[row] = pattern
        continue
      }
      var flags: [Double] = []
      for (codes, count) in zip(levelOf, levelCounts) {
        flags += (1..<max(1, count)).map { Int(codes[row]) == $0 ? 1 : 0 }
      }
      let pattern = Int32(values.count)
      known[code] = pattern
      values.append(flags)
      patterns[row] = pattern
    }
    self.patterns = patterns
    self.names = names
    self.values = values
    self.bases = bases
  }

  /// The level of each customer, 0 the base; and the labels in that order.
  private static func levels(_ groups: GroupColumn) -> (codes: [Int32], labels: [String]) {
    var counts = [Int](repeating: 0, count: groups.labels.count)
    for code in groups.codes where code >= 0 { counts[Int(code)] += 1 }
    let large = groups.labels.indices.filter { !groups.labels[$0].isEmpty && counts[$0] >= fewest }
      .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    let rest = groups.codes.count - large.reduce(0) { $0 + counts[$1] }
    let hasOther = rest >= fewest || large.isEmpty
    let other = hasOther ? Int32(large.count) : 0
    var levelOf = [Int32](repeating: other, count: groups.labels.count)
    for (level, label) in large.enumerated() { levelOf[label] = Int32(level) }
    return (
      groups.codes.map { $0 < 0 ? other : levelOf[Int($0)] },
      large.map { groups.labels[$0] } + (hasOther ? [Self.other] : [])
    )
  }
}
