import RealModule

/// A sum over many uncertain things that is never below zero, with the parts of its uncertainty.
///
/// *Predictive*: the things themselves vary, parameters as estimated: a lognormal distribution with
/// the mean m and the variance v of the sum, ln S ~ N(ln m − s²/2, s²), s² = ln(1 + v / m²), which
/// for many things is the normal one. *Parameter*: percentiles (type 7) of the means that drawn
/// parameters lead to. *Both*: the equal mixture of the lognormal distributions of all draws.
///
/// Source for the draws: Krinsky & Robb, *On approximating the statistical properties of
/// elasticities*, Review of Economics and Statistics 68(4), 1986.
package struct UncertainTotal: Sendable, Equatable {
  package let mean: Double
  package let predictive: Interval
  package let parameter: Interval
  package let both: Interval

  /// - Parameters:
  ///   - mean: the expected sum, 0 or more.
  ///   - variance: that of the sum, parameters as estimated.
  ///   - draws: the expected sum with each draw of the parameters; empty where there are none.
  package init(mean: Double, variance: Double, draws: [Double], confidence: Double = 0.95) {
    let tail = (1 - confidence) / 2
    self.mean = mean
    let own = LogNormal(mean: mean, variance: variance)
    predictive = Interval(low: own.quantile(tail), high: own.quantile(1 - tail))
    guard !draws.isEmpty else {
      parameter = Interval(low: mean, high: mean)
      both = predictive
      return
    }
    let sorted = draws.sorted()
    parameter = Interval(
      low: Quantile.type7(tail, sorted: sorted), high: Quantile.type7(1 - tail, sorted: sorted))
    // Sums of counts vary with their mean.
    let parts = sorted.map { draw in
      LogNormal(mean: draw, variance: mean > 0 ? variance * draw / mean : variance)
    }
    both = Interval(
      low: Self.quantile(tail, of: parts), high: Self.quantile(1 - tail, of: parts))
  }

  /// The quantile of an equal mixture, by bisection: its distribution function rises.
  private static func quantile(_ p: Double, of parts: [LogNormal]) -> Double {
    var low = parts.map { $0.quantile(p) }.min() ?? 0
    var high = parts.map { $0.quantile(p) }.max() ?? 0
    for _ in 0..<100 where high - low > 1e-12 * high {
      let middle = (low + high) / 2
      let below = parts.reduce(0) { $0 + $1.cdf(middle) } / Double(parts.count)
      if below < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// A lognormal distribution by its mean and variance; all at the mean without variance.
  private struct LogNormal {
    let mean: Double
    let location: Double
    let scale: Double

    init(mean: Double, variance: Double) {
      self.mean = mean
      let square = mean > 0 ? Double.log(onePlus: variance / (mean * mean)) : 0
      scale = square.squareRoot()
      location = mean > 0 ? .log(mean) - square / 2 : 0
    }

    func quantile(_ p: Double) -> Double {
      mean > 0 && scale > 0 ? .exp(location + scale * Normal.quantile(p)) : max(0, mean)
    }

    func cdf(_ value: Double) -> Double {
      guard mean > 0, scale > 0 else { return value < mean ? 0 : 1 }
      return value > 0 ? Normal.cdf((.log(value) - location) / scale) : 0
    }
  }
}
