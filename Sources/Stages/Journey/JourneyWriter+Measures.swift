import Pipeline
import Report
import Statistics
import Values

extension JourneyWriter {
  /// Score of each touchpoint and its NPS, the worst drop, peak and end, recovery.
  var measures: [Measure] {
    let n = output.scored.total.figures?.n
    var result = [
      Measure(
        id: "answers", label: wording(P.answersOf), value: n.map(Double.init), unit: .count, n: n,
        reason: n == nil ? reason(output.scored.total.visibility) : nil)
    ]
    let ids = measureIDs
    for (score, id) in zip(output.scored.touchpoints, ids) where !score.group.isEmpty {
      let name = Wording.Argument.text(label(score.group))
      let mean = score.figures?.mean
      let interval = mean?.interval(confidence: confidence)
      result.append(
        Measure(
          id: "mean.\(id)",
          label: wording(
            P.meanOf, ["item": .text(label(output.scored)), "touchpoint": name]),
          value: mean?.mean, unit: .score, low: interval?.low, high: interval?.high,
          n: score.figures?.n, reason: mean == nil ? reason(score.visibility) : nil,
          betterWhen: .higher))
    }
    if let overall = output.overall, overall.id == "nps" {
      for (score, id) in zip(overall.touchpoints, ids) where !score.group.isEmpty {
        let nps = score.figures?.nps
        let interval = nps.map(output.interval)
        result.append(
          Measure(
            id: "nps.\(id)",
            label: wording(P.npsAt, ["touchpoint": .text(label(score.group))]),
            value: nps.map { $0.score * 100 }, unit: .points, low: interval.map { $0.low * 100 },
            high: interval.map { $0.high * 100 }, n: score.figures?.n,
            reason: nps == nil ? reason(score.visibility) : nil, betterWhen: .higher))
      }
    }
    return result + [drop] + memoryMeasures + recoveryMeasures
  }

  /// The touchpoints' names as parts of ids: blanks become underscores where that keeps them apart.
  private var measureIDs: [String] {
    let plain = output.touchpoints.map { $0.replacing(" ", with: "_") }
    return Set(plain).count == plain.count ? plain : output.touchpoints
  }

  private var drop: Measure {
    let worst = path.worstDrop(output.settings.level)
    let interval = worst?.test?.interval(confidence: confidence)
    return Measure(
      id: "worst_drop", label: wording(P.worstDrop), value: worst?.change, unit: .score,
      low: interval?.low, high: interval?.high, n: worst?.figures.n,
      reason: worst == nil ? wording(P.noDrop) : nil, betterWhen: .higher)
  }

  private var memoryMeasures: [Measure] {
    guard output.overall != nil, !output.absent.contains(.customers) else { return [] }
    let pair = output.memory?.correlations
    let isEnough = (output.memory?.n ?? 0) >= PeakEndComparison.leastCompared
    let none = pair == nil ? wording(isEnough ? P.alike : P.tooFew) : nil
    func measure(_ id: String, _ label: Phrase, _ value: Double?, _ interval: Interval?) -> Measure
    {
      Measure(
        id: id, label: wording(label), value: value, unit: .share, low: interval?.low,
        high: interval?.high, n: pair == nil ? nil : output.memory?.n, reason: none)
    }
    return [
      measure(
        "peak_end.r_squared", P.peakEndOf, pair?.firstRSquared,
        pair?.firstInterval(confidence: confidence)),
      measure(
        "mean.r_squared", P.meanRSquared, pair?.secondRSquared,
        pair?.secondInterval(confidence: confidence)),
    ]
  }

  private var recoveryMeasures: [Measure] {
    guard !output.recovery.isEmpty else { return [] }
    let test = output.recoveryTest(.resolved)
    let interval = test?.interval(confidence: confidence)
    let resolved = output.recovery(.resolved)
    return [
      Measure(
        id: "recovery.resolved_less_none", label: wording(P.recoveryOf), value: test?.value,
        unit: .score, low: interval?.low, high: interval?.high,
        n: test == nil ? nil : resolved?.figures?.n,
        reason: test == nil ? reason(resolved?.visibility ?? .empty) : nil, betterWhen: .higher)
    ]
  }
}
