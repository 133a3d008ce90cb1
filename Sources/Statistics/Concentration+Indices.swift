import RealModule

extension Concentration {
  /// `HHI = Σ sᵢ²`, s the share of a customer: from 1/n, all alike, to 1, one customer.
  ///
  /// Source: Herfindahl, *Concentration in the steel industry*, 1950; Hirschman, *National power
  /// and the structure of foreign trade*, 1945 (its square root).
  package var herfindahl: Double {
    let sum = Double(total)
    return sorted.reduce(0) { $0 + (Double($1) / sum) * (Double($1) / sum) }
  }

  /// `1 / HHI`: so many customers of one size would be as concentrated.
  ///
  /// Source: Adelman, *Comment on the "H" concentration measure as a numbers-equivalent*, Review of
  /// Economics and Statistics 51(1), 1969.
  package var equivalentCustomers: Double { 1 / herfindahl }

  /// `½ Σ |sᵢ − 1/n|`: the share of the total that would have to move to make all alike.
  ///
  /// Source: Hoover, *The measurement of industrial localization*, Review of Economic Statistics
  /// 18(4), 1936; Ricci 1916, Schutz, *On the measurement of income inequality*, 1951.
  package var ricciSchutz: Double {
    let mean = Double(total) / Double(count)
    return sorted.reduce(0) { $0 + abs(Double($1) - mean) } / (2 * Double(total))
  }

  /// `T = (1/n) Σ (xᵢ/μ) ln(xᵢ/μ)`, customers of zero adding nothing: 0 where all are alike, ln n
  /// where one has all.
  ///
  /// Source: Theil, *Economics and information theory*, 1967, chapter 4.
  package var theil: Double {
    let mean = Double(total) / Double(count)
    return sorted.reduce(0) { sum, amount in
      guard amount > 0 else { return sum }
      let ratio = Double(amount) / mean
      return sum + ratio * .log(ratio)
    } / Double(count)
  }

  /// The standard error of the share that the `customers` greatest ones hold.
  ///
  /// From the influence of one customer on the Lorenz curve at p = 1 − customers / n:
  /// `ψ(x) = ((x − q) 1{x ≤ q} + p q − x L(p)) / μ`, q the amount at the boundary;
  /// `se² = Σ ψ² / (n (n − 1))`. nil with fewer than three customers.
  /// Source: Beach & Davidson, *Distribution-free statistical inference with Lorenz curves and
  /// income shares*, Review of Economic Studies 50(4), 1983, theorem 1.
  package func standardError(ofGreatest customers: Int) -> Double? {
    guard let moments = influence(ofGreatest: customers) else { return nil }
    let n = Double(count)
    return .sqrt(moments.squares / (n * (n - 1)))
  }

  /// Sums of squares and cubes of the influence of each customer on the share that the `customers`
  /// greatest ones hold, `−ψ(x)`.
  func influence(ofGreatest customers: Int) -> (squares: Double, cubes: Double)? {
    guard count > 2, customers > 0, customers < count else { return nil }
    let n = Double(count)
    let below = count - customers
    let p = Double(below) / n
    let q = Double(sorted[below - 1])
    let mean = Double(total) / n
    let curve = lorenz(below)
    var (squares, cubes) = (0.0, 0.0)
    for (index, amount) in sorted.enumerated() {
      let x = Double(amount)
      let influence = (x * curve - p * q - (index < below ? x - q : 0)) / mean
      squares += influence * influence
      cubes += influence * influence * influence
    }
    return (squares, cubes)
  }

  /// The share that the `customers` greatest ones hold, `± z se`, inside 0…1.
  package func interval(
    ofGreatest customers: Int, confidence: Double = 0.95
  ) -> Interval? {
    standardError(ofGreatest: customers).map {
      Self.interval(held(byGreatest: customers), $0, confidence)
    }
  }
}
