import Values

/// A plane as a spreadsheet draws it: rows of figures, and which of them make a series.
struct PlanePicture {
  static let height = 430.0

  struct Row {
    var text: String
    var x: Double
    var y: Double
  }

  struct Part {
    enum Kind: Equatable {
      /// Dots of a group with their names on one side; nil without names.
      case dots(group: Int, PlaneLabels.Side?)
      case cut
      /// Names of fields, written to this side of where they are.
      case titles(PlaneLabels.Side)
    }

    var kind: Kind
    var rows: Range<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var parts: [Part] = []

  init(
    _ plane: PointPlane, _ shown: [PointPlane.Point], _ x: PlaneScale, _ y: PlaneScale,
    width: Double
  ) {
    let sides = PlanePicture.sides(plane, shown, x, y, width: width)
    for group in plane.groups.indices {
      let all = shown.indices.filter { shown[$0].group == group }
      // The named dots come first: theirs is the look in the legend.
      for side in PlaneLabels.Side.allCases {
        add(all.filter { sides[$0] == side }.map { shown[$0] }, .dots(group: group, side))
      }
      add(
        all.filter { sides[$0] == nil && !shown[$0].label.isEmpty }.map { shown[$0] },
        .dots(group: group, nil))
      add(all.filter { shown[$0].label.isEmpty }.map { shown[$0] }, .dots(group: group, nil))
    }
    if let cut = plane.x.cut, PlaneScale.isPlaced(cut, plane.x) {
      add([.init(cut, y.low), .init(cut, y.high)], .cut)
    }
    if let cut = plane.y.cut, PlaneScale.isPlaced(cut, plane.y) {
      add([.init(x.low, cut), .init(x.high, cut)], .cut)
    }
    if let quadrants = plane.quadrants, plane.x.cut != nil, plane.y.cut != nil {
      let upper = y.value(0.96)
      let lower = y.value(0.04)
      add(
        [
          .init(x.low, upper, label: quadrants.upperLeft),
          .init(x.low, lower, label: quadrants.lowerLeft),
        ], .titles(.right))
      add(
        [
          .init(x.high, upper, label: quadrants.upperRight),
          .init(x.high, lower, label: quadrants.lowerRight),
        ], .titles(.left))
    }
  }

  private mutating func add(_ points: [PointPlane.Point], _ kind: Part.Kind) {
    guard !points.isEmpty else { return }
    parts.append(Part(kind: kind, rows: rows.count..<rows.count + points.count))
    rows += points.map { Row(text: $0.label, x: $0.x, y: $0.y) }
  }

  /// On which side of each dot its name fits; nil where it has none or none fits.
  ///
  /// How large the plot will be is for the spreadsheet to say: this takes the room that is left by
  /// title, axes and legend, and names a little wider than they are.
  private static func sides(
    _ plane: PointPlane, _ shown: [PointPlane.Point], _ x: PlaneScale, _ y: PlaneScale,
    width: Double
  ) -> [PlaneLabels.Side?] {
    let area = PlaneLabels.Box(x: 0, y: 0, width: width - 110, height: height - 130)
    let dots = shown.map {
      (x: x.part($0.x) * area.width, y: (1 - y.part($0.y)) * area.height)
    }
    var lines: [PlaneLabels.Box] = []
    if let cut = plane.x.cut, PlaneScale.isPlaced(cut, plane.x) {
      lines.append(.init(x: x.part(cut) * area.width - 4, y: 0, width: 8, height: area.height))
    }
    if let cut = plane.y.cut, PlaneScale.isPlaced(cut, plane.y) {
      lines.append(
        .init(x: 0, y: (1 - y.part(cut)) * area.height - 1, width: area.width, height: 2))
    }
    let corners = plane.quadrants.map {
      [
        ($0.upperLeft, 0.0, 0.0), ($0.upperRight, 1, 0), ($0.lowerLeft, 0, 1),
        ($0.lowerRight, 1, 1),
      ]
    }
    let titles = (corners ?? []).map { text, right, low -> PlaneLabels.Box in
      let width = TextMeasure.ems(text) * 13
      return .init(
        x: right * (area.width - width), y: low * (area.height - 36), width: width, height: 36)
    }
    var labels = PlaneLabels(area: area, dots: dots, radius: 5, lines: lines, titles: titles)
    return shown.indices.map { index in
      guard !shown[index].label.isEmpty else { return nil }
      let width = TextMeasure.ems(shown[index].label) * 12.5
      return labels.place(index, width: width, height: 16, withLines: false)?.side
    }
  }
}
