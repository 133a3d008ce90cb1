import Pipeline
import Report
import Statistics
import Values

extension JourneyWriter {
  /// The journey line: means in order on their intervals, the trough marked, the wave before beside
  /// them.
  var chart: Chart? {
    let steps = path.steps
    guard steps.count > 1, let trough = path.trough,
      let highest = steps.max(by: { $0.figures.mean.mean < $1.figures.mean.mean })
    else { return nil }
    // A hidden touchpoint between others leaves a gap without its name.
    let places = output.scored.touchpoints.indices.filter { place in
      (steps[0].place...steps[steps.count - 1].place).contains(place)
        && output.scored.touchpoints[place].visibility != .empty
    }
    let shown = places.map { place in steps.first { $0.place == place } }
    let intervals = shown.map { $0?.figures.mean.interval(confidence: confidence) }
    let before = output.scored.before
    let earlier = shown.map { step in
      step.flatMap { before.isEmpty ? nil : before[$0.place].figures?.mean.mean } ?? .nan
    }
    let item = label(output.scored)
    let style = NumberStyle.prose(.score)
    return Chart(
      id: "\(step)-line", title: wording(P.chartTitle, ["item": .text(item)]),
      altText: wording(
        P.chartAlt,
        [
          "low": .text(label(trough.name)), "lowest": .level(trough.figures.mean.mean),
          "high": .text(label(highest.name)), "highest": .level(highest.figures.mean.mean),
        ]),
      kind: .band(
        BandLine(
          x: shown.map { $0.map { label($0.name) } ?? wording(P.hiddenStep) },
          name: output.focus?.wave ?? item,
          low: intervals.map { $0?.low ?? .nan },
          middle: shown.map { $0?.figures.mean.mean ?? .nan },
          high: intervals.map { $0?.high ?? .nan },
          mark: .init(
            wording(P.lowest), Set(places.indices.filter { places[$0] == trough.place })),
          beside: earlier.contains(where: \.isFinite)
            ? .init(output.focus?.previous ?? "", earlier) : nil)),
      style: style)
  }
}
