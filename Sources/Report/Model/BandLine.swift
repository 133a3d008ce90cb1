/// One line over the steps of a sequence, the interval of each point as a band around it, and beside
/// it the line of another time.
package struct BandLine: Sendable {
  package var x: [String]
  package var name: String
  /// NaN leaves a gap; of low and high, a point without a band.
  package var low: [Double]
  package var middle: [Double]
  package var high: [Double]
  /// Points that take the alarm colour.
  package var alarms: Set<Int>
  package var beside: Beside?

  package init(
    x: [String], name: String, low: [Double], middle: [Double], high: [Double],
    alarms: Set<Int> = [], beside: Beside? = nil
  ) {
    self.x = x
    self.name = name
    self.low = low
    self.middle = middle
    self.high = high
    self.alarms = alarms
    self.beside = beside
  }

  /// Another line over the same steps.
  package struct Beside: Sendable {
    package var name: String
    package var values: [Double]

    package init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }
}
