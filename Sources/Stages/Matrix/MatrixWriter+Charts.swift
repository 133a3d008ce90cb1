import Report
import Values

private typealias P = MatrixPhrases

extension MatrixWriter {
  /// Customers on the plane, the largest by name.
  var plane: Chart? {
    guard output.placed > 0, let xCut = output.xCut, let yCut = output.yCut,
      let most = MatrixField.ordered.max(by: {
        output.sum($0).customers < output.sum($1).customers
      })
    else { return nil }
    let picture = MatrixPlane(output)
    let points = picture.points(output, wording)
    guard points.count > 1 else { return nil }
    return Chart(
      id: "\(step)_plane", title: wording(P.planeTitle, axes),
      altText: wording(
        P.planeWords,
        [
          "customers": .count(output.placed), "x": .text(word(output.x)),
          "y": .text(word(output.y)), "most": .count(output.sum(most).customers),
          "name": .text(name(most)),
        ]),
      kind: .points(
        PointPlane(
          points: points,
          groups: MatrixField.ordered.map {
            PointPlane.Group(name($0), isAlarm: output.meaning($0).isAlarm)
          },
          x: PointPlane.Axis(
            .prose(unit(output.x)), cut: xCut, isLogarithmic: picture.xIsLogarithmic),
          y: PointPlane.Axis(
            .prose(unit(output.y)), cut: yCut, isLogarithmic: picture.yIsLogarithmic),
          quadrants: PointPlane.Quadrants(
            upperLeft: name(.lowHigh), upperRight: name(.highHigh), lowerLeft: name(.lowLow),
            lowerRight: name(.highLow)))),
      style: .prose(unit(output.y)), xTitle: axisTitle(output.x), yTitle: axisTitle(output.y))
  }

  private func axisTitle(_ axis: MatrixAxis) -> String {
    NumberStyle.prose(unit(axis)).heading(title(axis), wording.language)
  }

  var axes: KeyValuePairs<String, Wording.Argument> {
    ["x": .text(title(output.x)), "y": .text(word(output.y))]
  }

  /// A word within a sentence: English headings begin with a capital.
  func word(_ axis: MatrixAxis) -> String {
    wording.language == .english ? title(axis).lowercased() : title(axis)
  }

  /// Counts alone where an axis is made of answers: a dot would be what one person answered.
  var heatMap: Chart? {
    guard output.placed > 0, MatrixField.allCases.contains(where: output.tells) else { return nil }
    func axis(_ phrase: Phrase, _ axis: MatrixAxis) -> String {
      wording(phrase, ["axis": .text(title(axis))])
    }
    func value(_ field: MatrixField) -> Double {
      output.tells(field) ? Double(output.sum(field).customers) : .nan
    }
    return Chart(
      id: "\(step)_fields", title: wording(P.heatTitle),
      altText: wording(
        P.heatWords, ["x": .text(word(output.x)), "y": .text(word(output.y))]),
      kind: .heatMap(
        rows: [axis(P.high, output.y), axis(P.low, output.y)],
        columns: [axis(P.low, output.x), axis(P.high, output.x)],
        values: [
          [value(.lowHigh), value(.highHigh)], [value(.lowLow), value(.highLow)],
        ]), style: .prose(.count))
  }
}
