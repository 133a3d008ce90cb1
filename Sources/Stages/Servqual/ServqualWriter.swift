import Pipeline
package import Report
import Statistics
import Values

extension ServqualOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = ServqualWriter(self, wording, step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page],
      warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct ServqualWriter {
  typealias P = ServqualPhrases

  let output: ServqualOutput
  let wording: Wording
  let step: String
  let adjusted: [ServqualQuestion: Double]

  init(_ output: ServqualOutput, _ wording: Wording, _ step: String) {
    self.output = output
    self.wording = wording
    self.step = step
    adjusted = output.adjusted([output.total]).first ?? [:]
  }

  var page: Page {
    var blocks: [Page.Block] = [.paragraph(scopeSentence)]
    blocks += charts.map { .chart($0) }
    blocks += [.table(dimensionsTable), .table(itemsTable)]
    blocks += groupTables.map { .table($0) }
    blocks += [toleranceTable, matrixTable, pairsTable].compactMap { $0.map { .table($0) } }
    blocks.append(.notes(notes))
    let isInside = output.scope == .internal
    return Page(
      anchor: step, title: wording(isInside ? P.titleInternal : P.title),
      question: wording(isInside ? P.questionInternal : P.question), headline: headline,
      blocks: blocks)
  }

  private var scopeSentence: String {
    guard output.total.visibility == .shown else { return wording(P.scopeHidden) }
    let n = Wording.Argument.count(output.total.n)
    return output.focus.map { wording(P.scope, ["wave": .text($0.wave), "n": n]) }
      ?? wording(P.scopeAll, ["n": n])
  }

  /// The dimension with the lowest score among all dimensions that may be told.
  var weakest: (question: ServqualQuestion, figure: ServqualFigure)? {
    output.dimensionNames.indices.compactMap { place in
      let question = ServqualQuestion.dimension(place)
      return output.total.figures[question].map { (question, $0) }
    }.min { score($0.1)?.mean ?? .infinity < score($1.1)?.mean ?? .infinity }
  }

  /// The gap, or perception where expectations were not asked.
  func score(_ figure: ServqualFigure) -> MeanEstimate? {
    output.hasExpectations ? figure.gap : figure.perception
  }

  private var headline: String {
    guard let (question, figure) = weakest else {
      return output.total.visibility == .empty
        ? wording(emptyHeadline)
        : wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
    }
    let name = Wording.Argument.text(label(question))
    guard let gap = figure.gap, let expectation = figure.expectation,
      let perception = figure.perception
    else {
      return wording(
        P.headlinePerceived,
        ["dimension": name, "perceived": .level(figure.perception?.mean ?? .nan)])
    }
    guard let interval = gap.interval(confidence: output.settings.confidence) else {
      return wording(P.headlineOne, ["dimension": name, "gap": signed(gap.mean)])
    }
    return wording(
      fallsShort(gap.mean) ? P.headline : P.headlineMet,
      [
        "dimension": name, "gap": signed(gap.mean), "low": signed(interval.low),
        "high": signed(interval.high), "expected": .level(expectation.mean),
        "perceived": .level(perception.mean),
      ])
  }

  /// Without a row of its scope a page has to say where the answers of the other scope are.
  private var emptyHeadline: Phrase {
    guard !output.hasRows else { return P.headlineEmpty }
    return output.scope == .internal ? P.headlineNoInternal : P.headlineNoExternal
  }

  /// Whether a gap is below 0, and not by rounding alone.
  func fallsShort(_ gap: Double) -> Bool { gap < -1e-9 }

  func signed(_ value: Double) -> Wording.Argument {
    .text(gapStyle.text(value, wording.language))
  }

  var gapStyle: NumberStyle { NumberStyle(.score, decimals: 2, showsSign: true) }

  /// The name of the settings, else the usual one, else that of the export.
  func label(_ question: ServqualQuestion) -> String {
    switch question {
    case .dimension(let place):
      let name = output.dimensionNames[place]
      if let text = output.settings.names[name] { return text[wording.language] }
      return ServqualItems.dimensions[name].map { wording($0) }
        ?? name.replacing("_", with: " ")
    case .item(let place):
      let item = output.items[place]
      if let text = output.settings.names[item] { return text[wording.language] }
      if isStandard, let number = Int(item) {
        return wording(
          P.itemNamed,
          ["n": .text(item), "name": .phrase(ServqualItems.names[number - 1])])
      }
      return Int(item) == nil
        ? item.replacing("_", with: " ") : wording(P.itemNumber, ["n": .text(item)])
    case .overall: return wording(P.overall)
    case .weighted: return wording(P.weighted)
    }
  }

  /// Whether the items are those of the questionnaire of 1991.
  var isStandard: Bool { output.settings.dimensions == .standard }

  func group(_ score: ServqualScore) -> String {
    score.group.isEmpty ? wording(P.notStated) : score.group
  }

  func reason(_ visibility: GroupVisibility) -> String {
    switch visibility {
    case .shown: wording(P.undefined)
    case .empty: wording(GroupVisibility.emptyWords)
    case .hidden: wording(GroupVisibility.hiddenWords)
    }
  }

  func lower(_ title: Phrase) -> String { wording(title).lowercased() }
}
