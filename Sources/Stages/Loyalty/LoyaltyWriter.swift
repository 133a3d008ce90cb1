import Pipeline
package import Report
import Statistics
import Values

extension LoyaltyOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = LoyaltyWriter(output: self, wording: wording, step: step)
    return StageReport(
      measures: writer.measures, findings: writer.findings,
      pages: [writer.page] + (writer.listPage.map { [$0] } ?? []), warnings: writer.warnings)
  }
}

/// Writes the report of one output in one language.
struct LoyaltyWriter {
  typealias P = LoyaltyPhrases

  let output: LoyaltyOutput
  let wording: Wording
  let step: String

  var money: Unit { .money(output.currency) }
  var days: Wording.Argument { .value(Double(output.settings.days), .days) }
  var hiddenReason: String {
    wording(GroupVisibility.hiddenWords)
  }
  /// p-values below it are no chance.
  var significance: Double { 1 - output.settings.survey.confidence }

  func label(_ question: LoyaltyOutput.Question) -> String {
    wording(output.settings.survey.label(question.id))
  }

  /// A label inside a sentence: English ones begin with a capital.
  func word(_ question: LoyaltyOutput.Question) -> String {
    wording.language == .english ? label(question).lowercased() : label(question)
  }

  func name(_ group: LoyaltyGroup, of question: LoyaltyOutput.Question) -> String {
    switch group.id {
    case "all": return wording(P.all)
    case "promoter": return wording(P.promoter)
    case "passive": return wording(P.passive)
    case "detractor": return wording(P.detractor)
    default:
      let levels = P.five
      guard question.scale.count == levels.count else { return group.id }
      return wording(
        P.level,
        ["answer": .text(group.id), "name": .phrase(levels[group.positions.lowerBound])])
    }
  }

  // MARK: Page

  var page: Page {
    var blocks: [Page.Block] = []
    for question in output.questions {
      if let chart = ratesChart(question) { blocks.append(.chart(chart)) }
      blocks.append(.table(groupsTable(question)))
      if !question.isRecommendation, let table = ratioTable { blocks.append(.table(table)) }
    }
    if let table = testsTable { blocks.append(.table(table)) }
    blocks.append(.table(valueTable))
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    if let ratio = output.ratio, let value = ratio.ratio?.value, let interval = ratio.interval {
      return wording(P.headline, ratioWords(ratio, value, interval))
    }
    let totals = output.questions.map(\.total)
    if let rate = totals.compactMap({ $0.figures?.rate.share }).first {
      return wording(P.headlinePlain, ["rate": .share(rate), "days": days])
    }
    if totals.contains(where: { $0.visibility == .hidden }) {
      return wording(GroupVisibility.noFigure, ["min": .count(output.minCell)])
    }
    return wording(P.headlineEmpty, ["days": days, "day": .day(output.asOf)])
  }

  func ratioWords(
    _ ratio: SatisfactionRatio, _ value: Double, _ interval: Interval
  ) -> KeyValuePairs<String, Wording.Argument> {
    [
      "upper": .share(ratio.upper.share), "lower": .share(ratio.lower.share), "days": days,
      "ratio": .value(value, .ratio), "low": .value(interval.low, .ratio),
      "high": .value(interval.high, .ratio),
    ]
  }

  var warnings: [String] {
    var all: [String] = []
    if output.levels == nil {
      let label = wording(output.settings.survey.label(output.settings.item))
      all.append(wording(P.warnMissing, ["item": .text(label)]))
    }
    for question in output.questions {
      guard let account = question.account, account.unobserved > 0,
        account.unobserved >= output.minCell
      else { continue }
      all.append(
        wording(
          P.warnUnobserved,
          [
            "unobserved": .count(account.unobserved), "answers": .count(account.answers),
            "item": .text(word(question)), "days": days,
          ]))
    }
    return all
  }
}
