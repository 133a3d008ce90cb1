import RealModule

/// Renewal decisions by their number, and the likelihood of the shifted beta geometric model.
struct RenewalDecisions {
  private struct Row {
    /// t − 1.
    let before: Double
    let lost: Double
    let kept: Double
  }

  private let rows: [Row]
  let total: Int
  let losses: Int

  init(_ table: LifeTable) {
    // The number at risk holds between two rows; the table leaves out the times in between.
    var rows: [Row] = []
    var next = 0
    for time in 1..<max(1, (table.lastTime ?? 0) + 1) {
      while table.rows[next].time < time { next += 1 }
      let row = table.rows[next]
      let lost = row.time == time ? row.events : 0
      // Who is censored at t has made the t-th decision: to stay.
      guard row.atRisk > 0 else { continue }
      rows.append(
        Row(before: Double(time - 1), lost: Double(lost), kept: Double(row.atRisk - lost)))
    }
    self.rows = rows
    total = Int(rows.reduce(0) { $0 + $1.lost + $1.kept })
    losses = Int(rows.reduce(0) { $0 + $1.lost })
  }

  var churn: Double { Double(losses) / Double(total) }

  var geometricLogLikelihood: Double {
    func part(_ count: Double, _ share: Double) -> Double { count > 0 ? count * .log(share) : 0 }
    return part(Double(losses), churn) + part(Double(total - losses), 1 - churn)
  }

  /// Why the likelihood has its maximum where all customers are alike; nil where it has not.
  ///
  /// With p = α / (α + β) and φ = 1 / (α + β) the likelihood rises from φ = 0 on where its slope
  /// there, `Σ (t − 1) (kept p / (1 − p) − lost)`, is above zero.
  var reasonForOneChance: RenewalFit.Reason? {
    guard rows.contains(where: { $0.before > 0 }) else { return .oneDecision }
    guard losses > 0, losses < total else { return .noDifference }
    let odds = churn / (1 - churn)
    let slope = rows.reduce(0) { $0 + $1.before * ($1.kept * odds - $1.lost) }
    return slope > 1e-9 * Double(total) ? nil : .noDecline
  }

  struct Maximum {
    /// ln α and ln β.
    let point: [Double]
    let value: Double
    let gradientNorm: Double
    let steps: Int
    /// nil where the likelihood is not curved downwards.
    let covariance: SymmetricMatrix?
  }

  /// Value, gradient and second derivatives at ln α and ln β.
  private func evaluation(_ point: [Double]) -> TrustRegion.Evaluation {
    let a = Double.exp(point[0])
    let b = Double.exp(point[1])
    var value = 0.0
    var gradient = [0.0, 0.0]
    var hessian = SymmetricMatrix(zeros: 2)
    for row in rows {
      let whole = a + b + row.before
      let stay = b + row.before
      let n = row.lost + row.kept
      value += row.lost * .log(a / whole) + row.kept * .log(stay / whole)
      gradient[0] += row.lost - n * a / whole
      gradient[1] += b * (row.kept / stay - n / whole)
      hessian[0, 0] += n * a * (a / whole - 1) / whole
      hessian[0, 1] += n * a * b / (whole * whole)
      hessian[1, 1] +=
        b * row.before * row.kept / (stay * stay) - n * b * (whole - b) / (whole * whole)
    }
    return TrustRegion.Evaluation(value: value, gradient: gradient, hessian: hessian)
  }

  /// The greatest of the maxima found from three starts: the churn of the first decision with much,
  /// some and little difference between customers; nil where none was found.
  func maximum() -> Maximum? {
    let first = min(max(rows.first.map { $0.lost / ($0.lost + $0.kept) } ?? churn, 0.01), 0.99)
    let search = TrustRegion(lower: [-25, -25], upper: [25, 25], tolerance: 1e-14)
    var best: TrustRegion.Result?
    for size in [0.5, 2, 20] {
      let start = [Double.log(first * size), Double.log((1 - first) * size)]
      guard let found = search.maximise(from: start, evaluation) else { continue }
      if found.evaluation.value > best?.evaluation.value ?? -.infinity { best = found }
    }
    guard let best else { return nil }
    let gradient = best.evaluation.gradient
    var information = SymmetricMatrix(zeros: 2)
    for i in 0...1 {
      for j in 0...i { information[i, j] = -best.evaluation.hessian[i, j] }
    }
    let (covariance, isPositiveDefinite) = information.inverse()
    return Maximum(
      point: best.point, value: best.evaluation.value,
      gradientNorm: .sqrt(gradient.reduce(0) { $0 + $1 * $1 }), steps: best.iterations,
      covariance: isPositiveDefinite && best.held.isEmpty ? covariance : nil)
  }
}
