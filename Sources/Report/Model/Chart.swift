import Values

/// A picture, free of any format. A renderer draws each kind natively or as SVG.
package struct Chart: Sendable {
  package var id: String
  package var title: String
  /// What the picture shows, for readers who cannot see it.
  package var altText: String
  package var kind: Kind
  package var style: NumberStyle
  package var xTitle: String?
  package var yTitle: String?

  package init(
    id: String, title: String, altText: String, kind: Kind, style: NumberStyle,
    xTitle: String? = nil, yTitle: String? = nil
  ) {
    self.id = id
    self.title = title
    self.altText = altText
    self.kind = kind
    self.style = style
    self.xTitle = xTitle
    self.yTitle = yTitle
  }

  package enum Kind: Sendable {
    /// Horizontal bars, one a category, first category on top; bars named in `alarms` take the alarm colour.
    case bars(categories: [String], values: [Double], alarms: Set<Int>)
    /// Vertical columns, one a category (time to the right), one series.
    case columns(categories: [String], values: [Double])
    /// Stacked shares of a scale, one bar a category, `neutral` (an index of `levels`) split in halves
    /// around the zero line; nil where the scale has no middle. `shares[category][level]`, each row sums to 1
    /// or, where nobody answered, to 0.
    case diverging(
      categories: [String], levels: [String], neutral: Int?, shares: [[Double]])
    /// Low, middle and high of each category, on a common scale.
    case intervals(categories: [String], low: [Double], middle: [Double], high: [Double])
    /// Lines over common x labels; NaN leaves a gap.
    case lines(x: [String], series: [(name: String, values: [Double])])
    /// Cells coloured from white to the accent colour; `values[row][column]`, NaN is an empty cell.
    case heatMap(rows: [String], columns: [String], values: [[Double]])
    /// A line over the steps of a sequence on the band of its intervals, beside it another time.
    case band(BandLine)
    /// Dots on a plane with their names; the number styles stand at its axes.
    case points(PointPlane)
  }
}
