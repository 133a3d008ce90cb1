import Values

extension SVGChart {
  /// Cells from white to the accent colour with their figures.
  func heatMap(
    _ chart: Chart, _ rows: [String], _ columns: [String], _ values: [[Double]],
    _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    guard let range = values.flatMap({ $0 }).finiteRange, !columns.isEmpty else {
      return noFigures(&canvas, top)
    }
    let names = labelWidth(rows, limit: 220)
    let left = SVGChart.margin + names + 10
    let room = SVGChart.width - SVGChart.margin - left
    let step = min(room / Double(columns.count), 110)
    let cell = 34.0
    let depth = columnNames(columns, left: left, step: step, &canvas, top)
    let texts = values.map { $0.map { figure($0, chart.style) } }
    let widest = texts.flatMap { $0 }.map { TextMeasure.ems($0) }.max() ?? 0
    let size = [13.0, 12, 11, 10, 9].first { widest * $0 + 4 <= step }
    for (row, name) in rows.enumerated() {
      let y = depth + cell * Double(row)
      category(
        name, before: SVGChart.margin + names, middle: y + cell / 2, width: names, &canvas)
      for column in columns.indices {
        let value = row < values.count ? values[row][at: column] : .nan
        let x = left + step * Double(column)
        guard value.isFinite else { continue }
        let part = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5
        let colour = Palette.white.mixed(with: Palette.accent, part)
        let text = texts[row][column]
        canvas.rectangle(
          x: x + 0.5, y: y + 0.5, width: step - 1, height: cell - 1, fill: colour,
          stroke: Palette.lightGrey, title: "\(name), \(columns[column]): \(text)")
        if let size {
          canvas.text(
            text, x: x + step / 2, y: y + cell / 2 + size * 0.36, size: size,
            colour.isLight ? Palette.ink : Palette.white, anchor: .middle)
        }
      }
    }
    return depth + cell * Double(rows.count) + 4
  }

  private func columnNames(
    _ columns: [String], left: Double, step: Double, _ canvas: inout SVGCanvas, _ top: Double
  ) -> Double {
    let words = columns.flatMap { $0.split(separator: " ") }.map { TextMeasure.ems($0) }
    let longest = words.max() ?? 0
    // A name is broken between its words: smaller type rather than a broken word.
    let size = [12.0, 11, 10].first { longest * $0 <= step - 4 } ?? 10
    let wrapped = columns.map { TextMeasure.fit($0, ems: (step - 4) / size, lines: 2) }
    let depth = wrapped.map(\.count).max() ?? 1
    for (index, lines) in wrapped.enumerated() {
      canvas.lines(
        lines, x: left + step * (Double(index) + 0.5), middle: top + 7.5 * Double(depth),
        size: size,
        Palette.grey, anchor: .middle, full: columns[index])
    }
    return top + 15 * Double(depth) + 6
  }
}
