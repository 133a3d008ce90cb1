package import Values

/// Draws a chart as an SVG file: direct labels, drawn intervals, no gridline noise.
package struct SVGChart: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  static let width = 900.0
  static let margin = 16.0
  static let size = 13.0

  /// The whole file, the same bytes for the same chart.
  package func svg(_ chart: Chart) -> String {
    var canvas = SVGCanvas(width: SVGChart.width, language: language)
    let top = heading(chart, &canvas)
    let bottom =
      switch chart.kind {
      case .bars(let categories, let values, let alarms):
        bars(chart, categories, values, alarms, &canvas, top)
      case .columns(let categories, let values):
        columns(chart, categories, values, &canvas, top)
      case .diverging(let categories, let levels, let neutral, let shares):
        diverging(chart, categories, levels, neutral, shares, &canvas, top)
      case .intervals(let categories, let low, let middle, let high):
        intervals(chart, categories, low, middle, high, &canvas, top)
      case .lines(let x, let series):
        lines(chart, x, series, &canvas, top)
      case .heatMap(let rows, let columns, let values):
        heatMap(chart, rows, columns, values, &canvas, top)
      case .band(let line): band(chart, line, &canvas, top)
      case .points(let plane): points(plane, &canvas, top)
      }
    var height = bottom
    if let title = chart.xTitle {
      let isLeft = if case .heatMap = chart.kind { true } else { false }
      canvas.text(
        title, x: isLeft ? SVGChart.margin : SVGChart.width - SVGChart.margin, y: height + 12,
        size: 12, Palette.grey, anchor: isLeft ? .start : .end)
      height += 20
    }
    return canvas.file(
      height: height + SVGChart.margin, title: chart.title, description: chart.altText)
  }

  /// Title, and the title of the vertical axis as a line below; the height that is left below.
  private func heading(_ chart: Chart, _ canvas: inout SVGCanvas) -> Double {
    let room = (SVGChart.width - 2 * SVGChart.margin) / 16
    var y = 10.0
    for line in TextMeasure.fit(chart.title, ems: room, lines: 2, bold: true) {
      y += 20
      canvas.text(line, x: SVGChart.margin, y: y, size: 16, bold: true, full: chart.title)
    }
    if let title = chart.yTitle {
      y += 18
      canvas.text(title, x: SVGChart.margin, y: y, size: 12, Palette.grey)
    }
    return y + 16
  }

  func noFigures(_ canvas: inout SVGCanvas, _ top: Double) -> Double {
    canvas.text(
      ReportPhrases.noFigures[language], x: SVGChart.margin, y: top + 20, Palette.grey)
    return top + 36
  }

  /// Room for category names at the left: as wide as the widest, at most `limit` pixels.
  func labelWidth(_ categories: [String], limit: Double = 260) -> Double {
    let widest = categories.map { TextMeasure.ems($0, bold: true) * SVGChart.size }.max() ?? 0
    return min(widest + 4, limit)
  }

  /// A category name in at most two lines, right-aligned before `x`.
  func category(
    _ name: String, before x: Double, middle: Double, width: Double, bold: Bool = false,
    _ canvas: inout SVGCanvas
  ) {
    let lines = TextMeasure.fit(name, ems: width / SVGChart.size, lines: 2, bold: bold)
    canvas.lines(lines, x: x, middle: middle, anchor: .end, bold: bold, full: name)
  }

  func figure(_ value: Double, _ style: NumberStyle) -> String { style.figure(value, language) }
}

extension Array where Element == Double {
  /// Least and greatest finite value.
  var finiteRange: (low: Double, high: Double)? {
    let finite = filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return (low, high)
  }

  subscript(at index: Int) -> Double { indices.contains(index) ? self[index] : .nan }
}
