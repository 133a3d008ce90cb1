import Report
import Statistics
import Values

extension SatisfactionWriter {
  /// `responses`, `nps`, mean and top box of overall satisfaction, ease, and the mean of each item.
  var measures: [Measure] {
    let responses = output.focus.map(\.responses) ?? output.responses
    var result = [
      Measure(
        id: "responses", label: wording(P.responses), value: responses.map(Double.init),
        unit: .count, n: responses, reason: responses == nil ? hiddenReason : nil,
        betterWhen: .higher)
    ]
    for item in output.items {
      let label = Wording.Argument.phrase(output.label(item.id))
      switch item.id {
      case "nps": result.append(nps(item))
      case "csat":
        result.append(mean("csat_mean", wording(P.meanOf, ["item": label]), item))
        result.append(
          share("csat_top2", wording(P.topOf, ["item": label]), item, isKey: true) { $0.top })
      case "ces":
        result.append(mean("ces_mean", wording(P.meanOf, ["item": label]), item, isKey: true))
        result.append(
          share("ces_favourable", wording(P.favourableOf, ["item": label]), item) {
            $0.favourable
          })
      default:
        result.append(mean("mean.\(item.id)", wording(P.meanOf, ["item": label]), item))
      }
    }
    return result + aspectMeasures + [rateMeasure].compactMap(\.self)
  }

  private func nps(_ item: SatisfactionOutput.Item) -> Measure {
    let figures = item.total.figures
    let interval = figures?.nps?.adjustedWald(confidence: output.confidence)
    return Measure(
      id: "nps", label: wording(P.npsScore), value: figures?.nps.map { $0.score * 100 },
      unit: .points, low: interval.map { $0.low * 100 }, high: interval.map { $0.high * 100 },
      n: figures?.n, reason: figures == nil ? reason(item.total) : nil, betterWhen: .higher,
      isKey: true)
  }

  private func mean(
    _ id: String, _ label: String, _ item: SatisfactionOutput.Item, isKey: Bool = false
  ) -> Measure {
    let figures = item.total.figures
    let interval = figures?.mean.interval(confidence: output.confidence)
    return Measure(
      id: id, label: label, value: figures?.mean.mean, unit: .score, low: interval?.low,
      high: interval?.high, n: figures?.n, reason: figures == nil ? reason(item.total) : nil,
      betterWhen: .higher, isKey: isKey)
  }

  private func share(
    _ id: String, _ label: String, _ item: SatisfactionOutput.Item, isKey: Bool = false,
    _ part: (GroupScore.Figures) -> Proportion
  ) -> Measure {
    let figures = item.total.figures
    let share = figures.map(part)
    let interval = share?.wilson(confidence: output.confidence)
    return Measure(
      id: id, label: label, value: share?.share, unit: .share, low: interval?.low,
      high: interval?.high, n: figures?.n, reason: figures == nil ? reason(item.total) : nil,
      betterWhen: .higher, isKey: isKey)
  }
}
