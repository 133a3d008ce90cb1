import Report
import Statistics
import Values

extension KanoWriter {
  /// Better against −Worse, cut in the middle.
  var plane: Chart? {
    let dots = output.features.compactMap { feature in
      feature.total.figures?.betterWorse(confidence: output.settings.confidence).map {
        (name: label(feature.id), up: $0.better, right: -$0.worse)
      }
    }
    return chart(
      "\(step)-plane", wording(P.planeTitle), dots, NumberStyle(.ratio, decimals: 1), cut: 0.5,
      covers: 0...1, x: P.planeX, y: P.planeY)
  }

  /// Means of the two answers, cut where "must be" and "live with" stand.
  var continuousPlane: Chart? {
    let dots = output.features.compactMap { feature in
      feature.continuous.map(output.scores).map {
        (name: label(feature.id), up: $0.functional.mean, right: $0.dysfunctional.mean)
      }
    }
    return chart(
      "\(step)-continuous",
      wording(output.isByImportance ? P.continuousByImportance : P.continuousTitle), dots,
      NumberStyle(.score, decimals: 1), cut: KanoScores.crosshair, covers: -2...4,
      x: P.continuousX, y: P.continuousY)
  }

  private func chart(
    _ id: String, _ title: String, _ dots: [(name: String, up: Double, right: Double)],
    _ style: NumberStyle, cut: Double, covers: ClosedRange<Double>, x: Phrase, y: Phrase
  ) -> Chart? {
    guard let highest = dots.max(by: { $0.up < $1.up }),
      let farthest = dots.max(by: { $0.right < $1.right })
    else { return nil }
    return Chart(
      id: id, title: title,
      altText: wording(P.planeAlt, ["up": .text(highest.name), "right": .text(farthest.name)]),
      kind: .points(
        PointPlane(
          points: dots.map { .init($0.right, $0.up, label: $0.name) },
          groups: [.init(wording(P.feature))],
          x: .init(style, cut: cut, covers: covers), y: .init(style, cut: cut, covers: covers),
          quadrants: .init(
            upperLeft: letter(.attractive), upperRight: letter(.oneDimensional),
            lowerLeft: letter(.indifferent), lowerRight: letter(.mustBe)))),
      style: style, xTitle: wording(x), yTitle: wording(y))
  }

  /// Shares of the letters, indifferent in the middle.
  var mix: Chart? {
    let order: [KanoCategory] = [
      .reverse, .questionable, .indifferent, .attractive, .oneDimensional, .mustBe,
    ]
    let shown = ranked.compactMap { priority -> (name: String, figures: KanoCounts)? in
      let feature = output.features[priority.feature]
      return feature.total.figures.map { (label(feature.id), $0) }
    }
    guard
      let strongest = shown.max(by: { $0.figures.totalStrength < $1.figures.totalStrength })
    else { return nil }
    let text =
      strongest.figures.totalStrength > 0
      ? wording(P.mixAlt, ["feature": .text(strongest.name)]) : wording(P.mixAltNone)
    return Chart(
      id: "\(step)-letters", title: wording(P.mixTitle),
      altText: text,
      kind: .diverging(
        categories: shown.map(\.name), levels: order.map(letter), neutral: 2,
        shares: shown.map { one in order.map { one.figures.share($0) } }),
      style: .prose(.share))
  }
}
