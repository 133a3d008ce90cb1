import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  mutating func write(_ chart: Chart) throws(Diagnostic) {
    switch chart.kind {
    case .bars(let categories, let values, let alarms):
      try writeBars(chart, categories, values, alarms)
    case .columns(let categories, let values): try writeColumns(chart, categories, values)
    case .diverging(let categories, let levels, let neutral, let shares):
      try writeDiverging(chart, categories, levels, neutral, shares)
    case .intervals(let categories, let low, let middle, let high):
      try writeIntervals(chart, categories, low, middle, high)
    case .lines(let x, let series): try writeLines(chart, x, series)
    case .heatMap(let rows, let columns, let values):
      try writeHeatMap(chart, rows, columns, values)
    case .band(let line): try write(line, chart)
    case .points(let plane): try write(plane, chart)
    }
  }

  private mutating func writeBars(
    _ chart: Chart, _ categories: [String], _ values: [Double], _ alarms: Set<Int>
  ) throws(Diagnostic) {
    let kept = categories.indices.filter { values[at: $0].isFinite }
    guard !kept.isEmpty else { return try writeEmpty(chart) }
    let names = kept.map { alarms.contains($0) ? "! \(categories[$0])" : categories[$0] }
    let figures = kept.map { values[$0] }
    let format = format(chart.style, figures)
    let block = try data.write(
      chart.title, names, [(chart.title, figures)], format: format, cells, language)
    let native = try NativeChart(LXW_CHART_BAR, chart, workbook, language)
    let series = try native.add(block, 0, chart.title, sheet: cells.name)
    native.fill(series, Palette.accent)
    try native.fillPoints(
      series, kept.map { alarms.contains($0) ? Palette.alarm : Palette.accent })
    native.label(series, format: format, LXW_CHART_LABEL_POSITION_OUTSIDE_END)
    native.nameAxis(reversed: true)
    try native.hideValueAxis(figures.finiteRange)
    chart_set_series_gap(native.chart, 45)
    try insert(native, height: min(90 + 27 * Double(kept.count), 600), chart)
  }

  private mutating func writeColumns(_ chart: Chart, _ categories: [String], _ values: [Double])
    throws(Diagnostic)
  {
    guard values.finiteRange != nil else { return try writeEmpty(chart) }
    let format = format(chart.style, values)
    let block = try data.write(
      chart.title, categories, [(chart.title, values)], format: format, cells, language)
    let native = try NativeChart(LXW_CHART_COLUMN, chart, workbook, language)
    let series = try native.add(block, 0, chart.title, sheet: cells.name)
    native.fill(series, Palette.accent)
    if categories.count <= 16 {
      native.label(series, format: format, LXW_CHART_LABEL_POSITION_OUTSIDE_END)
      try native.hideValueAxis(values.finiteRange)
    } else {
      native.valueAxis(format: format, nil)
    }
    native.nameAxis(reversed: false)
    native.thinNames(categories.count)
    chart_set_series_gap(native.chart, 55)
    try insert(native, height: chartHeight(categories), chart)
  }

  private mutating func writeIntervals(
    _ chart: Chart, _ categories: [String], _ low: [Double], _ middle: [Double], _ high: [Double]
  ) throws(Diagnostic) {
    let kept = categories.indices.filter {
      low[at: $0].isFinite && middle[at: $0].isFinite && high[at: $0].isFinite
    }
    guard !kept.isEmpty else { return try writeEmpty(chart) }
    let series = [
      (ReportPhrases.low[language], kept.map { low[$0] }),
      (ReportPhrases.middle[language], kept.map { middle[$0] }),
      (ReportPhrases.high[language], kept.map { high[$0] }),
    ]
    let figures = series.flatMap { $0.1 }
    let format = format(chart.style, figures)
    let block = try data.write(
      chart.title, kept.map { categories[$0] }, series, format: format, cells, language)
    let native = try NativeChart(LXW_CHART_LINE, chart, workbook, language)
    for (index, line) in series.enumerated() {
      let added = try native.add(block, index, line.0, sheet: cells.name)
      native.pointsOnly(added, isMiddle: index == 1)
      if index == 1 { native.label(added, format: format, LXW_CHART_LABEL_POSITION_RIGHT) }
    }
    native.highLowLines()
    native.nameAxis(reversed: false)
    native.valueAxis(
      format: format, figures.finiteRange.map { AxisTicks(covering: $0.low, $0.high) })
    try insert(native, height: chartHeight(kept.map { categories[$0] }), chart)
  }

  private mutating func writeLines(
    _ chart: Chart, _ x: [String], _ series: [(name: String, values: [Double])]
  ) throws(Diagnostic) {
    let kept = series.filter { $0.values.finiteRange != nil }
    guard !kept.isEmpty, !x.isEmpty else { return try writeEmpty(chart) }
    let figures = kept.flatMap(\.values)
    let format = format(chart.style, figures)
    let block = try data.write(chart.title, x, kept, format: format, cells, language)
    let native = try NativeChart(LXW_CHART_LINE, chart, workbook, language)
    let sides = LastLabels.sides(
      kept.map { $0.values.last(where: \.isFinite) ?? 0 }, range: figures.finiteRange)
    for (index, line) in kept.enumerated() {
      let last = line.values.lastIndex(where: \.isFinite) ?? 0
      let added = try native.add(block, index, line.name, sheet: cells.name, upTo: last)
      native.line(
        added, Palette.series(index), width: index == 0 ? 2.5 : 1.75, dashed: index % 3 == 2)
      if kept.count <= 4, let isAbove = sides[index] {
        try native.labelLast(
          added, count: last + 1, chart.style.figure(line.values[last], language), above: isAbove)
      }
    }
    native.nameAxis(reversed: false)
    native.valueAxis(
      format: format, figures.finiteRange.map { AxisTicks(covering: $0.low, $0.high) })
    if kept.count > 1 {
      native.showLegend()
    }
    native.thinNames(x.count)
    try insert(native, height: chartHeight(x), chart)
  }

  /// Levels below the neutral one and half of it to the left of zero, the rest to the right.
  private mutating func writeDiverging(
    _ chart: Chart, _ categories: [String], _ levels: [String], _ neutral: Int?,
    _ shares: [[Double]]
  ) throws(Diagnostic) {
    guard shares.contains(where: { $0.contains { $0 > 0 } }), !levels.isEmpty else {
      return try writeEmpty(chart)
    }
    let parts = DivergingParts(levels.count, neutral: neutral)
    let colours = Palette.levels(levels.count, neutral: neutral)
    let series = parts.all.map { part in
      let name =
        part.isHalf
        ? ReportPhrases.halfOf[language].replacing("{level}", with: levels[part.level])
        : levels[part.level]
      let values = categories.indices.map { row -> Double in
        let share = row < shares.count ? shares[row][at: part.level] : .nan
        return share.isFinite ? share * part.factor : 0
      }
      return (name, values)
    }
    let step = 31.0
    let chartHeight = min(80 + step * Double(categories.count), 600)
    try keepTogether(chartHeight + 30)
    try writeLegend(levels, colours)
    let names = categories.indices.map { row in
      shares.indices.contains(row) && shares[row].contains { $0 > 0 }
        ? categories[row] : "\(categories[row]): \(ReportPhrases.noAnswers[language])"
    }
    let block = try data.write(
      chart.title, names, series, format: "0.0%;0.0%", cells, language)
    let native = try NativeChart(LXW_CHART_BAR_STACKED, chart, workbook, language)
    for (index, part) in parts.all.enumerated() {
      let added = try native.add(block, index, series[index].0, sheet: cells.name)
      let colour = colours[part.level]
      native.fill(added, colour)
      let labels = series[index].1.map { value in
        value.magnitude >= 0.05 && !part.isHalf
          ? NumberStyle(.share, decimals: 0).figure(value.magnitude, language) : nil
      }
      try native.label(added, labels, colour.isLight ? Palette.ink : Palette.white)
    }
    chart_set_series_overlap(native.chart, 100)
    chart_set_series_gap(native.chart, 35)
    native.nameAxis(reversed: true)
    let sums = shares.map { DivergingSums($0, neutral: neutral) }
    try native.hideValueAxis(
      (low: -(sums.map(\.left).max() ?? 0), high: sums.map(\.right).max() ?? 0), margin: 0)
    try insert(native, height: chartHeight, chart)
  }

  /// The level names on their colours: a legend in the order of the scale.
  private mutating func writeLegend(_ levels: [String], _ colours: [Colour]) throws(Diagnostic) {
    let isWide = grid.widths[0] > 1.3 * grid.total / Double(levels.count)
    let start = isWide && levels.count < grid.count ? 1 : 0
    guard levels.count <= grid.count - start else { return }
    let spans = grid.spans(Array(repeating: 1, count: levels.count), from: start)
    for (level, span) in spans.enumerated() {
      var look = CellLook(size: 9, fill: colours[level].rgb, alignment: .centre, wraps: true)
      look.colour = colours[level].isLight ? Palette.ink.rgb : Palette.white.rgb
      try cells.write(levels[level], row, span, look)
    }
    try advance(zip(levels, spans).map { height([$0], 9, grid.width($1)) }.max() ?? 20)
  }

  private mutating func writeHeatMap(
    _ chart: Chart, _ rows: [String], _ columns: [String], _ values: [[Double]]
  ) throws(Diagnostic) {
    guard let range = values.flatMap({ $0 }).finiteRange else { return try writeEmpty(chart) }
    try keepTogether(70 + 26 * Double(min(rows.count, 20)))
    try line(chart.title, .heading)
    let axes = [chart.yTitle, chart.xTitle].compactMap { $0 }.joined(separator: " × ")
    var head = CellLook(size: 9, bold: true, colour: Palette.grey.rgb, wraps: true)
    try cells.write(axes, row, 0, head)
    head.alignment = .centre
    var tallest = height([axes], 9, grid.widths[0], bold: true)
    for (index, column) in columns.enumerated() {
      try cells.write(column, row, index + 1, head)
      tallest = max(tallest, height([column], 9, grid.widths[index + 1], bold: true))
    }
    try advance(tallest + 2)
    let first = row
    var look = CellLook(alignment: .centre, top: .thin, bottom: .thin, right: .thin)
    look.numberFormat = format(chart.style, values.flatMap { $0 })
    for (index, name) in rows.enumerated() {
      let label = CellLook(wraps: true)
      try cells.write(name, row, 0, label)
      for column in columns.indices {
        let value = index < values.count ? values[index][at: column] : .nan
        if value.isFinite { try cells.write(value, row, column + 1, look) }
      }
      try advance(max(26, height([name], 10, grid.widths[0])))
    }
    if row > first, !columns.isEmpty { try scale(range, first, row - 1, 1...columns.count) }
    try space(14)
  }

  mutating func writeEmpty(_ chart: Chart) throws(Diagnostic) {
    let colon = language == .english ? ": " : "："
    try line("\(chart.title)\(colon)\(ReportPhrases.noFigures[language])", .note)
    try space(8)
  }

  /// Higher where the names below the plot are too long to stand side by side and will be turned.
  func chartHeight(_ names: [String]) -> Double {
    let longest = names.map { TextMeasure.ems($0) * 12 }.max() ?? 0
    let step = 0.9 * min(grid.total, 1100) / Double(max(names.count, 1))
    let words = names.flatMap { TextMeasure.words($0) }.map { TextMeasure.ems($0) * 12 }.max() ?? 0
    guard longest > 2 * step || words > step, names.count <= 16 else { return 285 }
    return 285 + min(longest * 0.7, 200)
  }

  func format(_ style: NumberStyle, _ values: [Double]) -> String {
    style.excelFormat(language, for: values.filter(\.isFinite).map(\.magnitude).max() ?? 0)
  }

  /// Puts the chart at the current row over as many rows as it covers.
  mutating func insert(_ native: NativeChart, height: Double, _ chart: Chart)
    throws(Diagnostic)
  {
    try keepTogether(height + 8)
    let width = min(grid.total, 1100)
    let code = XMLText.clean(chart.altText).withCString { text in
      var options = lxw_chart_options()
      options.x_scale = width / 480
      options.y_scale = height / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = UnsafeMutablePointer(mutating: text)
      return worksheet_insert_chart_opt(cells.sheet, lxw_row_t(row), 0, native.chart, &options)
    }
    try cells.check(code)
    var left = height + 8
    while left > 0 {
      try advance(20)
      left -= 20
    }
    try space(8)
  }
}
