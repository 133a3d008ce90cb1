import Statistics

/// "Who buys these also buys that": how often, how much oftener than others, and whether chance
/// alone would do.
package struct AssociationRule: Sendable, Equatable {
  /// Product numbers, ascending.
  package let antecedent: [Int32]
  package let consequent: Int32
  /// Baskets with all of them.
  package let both: Int
  /// Baskets with the antecedent.
  package let first: Int
  /// Baskets with the consequent.
  package let second: Int
  /// All baskets.
  package let n: Int
  /// Fisher's exact test, one-sided: as many together or more by chance.
  package let p: Double
  /// The same for all rules that were tested, by Benjamini and Hochberg; where redundant rules are
  /// dropped, of the greater of p and the chance that a product on the left adds nothing.
  package internal(set) var q: Double

  init(antecedent: [Int32], consequent: Int32, both: Int, first: Int, second: Int, n: Int) {
    self.antecedent = antecedent
    self.consequent = consequent
    self.both = both
    self.first = first
    self.second = second
    self.n = n
    p = FisherExact(both: both, first: first, second: second, n: n)?.greater ?? 1
    q = p
  }

  /// s(A ∪ B): the share of baskets with all of them.
  package var support: Double { Double(both) / Double(n) }

  /// s(A ∪ B) / s(A): the share of the baskets with A that have B too.
  package var confidence: Double { Double(both) / Double(first) }

  /// confidence / s(B): how many times as often as in all baskets; 1 where nothing ties the two.
  ///
  /// Source: Brin, Motwani, Ullman & Tsur, *Dynamic itemset counting and implication rules for market
  /// basket data*, SIGMOD 1997 ("interest").
  package var lift: Double { Double(both) * Double(n) / (Double(first) * Double(second)) }

  /// s(A ∪ B) − s(A) s(B): the share of baskets beyond what chance would bring.
  ///
  /// Source: Piatetsky-Shapiro, *Discovery, analysis, and presentation of strong rules*, 1991.
  package var leverage: Double {
    support - Double(first) / Double(n) * Double(second) / Double(n)
  }

  /// (1 − s(B)) / (1 − confidence): how much oftener A would stand without B if nothing tied them;
  /// nil where A never stands without B, which makes it infinite.
  ///
  /// Source: Brin, Motwani, Ullman & Tsur 1997.
  package var conviction: Double? {
    guard both < first else { return nil }
    return (1 - Double(second) / Double(n)) / (1 - confidence)
  }

  /// leverage / max(s(A ∪ B)(1 − s(A)), s(A)(s(B) − s(A ∪ B))): −1 where they shun each other, 0
  /// where nothing ties them, 1 where they always go together; nil where A or B is in all baskets.
  ///
  /// Source: Zhang, *Association rules*, PAKDD 2000; as Yan, Zhang & Zhang, *Confidence metrics for
  /// association rule mining*, Applied Artificial Intelligence 23(8), 2009, state it.
  package var zhang: Double? {
    let a = Double(first) / Double(n)
    let b = Double(second) / Double(n)
    let scale = max(support * (1 - a), a * (b - support))
    return scale > 0 ? leverage / scale : nil
  }
}
