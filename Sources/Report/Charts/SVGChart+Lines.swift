import Values

extension SVGChart {
  /// Lines with their names and last figures at the right end.
  func lines(
    _ chart: Chart, _ x: [String], _ series: [(name: String, values: [Double])],
    _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    guard let range = series.flatMap(\.values).finiteRange, !x.isEmpty else {
      return noFigures(&canvas, top)
    }
    let ticks = AxisTicks(covering: range.low, range.high)
    let style = ticks.style(chart.style)
    let tickTexts = ticks.values.map { figure($0, style) }
    let left = SVGChart.margin + (tickTexts.map { TextMeasure.ems($0) * 12 }.max() ?? 0) + 10
    let ends = ends(series, chart.style)
    let room = min((ends.map { TextMeasure.ems($0.text, bold: true) * 12 }.max() ?? 0) + 16, 260)
    let right = SVGChart.width - SVGChart.margin - room
    let plot = max(240.0, Double(ends.count) * 18)
    let height = { (value: Double) in
      top + 8 + plot * (1 - (value - ticks.low) / (ticks.high - ticks.low))
    }
    let step = (right - left) / Double(x.count)
    let position = { (index: Int) in left + step * (Double(index) + 0.5) }
    for (tick, text) in zip(ticks.values, tickTexts) {
      canvas.line(
        left, height(tick), right, height(tick), tick == 0 ? Palette.midGrey : Palette.paleGrey)
      canvas.text(text, x: left - 6, y: height(tick) + 4, size: 12, Palette.grey, anchor: .end)
    }
    for (index, line) in series.enumerated() {
      let colour = Palette.series(index)
      for run in runs(line.values) {
        let points = run.map { (x: position($0), y: height(line.values[$0])) }
        if points.count > 1 {
          canvas.polyline(points, colour, width: index == 0 ? 2.5 : 1.8, dashed: index % 3 == 2)
        }
      }
      let marked = line.values.indices.filter { line.values[$0].isFinite }
      for point in marked where marked.count <= 24 || isAlone(point, in: line.values) {
        canvas.circle(
          x: position(point), y: height(line.values[point]), radius: index == 0 ? 3.5 : 2.5,
          fill: colour,
          title: "\(line.name), \(x[min(point, x.count - 1)]): "
            + figure(line.values[point], chart.style))
      }
    }
    var labels = ends.map { height($0.value) }
    SVGChart.separate(&labels, gap: 17, from: top + 4, to: top + 12 + plot)
    for (end, y) in zip(ends, labels) {
      let text = TextMeasure.cut(end.text, ems: (room - 10) / 12, bold: end.index == 0)
      canvas.text(
        text, x: right + 10, y: y + 4, size: 12,
        Palette.series(end.index).mixed(
          with: Palette.ink, 0.25), bold: end.index == 0, full: end.text)
    }
    return names(x, left: left, step: step, y: top + plot + 12, &canvas)
  }

  /// The last figure of each line that has one, with its name.
  private func ends(_ series: [(name: String, values: [Double])], _ style: NumberStyle)
    -> [(index: Int, value: Double, text: String)]
  {
    series.enumerated().compactMap { index, line in
      guard let last = line.values.last(where: \.isFinite) else { return nil }
      let name = TextMeasure.cut(line.name, ems: 13)
      return (index, last, "\(name) \(figure(last, style))")
    }
  }

  /// Stretches without a gap.
  private func runs(_ values: [Double]) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for (index, value) in values.enumerated() {
      if value.isFinite { runs[runs.count - 1].append(index) } else { runs.append([]) }
    }
    return runs
  }

  private func isAlone(_ index: Int, in values: [Double]) -> Bool {
    !values[at: index - 1].isFinite && !values[at: index + 1].isFinite
  }

  /// Moves heights apart until neighbours are `gap` away, keeping their order and the bounds
  /// where all fit.
  static func separate(_ heights: inout [Double], gap: Double, from top: Double, to bottom: Double)
  {
    let order = heights.indices.sorted {
      (heights[$0], $0) < (heights[$1], $1)
    }
    var least = top
    for index in order {
      heights[index] = max(heights[index], least)
      least = heights[index] + gap
    }
    var most = bottom
    for index in order.reversed() where heights[index] > most {
      heights[index] = most
      most -= gap
    }
    for (above, below) in zip(order, order.dropFirst()).reversed()
    where heights[below] - heights[above] < gap {
      heights[above] = heights[below] - gap
    }
  }
}
