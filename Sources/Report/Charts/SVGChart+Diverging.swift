import Values

extension SVGChart {
  /// Stacked shares around a zero line; the neutral level is split in halves.
  func diverging(
    _ chart: Chart, _ categories: [String], _ levels: [String], _ neutral: Int?,
    _ shares: [[Double]], _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    guard !categories.isEmpty, !levels.isEmpty else { return noFigures(&canvas, top) }
    let colours = Palette.levels(levels.count, neutral: neutral)
    let top = legend(levels, colours, &canvas, top)
    let sums = shares.map { DivergingSums($0, neutral: neutral) }
    let reachLeft = sums.map(\.left).max() ?? 0
    let reachRight = sums.map(\.right).max() ?? 0
    let names = labelWidth(categories)
    let left = SVGChart.margin + names + 10
    let right = SVGChart.width - SVGChart.margin - 4
    let scale = reachLeft + reachRight > 0 ? (right - left) / (reachLeft + reachRight) : 0
    let zero = left + reachLeft * scale
    let step = categories.contains { TextMeasure.ems($0) * SVGChart.size > names } ? 38.0 : 30.0
    let whole = NumberStyle(.share, decimals: 0)
    let bottom = top + step * Double(categories.count)
    canvas.line(zero, top, zero, bottom, neutral == nil ? Palette.midGrey : Palette.ink)
    for (index, name) in categories.enumerated() {
      let middle = top + step * (Double(index) + 0.5)
      category(name, before: SVGChart.margin + names, middle: middle, width: names, &canvas)
      let row = index < shares.count ? shares[index] : []
      guard row.contains(where: { $0 > 0 }) else {
        canvas.text(
          ReportPhrases.noAnswers[language], x: left + 6, y: middle + 5, Palette.grey)
        continue
      }
      var x = zero - DivergingSums(row, neutral: neutral).left * scale
      for (level, share) in row.enumerated() where share.isFinite && share > 0 {
        let width = share * scale
        let label = figure(share, whole)
        canvas.rectangle(
          x: x, y: middle - 10, width: width, height: 20, fill: colours[level],
          title: "\(name), \(levels[level]): \(figure(share, chart.style))")
        if TextMeasure.ems(label) * 12 + 6 <= width {
          canvas.text(
            label, x: x + width / 2, y: middle + 4.5, size: 12,
            colours[level].isLight ? Palette.ink : Palette.white, anchor: .middle)
        }
        x += width
      }
    }
    return bottom + 4
  }

  /// Swatches with the level names, in as many lines as they need; the height below.
  func legend(
    _ levels: [String], _ colours: [Colour], _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    var x = SVGChart.margin
    var y = top
    for (name, colour) in zip(levels, colours) {
      let shown = TextMeasure.cut(name, ems: 240 / 12)
      let width = 18 + TextMeasure.ems(shown) * 12 + 16
      if x + width > SVGChart.width - SVGChart.margin, x > SVGChart.margin {
        x = SVGChart.margin
        y += 20
      }
      canvas.rectangle(x: x, y: y - 2, width: 12, height: 12, fill: colour)
      canvas.text(shown, x: x + 17, y: y + 8, size: 12, full: name)
      x += width
    }
    return y + 24
  }
}

/// How far a diverging bar reaches to either side of the zero line.
struct DivergingSums {
  let left: Double
  let right: Double

  init(_ shares: [Double], neutral: Int?) {
    guard let neutral else {
      left = 0
      right = shares.filter(\.isFinite).reduce(0, +)
      return
    }
    let half = shares[at: neutral].isFinite ? shares[at: neutral] / 2 : 0
    left = shares.prefix(neutral).filter(\.isFinite).reduce(half, +)
    right = shares.dropFirst(neutral + 1).filter(\.isFinite).reduce(half, +)
  }
}
