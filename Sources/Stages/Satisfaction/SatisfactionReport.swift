package import Report
import Statistics
import Values

extension SatisfactionOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = SatisfactionWriter(self, wording, step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct SatisfactionWriter {
  typealias P = SatisfactionPhrases

  let output: SatisfactionOutput
  let wording: Wording
  let step: String
  let changes: [ItemChange]
  let differences: [GroupDifference]

  init(_ output: SatisfactionOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    changes = output.changes
    differences = output.differences
  }

  var page: Page {
    var blocks: [Page.Block] = [.paragraph(scopeSentence)]
    blocks += distributionCharts.map { .chart($0) }
    blocks += groupCharts.map { .chart($0) }
    blocks.append(.table(itemsTable))
    if let changesTable { blocks.append(.table(changesTable)) }
    if let nps = output.item("nps") { blocks.append(.table(npsTable(nps))) }
    blocks += meansTables.map { .table($0) }
    if let differencesTable { blocks.append(.table(differencesTable)) }
    blocks += distributionTables.map { .table($0) }
    blocks.append(.table(scalesTable))
    blocks += aspectSentences.map { .paragraph($0) }
    blocks += [aspectsTable, responsesTable, modesTable, commentsTable].compactMap {
      $0.map { .table($0) }
    }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var scopeSentence: String {
    guard let focus = output.focus else {
      return output.responses.map { wording(P.scopeAll, ["all": .count($0)]) }
        ?? wording(P.scopeAllHidden)
    }
    guard let all = output.responses, let n = focus.responses else {
      return wording(P.scopeHidden, ["wave": .text(focus.wave)])
    }
    return wording(P.scope, ["wave": .text(focus.wave), "n": .count(n), "all": .count(all)])
  }

  private var headline: String {
    guard let item = output.item(output.overall) else { return wording(P.headlineEmpty) }
    guard let figures = item.total.figures else {
      return item.total.visibility == .empty
        ? wording(P.headlineEmpty)
        : wording(P.headlineHidden, ["min": .count(output.minCell)])
    }
    if let nps = figures.nps { return headline(nps, figures.n) }
    guard let interval = figures.mean.interval(confidence: output.confidence) else {
      return wording(
        P.headlineOne,
        ["item": .phrase(output.label(item.id)), "mean": .level(figures.mean.mean)])
    }
    return wording(
      P.headlineMean,
      [
        "item": .phrase(output.label(item.id)), "mean": .level(figures.mean.mean),
        "best": .count(item.scale.high), "low": .level(interval.low),
        "high": .level(interval.high), "top": .share(figures.top.share),
      ])
  }

  private func headline(_ nps: NetPromoter, _ n: Int) -> String {
    let interval = nps.adjustedWald(confidence: output.confidence)
    let low = Wording.Argument.value(interval.low * 100, .points)
    let high = Wording.Argument.value(interval.high * 100, .points)
    let score = Wording.Argument.value(nps.score * 100, .points)
    guard output.focus != nil, let change = changes.first(where: \.isPoints), change.test != nil,
      change.value != 0
    else {
      return wording(P.headlineNPS, ["nps": score, "low": low, "high": high, "n": .count(n)])
    }
    let phrase =
      switch (change.value < 0, change.isReal(output.confidence)) {
      case (true, true): P.headlineFallReal
      case (false, true): P.headlineRiseReal
      case (true, false): P.headlineFallNoise
      case (false, false): P.headlineRiseNoise
      }
    return wording(
      phrase,
      [
        "nps": score, "low": low, "high": high,
        "change": .value(abs(change.value), .points),
      ])
  }

  /// Why a group has no figure, in short.
  func reason(_ visibility: GroupVisibility) -> String {
    switch visibility {
    case .shown: wording(P.undefined)
    case .empty: wording(GroupVisibility.emptyWords)
    case .hidden: hiddenReason
    }
  }

  func reason(_ score: GroupScore) -> String { reason(score.visibility) }

  var hiddenReason: String {
    wording(GroupVisibility.hiddenWords, ["min": .count(output.minCell)])
  }

  func group(_ score: GroupScore) -> String {
    score.group.isEmpty ? wording(P.notStated) : score.group
  }

  var warnings: [String] {
    respondentWarnings + reversedWarnings
      + output.unknownLabels.map { wording(P.noteLabel, ["item": .text($0)]) }
  }
}
