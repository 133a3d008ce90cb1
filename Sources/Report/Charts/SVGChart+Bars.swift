import Values

extension SVGChart {
  /// Horizontal bars with the figure at the end; negative ones run to the left of the zero line.
  func bars(
    _ chart: Chart, _ categories: [String], _ values: [Double], _ alarms: Set<Int>,
    _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    guard let range = values.finiteRange else { return noFigures(&canvas, top) }
    let labels = values.map { figure($0, chart.style) }
    let names = labelWidth(categories)
    let figures = (labels.map { TextMeasure.ems($0, bold: true) * SVGChart.size }.max() ?? 0) + 22
    let hasNegative = range.low < 0
    let left = SVGChart.margin + names + 10 + (hasNegative ? figures : 0)
    let right = SVGChart.width - SVGChart.margin - figures
    let low = min(range.low, 0)
    let high = max(range.high, 0)
    let scale = high > low ? (right - left) / (high - low) : 0
    let zero = left - low * scale
    let step = categories.contains { TextMeasure.ems($0) * SVGChart.size > names } ? 38.0 : 28.0
    for (index, name) in categories.enumerated() {
      let middle = top + step * (Double(index) + 0.5)
      let isAlarm = alarms.contains(index)
      category(
        name, before: SVGChart.margin + names, middle: middle, width: names, bold: isAlarm, &canvas)
      let value = values[at: index]
      guard value.isFinite else {
        canvas.text(NumberStyle.missing, x: zero + 6, y: middle + 5, Palette.grey)
        continue
      }
      let length = value.magnitude * scale
      canvas.rectangle(
        x: value < 0 ? zero - length : zero, y: middle - 9, width: max(length, 0.5), height: 18,
        fill: isAlarm ? Palette.alarm : Palette.accent, title: "\(name): \(labels[index])")
      canvas.text(
        isAlarm ? "! \(labels[index])" : labels[index],
        x: value < 0 ? zero - length - 6 : zero + length + 6, y: middle + 5,
        isAlarm ? Palette.alarm : Palette.ink, anchor: value < 0 ? .end : .start, bold: isAlarm)
    }
    let bottom = top + step * Double(categories.count)
    canvas.line(zero, top, zero, bottom, Palette.midGrey)
    return bottom + 4
  }

  /// Vertical columns with the figure above; names below, thinned where they would touch.
  func columns(
    _ chart: Chart, _ categories: [String], _ values: [Double], _ canvas: inout SVGCanvas,
    _ top: Double
  ) -> Double {
    guard let range = values.finiteRange, !categories.isEmpty else {
      return noFigures(&canvas, top)
    }
    let left = SVGChart.margin
    let step = (SVGChart.width - 2 * SVGChart.margin) / Double(categories.count)
    let plot = 240.0
    let low = min(range.low, 0)
    let high = max(range.high, 0)
    let above = 22.0
    let below = range.low < 0 ? 22.0 : 0
    let scale = high > low ? (plot - above - below) / (high - low) : 0
    let zero = top + above + high * scale
    let labels = values.map { figure($0, chart.style) }
    let figureSize = labelSize(labels, step: step)
    for index in categories.indices {
      let value = values[at: index]
      let x = left + step * (Double(index) + 0.5)
      guard value.isFinite else { continue }
      let length = value.magnitude * scale
      let breadth = min(step * 0.7, 70)
      canvas.rectangle(
        x: x - breadth / 2, y: value < 0 ? zero : zero - length, width: breadth,
        height: max(length, 0.5), fill: Palette.accent,
        title: "\(categories[index]): \(labels[index])")
      if let figureSize {
        canvas.text(
          labels[index], x: x, y: value < 0 ? zero + length + 15 : zero - length - 6,
          size: figureSize, anchor: .middle)
      }
    }
    if figureSize == nil { extremes(values, labels, left, step, zero, scale, &canvas) }
    canvas.line(left, zero, SVGChart.width - SVGChart.margin, zero, Palette.midGrey)
    return names(categories, left: left, step: step, y: top + plot + 6, &canvas)
  }

  /// The type size in which the figures fit side by side; nil where none does.
  private func labelSize(_ labels: [String], step: Double) -> Double? {
    let widest = labels.map { TextMeasure.ems($0) }.max() ?? 0
    return [13.0, 12, 11, 10].first { widest * $0 + 4 <= step }
  }

  /// Where there is no room for every figure: the greatest, last, first and least one, as far as
  /// they stand clear.
  private func extremes(
    _ values: [Double], _ labels: [String], _ left: Double, _ step: Double, _ zero: Double,
    _ scale: Double, _ canvas: inout SVGCanvas
  ) {
    let finite = values.indices.filter { values[$0].isFinite }
    let greatest = finite.max { values[$0] < values[$1] }
    let least = finite.min { values[$0] < values[$1] }
    var taken: [(Double, Double)] = []
    for index in [greatest, finite.last, finite.first, least].compactMap({ $0 }) {
      let half = TextMeasure.ems(labels[index]) * 12 / 2 + 4
      let centre = left + step * (Double(index) + 0.5)
      let x = min(max(centre, left + half), SVGChart.width - SVGChart.margin - half)
      guard !taken.contains(where: { x - half < $0.1 && x + half > $0.0 }) else { continue }
      // A figure over a higher neighbour would be taken for the neighbour's.
      let isBelow = values[index] < 0
      let isCovered = finite.contains { other in
        (left + step * (Double(other) + 0.5) - x).magnitude < half + step / 2
          && (isBelow ? values[index] - values[other] : values[other] - values[index]) * scale > 4
      }
      if isCovered { continue }
      taken.append((x - half, x + half))
      let length = values[index].magnitude * scale
      canvas.text(
        labels[index], x: x, y: isBelow ? zero + length + 15 : zero - length - 6,
        size: 12, anchor: .middle)
    }
  }

  /// Names below a plot: wrapped into up to three lines, every k-th where they would touch.
  func names(
    _ names: [String], left: Double, step: Double, y: Double, _ canvas: inout SVGCanvas
  ) -> Double {
    let size = 12.0
    let longestWord =
      names.flatMap { $0.split(separator: " ") }.map { TextMeasure.ems($0) * size }.max() ?? 0
    let widest = names.map { TextMeasure.ems($0) * size }.max() ?? 0
    let wraps = longestWord + 6 <= step || step >= 70
    let every = wraps ? 1 : max(1, Int(((widest + 10) / step).rounded(.up)))
    var depth = 1
    for (index, name) in names.enumerated() where index % every == 0 {
      let room = (wraps ? step - 6 : step * Double(every)) / size
      let lines = TextMeasure.fit(name, ems: room, lines: wraps ? 3 : 1)
      depth = max(depth, lines.count)
      let half = (lines.map { TextMeasure.ems($0) * size }.max() ?? 0) / 2
      let centre = left + step * (Double(index) + 0.5)
      let x = min(max(centre, half + 2), SVGChart.width - half - 2)
      for (row, line) in lines.enumerated() {
        canvas.text(
          line, x: x, y: y + 14 + 14 * Double(row), size: size, anchor: .middle,
          full: row == 0 && lines.joined(separator: " ") != name ? name : nil)
      }
    }
    return y + 14 * Double(depth) + 6
  }
}
