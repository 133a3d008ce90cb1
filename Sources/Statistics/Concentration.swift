import RealModule

/// How unequally an amount is spread over customers.
///
/// Every index rests on the amounts in ascending order, so the order of the customers, the unit of
/// money and (but for the Herfindahl index) writing every customer twice change nothing.
package struct Concentration: Sendable {
  /// Amounts, ascending.
  let sorted: [Int64]
  /// `count + 1` sums of the least amounts.
  private let cumulative: [Int64]

  /// nil without amounts, or where they add up to zero: there is nothing to share.
  ///
  /// - Precondition: `ascending` rises and none of it is below zero; its sum fits 64 bits.
  package init?(ascending: [Int64]) {
    precondition(ascending.first.map { $0 >= 0 } ?? true, "amounts are not below zero")
    var sums = [Int64](repeating: 0, count: ascending.count + 1)
    for (index, amount) in ascending.enumerated() { sums[index + 1] = sums[index] + amount }
    guard let total = sums.last, total > 0 else { return nil }
    sorted = ascending
    cumulative = sums
  }

  package var count: Int { sorted.count }
  package var total: Int64 { cumulative[count] }

  /// The share of the total that the `customers` least ones hold: the Lorenz curve at
  /// customers / n, 0 at 0 and 1 at n.
  ///
  /// Source: Lorenz, *Methods of measuring the concentration of wealth*, Publications of the
  /// American Statistical Association 9(70), 1905.
  ///
  /// - Precondition: 0 ≤ customers ≤ count.
  package func lorenz(_ customers: Int) -> Double {
    Double(cumulative[customers]) / Double(total)
  }

  /// The share of the total that the `customers` greatest ones hold.
  package func held(byGreatest customers: Int) -> Double {
    Double(total - cumulative[count - customers]) / Double(total)
  }

  /// How many customers a share of all customers is, to the nearest whole one, halves up.
  package func customers(in share: Double) -> Int {
    min(count, Int((share * Double(count)).rounded(.toNearestOrAwayFromZero)))
  }

  /// The fewest customers, greatest first, that hold a share of the total.
  package func needed(for share: Double) -> Int {
    let wanted = share * Double(total)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Double(total - cumulative[count - middle]) >= wanted {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// `G = Σᵢ (2i − n − 1) x₍ᵢ₎ / (n Σ x)`: 0 where all have the same, (n − 1) / n where one has all.
  ///
  /// Source: Gini, *Variabilità e mutabilità*, 1912; in this form Sen, *On economic inequality*,
  /// 1973, equation 2.8.1.
  package var gini: Double { gini(weighted, n: Double(count), sum: Double(total)) }

  /// `G n / (n − 1)`: unbiased where customers are a small sample; nil for one customer.
  ///
  /// Source: Deltas, *The small-sample bias of the Gini coefficient*, Review of Economics and
  /// Statistics 85(1), 2003.
  package var giniCorrected: Double? {
    count > 1 ? gini * Double(count) / Double(count - 1) : nil
  }

  /// The jackknife standard error of the Gini coefficient, each customer left out once.
  ///
  /// `se² = (n − 1) / n Σₖ (G₍ₖ₎ − Ḡ)²`, from running sums, without sorting again.
  /// nil with fewer than three customers, or where one customer holds all.
  /// Source: Ogwang, *A convenient method of computing the Gini index and its standard error*,
  /// Oxford Bulletin of Economics and Statistics 62(1), 2000, equation 5.
  package var giniStandardError: Double? {
    guard count > 2, cumulative[count - 1] > 0 else { return nil }
    let n = Double(count)
    let sum = Double(total)
    let ranked = weighted
    let center = gini
    var first = 0.0
    var second = 0.0
    for (index, amount) in sorted.enumerated() {
      let x = Double(amount)
      let above = Double(total - cumulative[index + 1])
      // As a difference from the whole: squares of specks stay exact.
      let left =
        gini(ranked - Double(index + 1) * x - above, n: n - 1, sum: sum - x) - center
      first += left
      second += left * left
    }
    let variance = (n - 1) / n * max(0, second - first * first / n)
    return .sqrt(variance)
  }

  /// `G ± z se`, inside 0…1: what to expect had other customers of the same kind come.
  package func giniInterval(confidence: Double = 0.95) -> Interval? {
    giniStandardError.map { Self.interval(gini, $0, confidence) }
  }

  /// Σᵢ i x₍ᵢ₎.
  private var weighted: Double {
    var sum = 0.0
    for (index, amount) in sorted.enumerated() { sum += Double(index + 1) * Double(amount) }
    return sum
  }

  private func gini(_ weighted: Double, n: Double, sum: Double) -> Double {
    max(0, (2 * weighted - (n + 1) * sum) / (n * sum))
  }

  static func interval(_ value: Double, _ error: Double, _ confidence: Double) -> Interval {
    let half = Normal.twoSided(confidence) * error
    return Interval(low: value - half, high: value + half).clamped(to: 0...1)
  }
}
