import Report
import Statistics
import Values

private typealias P = BasketPhrases
private typealias Column = ReportTable.Column
private typealias Cell = ReportTable.Cell

extension BasketWriter {
  /// The most suggestions that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000
  private static let shownRules = 20

  var rulesTable: ReportTable {
    let small = NumberStyle(.ratio, decimals: 4)
    let rows = rules.prefix(Self.shownRules).map { rule -> [Cell] in
      [
        .text(output.antecedent(rule)), .text(output.product(rule.consequent)),
        .number(Double(rule.both)), .number(rule.support), .number(rule.confidence),
        .number(rule.lift), .number(rule.leverage),
        rule.conviction.map { .number($0) } ?? .missing(wording(P.infinite)),
        rule.zhang.map { .number($0) } ?? .missing(wording(P.undefined)),
        rule.q < 0.0001 ? .text("< 0.0001") : .number(rule.q),
      ]
    }
    return ReportTable(
      id: "\(step)_rules", title: wording(P.rulesTable),
      columns: [
        Column(wording(P.antecedent), .text), Column(wording(P.consequent), .text),
        Column(wording(P.together), .count), Column(wording(P.support), .share),
        Column(wording(P.confidence), .share, shading: .bar), Column(wording(P.lift), .ratio),
        Column(wording(P.leverage), small), Column(wording(P.conviction), .ratio),
        Column(wording(P.zhang), .ratio), Column(wording(P.qValue), small),
      ], rows: Array(rows), totalRows: rules.count)
  }

  var productsTable: ReportTable {
    let currency = output.input.currency
    let owners = output.input.owned.counts(products: output.input.products.count)
    let sold = output.ranked.filter { output.counts[$0] > 0 }
    let rows = sold.prefix(15).map { product -> [Cell] in
      [
        .text(output.input.products[product]), .number(Double(output.counts[product])),
        .number(Double(output.counts[product]) / Double(output.eligible)),
        .number(Double(owners[product])),
        .number(currency.major(output.input.amounts[product])),
      ]
    }
    return ReportTable(
      id: "\(step)_products", title: wording(P.productsTable),
      columns: [
        Column(wording(P.product), .text), Column(wording(P.baskets), .count),
        Column(wording(P.support), .share, shading: .bar), Column(wording(P.customers), .count),
        Column(wording(P.amount), money),
      ], rows: rows, totalRows: output.ranked.count)
  }

  var groupsTable: ReportTable {
    let groups = Array(output.groups.dropFirst().prefix(50)) + output.groups.prefix(1)
    let rows = groups.map { group -> [Cell] in
      let interval = group.products.interval()
      let several = group.several.wilson()
      let missing = Cell.missing(wording(P.oneCustomer))
      return [
        .text(name(group)), .number(Double(group.customers)), .number(group.products.mean),
        interval.map { .number($0.low) } ?? missing, interval.map { .number($0.high) } ?? missing,
        .number(group.several.share), .number(several.low), .number(several.high),
      ]
    }
    return ReportTable(
      id: "\(step)_groups", title: wording(P.groupsTable, ["group": .text(groupWord)]),
      columns: [
        Column(groupName, .text), Column(wording(P.customers), .count),
        Column(wording(P.perCustomer), .ratio), Column(wording(P.low), .ratio),
        Column(wording(P.high), .ratio), Column(wording(P.severalColumn), .share, shading: .bar),
        Column(wording(P.low), .share), Column(wording(P.high), .share),
      ], rows: rows, totalRows: max(0, output.groups.count - 1), hasTotal: true)
  }

  /// The best suggestion to each customer first by expected amount, then by id.
  var listPage: Page? {
    let suggestions = output.suggestions
    guard suggestions.count > 0 else { return nil }
    let expected = rules.map { output.expected($0) ?? 0 }
    let best = suggestions.rank.indices.filter { suggestions.rank[$0] == 1 }
    let order = best.sorted { one, other in
      let (a, b) = (
        expected[Int(suggestions.rule[one])], expected[Int(suggestions.rule[other])]
      )
      return a == b ? one < other : a > b
    }
    let rows = order.prefix(Self.listed).map { place -> [Cell] in
      let rule = rules[Int(suggestions.rule[place])]
      return [
        .text(
          wording.person(output.input.customers[Int(suggestions.customer[place])], .customer)),
        .text(output.product(rule.consequent)), .text(output.antecedent(rule)),
        .number(rule.confidence), .number(rule.lift), .number(Double(rule.both)),
        output.expected(rule).map { .number($0) } ?? .missing(wording(P.undefined)),
      ]
    }
    let table = ReportTable(
      id: "\(step)_next_products", title: wording(P.listTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.next), .text),
        Column(wording(P.because), .text), Column(wording(P.confidence), .share),
        Column(wording(P.lift), .ratio), Column(wording(P.together), .count),
        Column(wording(P.expectedColumn), money),
      ], rows: rows, totalRows: suggestions.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(
        P.listHeadline,
        ["count": .count(suggestions.count), "customers": .count(suggestions.customers)]),
      blocks: [.table(table)])
  }
}
