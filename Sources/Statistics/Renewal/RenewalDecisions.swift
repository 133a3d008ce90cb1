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
    var u: Double
    var v: Double
    var value: Double
    var gradientNorm: Double
    var steps: Int
    /// Empty where the likelihood is not curved downwards.
    var covariance: [[Double]]
  }

  private struct Slope {
    var value = 0.0
    var u = 0.0
    var v = 0.0
    var uu = 0.0
    var uv = 0.0
    var vv = 0.0

    var norm: Double { .sqrt(u * u + v * v) }
  }

  /// Value, gradient and second derivatives at ln α and ln β.
  private func slope(_ u: Double, _ v: Double) -> Slope {
    let a = Double.exp(u)
    let b = Double.exp(v)
    var slope = Slope()
    for row in rows {
      let whole = a + b + row.before
      let stay = b + row.before
      let n = row.lost + row.kept
      slope.value += row.lost * .log(a / whole) + row.kept * .log(stay / whole)
      slope.u += row.lost - n * a / whole
      slope.v += b * (row.kept / stay - n / whole)
      slope.uu += n * a * (a / whole - 1) / whole
      slope.uv += n * a * b / (whole * whole)
      slope.vv +=
        b * row.before * row.kept / (stay * stay) - n * b * (whole - b) / (whole * whole)
    }
    return slope
  }

  /// The greatest of the maxima found from three starts: the churn of the first decision with much,
  /// some and little difference between customers.
  func maximum() -> Maximum {
    let first = min(max(rows.first.map { $0.lost / ($0.lost + $0.kept) } ?? churn, 0.01), 0.99)
    var best: Maximum?
    for size in [0.5, 2, 20] {
      let found = climb(.log(first * size), .log((1 - first) * size))
      if found.value > best?.value ?? -.infinity { best = found }
    }
    return best ?? climb(0, 0)
  }

  /// Newton's method, damped where the likelihood is not curved downwards or a step does not climb
  /// (Levenberg, *A method for the solution of certain non-linear problems in least squares*, 1944).
  private func climb(_ u: Double, _ v: Double) -> Maximum {
    var (u, v) = (u, v)
    var here = slope(u, v)
    var damping = 0.0
    var steps = 0
    while steps < 200, here.norm > 1e-10 * Double(total) {
      steps += 1
      let (uu, vv) = (-here.uu + damping, -here.vv + damping)
      let determinant = uu * vv - here.uv * here.uv
      guard uu > 0, determinant > 0 else {
        damping = max(2 * damping, 1e-3 * Double(total))
        continue
      }
      let du = (vv * here.u + here.uv * here.v) / determinant
      let dv = (here.uv * here.u + uu * here.v) / determinant
      let length = max(1, max(abs(du), abs(dv)) / 3)
      let there = slope(u + du / length, v + dv / length)
      if there.value >= here.value - 1e-12 * abs(here.value) {
        u += du / length
        v += dv / length
        let gain = there.value - here.value
        here = there
        damping = damping > 1e-9 * Double(total) ? damping / 10 : 0
        if abs(gain) <= 1e-15 * abs(here.value), max(abs(du), abs(dv)) < 1e-9 { break }
      } else {
        damping = max(4 * damping, 1e-3 * Double(total))
      }
    }
    let determinant = here.uu * here.vv - here.uv * here.uv
    let isPeak = here.uu < 0 && determinant > 1e-12 * here.uu * here.vv
    return Maximum(
      u: u, v: v, value: here.value, gradientNorm: here.norm, steps: steps,
      covariance: isPeak
        ? [
          [-here.vv / determinant, here.uv / determinant],
          [here.uv / determinant, -here.uu / determinant],
        ] : [])
  }
}
