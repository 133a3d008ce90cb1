import Statistics

/// One item in the latest wave against the wave right before it.
struct ItemChange: Sendable {
  /// What the change was tested by: points for NPS, else levels of the scale.
  struct Test: Sendable {
    let interval: Interval
    let pValue: Double
    /// Corrected for the number of items that were tested.
    fileprivate(set) var adjusted: Double
  }

  let item: SatisfactionOutput.Item
  let before: GroupScore.Figures
  let after: GroupScore.Figures
  /// nil where nothing varies or a wave has a single answer.
  fileprivate(set) var test: Test?

  var isPoints: Bool { item.id == "nps" }

  /// Points of NPS, or levels of the scale; above 0 it rose.
  var value: Double { ItemChange.headline(after) - ItemChange.headline(before) }

  /// NPS in points, else the mean.
  static func headline(_ figures: GroupScore.Figures) -> Double {
    figures.nps.map { $0.score * 100 } ?? figures.mean.mean
  }

  func isReal(_ confidence: Double) -> Bool {
    test.map { $0.adjusted < 1 - confidence } ?? false
  }

  /// NPS by the difference of two scores, means by Welch's test; both on effective numbers.
  fileprivate init?(_ item: SatisfactionOutput.Item, confidence: Double) {
    let latest = item.waves.filter { !$0.group.isEmpty }.suffix(2)
    guard latest.count == 2, let before = latest.first?.figures, let after = latest.last?.figures
    else { return nil }
    self.item = item
    self.before = before
    self.after = after
    if let nps = after.nps, let earlier = before.nps {
      test = nps.difference(from: earlier).map { difference in
        let interval = difference.interval(confidence: confidence)
        return Test(
          interval: Interval(low: interval.low * 100, high: interval.high * 100),
          pValue: difference.pValue, adjusted: difference.pValue)
      }
    } else {
      test = TTest.welch(after.mean, less: before.mean).map { test in
        Test(
          interval: test.interval(confidence: confidence), pValue: test.pValue,
          adjusted: test.pValue)
      }
    }
  }
}

extension SatisfactionOutput {
  /// The names of the last two waves; nil where the export has fewer.
  var latestWaves: (before: String, after: String)? {
    let names = (items.first?.waves ?? []).map(\.group).filter { !$0.isEmpty }.suffix(2)
    guard let before = names.first, let after = names.last, names.count == 2 else { return nil }
    return (before, after)
  }

  /// Every item that both waves tell of, in their order; p-values corrected by Holm's procedure for
  /// how many they are, whatever is hidden left out of it.
  var changes: [ItemChange] {
    var changes = items.compactMap { ItemChange($0, confidence: confidence) }
    for (place, p) in Holm.adjusted(changes.map { $0.test?.pValue }).enumerated() {
      if let p { changes[place].test?.adjusted = p }
    }
    return changes
  }
}
