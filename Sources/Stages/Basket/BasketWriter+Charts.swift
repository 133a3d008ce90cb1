import Report
import Statistics
import Values

private typealias P = BasketPhrases

extension BasketWriter {
  func arrow(_ rule: AssociationRule) -> String {
    "\(output.antecedent(rule)) → \(output.product(rule.consequent))"
  }

  var rulesChart: Chart? {
    let shown = leading(12)
    guard let first = shown.first, shown.count > 1 else { return nil }
    return Chart(
      id: "\(step)_rules", title: wording(P.rulesChart),
      altText: wording(P.rulesWords, ["rule": .text(arrow(first)), "lift": .level(first.lift)]),
      kind: .bars(categories: shown.map(arrow), values: shown.map(\.lift), alarms: []),
      style: NumberStyle(.ratio, decimals: 1))
  }

  /// The first rules of different sets of products: A to B and B to A are one news.
  func leading(_ most: Int) -> [AssociationRule] {
    var seen: Set<[Int32]> = []
    var found: [AssociationRule] = []
    for rule in rules where found.count < most {
      if seen.insert((rule.antecedent + [rule.consequent]).sorted()).inserted {
        // Of the two directions the one that is more certain.
        let best = rules.filter {
          ($0.antecedent + [$0.consequent]).sorted()
            == (rule.antecedent + [rule.consequent]).sorted()
        }.max { $0.confidence < $1.confidence }
        found.append(best ?? rule)
      }
    }
    return found
  }

  var sizesChart: Chart? {
    let sizes = output.sizes
    guard sizes.count > 1 else { return nil }
    let most = 12
    var names = sizes.indices.prefix(most).map { "\($0 + 1)" }
    var values = sizes.prefix(most).map(Double.init)
    if sizes.count > most {
      names[most - 1] = wording(P.orMore, ["n": .count(most)])
      values[most - 1] = Double(sizes[(most - 1)...].reduce(0, +))
    }
    return Chart(
      id: "\(step)_sizes", title: wording(P.sizesChart),
      altText: wording(
        P.sizesWords, ["one": .count(sizes[0]), "baskets": .count(sizes.reduce(0, +))]),
      kind: .columns(categories: names, values: values), style: .prose(.count),
      xTitle: wording(P.sizesAxis))
  }

  var groupsChart: Chart? {
    let known = output.groups.dropFirst().compactMap { group in
      group.products.interval().map { (name: name(group), mean: group.products.mean, at: $0) }
    }
    guard known.count > 1, known.count <= 20 else { return nil }
    return Chart(
      id: "\(step)_groups", title: wording(P.groupsChart, ["group": .text(groupWord)]),
      altText: wording(P.groupsWords, ["group": .text(groupWord)]),
      kind: .intervals(
        categories: known.map(\.name), low: known.map(\.at.low), middle: known.map(\.mean),
        high: known.map(\.at.high)), style: .prose(.ratio))
  }

  func name(_ group: CrossSelling) -> String {
    guard let label = group.group else { return wording(P.total) }
    return label.isEmpty ? wording(P.notStated) : label
  }
}
