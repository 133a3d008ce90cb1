import Values

extension SVGChart {
  private static let plotHeight = 440.0
  private static let labelSize = 12.0

  /// Dots with their names on a plane, the cuts dashed, the fields named in their corners.
  func points(_ plane: PointPlane, _ canvas: inout SVGCanvas, _ top: Double) -> Double {
    let shown = plane.placed
    guard let x = PlaneScale(plane.x, shown.map(\.x)), let y = PlaneScale(plane.y, shown.map(\.y))
    else { return noFigures(&canvas, top) }
    let colours = plane.colours
    var top = top
    if plane.groups.count > 1 {
      top = legend(plane.groups.map(\.name), colours, &canvas, top)
    }
    let texts = y.ticks.map { figure($0, y.style) }
    let left = SVGChart.margin + (texts.map { TextMeasure.ems($0) * 12 }.max() ?? 0) + 10
    let area = PlaneLabels.Box(
      x: left, y: top + 4, width: SVGChart.width - SVGChart.margin - left,
      height: SVGChart.plotHeight)
    let place = { (px: Double, py: Double) in
      (x: area.x + x.part(px) * area.width, y: area.y + (1 - y.part(py)) * area.height)
    }
    axes(area, x, y, texts, &canvas)
    let cuts = cuts(plane, x, y, area, &canvas)
    let dots = shown.map { place($0.x, $0.y) }
    // The crowd first, so that the named dots lie on top.
    for index in shown.indices.sorted(by: { shown[$0].label.isEmpty && !shown[$1].label.isEmpty }) {
      let point = shown[index]
      canvas.circle(
        x: dots[index].x, y: dots[index].y, radius: point.label.isEmpty ? 2.5 : 4.5,
        fill: point.label.isEmpty
          ? colours[point.group].mixed(with: Palette.white, 0.45) : colours[point.group],
        title: point.label.isEmpty
          ? nil
          : "\(point.label): \(figure(point.x, plane.x.style)), "
            + figure(point.y, plane.y.style))
    }
    // Over the crowd, and before the names, which keep clear of them.
    let titles = titles(plane, cuts, area, &canvas)
    var labels = PlaneLabels(
      area: area, dots: dots, radius: 4.5, lines: cuts.boxes, titles: titles)
    for index in shown.indices where !shown[index].label.isEmpty {
      name(shown[index], index, dots[index], colours[shown[index].group], &labels, &canvas)
    }
    return area.y + area.height + 24
  }

  private func name(
    _ point: PointPlane.Point, _ index: Int, _ dot: (x: Double, y: Double), _ colour: Colour,
    _ labels: inout PlaneLabels, _ canvas: inout SVGCanvas
  ) {
    let size = SVGChart.labelSize
    let text = TextMeasure.cut(point.label, ems: 16)
    let width = TextMeasure.ems(text) * size
    guard let placed = labels.place(index, width: width, height: size + 2) else { return }
    if placed.side == nil {
      let x = min(max(dot.x, placed.box.x), placed.box.x + width)
      let y = placed.box.y > dot.y ? placed.box.y + 1 : placed.box.y + placed.box.height - 1
      canvas.line(
        dot.x, dot.y, x, placed.box.y < dot.y && placed.box.y + size > dot.y ? dot.y : y,
        Palette.midGrey)
    }
    canvas.text(
      text, x: placed.box.x, y: placed.box.y + size - 1, size: size,
      colour.mixed(with: Palette.ink, 0.4), hasHalo: true, full: point.label)
  }

