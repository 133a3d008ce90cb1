import Statistics

/// The rules of one product on the right that frequent sets give, tested all together.
struct RuleSearch {
  /// Rules that meet the settings, the greatest lift first.
  private(set) var rules: [AssociationRule] = []
  /// Rules that the frequent sets give, and that were tested.
  private(set) var tested = 0
  /// Tested rules that meet confidence and lift but may be chance.
  private(set) var chance = 0
  /// Rules left out because a shorter one says as much.
  private(set) var redundant = 0

  init(_ itemsets: ItemsetMiner.Itemsets, baskets n: Int, _ settings: BasketSettings) {
    var counts: [[Int32]: Int] = [:]
    counts.reserveCapacity(itemsets.count)
    for set in 0..<itemsets.count { counts[Array(itemsets[set])] = itemsets.counts[set] }
    var all: [AssociationRule] = []
    for set in 0..<itemsets.count where itemsets[set].count > 1 {
      let products = Array(itemsets[set])
      for place in products.indices {
        var antecedent = products
        let consequent = antecedent.remove(at: place)
        // Every part of a frequent set is frequent.
        guard let first = counts[antecedent], let second = counts[[consequent]] else { continue }
        all.append(
          AssociationRule(
            antecedent: antecedent, consequent: consequent, both: itemsets.counts[set],
            first: first, second: second, n: n))
      }
    }
    tested = all.count
    let added = all.map { settings.redundant == .drop ? RuleSearch.addedChance($0, counts) : 0 }
    let q = FalseDiscovery.benjaminiHochberg(zip(all, added).map { max($0.p, $1) })
    for index in all.indices { all[index].q = q[index] }
    for (rule, added) in zip(all, added)
    where rule.confidence >= settings.confidence && rule.lift > settings.lift {
      if settings.redundant == .drop,
        RuleSearch.isRedundant(rule, counts)
          || (rule.p <= settings.falseDiscovery && added > settings.falseDiscovery)
      {
        redundant += 1
      } else if rule.q > settings.falseDiscovery {
        chance += 1
      } else {
        rules.append(rule)
      }
    }
    rules.sort(by: RuleSearch.isBefore)
  }

  /// The probability that one of the products on the left adds nothing to the others: the greatest p
  /// of Fisher's exact test of the rule among the baskets with the other products; 0 for one product.
  ///
  /// Source: Webb, *Discovering significant patterns*, Machine Learning 68(1), 2007, section 4
  /// (productive rules).
  private static func addedChance(_ rule: AssociationRule, _ counts: [[Int32]: Int]) -> Double {
    guard rule.antecedent.count > 1 else { return 0 }
    return rule.antecedent.indices.reduce(0) { greatest, place in
      var others = rule.antecedent
      others.remove(at: place)
      let whole = (others + [rule.consequent]).sorted()
      guard let n = counts[others], let second = counts[whole],
        let test = FisherExact(both: rule.both, first: rule.first, second: second, n: n)
      else { return greatest }
      return max(greatest, test.greater)
    }
  }

  /// Whether fewer products on the left give the same confidence or more.
  ///
  /// Source: Bayardo, Agrawal & Gunopulos, *Constraint-based rule mining in large, dense databases*,
  /// Data Mining and Knowledge Discovery 4, 2000 (improvement not above 0).
  private static func isRedundant(_ rule: AssociationRule, _ counts: [[Int32]: Int]) -> Bool {
    let products = rule.antecedent
    guard products.count > 1 else { return false }
    for chosen in 1..<(1 << products.count) - 1 {
      let part = products.indices.filter { chosen >> $0 & 1 == 1 }.map { products[$0] }
      let whole = (part + [rule.consequent]).sorted()
      guard let first = counts[part], let both = counts[whole] else { continue }
      // both / first ≥ rule.both / rule.first, in whole numbers.
      if both * rule.first >= rule.both * first { return true }
    }
    return false
  }

  private static func isBefore(_ left: AssociationRule, _ right: AssociationRule) -> Bool {
    // The lifts of one n as whole numbers: both / (first · second).
    let a = Double(left.both) / (Double(left.first) * Double(left.second))
    let b = Double(right.both) / (Double(right.first) * Double(right.second))
    if a != b { return a > b }
    if left.both != right.both { return left.both > right.both }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.consequent != right.consequent { return left.consequent < right.consequent }
    return left.antecedent.lexicographicallyPrecedes(right.antecedent)
  }
}
