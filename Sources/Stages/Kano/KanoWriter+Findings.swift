import Report
import Statistics
import Values

extension KanoWriter {
  var findings: [Finding] {
    questionable + [basic, excitement, reverse].compactMap(\.self) + differences
  }

  private func plane(_ priority: KanoPriority) -> KanoCounts.BetterWorse? {
    output.features[priority.feature].total.figures?
      .betterWorse(confidence: output.settings.confidence)
  }

  /// The basic feature whose absence costs most.
  private var basic: Finding? {
    guard let first = ranked.first, first.category == .mustBe, let plane = plane(first) else {
      return nil
    }
    let name = Wording.Argument.text(label(output.features[first.feature].id))
    return Finding(
      id: "kano.basic", severity: .note,
      sentence: wording(
        P.basicFirst,
        [
          "feature": name, "worse": .share(-plane.worse), "low": .share(-plane.worseInterval.high),
          "high": .share(-plane.worseInterval.low),
        ]),
      page: step, action: wording(P.basicAction, ["feature": name]), owner: wording(P.quality))
  }

  /// The feature that delights most.
  private var excitement: Finding? {
    guard let first = ranked.first(where: { $0.category == .attractive }),
      let plane = plane(first)
    else { return nil }
    let name = Wording.Argument.text(label(output.features[first.feature].id))
    return Finding(
      id: "kano.excitement", severity: .good,
      sentence: wording(
        P.excitement,
        [
          "feature": name, "better": .share(plane.better),
          "low": .share(plane.betterInterval.low), "high": .share(plane.betterInterval.high),
        ]),
      page: step, action: wording(P.excitementAction, ["feature": name]),
      owner: wording(P.product))
  }

  private var reverse: Finding? {
    guard let first = ranked.first(where: { $0.category == .reverse }),
      let figures = output.features[first.feature].total.figures
    else { return nil }
    let name = Wording.Argument.text(label(output.features[first.feature].id))
    return Finding(
      id: "kano.reverse", severity: .warning,
      sentence: wording(
        P.reverse, ["feature": name, "share": .share(figures.share(.reverse))]),
      page: step, action: wording(P.reverseAction, ["feature": name]), owner: wording(P.product))
  }

  /// Features that groups place under different letters, and those whose letter changed between the
  /// last two waves; the surest of each dimension.
  private var differences: [Finding] {
    let real = KanoDifference.all(output).filter {
      $0.adjusted < 1 - output.settings.confidence && letters($0).count > 1
        && Set(letters($0).map(\.letter)).count > 1
    }
    return output.kinds.compactMap { kind in
      guard let first = real.filter({ $0.kind == kind }).min(by: { $0.adjusted < $1.adjusted })
      else { return nil }
      return kind == .wave ? changed(first) : between(first)
    }
  }

  private func letters(
    _ difference: KanoDifference
  ) -> [(group: String, letter: String, category: KanoCategory)] {
    guard let place = output.kinds.firstIndex(of: difference.kind) else { return [] }
    let scores = output.features[difference.feature].dimensions[place]
    return difference.groups.compactMap { name in
      scores.first { $0.group == name }?.figures.map {
        (name, $0.category.letter, $0.category)
      }
    }
  }

  private func between(_ difference: KanoDifference) -> Finding {
    let name = Wording.Argument.text(label(output.features[difference.feature].id))
    let dimension = Wording.Argument.text(lower(difference.kind.title))
    let groups = letters(difference).map {
      wording(P.groupIs, ["group": .text($0.group), "letter": .text(letter($0.category))])
    }.joined(separator: wording.language == .english ? ", " : "、")
    return Finding(
      id: "kano.by-\(difference.kind.rawValue)", severity: .note,
      sentence: wording(
        P.between,
        [
          "feature": name, "dimension": dimension, "groups": .text(groups),
          "p": .text(wording.pValue(difference.adjusted)),
        ]),
      page: step,
      action: wording(P.betweenAction, ["feature": name, "dimension": dimension]),
      owner: wording(P.product))
  }

  private func changed(_ difference: KanoDifference) -> Finding? {
    let letters = letters(difference)
    guard let before = letters.first, let after = letters.last else { return nil }
    let name = Wording.Argument.text(label(output.features[difference.feature].id))
    return Finding(
      id: "kano.changed", severity: .warning,
      sentence: wording(
        P.changed,
        [
          "feature": name, "before": .text(before.group), "after": .text(after.group),
          "from": .text(letter(before.category)), "to": .text(letter(after.category)),
          "p": .text(wording.pValue(difference.adjusted)),
        ]),
      page: step, action: wording(P.changedAction, ["feature": name]), owner: wording(P.product))
  }

  /// The feature with most contradicting answers, where they are too many.
  private var questionable: [Finding] {
    let limit = output.settings.questionableLimit
    let doubted = output.features.compactMap { feature in
      feature.total.figures.map { (feature: feature, share: $0.share(.questionable)) }
    }.filter { $0.share > limit }
    guard let worst = doubted.max(by: { $0.share < $1.share }) else { return [] }
    return [
      Finding(
        id: "kano.questionable", severity: .warning,
        sentence: wording(
          P.questionableFeature,
          [
            "feature": .text(label(worst.feature.id)), "share": .share(worst.share),
            "limit": .share(limit),
          ]),
        page: step, action: wording(P.questionableAction), owner: wording(P.research))
    ]
  }

  var warnings: [String] {
    var warnings: [String] = []
    if let all = output.everything, all.share(.questionable) > output.settings.questionableLimit {
      warnings.append(
        wording(
          P.questionableAll,
          [
            "share": .share(all.share(.questionable)),
            "limit": .share(output.settings.questionableLimit),
          ]))
    }
    let features = Set(output.features.map(\.id))
    let items = Set((output.penalties?.items ?? []).map(\.id))
    if output.hasPairs {
      for (_, feature) in output.settings.features.entries where !features.contains(feature) {
        warnings.append(wording(P.noteUnmatched, ["feature": .text(feature)]))
      }
    }
    for name in output.settings.names.items
    where !features.contains(name) && !items.contains(name) {
      warnings.append(wording(P.noteName, ["feature": .text(name)]))
    }
    return warnings
  }
}
