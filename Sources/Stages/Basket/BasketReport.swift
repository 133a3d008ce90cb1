import Pipeline
package import Report
import Statistics
import Values

private typealias P = BasketPhrases

extension BasketOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    BasketWriter(output: self, wording: wording, step: step).report
  }
}

/// What `basket` says in one language.
struct BasketWriter {
  let output: BasketOutput
  let wording: Wording
  let step: String

  var rules: [AssociationRule] { output.rules }
  var money: Unit { .money(output.input.currency) }
  var whole: CrossSelling? { output.groups.first }
  var groupName: String { wording(output.settings.groupBy.title) }

  /// A word within a sentence: English headings begin with a capital.
  var groupWord: String {
    wording.language == .english ? groupName.lowercased() : groupName
  }

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings, pages: [page] + (listPage.map { [$0] } ?? []),
      warnings: warnings)
  }

  /// What the best suggestion to each customer brings on average, added up; major units.
  var expectedTotal: Double? {
    guard output.suggestions.customers > 0 else { return nil }
    var sum = 0.0
    let expected = rules.map { output.expected($0) ?? 0 }
    for (rank, rule) in zip(output.suggestions.rank, output.suggestions.rule) where rank == 1 {
      sum += expected[Int(rule)]
    }
    return sum
  }

  // MARK: Measures

  private var measures: [Measure] {
    let several = whole?.several.wilson()
    let products = whole?.products.interval()
    let n = output.eligible
    return [
      measure("baskets", P.baskets, Double(n), .count),
      measure("products", P.products, Double(output.counts.count { $0 > 0 }), .count),
      measure("density", P.density, output.density, .share, n: n, reason: P.noBaskets),
      measure("mean_size", P.meanSize, output.meanSize, .ratio, n: n, reason: P.noBaskets),
      measure("itemsets", P.itemsets, Double(output.itemsets.count), .count),
      measure("rules_tested", P.tested, Double(output.search.tested), .count),
      measure("rules", P.rules, Double(rules.count), .count),
      measure(
        "customers_suggested", P.suggested, Double(output.suggestions.customers), .count),
      measure("expected_amount", P.expected, expectedTotal, money, reason: P.noRules),
      measure(
        "several_share", P.several, whole?.several.share, .share, low: several?.low,
        high: several?.high, n: whole?.customers, reason: P.noCustomers, better: .higher, key: true),
      measure(
        "products_per_customer", P.perCustomer, whole?.products.mean, .ratio, low: products?.low,
        high: products?.high, n: whole?.customers, reason: P.noCustomers, better: .higher),
    ]
  }

  private func measure(
    _ id: String, _ label: Phrase, _ value: Double?, _ unit: Unit, low: Double? = nil,
    high: Double? = nil, n: Int? = nil, reason: Phrase? = nil,
    better: Measure.Direction = .neither, key: Bool = false
  ) -> Measure {
    Measure(
      id: id, label: wording(label), value: value, unit: unit, low: low, high: high, n: n,
      reason: value == nil ? wording(reason ?? P.noBaskets) : nil, betterWhen: better, isKey: key)
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    for chart in [rulesChart, sizesChart, groupsChart].compactMap({ $0 }) {
      blocks.append(.chart(chart))
    }
    if !rules.isEmpty { blocks.append(.table(rulesTable)) }
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    if output.groups.count > 0 { blocks.append(.table(groupsTable)) }
    if output.eligible > 0 { blocks.append(.table(productsTable)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard output.eligible > 0 else {
      return wording(P.headlineEmpty, ["day": .day(output.input.asOf)])
    }
    guard !rules.isEmpty else {
      return wording(P.headlineNoRules, ["baskets": .count(output.eligible)])
    }
    return wording(
      P.headline,
      ["rules": .count(rules.count), "customers": .count(output.suggestions.customers)])
  }

  var warnings: [String] {
    guard output.eligible > 0 else {
      return [wording(P.warnEmpty, ["day": .day(output.input.asOf)])]
    }
    if output.sizes.count == 1 { return [wording(P.warnSingles)] }
    guard output.eligible < 10 * output.least else { return [] }
    return [
      wording(
        P.warnFew, ["baskets": .count(output.eligible), "least": .count(output.least)])
    ]
  }
}
