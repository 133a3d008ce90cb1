import Report
import Statistics
import Values

extension KanoWriter {
  /// Respondents, contradicting answers, features by letter, both coefficients of each feature.
  var measures: [Measure] {
    guard output.hasPairs else { return penaltyMeasures }
    var result = [
      Measure(
        id: "respondents", label: wording(P.respondents),
        value: output.respondents.map(Double.init),
        unit: .count, n: output.respondents, reason: output.respondents == nil ? hiddenReason : nil,
        betterWhen: .higher),
      questionableShare,
    ]
    for category in [KanoCategory.mustBe, .oneDimensional, .attractive, .indifferent] {
      result.append(
        Measure(
          id: "features.\(category.letter.lowercased())",
          label: wording(P.count, ["name": .phrase(P.name(category))]),
          value: ranked.isEmpty ? nil : Double(count(category)), unit: .count,
          reason: ranked.isEmpty ? noFigure : nil))
    }
    let ids = measureIDs
    for (feature, id) in zip(output.features, ids) {
      let plane = feature.total.figures?.betterWorse(confidence: output.settings.confidence)
      let name = Wording.Argument.text(label(feature.id))
      let reason = plane == nil ? reason(feature.total.visibility) : nil
      let n = plane == nil ? nil : feature.total.n
      result.append(
        Measure(
          id: "better.\(id)", label: wording(P.betterOf, ["feature": name]), value: plane?.better,
          unit: .ratio, low: plane?.betterInterval.low, high: plane?.betterInterval.high, n: n,
          reason: reason))
      result.append(
        Measure(
          id: "worse.\(id)", label: wording(P.worseOf, ["feature": name]), value: plane?.worse,
          unit: .ratio, low: plane?.worseInterval.low, high: plane?.worseInterval.high, n: n,
          reason: reason))
    }
    return result
  }

  private var noFigure: String {
    output.features.contains { $0.total.visibility == .hidden }
      ? hiddenReason : wording(GroupVisibility.emptyWords)
  }

  private var questionableShare: Measure {
    let all = output.everything
    let share = all.flatMap { Proportion(share: $0.share(.questionable), n: $0.n) }
    let interval = share?.wilson(confidence: output.settings.confidence)
    return Measure(
      id: "questionable", label: wording(P.questionable), value: share?.share, unit: .share,
      low: interval?.low, high: interval?.high,
      n: all == nil ? nil : output.features.reduce(0) { $0 + $1.total.n },
      reason: share == nil ? noFigure : nil, betterWhen: .lower)
  }

  /// The features' names as parts of ids: blanks become underscores where that keeps them apart.
  private var measureIDs: [String] {
    let plain = output.features.map { $0.id.replacing(" ", with: "_") }
    return Set(plain).count == plain.count ? plain : output.features.map(\.id)
  }

  private var penaltyMeasures: [Measure] {
    guard let penalties = output.penalties else { return [] }
    let reason = penalties.isHidden ? hiddenReason : refusal(penalties)
    return [
      Measure(
        id: "complete", label: wording(P.respondents), value: penalties.n.map(Double.init),
        unit: .count, n: penalties.n, reason: penalties.n == nil ? hiddenReason : nil,
        betterWhen: .higher),
      Measure(
        id: "r_squared", label: "R²", value: penalties.rSquared, unit: .share, n: penalties.n,
        reason: penalties.rSquared == nil ? reason ?? wording(P.undefined) : nil),
    ]
  }
}
