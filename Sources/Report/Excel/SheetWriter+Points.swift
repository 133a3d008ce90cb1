import CXLSXWriter
import Diagnostics
import Values

extension SheetWriter {
  /// A scatter chart. A spreadsheet puts the names of a whole series on one side of its dots, so
  /// dots of one group and side make a series; a name without room stands in the data alone.
  mutating func write(_ plane: PointPlane, _ chart: Chart) throws(Diagnostic) {
    let shown = plane.placed
    guard let x = PlaneScale(plane.x, shown.map(\.x)), let y = PlaneScale(plane.y, shown.map(\.y))
    else { return try writeEmpty(chart) }
    let picture = PlanePicture(plane, shown, x, y, width: min(grid.total, 1100))
    let formats = [
      format(plane.x.style, shown.map(\.x)), format(plane.y.style, shown.map(\.y)),
    ]
    let rows = picture.rows
    let block = try data.write(
      chart.title, rows.map(\.text),
      [
        (chart.xTitle ?? ReportPhrases.horizontal[language], rows.map(\.x)),
        (chart.yTitle ?? ReportPhrases.vertical[language], rows.map(\.y)),
      ], formats: formats, cells, language)
    let native = try NativeChart(LXW_CHART_SCATTER, chart, workbook, language)
    let colours = plane.colours
    var inLegend: Set<Int> = []
    var hidden: [Int] = []
    for (index, part) in picture.parts.enumerated() {
      let name =
        switch part.kind {
        case .dots(let group, _): plane.groups[group].name
        case .cut, .titles: ReportPhrases.cut[language]
        }
      let series = try native.addPoints(block, part.rows, name, sheet: cells.name)
      switch part.kind {
      case .dots(let group, let side):
        if !inLegend.insert(group).inserted { hidden.append(index) }
        let colour = colours[group]
        if let side {
          native.dots(series, colour, size: 7)
          try native.label(
            series, part.rows.map { rows[$0].text }, colour.mixed(with: Palette.ink, 0.4))
          native.place(series, side)
        } else {
          let isCrowd = part.rows.allSatisfy { rows[$0].text.isEmpty }
          native.dots(
            series, isCrowd ? colour.mixed(with: Palette.white, 0.45) : colour,
            size: isCrowd ? 3 : 7)
        }
      case .cut:
        hidden.append(index)
        native.cut(series)
      case .titles(let side):
        hidden.append(index)
        native.textsOnly(series)
        try native.label(series, part.rows.map { rows[$0].text }, Palette.grey)
        native.place(series, side)
      }
    }
    native.planeAxes(x, y, formats: [x, y].map(axisFormat))
    if plane.groups.count > 1 { try native.showLegend(without: hidden) }
    try insert(native, height: PlanePicture.height, chart)
  }

  /// One format has to fit all ticks: a logarithmic axis has them from tens to millions, which one
  /// magnitude would leave at 0.0 M.
  private func axisFormat(_ scale: PlaneScale) -> String {
    var style = scale.style
    if scale.axis.isLogarithmic, style.shortens {
      style.shortens = false
      style.decimals = scale.low < 1 ? 2 : 0
    }
    return format(style, [scale.high.magnitude, scale.low.magnitude])
  }
}
