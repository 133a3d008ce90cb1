package import Pipeline
import Statistics
package import Values

extension BasketOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "rules", Phrase("One row a rule, greatest lift first", "每条规则一行，按提升度从高到低"), ruleHeads),
      ResultTable(
        "next_products", Phrase("Products suggested for each customer", "每位客户的推荐产品"),
        suggestionHeads(currency)),
      ResultTable(
        "products", Phrase("One row a product, most frequent first", "每个产品一行，按频次从高到低"),
        productHeads(currency)),
      ResultTable("itemsets", Phrase("Sets of products that are frequent", "频繁项集"), itemsetHeads),
      ResultTable("groups", Phrase("How broadly groups of customers buy", "各组客户的购买广度"), groupHeads),
      ResultTable("sizes", Phrase("Baskets by number of products", "按产品数统计的篮数"), sizeHeads),
    ]
  }

  private static var ruleHeads: [ColumnHead] {
    [
      ColumnHead("antecedent", .text, Phrase("Who buys these", "前项：购买这些产品者")),
      ColumnHead("consequent", .text, Phrase("also buys this", "后项：也购买该产品")),
      ColumnHead("baskets", .count, Phrase("Baskets with all of them", "同时含有的篮数")),
      ColumnHead("antecedent_baskets", .count, Phrase("Baskets with the left side", "含前项的篮数")),
      ColumnHead("consequent_baskets", .count, Phrase("Baskets with the right side", "含后项的篮数")),
      ColumnHead("support", .share, Phrase("Share of all baskets", "支持度")),
      ColumnHead("confidence", .share, Phrase("Share of the baskets with the left side", "置信度")),
      ColumnHead("lift", .ratio, Phrase("How many times as often as in all baskets", "提升度")),
      ColumnHead("leverage", .ratio, Phrase("Share of baskets beyond chance", "杠杆值")),
      ColumnHead("conviction", .ratio, Phrase("Conviction; empty where infinite", "确信度；无穷大时为空")),
      ColumnHead("zhang", .ratio, Phrase("Zhang's measure, -1 to 1", "张氏指标（-1 至 1）")),
      ColumnHead("p_value", .ratio, Phrase("Fisher's exact test, one-sided", "费希尔精确检验单侧 p 值")),
      ColumnHead("q_value", .ratio, Phrase("Adjusted for all rules tested", "经多重检验校正的 q 值")),
    ]
  }

  private static func suggestionHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("rank", .count, Phrase("1 for the best suggestion", "推荐次序，1 为首选")),
      ColumnHead("product", .text, Phrase("Product not bought yet", "尚未购买的产品")),
      ColumnHead("because", .text, Phrase("Products bought that suggest it", "依据：已购买的产品")),
      ColumnHead("confidence", .share, Phrase("Share of baskets with those that have it", "置信度")),
      ColumnHead("lift", .ratio, Phrase("How many times as often as in all baskets", "提升度")),
      ColumnHead("baskets", .count, Phrase("Baskets that show it", "依据的篮数")),
      ColumnHead(
        "expected_amount", .money(currency),
        Phrase("Confidence times what the product brings a basket", "置信度乘以该产品每篮平均金额")),
    ]
  }

  private static func productHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("product", .text, Phrase("Product", "产品")),
      ColumnHead("baskets", .count, Phrase("Baskets that have it", "含该产品的篮数")),
      ColumnHead("support", .share, Phrase("Share of all baskets", "支持度")),
      ColumnHead("customers", .count, Phrase("Customers who have bought it", "购买过的客户数")),
      ColumnHead("amount", .money(currency), Phrase("Amount of its lines", "行金额合计")),
    ]
  }

  private static var itemsetHeads: [ColumnHead] {
    [
      ColumnHead("products", .text, Phrase("Products of the set", "项集中的产品")),
      ColumnHead("length", .count, Phrase("How many products", "产品数")),
      ColumnHead("baskets", .count, Phrase("Baskets that have all of them", "同时含有的篮数")),
      ColumnHead("support", .share, Phrase("Share of all baskets", "支持度")),
    ]
  }

  private static var groupHeads: [ColumnHead] {
    [
      ColumnHead("kind", .text, Phrase("total, group or none", "合计、分组或未注明")),
      ColumnHead("group", .text, Phrase("Group of customers", "客户分组")),
      ColumnHead("customers", .count, Phrase("Customers who have bought", "有购买的客户数")),
      ColumnHead("products", .ratio, Phrase("Different products of a customer", "人均不同产品数")),
      ColumnHead("products_low", .ratio, Phrase("Lower end of the 95 % interval", "95% 区间下限")),
      ColumnHead("products_high", .ratio, Phrase("Upper end of the 95 % interval", "95% 区间上限")),
      ColumnHead(
        "several_share", .share, Phrase("Customers with two products or more", "购买两种及以上产品的客户占比")),
      ColumnHead("several_low", .share, Phrase("Lower end of the 95 % interval", "95% 区间下限")),
      ColumnHead("several_high", .share, Phrase("Upper end of the 95 % interval", "95% 区间上限")),
    ]
  }

  private static var sizeHeads: [ColumnHead] {
    [
      ColumnHead("products", .count, Phrase("Different products of a basket", "每篮不同产品数")),
      ColumnHead("baskets", .count, Phrase("Baskets", "篮数")),
    ]
  }

  package func table(_ name: String) -> DataTable {
    let currency = input.currency
    guard let declared = BasketOutput.tables(currency).first(where: { $0.name == name }) else {
      preconditionFailure("basket has no table '\(name)'")
    }
    let columns: [ColumnValues] =
      switch name {
      case "rules": ruleColumns
      case "next_products": suggestionColumns
      case "products": productColumns
      case "itemsets": itemsetColumns
      case "groups": groupColumns
      default:
        [.integer(sizes.indices.map { Int64($0 + 1) }), .integer(sizes.map { Int64($0) })]
      }
    return DataTable(name: name, heads: declared.heads, columns: columns)
  }

  private var ruleColumns: [ColumnValues] {
    [
      .text(TextColumn(rules.map(antecedent))),
      .text(TextColumn(rules.map { product($0.consequent) })),
      .integer(rules.map { Int64($0.both) }), .integer(rules.map { Int64($0.first) }),
      .integer(rules.map { Int64($0.second) }), .number(rules.map(\.support)),
      .number(rules.map(\.confidence)), .number(rules.map(\.lift)),
      .number(rules.map(\.leverage)), .number(rules.map { $0.conviction ?? .nan }),
      .number(rules.map { $0.zhang ?? .nan }), .number(rules.map(\.p)), .number(rules.map(\.q)),
    ]
  }

  private var suggestionColumns: [ColumnValues] {
    // Rules share left sides: a label stands once.
    let sides = rules.map(antecedent)
    let labels = Set(sides).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices.map { Int32($0) }))
    let because = sides.map { places[$0] ?? -1 }
    let expected = rules.map { rule -> Int64 in
      self.expected(rule).map { minor($0) } ?? .min
    }
    let rule = suggestions.rule.map { Int($0) }
    var ids = TextColumn()
    input.customers.bytes.withUnsafeBufferPointer { bytes in
      for customer in suggestions.customer {
        let start = input.customers.offsets[Int(customer)]
        ids.append(
          UnsafeBufferPointer(rebasing: bytes[start..<input.customers.offsets[Int(customer) + 1]]))
      }
    }
    return [
      .text(ids), .integer(suggestions.rank.map { Int64($0) }),
      .category(rule.map { rules[$0].consequent }, labels: frequent.map { input.products[$0] }),
      .category(rule.map { because[$0] }, labels: labels),
      .number(rule.map { rules[$0].confidence }), .number(rule.map { rules[$0].lift }),
      .integer(rule.map { Int64(rules[$0].both) }),
      .money(rule.map { expected[$0] }, input.currency),
    ]
  }

  /// Minor units of an amount in major units; the nearest whole number.
  private func minor(_ value: Double) -> Int64 {
    Int64(min(max(value * Double(input.currency.minorPerMajor), -9e18), 9e18).rounded())
  }

  private var productColumns: [ColumnValues] {
    let owners = input.owned.counts(products: input.products.count)
    return [
      .text(TextColumn(ranked.map { input.products[$0] })),
      .integer(ranked.map { Int64(counts[$0]) }),
      .number(ranked.map { eligible > 0 ? Double(counts[$0]) / Double(eligible) : .nan }),
      .integer(ranked.map { Int64(owners[$0]) }),
      .money(ranked.map { input.amounts[$0] }, input.currency),
    ]
  }

  private var itemsetColumns: [ColumnValues] {
    let sets = 0..<itemsets.count
    return [
      .text(TextColumn(sets.map { names(itemsets[$0]).joined(separator: " + ") })),
      .integer(sets.map { Int64(itemsets[$0].count) }),
      .integer(itemsets.counts.map { Int64($0) }),
      .number(itemsets.counts.map { Double($0) / Double(max(eligible, 1)) }),
    ]
  }

  private var groupColumns: [ColumnValues] {
    let intervals = groups.map { $0.products.interval() }
    let several = groups.map { $0.several.wilson() }
    return [
      .text(TextColumn(groups.map { $0.group.map { $0.isEmpty ? "none" : "group" } ?? "total" })),
      .text(TextColumn(groups.map { $0.group ?? "" })),
      .integer(groups.map { Int64($0.customers) }), .number(groups.map(\.products.mean)),
      .number(intervals.map { $0?.low ?? .nan }), .number(intervals.map { $0?.high ?? .nan }),
      .number(groups.map(\.several.share)), .number(several.map(\.low)),
      .number(several.map(\.high)),
    ]
  }
}
