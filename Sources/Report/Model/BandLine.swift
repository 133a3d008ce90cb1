/// One line over the steps of a sequence, the interval of each point as a band around it, and beside
/// it the line of another time.
package struct BandLine: Sendable {
  package var x: [String]
  package var name: String
  /// NaN leaves a gap; of low and high, a point without a band.
  package var low: [Double]
  package var middle: [Double]
  package var high: [Double]
  package var mark: Mark?
  package var beside: Beside?

  package init(
    x: [String], name: String, low: [Double], middle: [Double], high: [Double],
    mark: Mark? = nil, beside: Beside? = nil
  ) {
    self.x = x
    self.name = name
    self.low = low
    self.middle = middle
    self.high = high
    self.mark = mark
    self.beside = beside
  }

  /// Points that take the alarm colour, and what they are.
  package struct Mark: Sendable {
    package var name: String
    package var points: Set<Int>

    package init(_ name: String, _ points: Set<Int>) {
      self.name = name
      self.points = points
    }
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
