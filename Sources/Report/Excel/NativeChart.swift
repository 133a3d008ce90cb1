import CXLSXWriter
import Diagnostics
import Values

/// A chart of the workbook in the looks of the pack.
struct NativeChart {
  typealias Series = UnsafeMutablePointer<lxw_chart_series>

  let chart: UnsafeMutablePointer<lxw_chart>
  let language: Language
  private let fontName: String
  private let isBar: Bool

  init(
    _ type: lxw_chart_type, _ model: Chart, _ workbook: UnsafeMutablePointer<lxw_workbook>,
    _ language: Language
  ) throws(Diagnostic) {
    chart = try WorkbookLibrary.made(
      workbook_add_chart(workbook, UInt8(type.rawValue)), "chart")
    self.language = language
    isBar = type == LXW_CHART_BAR || type == LXW_CHART_BAR_STACKED
    fontName = WorkbookRenderer.font(language)
    chart_title_set_name(chart, SheetCells.clean(model.title))
    withFont(size: 12, bold: true) { chart_title_set_name_font(chart, &$0) }
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(chart, &none)
    chart_plotarea_set_line(chart, &none)
    // Filtering a list must not empty the charts whose data stands beside it.
    chart_show_hidden_data(chart)
    if let title = model.xTitle { name(chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X), title) }
    if let title = model.yTitle { name(chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y), title) }
  }

  /// The library's x is the horizontal axis: of horizontal bars it holds the values.
  var names: UnsafeMutablePointer<lxw_chart_axis>? {
    chart_axis_get(chart, isBar ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X)
  }
  var values: UnsafeMutablePointer<lxw_chart_axis>? {
    chart_axis_get(chart, isBar ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y)
  }

  private func name(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ title: String) {
    chart_axis_set_name(axis, SheetCells.clean(title))
    withFont(size: 9, colour: Palette.grey) { chart_axis_set_name_font(axis, &$0) }
  }

  /// A series over a block's rows, up to a last one.
  func add(
    _ block: ChartDataArea.Block, _ index: Int, _ name: String, sheet: String, upTo last: Int? = nil
  ) throws(Diagnostic) -> Series {
    let series = try WorkbookLibrary.made(chart_add_series(chart, nil, nil), "series")
    let column = lxw_col_t(block.column(index))
    let lastRow = last.map { block.firstRow + $0 } ?? block.lastRow
    chart_series_set_categories(
      series, sheet, lxw_row_t(block.firstRow), lxw_col_t(block.firstColumn),
      lxw_row_t(block.lastRow), lxw_col_t(block.firstColumn))
    chart_series_set_values(
      series, sheet, lxw_row_t(block.firstRow), column, lxw_row_t(lastRow), column)
    chart_series_set_name_range(series, sheet, lxw_row_t(block.firstRow - 1), column)
    return series
  }

  func fill(_ series: Series, _ colour: Colour) {
    var fill = lxw_chart_fill()
    fill.color = lxw_color_t(colour.rgb)
    chart_series_set_fill(series, &fill)
  }

  /// A colour of its own for each point.
  func fillPoints(_ series: Series, _ colours: [Colour]) throws(Diagnostic) {
    let fills = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: colours.count)
    let points = UnsafeMutablePointer<lxw_chart_point>.allocate(capacity: colours.count)
    defer {
      fills.deallocate()
      points.deallocate()
    }
    for (index, colour) in colours.enumerated() {
      (fills + index).initialize(to: lxw_chart_fill())
      fills[index].color = lxw_color_t(colour.rgb)
      (points + index).initialize(to: lxw_chart_point())
      points[index].fill = fills + index
    }
    var list = colours.indices.map { points + $0 as UnsafeMutablePointer<lxw_chart_point>? }
    list.append(nil)
    try WorkbookLibrary.check(chart_series_set_points(series, &list), "points")
  }

  func line(_ series: Series, _ colour: Colour, width: Float, dashed: Bool) {
    var line = lxw_chart_line()
    line.color = lxw_color_t(colour.rgb)
    line.width = width
    if dashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    chart_series_set_line(series, &line)
    marker(series, LXW_CHART_MARKER_CIRCLE, 5, colour)
  }

  /// The edge of a band: a thin line without dots.
  func edge(_ series: Series, _ colour: Colour) {
    var line = lxw_chart_line()
    line.color = lxw_color_t(colour.rgb)
    line.width = 1
    chart_series_set_line(series, &line)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
  }

  /// No line; large dots.
  func marksOnly(_ series: Series, _ colour: Colour) {
    var line = lxw_chart_line()
    line.none = 1
    chart_series_set_line(series, &line)
    marker(series, LXW_CHART_MARKER_CIRCLE, 9, colour)
  }

  /// No line; a dot for the middle of an interval, a cross bar for its ends.
  ///
  /// Never the library's dash markers: 1.1.4 writes `long_dash`, a name the file format has not.
  func pointsOnly(_ series: Series, isMiddle: Bool) {
    var line = lxw_chart_line()
    line.none = 1
    chart_series_set_line(series, &line)
    marker(
      series, isMiddle ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_PLUS, isMiddle ? 8 : 5,
      isMiddle ? Palette.accent : Palette.accent.mixed(with: Palette.white, 0.35))
  }

  func marker(
    _ series: Series, _ type: lxw_chart_marker_type, _ size: UInt8, _ colour: Colour
  ) {
    var fill = lxw_chart_fill()
    fill.color = lxw_color_t(colour.rgb)
    var line = lxw_chart_line()
    line.color = lxw_color_t(colour.rgb)
    chart_series_set_marker_type(series, UInt8(type.rawValue))
    chart_series_set_marker_size(series, size)
    chart_series_set_marker_fill(series, &fill)
    chart_series_set_marker_line(series, &line)
  }

  func highLowLines() {
    var line = lxw_chart_line()
    line.color = lxw_color_t(Palette.accent.rgb)
    line.width = 1.75
    chart_set_high_low_lines(chart, &line)
  }

  // MARK: Labels

  func label(_ series: Series, format: String, _ position: lxw_chart_label_position) {
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, format)
    chart_series_set_labels_position(series, UInt8(position.rawValue))
    withFont(size: 9) { chart_series_set_labels_font(series, &$0) }
  }

  /// A text at each point, or none.
  func label(_ series: Series, _ texts: [String?], _ colour: Colour) throws(Diagnostic) {
    chart_series_set_labels(series)
    withFont(size: 9, colour: colour) { chart_series_set_labels_font(series, &$0) }
    let labels = UnsafeMutablePointer<lxw_chart_data_label>.allocate(capacity: texts.count)
    let copies = texts.map { $0.flatMap { strdup($0) } }
    defer {
      labels.deallocate()
      for copy in copies { free(copy) }
    }
    for (index, copy) in copies.enumerated() {
      (labels + index).initialize(to: lxw_chart_data_label())
      if let copy { labels[index].value = copy } else { labels[index].hide = 1 }
    }
    var list = texts.indices.map { labels + $0 as UnsafeMutablePointer<lxw_chart_data_label>? }
    list.append(nil)
    let code = fontPointers(size: 9, colour: colour) { font in
      for index in texts.indices where texts[index] != nil { labels[index].font = font }
      return chart_series_set_labels_custom(series, &list)
    }
    try WorkbookLibrary.check(code, "labels")
  }

  /// The figure of the last point, above or below it.
  func labelLast(_ series: Series, count: Int, _ text: String, above: Bool) throws(Diagnostic) {
    try label(
      series, Array(repeating: nil, count: max(count - 1, 0)) + [text], Palette.ink)
    let position = above ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_BELOW
    chart_series_set_labels_position(series, UInt8(position.rawValue))
  }

  // MARK: Axes

  func nameAxis(reversed: Bool) {
    if reversed { chart_axis_set_reverse(names) }
    chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    chart_axis_set_major_tick_mark(names, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    withFont(size: 9) { chart_axis_set_num_font(names, &$0) }
    greyLine(names)
  }

  /// Where there are many names, writes every second, third, … so that a dozen stand there.
  func thinNames(_ count: Int) {
    guard count > 16 else { return }
    chart_axis_set_interval_unit(names, UInt16((count + 11) / 12))
  }

  /// Every bar carries its figure, so the axis says nothing more.
  ///
  /// - Parameter margin: Room for the figures beyond the bars, as a part of the range.
  func hideValueAxis(_ range: (low: Double, high: Double)?, margin: Double = 0.12)
    throws(Diagnostic)
  {
    chart_axis_set_label_position(values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
    chart_axis_set_major_tick_mark(values, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    chart_axis_major_gridlines_set_visible(values, UInt8(LXW_FALSE.rawValue))
    var none = lxw_chart_line()
    none.none = 1
    chart_axis_set_line(values, &none)
    guard let range else { return }
    let low = min(range.low, 0)
    let high = max(range.high, 0)
    guard high > low else { return }
    if low < 0 {
      chart_axis_set_min(values, low - margin * (high - low))
    } else {
      chart_axis_set_min(values, 0)
    }
    if high > 0 {
      chart_axis_set_max(values, high + margin * (high - low))
    } else {
      chart_axis_set_max(values, 0)
    }
  }

  func valueAxis(format: String, _ ticks: AxisTicks?) {
    figureAxis(values, format: format)
    guard let ticks else { return }
    chart_axis_set_min(values, ticks.low)
    chart_axis_set_max(values, ticks.high)
    chart_axis_set_major_unit(values, ticks.step)
    chart_axis_set_crossing_min(names)
  }

  /// Figures in grey at faint gridlines.
  func figureAxis(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, format: String) {
    chart_axis_set_num_format(axis, format)
    withFont(size: 9, colour: Palette.grey) { chart_axis_set_num_font(axis, &$0) }
    chart_axis_set_major_tick_mark(axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    var faint = lxw_chart_line()
    faint.color = lxw_color_t(Palette.paleGrey.rgb)
    faint.width = 0.75
    chart_axis_major_gridlines_set_visible(axis, UInt8(LXW_TRUE.rawValue))
    chart_axis_major_gridlines_set_line(axis, &faint)
    var none = lxw_chart_line()
    none.none = 1
    chart_axis_set_line(axis, &none)
  }

  func showLegend() {
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    withFont(size: 9) { chart_legend_set_font(chart, &$0) }
  }

  private func greyLine(_ axis: UnsafeMutablePointer<lxw_chart_axis>?) {
    var line = lxw_chart_line()
    line.color = lxw_color_t(Palette.midGrey.rgb)
    line.width = 0.75
    chart_axis_set_line(axis, &line)
  }

  /// The library copies what it is given, so fonts live as long as the call.
  private func withFont(
    size: Double, bold: Bool = false, colour: Colour = Palette.ink,
    _ use: (inout lxw_chart_font) -> Void
  ) {
    fontName.withCString { name in
      var font = lxw_chart_font()
      font.name = UnsafeMutablePointer(mutating: name)
      font.size = size
      font.bold = bold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
      font.color = lxw_color_t(colour.rgb)
      use(&font)
    }
  }

  private func fontPointers(
    size: Double, colour: Colour, _ use: (UnsafeMutablePointer<lxw_chart_font>) -> lxw_error
  ) -> lxw_error {
    fontName.withCString { name in
      var font = lxw_chart_font()
      font.name = UnsafeMutablePointer(mutating: name)
      font.size = size
      font.color = lxw_color_t(colour.rgb)
      return withUnsafeMutablePointer(to: &font, use)
    }
  }
}
