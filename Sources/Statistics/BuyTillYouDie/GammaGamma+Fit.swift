import RealModule
import Values

extension GammaGamma {
  /// Maximum likelihood from several fixed starts, by Newton steps on ln p, ln q and ln γ.
  ///
  /// Customers without a repeat purchase or with a mean that is not above 0 are skipped and counted.
  /// With many customers the starts are tried on every 16th.
  ///
  /// - Parameters:
  ///   - x: Repeat purchases.
  ///   - mean: Mean spend of them.
  ///   - counts: Customers of each row; nil where each row is one.
  package static func fit(
    x: [Int32], mean: [Double], counts: [Int]? = nil, threads: Int? = nil
  ) throws(FitFailure) -> GammaGammaCard {
    precondition(
      x.count == mean.count && (counts.map { $0.count == x.count } ?? true), "a mean for each x")
    let all = SpendLikelihood(x, mean, counts, every: 1)
    guard all.customers >= 3 else {
      throw .notEnoughData(
        customers: all.customers + all.skipped, repeaters: all.customers, needed: 3)
    }
    guard all.varies else { throw .noVariation }
    let threads = max(1, threads ?? Workers.processorCount)
    let logMean = Double.log(all.mean)
    let box = TrustRegion(lower: [-12, -12, logMean - 16], upper: [12, 12, logMean + 16])
    // Means of a newcomer of pγ/(q−1), the mean of all.
    let starts = [(2.0, 3.0), (6, 4), (0.7, 1.5), (20, 10)].map { p, q in
      [Double.log(p), .log(q), .log(all.mean * (q - 1) / p)]
    }
    var points = starts
    if x.count > 1 << 16 {
      let sample = SpendLikelihood(x, mean, counts, every: 16)
      if sample.customers >= 1000, let best = best(box, points, sample, threads: threads),
        FitErrors(best).unbounded.isEmpty
      {
        points = [best.point]
      }
    }
    guard let best = best(box, points, all, threads: threads) else { throw .noMaximum }
    let errors = FitErrors(best)
    return GammaGammaCard(
      estimates: model(best.point), covariance: errors.covariance.rows,
      isPositiveDefinite: errors.isPositiveDefinite, logLikelihood: best.evaluation.value,
      gradientNorm: errors.gradientNorm, iterations: best.iterations,
      evaluations: best.evaluations, starts: starts.count,
      state: errors.state(best.end, names: ["p", "q", "gamma"]), customers: all.customers,
      skipped: all.skipped,
      constrained: constrained(best, box, all, threads: threads))
  }

  private static func model(_ point: [Double]) -> GammaGamma {
    GammaGamma(p: .exp(point[0]), q: .exp(point[1]), gamma: .exp(point[2]))
  }

  private static func constrained(
    _ best: TrustRegion.Result, _ box: TrustRegion, _ all: SpendLikelihood, threads: Int
  ) -> GammaGammaCard.Constrained? {
    guard Double.exp(best.point[1]) <= 1 else { return nil }
    let least = Double.log(GammaGammaCard.leastQ)
    let narrow = TrustRegion(lower: [box.lower[0], least, box.lower[2]], upper: box.upper)
    return Self.best(narrow, [best.point], all, threads: threads).map {
      GammaGammaCard.Constrained(
        estimates: GammaGamma(
          p: .exp($0.point[0]), q: max(GammaGammaCard.leastQ, .exp($0.point[1])),
          gamma: .exp($0.point[2])),
        logLikelihood: $0.evaluation.value)
    }
  }

  private static func best(
    _ box: TrustRegion, _ points: [[Double]], _ likelihood: SpendLikelihood, threads: Int
  ) -> TrustRegion.Result? {
    var best: TrustRegion.Result?
    for point in points {
      let result = box.maximise(from: point) { likelihood.evaluation(at: $0, threads: threads) }
      guard let result else { continue }
      let margin = 1e-9 * abs(result.evaluation.value)
      if best.map({ result.evaluation.value > $0.evaluation.value + margin }) ?? true {
        best = result
      }
    }
    return best
  }
}
