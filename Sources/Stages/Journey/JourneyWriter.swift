import Pipeline
package import Report
import Statistics
import Values

extension JourneyOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = JourneyWriter(self, wording, step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct JourneyWriter {
  typealias P = JourneyPhrases

  let output: JourneyOutput
  let wording: Wording
  let step: String
  let path: JourneyPath

  init(_ output: JourneyOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    path = JourneyPath(output)
  }

  var confidence: Double { output.settings.survey.confidence }

  var page: Page {
    var blocks: [Page.Block] = [.paragraph(scopeSentence)]
    if let chart { blocks.append(.chart(chart)) }
    if !path.steps.isEmpty { blocks.append(.table(stepsTable)) }
    if let sentence = importanceSentence { blocks.append(.paragraph(sentence)) }
    if path.steps.count > 1 { blocks.append(.table(truthTable)) }
    if let groupsTable { blocks.append(.table(groupsTable)) }
    if let sentence = memorySentence { blocks.append(.paragraph(sentence)) }
    blocks += [modelsTable, momentsTable].compactMap { $0.map { .table($0) } }
    if let sentence = recoverySentence { blocks.append(.paragraph(sentence)) }
    blocks += [recoveryTable, classesTable].compactMap { $0.map { .table($0) } }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var scopeSentence: String {
    let order = Wording.Argument.text(orderWords)
    guard let n = output.scored.total.figures?.n else {
      return wording(P.scopeHidden, ["order": order])
    }
    let item = Wording.Argument.text(label(output.scored))
    return output.focus.map {
      wording(
        P.scope, ["item": item, "wave": .text($0.wave), "n": .count(n), "order": order])
    } ?? wording(P.scopeAll, ["item": item, "n": .count(n), "order": order])
  }

  private var orderWords: String {
    switch output.order.rule {
    case .given: wording(P.orderGiven)
    case .names: wording(P.orderNames)
    case .days:
      output.several.map { wording(P.orderDays, ["n": .count($0)]) }
        ?? wording(P.orderDaysHidden)
    }
  }

  private var headline: String {
    guard let worst = path.worstDrop(output.settings.level) ?? path.trough else {
      return output.scored.total.visibility == .empty
        ? wording(P.headlineEmpty)
        : wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
    }
    let name = Wording.Argument.text(label(worst.name))
    let item = Wording.Argument.text(label(output.scored))
    let mean = Wording.Argument.level(worst.figures.mean.mean)
    guard let interval = worst.figures.mean.interval(confidence: confidence) else {
      return wording(P.headlineOne, ["touchpoint": name, "item": item, "mean": mean])
    }
    let best = Wording.Argument.count(output.scored.scale.high)
    guard let drop = path.worstDrop(output.settings.level)?.change,
      let before = before(worst)
    else {
      return wording(
        P.headlineTrough,
        [
          "touchpoint": name, "item": item, "mean": mean, "best": best,
          "low": .level(interval.low), "high": .level(interval.high),
        ])
    }
    return wording(
      P.headlineDrop,
      [
        "touchpoint": name, "item": item, "mean": mean, "best": best,
        "low": .level(interval.low), "high": .level(interval.high), "drop": .level(-drop),
        "before": .text(label(before.name)),
      ])
  }

  /// The step before one in the journey.
  func before(_ step: JourneyPath.Step) -> JourneyPath.Step? {
    path.steps.last { $0.place < step.place }
  }

  /// The name of the settings, or that of the export.
  func label(_ touchpoint: String) -> String {
    if touchpoint.isEmpty { return wording(P.notStated) }
    return output.settings.names[touchpoint]?[wording.language] ?? touchpoint
  }

  func label(_ question: JourneyQuestion) -> String {
    wording(output.settings.survey.label(question.id))
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

  var changeStyle: NumberStyle { NumberStyle(.score, decimals: 2, showsSign: true) }

  func pCell(_ p: Double?, else none: Phrase) -> ReportTable.Cell {
    guard let p else { return .missing(wording(none)) }
    return .pValue(p)
  }

  // MARK: Paragraphs

  private var importanceSentence: String? {
    guard let basis = path.basis, let limit = path.importanceLimit,
      let spread = path.spreadLimit
    else { return nil }
    let question = output.overall ?? output.scored
    let item = Wording.Argument.text(label(question))
    let rule =
      switch basis {
      case .weights:
        wording(
          P.byWeights,
          [
            "item": item, "n": .count(output.importance?.n ?? 0),
            "explained": .level(path.explained ?? 0),
          ])
      case .correlation: wording(P.byCorrelation, ["item": item])
      case .variance:
        wording(
          P.byVariance,
          [
            "item": item, "explained": .text(share(path.explained ?? 0)),
            "why": .text(
              output.settings.importance == .variance ? "" : wording(P.fewScoredSeveral)),
            "p": .text(wording.pValue(path.pValue ?? 1)),
          ])
      }
    return wording(
      P.importanceBy,
      [
        "rule": .text(rule), "limit": .text(share(limit)), "spread": .level(spread),
        "drop": .level(path.dropLimit ?? 0),
      ])
  }

  func share(_ value: Double) -> String {
    NumberStyle(.ratio, decimals: 3).text(value, wording.language)
  }

  /// 1 where peak and end explain more beyond chance, −1 where the mean does, 0 where it is open.
  var memoryVerdict: Int? {
    guard let pair = output.memory?.correlations,
      let difference = pair.rSquaredDifference(confidence: confidence)
    else { return nil }
    return difference.interval.low > 0 ? 1 : difference.interval.high < 0 ? -1 : 0
  }

  var memorySentence: String? {
    guard let memory = output.memory, let pair = memory.correlations, let verdict = memoryVerdict,
      let overall = output.overall,
      let difference = pair.rSquaredDifference(confidence: confidence)
    else { return nil }
    return wording(
      verdict > 0 ? P.memoryBetter : verdict < 0 ? P.memoryWorse : P.memoryOpen,
      [
        "item": .text(label(overall)), "first": .level(pair.firstRSquared),
        "second": .level(pair.secondRSquared), "low": .level(difference.interval.low),
        "high": .level(difference.interval.high), "n": .count(memory.n),
      ])
  }

  var recoverySentence: String? {
    guard let test = output.recoveryTest(.resolved), let overall = output.overall else {
      return nil
    }
    let interval = test.interval(confidence: confidence)
    let isOpen = interval.contains(0)
    func level(_ value: Double) -> Wording.Argument { .level(test.value < 0 ? -value : value) }
    let item = Wording.Argument.text(label(overall))
    if isOpen {
      return wording(
        P.recoveryOpen,
        [
          "item": item, "value": .text(changeStyle.text(test.value, wording.language)),
          "low": .text(changeStyle.text(interval.low, wording.language)),
          "high": .text(changeStyle.text(interval.high, wording.language)),
        ])
    }
    return wording(
      test.value > 0 ? P.recoverySupported : P.recoveryAgainst,
      [
        "item": item, "value": level(test.value),
        "low": level(test.value > 0 ? interval.low : interval.high),
        "high": level(test.value > 0 ? interval.high : interval.low),
      ])
  }
}
