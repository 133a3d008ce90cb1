import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  /// A line with its interval as faint lines above and below, joined at each point.
  mutating func write(_ line: BandLine, _ chart: Chart) throws(Diagnostic) {
    guard line.middle.finiteRange != nil, !line.x.isEmpty else { return try writeEmpty(chart) }
    var series = [
      (name: line.name, values: line.middle),
      (name: ReportPhrases.low[language], values: line.low),
      (name: ReportPhrases.high[language], values: line.high),
    ]
    if let beside = line.beside, beside.values.finiteRange != nil {
      series.append((name: beside.name, values: beside.values))
    }
    let lines = series.count
    if let mark = line.mark, !mark.points.isEmpty {
      let values = line.middle.indices.map {
        mark.points.contains($0) ? line.middle[$0] : .nan
      }
      series.append((name: mark.name, values: values))
    }
    let figures = series.flatMap(\.values)
    let format = format(chart.style, figures)
    let block = try data.write(chart.title, line.x, series, format: format, cells, language)
    let native = try NativeChart(LXW_CHART_LINE, chart, workbook, language)
    for (index, one) in series.enumerated() {
      let added = try native.add(block, index, one.name, sheet: cells.name)
      switch index {
      case 0:
        native.line(added, Palette.accent, width: 2.5, dashed: false)
        let labels = one.values.indices.map { point in
          line.mark?.points.contains(point) ?? false ? nil : figure(one.values[point], chart)
        }
        try native.label(added, labels, Palette.ink)
        chart_series_set_labels_position(added, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
      case 1, 2: native.edge(added, Palette.accent.mixed(with: Palette.white, 0.6))
      case lines:
        native.marksOnly(added, Palette.alarm)
        try native.label(added, one.values.map { figure($0, chart) }, Palette.alarm)
        chart_series_set_labels_position(added, UInt8(LXW_CHART_LABEL_POSITION_BELOW.rawValue))
      default: native.line(added, Palette.series(1), width: 1.75, dashed: true)
      }
    }
    native.nameAxis(reversed: false)
    native.valueAxis(
      format: format, figures.finiteRange.map { AxisTicks(covering: $0.low, $0.high) })
    native.showLegend()
    native.thinNames(line.x.count)
    try insert(native, height: chartHeight(line.x), chart)
  }

  private func figure(_ value: Double, _ chart: Chart) -> String? {
    value.isFinite ? chart.style.figure(value, language) : nil
  }
}
