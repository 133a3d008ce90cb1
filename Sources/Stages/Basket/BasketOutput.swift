import Pipeline
import Statistics
import Values

/// Rules between products, what they suggest to whom, and how broadly customers buy.
package struct BasketOutput: StageOutput {
  let settings: BasketSettings
  let input: BasketInput
  /// Baskets with each product, by number of the input.
  let counts: [Int]
  /// Products by falling count, by number of the input.
  let ranked: [Int]
  /// Products that rules may hold: the number in rules is the place here.
  let frequent: [Int]
  /// Baskets within the limits of size: what all shares are of.
  package let eligible: Int
  /// Baskets that a set of products had to be in.
  let least: Int
  let itemsets: ItemsetMiner.Itemsets
  let search: RuleSearch
  let suggestions: NextProducts
  /// All customers first; empty without customers.
  let groups: [CrossSelling]
  /// Baskets by number of products, from 1.
  let sizes: [Int]

  package var rules: [AssociationRule] { search.rules }

  /// The name of a product by its number in the rules.
  func product(_ number: Int32) -> String { input.products[frequent[Int(number)]] }

  func names(_ numbers: some Sequence<Int32>) -> [String] {
    // Sides of rules are read by name: the order of frequency says nothing to a reader.
    numbers.map(product).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The left side of a rule in words.
  func antecedent(_ rule: AssociationRule) -> String {
    names(rule.antecedent).joined(separator: " + ")
  }

  /// Mean products of a basket within the limits; nil without baskets.
  var meanSize: Double? {
    guard eligible > 0 else { return nil }
    return Double(counts.reduce(0, +)) / Double(eligible)
  }

  /// Share of cells of the table of baskets by products that are filled.
  package var density: Double? {
    let products = counts.count { $0 > 0 }
    guard eligible > 0, products > 0 else { return nil }
    return Double(counts.reduce(0, +)) / (Double(eligible) * Double(products))
  }

  /// Baskets left out by the limits of size.
  var outside: Int { sizes.reduce(0, +) - eligible }

  /// What a product brings a basket that has it, in major units; nil where none has.
  func amount(_ number: Int32) -> Double? {
    let product = frequent[Int(number)]
    let all = allCounts[product]
    guard all > 0 else { return nil }
    return input.currency.major(input.amounts[product]) / Double(all)
  }

  /// What a suggestion brings on average: confidence times what the product brings a basket.
  func expected(_ rule: AssociationRule) -> Double? {
    amount(rule.consequent).map { $0 * rule.confidence }
  }

  /// Baskets of any size with each product.
  private let allCounts: [Int]

  init(
    settings: BasketSettings, input: BasketInput, counts: [Int], ranked: [Int], frequent: [Int],
    eligible: Int, least: Int, itemsets: ItemsetMiner.Itemsets, search: RuleSearch,
    suggestions: NextProducts, groups: [CrossSelling], sizes: [Int]
  ) {
    self.settings = settings
    self.input = input
    self.counts = counts
    self.ranked = ranked
    self.frequent = frequent
    self.eligible = eligible
    self.least = least
    self.itemsets = itemsets
    self.search = search
    self.suggestions = suggestions
    self.groups = groups
    self.sizes = sizes
    allCounts = input.baskets.counts(products: input.products.count)
  }
}
