package import Diagnostics
import Pipeline
import Statistics
package import Values

/// Recency, frequency, monetary: scores every customer on three axes and names the segment.
///
/// Sources: Hughes, *Strategic database marketing*, 1994; for the segments see `RFM.method`.
package struct RFM: Stage {
  package static let name = "rfm"
  package static let summary = Phrase(
    "Who deserves what: every customer's scores for recency, frequency and money, the segment, and the distance to the next score",
    "谁值得怎样的投入：每位客户在最近购买、频次与金额上的分数、所属分层，以及距下一分的差距")
  package static let example = """
    - stage: rfm
      settings:
        bins: 5
        binning: quantiles
        weights: {r: 2, f: 1, m: 1}
        segments: eleven
    """

  package let settings: RFMSettings
  private let map: RFMSegmentMap

  /// Fails when thresholds and bins do not fit, all weights are 0, or an own map has a gap.
  package init(_ settings: RFMSettings) throws(Diagnostic) {
    self.settings = settings
    guard settings.weights.sum > 0 else {
      throw Diagnostic(
        .configuration, "no-weight", "the weights r, f and m are all 0",
        help: "give at least one of them a weight above 0")
    }
    map = try RFMSegmentMap(settings.segments, bins: settings.bins)
    try Self.checkThresholds(settings)
  }

  private static func checkThresholds(_ settings: RFMSettings) throws(Diagnostic) {
    let lists = [
      ("recency", settings.thresholds.recency), ("frequency", settings.thresholds.frequency),
      ("monetary", settings.thresholds.monetary),
    ]
    guard settings.binning == .fixed else {
      guard lists.allSatisfy({ $0.1.isEmpty }) else {
        throw Diagnostic(
          .configuration, "unused-thresholds",
          "thresholds are given, and binning is '\(settings.binning.rawValue)'",
          help: "write binning: fixed, or leave the thresholds out")
      }
      return
    }
    let wrong = lists.filter { $0.1.count != settings.bins - 1 }
      .map { "\($0.1.count) for \($0.0)" }
    guard wrong.isEmpty else {
      throw Diagnostic(
        .configuration, "wrong-thresholds",
        "\(settings.bins) bins need \(settings.bins - 1) thresholds on each axis, found "
          + wrong.joined(separator: ", "),
        help: "write \(settings.bins - 1) thresholds each, or change bins")
    }
  }

  package func run(_ input: RFMInput) throws(Diagnostic) -> RFMOutput {
    let columns = axisValues(input)
    let scored = score(columns, input.currency)
    let means = scored.map { axis -> Double in
      let sum = axis.scores.reduce(0) { $0 + Int($1) }
      return axis.scores.isEmpty ? .nan : Double(sum) / Double(axis.scores.count)
    }
    let cells = map.cells(bins: settings.bins, means: (means[0], means[1], means[2]))
    return RFMOutput(
      settings: settings, input: input, segments: map.segments, recency: columns[0],
      frequency: columns[1], monetary: columns[2], scored: scored, means: means, cells: cells)
  }

  /// Days since the last purchase, orders or days, total or average in minor units.
  private func axisValues(_ input: RFMInput) -> [[Int64]] {
    let asOf = Int64(input.asOf.number)
    let frequency = settings.frequency == .orders ? input.orders : input.days
    var monetary = input.monetary
    if settings.monetary == .average {
      for index in monetary.indices {
        monetary[index] = Self.rounded(monetary[index], by: Int64(max(1, input.orders[index])))
      }
    }
    return [input.lastDay.map { asOf - Int64($0) }, frequency.map { Int64($0) }, monetary]
  }

  /// A quotient to the nearest whole number, halves away from zero.
  private static func rounded(_ amount: Int64, by count: Int64) -> Int64 {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: count)
    guard 2 * rest.magnitude >= count.magnitude else { return whole }
    return amount < 0 ? whole - 1 : whole + 1
  }

  private func score(_ columns: [[Int64]], _ currency: Currency) -> [RFMScores] {
    let axes = RFMAxis.Kind.allCases.map { kind in
      RFMAxis(
        kind: kind, bins: settings.bins, one: kind == .monetary ? currency.minorPerMajor : 1)
    }
    let pairs = Array(zip(axes, columns))
    switch settings.binning {
    case .quantiles:
      return pairs.map { axis, values in
        RFMQuantileBins.scores(axis, settings.cuts, values, order: StableOrder(values))
      }
    case .equalCount:
      return pairs.map { axis, values in RFMEqualCountBins.scores(axis, values) }
    case .nested:
      return RFMNestedBins.scores(axes, settings.cuts, columns)
    case .fixed:
      let lists = [
        settings.thresholds.recency, settings.thresholds.frequency, settings.thresholds.monetary,
      ]
      return zip(pairs, lists).map { pair, list in
        let thresholds = RFMThresholdBins.fixed(list, unit: pair.0.one)
        return RFMThresholdBins.scores(pair.0, thresholds: thresholds, pair.1)
      }
    case .naturalBreaks:
      return pairs.map { axis, values in
        let thresholds = RFMThresholdBins.naturalBreaks(axis, values, order: StableOrder(values))
        return RFMThresholdBins.scores(axis, thresholds: thresholds, values)
      }
    }
  }
}
