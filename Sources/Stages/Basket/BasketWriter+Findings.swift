import Report
import Statistics
import Values

private typealias P = BasketPhrases

extension BasketWriter {
  private static let leadingRules = 3

  /// What to offer to whom, the strongest ties, and groups that buy narrowly.
  var findings: [Finding] {
    narrow + [next].compactMap { $0 } + strongest
  }

  private var next: Finding? {
    guard let amount = expectedTotal, output.suggestions.customers > 0 else { return nil }
    return Finding(
      id: "\(step).next", severity: .good, weight: amount,
      sentence: wording(
        P.findingNext,
        [
          "customers": .count(output.suggestions.customers), "amount": .value(amount, money),
        ]), page: step, action: wording(P.actionNext), owner: wording(P.sales))
  }

  private var strongest: [Finding] {
    leading(Self.leadingRules).enumerated().map { index, rule in
      let first = Wording.Argument.text(output.antecedent(rule))
      let second = Wording.Argument.text(output.product(rule.consequent))
      return Finding(
        id: "\(step).rule_\(index + 1)", severity: .good,
        sentence: wording(
          P.findingRule,
          [
            "first": first, "second": second, "confidence": .share(rule.confidence),
            "baskets": .count(rule.both),
            "lift": .text(NumberStyle(.ratio, decimals: 1).text(rule.lift, wording.language)),
          ]), page: step,
        action: wording(P.actionRule, ["first": first, "second": second]),
        owner: wording(P.marketing))
    }
  }

  /// The group whose share of customers with two products or more lies farthest below that of all,
  /// where chance alone would not do.
  private var narrow: [Finding] {
    guard let whole else { return [] }
    let below = output.groups.dropFirst().filter { group in
      group.group?.isEmpty == false && group.customers < whole.customers
        && group.several.wilson().high < whole.several.share
    }
    guard let worst = below.min(by: { $0.several.share < $1.several.share }) else { return [] }
    let interval = worst.several.wilson()
    return [
      Finding(
        id: "\(step).narrow", severity: .warning, weight: 0,
        sentence: wording(
          P.findingNarrow,
          [
            "group": .text(name(worst)), "share": .share(worst.several.share),
            "customers": .count(worst.customers), "low": .share(interval.low),
            "high": .share(interval.high), "all": .share(whole.several.share),
          ]), page: step, action: wording(P.actionNarrow), owner: wording(P.sales))
    ]
  }
}
