import Pipeline
import Statistics

/// What a purchase is expected to bring, in major units: by the Gamma-Gamma model, or the mean of
/// all where that cannot be fitted.
struct SpendFit: Sendable {
  enum Basis: Sendable {
    case gammaGamma(GammaGammaCard)
    /// The mean amount of a repeat purchase of all customers.
    case mean(FitFailure)
    /// No repeat purchase has an amount.
    case none
  }

  let basis: Basis
  /// Mean amount of a repeat purchase over all of them, of customers with an amount above zero; of
  /// the first purchases where no repeat purchase has one, nil where those have none either.
  let pooledMean: Double?
  /// Repeat customers without a positive amount: they buy, but tell nothing of amounts.
  let withoutAmount: Int
  let frequencyAndSpend: Correlation?

  var card: GammaGammaCard? {
    if case .gammaGamma(let card) = basis { card } else { nil }
  }

  /// The model that values are made with; nil where the mean stands.
  var model: GammaGamma? { card?.usable }

  /// q was held above 1: the mean of a customer without a repeat purchase would have no meaning.
  var isConstrained: Bool { card?.constrained != nil }

  /// Gamma-Gamma on customers with a repeat purchase and a positive mean amount.
  init(
    _ columns: PurchaseHistoryColumns, firstMean: Double?, log: RunLog,
    kept: GammaGammaCard? = nil
  ) {
    let rows = columns.x.indices.filter { columns.x[$0] > 0 && columns.meanSpend[$0] > 0 }
    withoutAmount =
      columns.x.indices.reduce(0) { sum, row in
        columns.x[row] > 0 && !(columns.meanSpend[row] > 0) ? sum + columns.customers(row) : sum
      }
    var purchases = 0.0
    var spend = 0.0
    for row in rows {
      let weight = Double(columns.x[row]) * Double(columns.customers(row))
      purchases += weight
      spend += weight * columns.meanSpend[row]
    }
    pooledMean = purchases > 0 ? spend / purchases : firstMean.flatMap { $0 > 0 ? $0 : nil }
    frequencyAndSpend =
      columns.counts == nil
      ? Correlation(rows.map { Double(columns.x[$0]) }, rows.map { columns.meanSpend[$0] }) : nil
    guard purchases > 0 else {
      basis = .none
      return
    }
    if let kept {
      basis = .gammaGamma(kept)
      return
    }
    basis = log.timed("fit_gamma_gamma", { (_: Basis) in "\(rows.count) customers" }) {
      do throws(FitFailure) {
        return .gammaGamma(
          try GammaGamma.fit(x: columns.x, mean: columns.meanSpend, counts: columns.counts))
      } catch {
        return .mean(error)
      }
    }
  }

  /// Expected amount of a purchase of a customer with x repeat purchases of a mean amount.
  ///
  /// Without a repeat purchase: the mean of a newcomer; where q had to be held above 1 that mean is
  /// of no use, and the pooled one stands.
  func expected(x: Int32, mean: Double) -> Double {
    guard let model else { return pooledMean ?? 0 }
    if x > 0, mean > 0 {
      return model.expectedSpend(x: Double(x), mean: mean) ?? pooledMean ?? 0
    }
    return newcomer
  }

  /// Expected amount of a repeat purchase of a customer who is not known.
  var newcomer: Double {
    isConstrained ? pooledMean ?? 0 : model?.meanOfNewcomer ?? pooledMean ?? 0
  }

  /// Scale of the predictive distribution of a customer's spend, for `SpendIntervals`.
  func scale(x: Int32, mean: Double) -> Double? {
    model.map { x > 0 && mean > 0 ? $0.spendScale(x: Double(x), mean: mean) : $0.gamma }
  }
}
