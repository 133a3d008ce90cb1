import Pipeline
package import Report
import Statistics
import Values

extension KanoOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = KanoWriter(self, wording, step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct KanoWriter {
  typealias P = KanoPhrases

  let output: KanoOutput
  let wording: Wording
  let step: String
  let ranked: [KanoPriority]

  init(_ output: KanoOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    ranked = KanoPriority.ranked(output.features)
  }

  var page: Page {
    var blocks: [Page.Block] = []
    if output.hasPairs { blocks.append(.paragraph(scopeSentence)) }
    blocks += [plane, continuousPlane, mix].compactMap { $0.map { .chart($0) } }
    if output.hasPairs {
      blocks += [.table(prioritiesTable), .table(featuresTable), .table(sharesTable)]
      blocks.append(.table(continuousTable))
      blocks += letterTables.map { .table($0) }
      if let differences = differencesTable { blocks.append(.table(differences)) }
    }
    if let penalties = penaltiesTable { blocks.append(.table(penalties)) }
    if output.hasPairs { blocks.append(.table(evaluationTable)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var scopeSentence: String {
    switch (output.focus, output.respondents) {
    case (let focus?, let n?):
      wording(P.scope, ["wave": .text(focus.wave), "n": .count(n)])
    case (let focus?, nil): wording(P.scopeHidden, ["wave": .text(focus.wave)])
    case (nil, let n?): wording(P.scopeAll, ["n": .count(n)])
    case (nil, nil): wording(P.scopeAllHidden)
    }
  }

  private var headline: String {
    guard output.hasPairs else { return penaltyHeadline }
    guard let first = ranked.first else {
      return output.features.contains { $0.total.visibility == .hidden }
        ? wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
        : wording(P.headlineEmpty)
    }
    guard [.mustBe, .oneDimensional, .attractive].contains(first.category) else {
      return wording(
        P.headlineNone,
        ["all": .count(ranked.count), "class": .text(letter(mostFrequent(first.category)))])
    }
    return wording(
      P.headline,
      [
        "basic": .count(count(.mustBe)), "expected": .count(count(.oneDimensional)),
        "excitement": .count(count(.attractive)), "all": .count(ranked.count),
        "first": .text(label(output.features[first.feature].id)),
      ])
  }

  private var penaltyHeadline: String {
    guard let penalties = output.penalties else { return wording(P.headlineEmpty) }
    if penalties.isHidden {
      return wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
    }
    if let refused = refusal(penalties) { return refused }
    let kinds = penalties.items.compactMap { $0.effects?.kind }
    return wording(
      P.headlinePenalties,
      [
        "basic": .count(kinds.count { $0 == .basic }), "all": .count(penalties.items.count),
        "excitement": .count(kinds.count { $0 == .excitement }),
      ])
  }

  /// Why penalties and rewards were not worked out; nil where they were.
  func refusal(_ penalties: PenaltyClasses) -> String? {
    switch penalties.refusal {
    case .tooFew?: wording(P.headlineRefused)
    case .noVariance?:
      wording(
        P.headlineFlat,
        [
          "overall": .phrase(OverallQuestion.phrase(penalties.overall)),
          "n": .count(penalties.n ?? 0),
        ])
    case nil: nil
    }
  }

  /// The letter of most features, of equals the first; `first` is the letter of the first feature.
  private func mostFrequent(_ first: KanoCategory) -> KanoCategory {
    KanoCategory.allCases.reduce(first) { count($1) > count($0) ? $1 : $0 }
  }

  func count(_ category: KanoCategory) -> Int { ranked.count { $0.category == category } }

  /// The name of the settings, or that of the export; of survey items without their prefix.
  func label(_ id: String) -> String {
    if let text = output.settings.names[id] { return text[wording.language] }
    return id.hasPrefix("item_")
      ? String(id.dropFirst("item_".count)).replacing("_", with: " ") : id
  }

  func letter(_ category: KanoCategory) -> String {
    wording(P.letterName, ["letter": .text(category.letter), "name": .phrase(P.name(category))])
  }

  func group(_ score: KanoScore) -> String {
    score.group.isEmpty ? wording(P.notStated) : score.group
  }

  func reason(_ visibility: GroupVisibility) -> String {
    switch visibility {
    case .shown: wording(P.undefined)
    case .empty: wording(GroupVisibility.emptyWords)
    case .hidden: hiddenReason
    }
  }

  var hiddenReason: String {
    wording(GroupVisibility.hiddenWords)
  }

  /// The title of a dimension inside a sentence.
  func lower(_ title: Phrase) -> String { wording(title).lowercased() }
}
