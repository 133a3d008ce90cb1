import Values

extension SVGChart {
  /// A dot with its interval as a line a category, on one scale with round ticks.
  func intervals(
    _ chart: Chart, _ categories: [String], _ low: [Double], _ middle: [Double], _ high: [Double],
    _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    guard let range = (low + middle + high).finiteRange else { return noFigures(&canvas, top) }
    let ticks = AxisTicks(covering: range.low, range.high)
    let labels = categories.indices.map { index -> String in
      let value = figure(middle[at: index], chart.style)
      guard low[at: index].isFinite, high[at: index].isFinite else { return value }
      let interval = ReportPhrases.range[language]
        .replacing("{low}", with: figure(low[at: index], chart.style))
        .replacing("{high}", with: figure(high[at: index], chart.style))
      return language == .english ? "\(value) (\(interval))" : "\(value)（\(interval)）"
    }
    let names = labelWidth(categories)
    let figures = (labels.map { TextMeasure.ems($0) * SVGChart.size }.max() ?? 0) + 10
    let left = SVGChart.margin + names + 20
    let right = SVGChart.width - SVGChart.margin - figures - 10
    let scale = (right - left) / (ticks.high - ticks.low)
    let position = { (value: Double) in left + (value - ticks.low) * scale }
    let step = categories.contains { TextMeasure.ems($0) * SVGChart.size > names } ? 38.0 : 30.0
    let bottom = top + step * Double(categories.count)
    if ticks.low < 0, ticks.high > 0 {
      canvas.line(position(0), top, position(0), bottom, Palette.midGrey, dashed: true)
    }
    for (index, name) in categories.enumerated() {
      let y = top + step * (Double(index) + 0.5)
      category(name, before: SVGChart.margin + names, middle: y, width: names, &canvas)
      canvas.text(
        labels[index], x: SVGChart.width - SVGChart.margin, y: y + 5,
        middle[at: index].isFinite ? Palette.ink : Palette.grey, anchor: .end)
      guard middle[at: index].isFinite else { continue }
      if low[at: index].isFinite, high[at: index].isFinite {
        let from = position(low[index])
        let to = position(high[index])
        canvas.line(from, y, to, y, Palette.accent, width: 2)
        canvas.line(from, y - 5, from, y + 5, Palette.accent, width: 2)
        canvas.line(to, y - 5, to, y + 5, Palette.accent, width: 2)
      }
      canvas.circle(
        x: position(middle[index]), y: y, radius: 5, fill: Palette.accent,
        title: "\(name): \(labels[index])")
    }
    canvas.line(left, bottom, right, bottom, Palette.midGrey)
    let style = ticks.style(chart.style)
    for tick in ticks.values {
      canvas.line(position(tick), bottom, position(tick), bottom + 5, Palette.midGrey)
      canvas.text(
        figure(tick, style), x: position(tick), y: bottom + 19, size: 12, Palette.grey,
        anchor: .middle)
    }
    return bottom + 26
  }
}
