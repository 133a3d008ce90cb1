import CXLSXWriter
import Diagnostics
import Values

extension NativeChart {
  /// A series over neighbouring rows of a block whose first two series are x and y.
  func addPoints(
    _ block: ChartDataArea.Block, _ rows: Range<Int>, _ name: String, sheet: String
  ) throws(Diagnostic) -> Series {
    let series = try WorkbookLibrary.made(chart_add_series(chart, nil, nil), "series")
    let first = lxw_row_t(block.firstRow + rows.lowerBound)
    let last = lxw_row_t(block.firstRow + rows.upperBound - 1)
    let x = lxw_col_t(block.column(0))
    let y = lxw_col_t(block.column(1))
    chart_series_set_categories(series, sheet, first, x, last, x)
    chart_series_set_values(series, sheet, first, y, last, y)
    chart_series_set_name(series, SheetCells.clean(name))
    return series
  }

  /// Dots without a line between them.
  func dots(_ series: Series, _ colour: Colour, size: UInt8) {
    noLine(series)
    marker(series, LXW_CHART_MARKER_CIRCLE, size, colour)
  }

  /// A dashed line without dots.
  func cut(_ series: Series) {
    var line = lxw_chart_line()
    line.color = lxw_color_t(Palette.grey.rgb)
    line.width = 1
    line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
    chart_series_set_line(series, &line)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
  }

  /// Places that only carry texts.
  func textsOnly(_ series: Series) {
    noLine(series)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
  }

  func place(_ series: Series, _ side: PlaneLabels.Side) {
    let position =
      switch side {
      case .right: LXW_CHART_LABEL_POSITION_RIGHT
      case .left: LXW_CHART_LABEL_POSITION_LEFT
      case .above: LXW_CHART_LABEL_POSITION_ABOVE
      case .below: LXW_CHART_LABEL_POSITION_BELOW
      }
    chart_series_set_labels_position(series, UInt8(position.rawValue))
  }

  /// Both axes with the ends and steps of the scales.
  func planeAxes(_ x: PlaneScale, _ y: PlaneScale, formats: [String]) {
    for (axis, scale, format) in [(names, x, formats[0]), (values, y, formats[1])] {
      figureAxis(axis, format: format)
      if scale.axis.isLogarithmic {
        chart_axis_set_log_base(axis, 10)
      } else if scale.ticks.count > 1 {
        chart_axis_set_major_unit(axis, scale.ticks[1] - scale.ticks[0])
      }
      chart_axis_set_min(axis, scale.low)
      chart_axis_set_max(axis, scale.high)
      chart_axis_set_label_position(axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    chart_axis_set_crossing_min(names)
    chart_axis_set_crossing_min(values)
  }

  /// A legend without these series.
  func showLegend(without hidden: [Int]) throws(Diagnostic) {
    showLegend()
    guard !hidden.isEmpty else { return }
    var list = hidden.map { Int16($0) } + [-1]
    try WorkbookLibrary.check(chart_legend_delete_series(chart, &list), "legend")
  }

  private func noLine(_ series: Series) {
    var line = lxw_chart_line()
    line.none = 1
    chart_series_set_line(series, &line)
  }
}
