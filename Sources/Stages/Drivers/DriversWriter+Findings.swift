import Pipeline
import Report
import Statistics
import Values

extension DriversWriter {
  var findings: [Finding] { [first, basic, lowestGroup].compactMap(\.self) }

  private func owner(_ item: Int) -> String {
    output.settings.owners[output.items[item].id].map { $0[wording.language] }
      ?? wording(P.experience)
  }

  /// The strongest driver that performs below the crosshair.
  private var first: Finding? {
    guard let plane, let point = plane.first else { return nil }
    let item = label(point.item)
    let mean = performance(point.performance)
    let cut = performance(plane.performanceCut)
    let sentence: String
    if output.settings.importance == .stated {
      sentence = wording(
        P.firstStated,
        ["item": item, "importance": .level(point.importance), "mean": mean, "cut": cut])
    } else {
      guard let interval = output.fit.draws?.relativeShares[point.item] else { return nil }
      sentence = wording(
        P.first,
        [
          "item": item, "share": .share(point.importance), "overall": overall,
          "low": .share(interval.low), "high": .share(interval.high), "mean": mean, "cut": cut,
        ])
    }
    return Finding(
      id: "drivers.first", severity: .warning, sentence: sentence, page: step,
      action: wording(P.firstAction, ["item": item]), owner: owner(point.item))
  }

  /// The basic item that costs most where it is poor.
  private var basic: Finding? {
    let costs = output.penalties.items.enumerated().compactMap { place, item in
      item.effects.flatMap { effects -> (item: Int, penalty: Double, reward: Double)? in
        guard effects.kind == .basic, let penalty = effects.penalty?.value,
          let reward = effects.reward?.value
        else { return nil }
        return (place, penalty, reward)
      }
    }
    guard let worst = costs.min(by: { $0.penalty < $1.penalty }) else { return nil }
    let levels = NumberStyle(.score, decimals: 2, showsSign: true)
    let item = label(worst.item)
    return Finding(
      id: "drivers.basic", severity: .note,
      sentence: wording(
        P.basic,
        [
          "item": item, "overall": overall,
          "penalty": .text(levels.text(worst.penalty, wording.language)),
          "reward": .text(levels.text(worst.reward, wording.language)),
        ]),
      page: step, action: wording(P.basicAction, ["item": item]), owner: owner(worst.item))
  }

  /// The lowest group, where its interval lies below the figure of all.
  private var lowestGroup: Finding? {
    guard let low = lowest.first, low.isBelow,
      let total = HeadlineFigure(
        output.overall.score, confidence: output.settings.survey.confidence)
    else { return nil }
    let figure = low.figure
    let group = Wording.Argument.text(low.group.score.group)
    let sentence = wording(
      P.lowestGroup,
      [
        "dimension": .phrase(low.kind.title), "group": group,
        "figure": .value(figure.value, figure.unit), "low": .value(figure.low, figure.unit),
        "high": .value(figure.high, figure.unit), "total": .value(total.value, total.unit),
      ])
    guard let most = low.group.complaints.first(where: { !$0.category.isEmpty }) else {
      return Finding(
        id: "drivers.lowest-group", severity: .warning, sentence: sentence, page: step,
        action: wording(P.lowestActionOpen, ["group": group]), owner: wording(P.experience))
    }
    return Finding(
      id: "drivers.lowest-group", severity: .warning,
      sentence: wording(
        P.lowestComplaint,
        [
          "sentence": .text(sentence), "category": .text(most.category), "n": .count(most.cases),
        ]),
      page: step, action: wording(P.lowestAction, ["group": group]), owner: wording(P.experience))
  }

  var warnings: [String] {
    var warnings = unansweredWords
    let fit = output.fit
    if case .tooFew(let needed)? = fit.refusal, fit.visibility == .shown {
      warnings.append(
        wording(
          P.noteRefused,
          [
            "n": .count(fit.n ?? 0), "effective": .value(fit.effectiveN ?? 0, .count),
            "needed": .count(needed),
          ]))
    }
    warnings += output.unknownItems.map { wording(P.noteUnknown, ["item": .text($0)]) }
    return warnings
  }
}
