import Values

extension SVGChart {
  /// A line on its band, each point with its figure, and the names of the lines at the right end.
  func band(
    _ chart: Chart, _ line: BandLine, _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    let figures = line.low + line.middle + line.high + (line.beside?.values ?? [])
    guard let range = figures.finiteRange, !line.x.isEmpty else { return noFigures(&canvas, top) }
    let ticks = AxisTicks(covering: range.low, range.high)
    let style = ticks.style(chart.style)
    let tickTexts = ticks.values.map { figure($0, style) }
    var series = [(name: line.name, values: line.middle)]
    if let beside = line.beside { series.append((beside.name, beside.values)) }
    let left = SVGChart.margin + (tickTexts.map { TextMeasure.ems($0) * 12 }.max() ?? 0) + 10
    let ends = series.compactMap { one in
      one.values.last(where: \.isFinite).map { (name: one.name, value: $0) }
    }
    let room = min((ends.map { TextMeasure.ems($0.name, bold: true) * 12 }.max() ?? 0) + 16, 200)
    let right = SVGChart.width - SVGChart.margin - room
    let plot = 240.0
    let height = { (value: Double) in
      top + 8 + plot * (1 - (value - ticks.low) / (ticks.high - ticks.low))
    }
    let step = (right - left) / Double(line.x.count)
    let position = { (index: Int) in left + step * (Double(index) + 0.5) }
    for (tick, text) in zip(ticks.values, tickTexts) {
      canvas.line(
        left, height(tick), right, height(tick), tick == 0 ? Palette.midGrey : Palette.paleGrey)
      canvas.text(text, x: left - 6, y: height(tick) + 4, size: 12, Palette.grey, anchor: .end)
    }
    let banded = line.x.indices.map { line.low[at: $0].isFinite && line.high[at: $0].isFinite }
    for run in runs(banded) {
      guard run.count > 1 else {
        canvas.line(
          position(run[0]), height(line.low[run[0]]), position(run[0]), height(line.high[run[0]]),
          Palette.accent.mixed(with: Palette.white, 0.75), width: 8)
        continue
      }
      canvas.polygon(
        run.map { (position($0), height(line.high[$0])) }
          + run.reversed().map { (position($0), height(line.low[$0])) },
        fill: Palette.accent.mixed(with: Palette.white, 0.8))
    }
    if let beside = line.beside {
      draw(beside.values, Palette.series(1), width: 1.8, dashed: true, position, height, &canvas)
    }
    draw(line.middle, Palette.accent, width: 2.5, dashed: false, position, height, &canvas)
    for (index, value) in line.middle.enumerated() where value.isFinite {
      let isAlarm = line.mark?.points.contains(index) ?? false
      canvas.circle(
        x: position(index), y: height(value), radius: isAlarm ? 6 : 4,
        fill: isAlarm ? Palette.alarm : Palette.accent,
        title: "\(line.x[min(index, line.x.count - 1)]): \(figure(value, chart.style))"
          + (isAlarm ? ", \(line.mark?.name ?? "")" : ""))
      let isAbove = (line.beside?.values[at: index] ?? .nan).isLess(than: value) || !isAlarm
      canvas.text(
        figure(value, chart.style), x: position(index), y: height(value) + (isAbove ? -10 : 20),
        size: 12, isAlarm ? Palette.alarm : Palette.ink, anchor: .middle, bold: isAlarm,
        hasHalo: true)
    }
    var labels = ends.map { height($0.value) }
    SVGChart.separate(&labels, gap: 17, from: top + 4, to: top + 12 + plot)
    for (index, end) in ends.enumerated() {
      canvas.text(
        TextMeasure.cut(end.name, ems: (room - 10) / 12, bold: index == 0), x: right + 10,
        y: labels[index] + 4, size: 12,
        Palette.series(end.name == line.name ? 0 : 1).mixed(with: Palette.ink, 0.25),
        bold: end.name == line.name, full: end.name)
    }
    return names(line.x, left: left, step: step, y: top + plot + 12, &canvas)
  }

  private func draw(
    _ values: [Double], _ colour: Colour, width: Double, dashed: Bool, _ position: (Int) -> Double,
    _ height: (Double) -> Double, _ canvas: inout SVGCanvas
  ) {
    for run in runs(values.map(\.isFinite)) {
      let points = run.map { (x: position($0), y: height(values[$0])) }
      if points.count > 1 {
        canvas.polyline(points, colour, width: width, dashed: dashed)
      } else if let point = points.first {
        canvas.circle(x: point.x, y: point.y, radius: 3, fill: colour)
      }
    }
  }

  /// Stretches of what is there.
  private func runs(_ isThere: [Bool]) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for (index, there) in isThere.enumerated() {
      if there { runs[runs.count - 1].append(index) } else { runs.append([]) }
    }
    return runs.filter { !$0.isEmpty }
  }
}