  private func axes(
    _ area: PlaneLabels.Box, _ x: PlaneScale, _ y: PlaneScale, _ texts: [String],
    _ canvas: inout SVGCanvas
  ) {
    let bottom = area.y + area.height
    for (tick, text) in zip(y.ticks, texts) {
      let height = area.y + (1 - y.part(tick)) * area.height
      canvas.line(area.x, height, area.x + area.width, height, Palette.paleGrey)
      canvas.text(text, x: area.x - 6, y: height + 4, size: 12, Palette.grey, anchor: .end)
    }
    for (index, tick) in x.ticks.enumerated() {
      let across = area.x + x.part(tick) * area.width
      canvas.line(across, area.y, across, bottom, Palette.paleGrey)
      canvas.text(
        figure(tick, x.style), x: across, y: bottom + 18, size: 12, Palette.grey,
        anchor: index == x.ticks.count - 1 ? .end : .middle)
    }
    canvas.line(area.x, bottom, area.x + area.width, bottom, Palette.midGrey)
    canvas.line(area.x, area.y, area.x, bottom, Palette.midGrey)
  }

  /// Draws the cuts; where they are, and what a name must keep clear of.
  private func cuts(
    _ plane: PointPlane, _ x: PlaneScale, _ y: PlaneScale, _ area: PlaneLabels.Box,
    _ canvas: inout SVGCanvas
  ) -> PlaneCuts {
    var cuts = PlaneCuts()
    if let cut = plane.x.cut, PlaneScale.isPlaced(cut, plane.x) {
      let across = area.x + x.part(cut) * area.width
      canvas.line(across, area.y, across, area.y + area.height, Palette.grey, dashed: true)
      cuts.across = across
      cuts.boxes.append(.init(x: across - 4, y: area.y, width: 8, height: area.height))
    }
    if let cut = plane.y.cut, PlaneScale.isPlaced(cut, plane.y) {
      let height = area.y + (1 - y.part(cut)) * area.height
      canvas.line(area.x, height, area.x + area.width, height, Palette.grey, dashed: true)
      cuts.height = height
      cuts.boxes.append(.init(x: area.x, y: height - 2, width: area.width, height: 4))
    }
    return cuts
  }

  /// Writes the names of the fields into their outer corners; what they cover.
  private func titles(
    _ plane: PointPlane, _ cuts: PlaneCuts, _ area: PlaneLabels.Box, _ canvas: inout SVGCanvas
  ) -> [PlaneLabels.Box] {
    guard let quadrants = plane.quadrants, cuts.across != nil, cuts.height != nil else { return [] }
    let size = 13.0
    let right = area.x + area.width
    let bottom = area.y + area.height
    // A field may be narrower than its name: each row shares the whole width.
    return [
      (quadrants.upperLeft, false, true), (quadrants.upperRight, true, true),
      (quadrants.lowerLeft, false, false), (quadrants.lowerRight, true, false),
    ].map { text, isRight, isUpper in
      let shown = TextMeasure.cut(text, ems: (area.width / 2 - 16) / size, bold: true)
      let width = TextMeasure.ems(shown, bold: true) * size
      let y = isUpper ? area.y + 18 : bottom - 8
      canvas.text(
        shown, x: isRight ? right - 6 : area.x + 6, y: y, size: size, Palette.grey,
        anchor: isRight ? .end : .start, bold: true, hasHalo: true, full: text)
      return PlaneLabels.Box(
        x: isRight ? right - 6 - width : area.x + 6, y: y - size, width: width, height: size + 4)
    }
  }
}

/// Where the cuts of a plane stand in a picture.
struct PlaneCuts {
  /// The vertical line.
  var across: Double?
  /// The horizontal line.
  var height: Double?
  var boxes: [PlaneLabels.Box] = []
}

extension PointPlane {
  /// The points that can stand on both axes, in a group that there is.
  var placed: [Point] {
    points.filter {
      PlaneScale.isPlaced($0.x, x) && PlaneScale.isPlaced($0.y, y)
        && groups.indices.contains($0.group)
    }
  }

  /// One colour a group.
  var colours: [Colour] {
    var plain = 0
    return groups.map { group in
      if group.isAlarm { return Palette.alarm }
      plain += 1
      return Palette.series(plain - 1)
    }
  }
}
