package import Values

/// One figure of a run as the store keeps it, for the next quarter to compare with.
package struct StoredMeasure: Sendable, Equatable {
  package var id: String
  /// Nil where it is undefined.
  package var value: Double?
  /// Name of the unit: `share`, `points`, an ISO code for money.
  package var unit: String
  package var low: Double?
  package var high: Double?
  package var n: Int?
  /// Why the value is undefined.
  package var reason: String?

  package init(
    id: String, value: Double?, unit: String, low: Double? = nil, high: Double? = nil,
    n: Int? = nil, reason: String? = nil
  ) {
    self.id = id
    self.value = value
    self.unit = unit
    self.low = low
    self.high = high
    self.n = n
    self.reason = reason
  }
}

/// The measures of an earlier run of a step.
package struct PreviousMeasures: Sendable, Equatable {
  package var asOf: Day
  package var measures: [StoredMeasure]
}
