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
    let intervals = steps.map { $0.figures.mean.interval(confidence: confidence) }
    let before = output.scored.before
    let earlier = steps.map { step in
      before.isEmpty ? Double.nan : before[step.place].figures?.mean.mean ?? .nan
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
          x: steps.map { label($0.name) }, name: output.focus?.wave ?? item,
          low: intervals.map { $0?.low ?? .nan }, middle: steps.map(\.figures.mean.mean),
          high: intervals.map { $0?.high ?? .nan },
          alarms: Set(steps.indices.filter { steps[$0].place == trough.place }),
          beside: earlier.contains(where: \.isFinite)
            ? .init(output.focus?.previous ?? "", earlier) : nil)),
      style: style)
  }
}
