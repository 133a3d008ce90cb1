package import Values

/// One figure with a stable id: what the summary shows, the store keeps and the next quarter
/// compares with.
package struct Measure: Sendable, Equatable {
  /// `snake_case`, with dots for parts: `top2box.delivery`.
  package var id: String
  /// In the language of the document.
  package var label: String
  /// In the unit's own scale: shares 0…1, points −100…100, money in major units.
  package var value: Double?
  package var unit: Unit
  package var low: Double?
  package var high: Double?
  /// How many observations the value rests on.
  package var n: Int?
  /// Why the value is undefined.
  package var reason: String?
  /// Value of the last run with an earlier as-of date and the same settings; joined by the pipeline.
  package var previous: Double?
  package var target: Double?
  /// Values of earlier periods and this one, oldest first; NaN leaves a gap, empty for no trend.
  package var trend: [Double] = []
  package var betterWhen: Direction
  /// Whether the summary page shows the measure as a card.
  package var isKey: Bool

  package enum Direction: Sendable, Equatable {
    case higher
    case lower
    case neither
  }

  package init(
    id: String, label: String, value: Double?, unit: Unit, low: Double? = nil, high: Double? = nil,
    n: Int? = nil, reason: String? = nil, betterWhen: Direction = .neither, isKey: Bool = false
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.unit = unit
    self.low = low
    self.high = high
    self.n = n
    self.reason = reason
    self.betterWhen = betterWhen
    self.isKey = isKey
  }
}
