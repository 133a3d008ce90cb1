package import Values

/// Spend on winning and keeping customers, row by row as the costs have it.
package struct AcquisitionCosts: Sendable {
  package struct Row: Sendable {
    package let day: Day
    /// Index of the channels; -1 without one.
    package let channel: Int
    package let isAcquisition: Bool
    /// Minor units.
    package let amount: Int64

    package init(day: Day, channel: Int, isAcquisition: Bool, amount: Int64) {
      self.day = day
      self.channel = channel
      self.isAcquisition = isAcquisition
      self.amount = amount
    }
  }

  package let rows: [Row]
  /// The grain in which the costs come.
  let grain: AcquisitionGrain

  package init(_ rows: [Row]) {
    self.rows = rows
    grain = AcquisitionGrain.ofCosts(rows.map(\.day))
  }

  /// First and last day that costs are stated for; nil without rows.
  var span: ClosedRange<Day>? {
    guard let first = rows.map(\.day).min(), let last = rows.map(\.day).max() else { return nil }
    return first...max(first, AcquisitionPeriod(grain, of: last).last)
  }

  func sum(_ isAcquisition: Bool, channel: Int? = nil, in days: ClosedRange<Day>? = nil) -> Int64 {
    rows.reduce(0) { sum, row in
      guard row.isAcquisition == isAcquisition, channel.map({ $0 == row.channel }) ?? true,
        days?.contains(row.day) ?? true
      else { return sum }
      return sum + row.amount
    }
  }

  /// Whether any acquisition spend of the channel is stated.
  func statesAcquisition(of channel: Int) -> Bool {
    rows.contains { $0.isAcquisition && $0.channel == channel }
  }
}
