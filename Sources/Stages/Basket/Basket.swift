package import Diagnostics
import Exports
import Pipeline
import Statistics
package import Values

/// What is bought together, and what each customer would buy next.
package struct Basket: Stage {
  package static let name = "basket"
  package static let summary = Phrase(
    "What is bought together, the next product for each customer, and how broadly each group buys",
    "哪些产品一起购买，每位客户的下一个产品，以及各类客户的购买广度")
  package static let example = """
    - stage: basket
      settings:
        basket: order
        support: 0.001
        confidence: 0.25
        max_length: 3
        exclude: [Shipping]
    """

  package let settings: BasketSettings

  /// Sets of products after which a search ends.
  private static let mostItemsets = 500_000

  /// Fails when no basket can meet the limits of size.
  package init(_ settings: BasketSettings) throws(Diagnostic) {
    guard settings.minItems <= settings.maxItems else {
      throw Diagnostic(
        .configuration, "no-basket-size",
        "min_items is \(settings.minItems) and max_items \(settings.maxItems)",
        help: "let max_items be at least min_items")
    }
    self.settings = settings
  }

  package func run(_ input: BasketInput) throws(Diagnostic) -> BasketOutput {
    let sizes = settings.minItems...settings.maxItems
    let eligible = (0..<input.baskets.count).filter { sizes.contains(input.baskets[$0].count) }
    var counts = [Int](repeating: 0, count: input.products.count)
    for basket in eligible { for product in input.baskets[basket] { counts[Int(product)] += 1 } }
    let n = eligible.count
    let least = max(settings.minBaskets, Basket.baskets(for: settings.support, of: n))
    // By falling count, then by name: the numbers that the search and the rules use.
    let ranked = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    let frequent = ranked.prefix { counts[$0] >= least }
    var rank = [Int32](repeating: -1, count: counts.count)
    for (place, product) in frequent.enumerated() { rank[product] = Int32(place) }
    let miner = ItemsetMiner(
      input.baskets.selected(sizes: sizes, renumbered: rank), products: frequent.count,
      least: least, maxLength: settings.maxLength, most: Self.mostItemsets)
    guard !miner.isCutShort else {
      throw Diagnostic(
        .configuration, "too-many-itemsets",
        "more than \(Self.mostItemsets) sets of products are in \(least) or more of \(n) baskets",
        help: "raise support or min_baskets, or lower max_length")
    }
    let search = RuleSearch(miner.found, baskets: n, settings)
    let suggestions = NextProducts(search.rules, input.owned, rank, most: settings.suggestions)
    return BasketOutput(
      settings: settings, input: input, counts: counts, ranked: ranked,
      frequent: Array(frequent), eligible: n, least: least, itemsets: miner.found, search: search,
      suggestions: suggestions, groups: CrossSelling.groups(input), sizes: Basket.sizes(input))
  }

  /// The least whole number of baskets that is a share of n.
  ///
  /// A share such as 0.01 is a speck above or below itself: what is within 1e-9 of a whole number is
  /// that number.
  static func baskets(for share: Double, of n: Int) -> Int {
    Int((share * Double(n) - 1e-9).rounded(.up))
  }

  /// How many baskets have how many products: from 1 on.
  private static func sizes(_ input: BasketInput) -> [Int] {
    var sizes: [Int] = []
    for basket in 0..<input.baskets.count {
      let size = input.baskets[basket].count
      guard size > 0 else { continue }
      if size > sizes.count {
        sizes.append(contentsOf: repeatElement(0, count: size - sizes.count))
      }
      sizes[size - 1] += 1
    }
    return sizes
  }
}
