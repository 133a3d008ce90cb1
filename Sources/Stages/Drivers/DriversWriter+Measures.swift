import Report
import Statistics
import Values

extension DriversWriter {
  /// Complete answers, R², and the importance of each item.
  var measures: [Measure] {
    let fit = output.fit
    let reason = reason(fit)
    var result = [
      Measure(
        id: "complete", label: wording(P.complete), value: fit.n.map(Double.init), unit: .count,
        n: fit.n, reason: fit.n == nil ? hiddenReason : nil, betterWhen: .higher),
      share(
        "r_squared", wording(P.rSquared), fit.importance?.rSquared, fit.draws?.rSquared, reason),
    ]
    for (place, item) in output.items.enumerated() {
      result.append(
        share(
          "share.\(item.id)", wording(P.shareOf, ["item": label(place)]),
          fit.varies(place) ? fit.share(place) : nil, fit.draws?.relativeShares[place],
          fit.ranked.isEmpty || fit.varies(place) ? reason : wording(P.alike)))
    }
    return result
      + output.unanswered.map { item in
        share(
          "share.\(item)",
          wording(P.shareOf, ["item": .phrase(output.settings.survey.label(item))]), nil, nil,
          wording(P.unanswered))
      }
  }

  /// Percentiles that leave the estimate outside are no interval of it.
  private func share(
    _ id: String, _ label: String, _ value: Double?, _ interval: Interval?, _ reason: String
  ) -> Measure {
    let holds = interval.flatMap { interval in
      value.flatMap { interval.contains($0) ? interval : nil }
    }
    return Measure(
      id: id, label: label, value: value, unit: .share, low: holds?.low, high: holds?.high,
      n: value == nil ? nil : output.fit.n, reason: value == nil ? reason : nil)
  }
}
