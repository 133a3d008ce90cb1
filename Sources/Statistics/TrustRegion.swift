import RealModule

/// The maximum of a smooth function of a few parameters within a box, by Newton steps.
///
/// Each step maximises the quadratic model `gᵀd + ½ dᵀHd` within a ball that grows where the model
/// holds and shrinks where it does not, exactly, from the eigenvalues of H; parameters at an edge of
/// the box whose gradient leads out are held. Near the maximum the steps are Newton's, so that the
/// error is squared with each.
///
/// Source: Nocedal & Wright, *Numerical Optimization*, 2nd edition, 2006, algorithms 4.1 and 4.3.
package struct TrustRegion: Sendable {
  /// A function's value, gradient and second derivatives at a point.
  package struct Evaluation: Sendable {
    package var value: Double
    package var gradient: [Double]
    package var hessian: SymmetricMatrix

    package init(value: Double, gradient: [Double], hessian: SymmetricMatrix) {
      self.value = value
      self.gradient = gradient
      self.hessian = hessian
    }

    var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) && hessian.isFinite }
  }

  /// How a search ended.
  package enum End: Sendable, Equatable {
    /// What another Newton step promises is below the tolerance.
    case converged
    /// No step within rounding of the function's value improves it, or the iterations ran out.
    case stalled
  }

  package struct Result: Sendable {
    package let point: [Double]
    package let evaluation: Evaluation
    package let iterations: Int
    package let evaluations: Int
    package let end: End
    /// Parameters that stand at an edge of the box with the function rising outwards.
    package let held: [Int]
  }

  package let lower: [Double]
  package let upper: [Double]
  /// Ends where `gᵀ(−H)⁻¹g`, twice what the next step promises, is below this.
  package let tolerance: Double
  package let limit: Int

  package init(lower: [Double], upper: [Double], tolerance: Double = 1e-10, limit: Int = 200) {
    self.lower = lower
    self.upper = upper
    self.tolerance = tolerance
    self.limit = limit
  }

  /// nil where the function is not finite at the start.
  package func maximise(
    from start: [Double], radius first: Double = 1, _ function: ([Double]) -> Evaluation
  ) -> Result? {
    var point = zip(start, zip(lower, upper)).map { min(max($0, $1.0), $1.1) }
    var here = function(point)
    guard here.isFinite else { return nil }
    var radius = first
    var evaluations = 1
    var iteration = 0
    var end = End.stalled
    while iteration < limit {
      let free = freeParameters(point, here.gradient)
      let model = Quadratic(here, free: free)
      if model.isConcave, model.decrement < tolerance {
        end = .converged
        break
      }
      iteration += 1
      let step = model.step(within: radius)
      var next = point
      var length = 0.0
      for (k, index) in free.enumerated() {
        next[index] = min(max(point[index] + step[k], lower[index]), upper[index])
        length = max(length, abs(next[index] - point[index]))
      }
      let promised = model.gain(free.map { next[$0] - point[$0] })
      guard promised > 0, length > 0 else {
        // Cut off at the edges of the box, a long step may promise nothing where a shorter one does.
        radius = 0.25 * min(radius, step.map { abs($0) }.max() ?? radius)
        if radius < 1e-12 { break }
        continue
      }
      let there = function(next)
      evaluations += 1
      let gained = there.isFinite ? there.value - here.value : -.infinity
      // Below the rounding of the sum the gradient alone can tell.
      let noise = 1e-13 * abs(here.value)
      let within = abs(promised) <= noise && gained >= -4 * noise
      let ratio = within ? 1 : gained / promised
      if ratio < 0.25 {
        radius = 0.25 * min(radius, step.map { abs($0) }.max() ?? radius)
      } else if ratio > 0.75, Self.norm(step) > 0.8 * radius {
        radius = min(2 * radius, 8)
      }
      if ratio > 1e-4 {
        let settled = within && Self.largest(there, free) >= 0.5 * Self.largest(here, free)
        point = next
        here = there
        if settled {
          end = .converged
          break
        }
      } else if radius < 1e-12 {
        break
      }
    }
    let held = point.indices.filter { !freeParameters(point, here.gradient).contains($0) }
    return Result(
      point: point, evaluation: here, iterations: iteration, evaluations: evaluations, end: end,
      held: held)
  }

  private func freeParameters(_ point: [Double], _ gradient: [Double]) -> [Int] {
    point.indices.filter { index in
      !(point[index] <= lower[index] && gradient[index] <= 0)
        && !(point[index] >= upper[index] && gradient[index] >= 0)
    }
  }

  private static func norm(_ step: [Double]) -> Double {
    Double.sqrt(step.reduce(0) { $0 + $1 * $1 })
  }

  private static func largest(_ evaluation: Evaluation, _ free: [Int]) -> Double {
    free.map { abs(evaluation.gradient[$0]) }.max() ?? 0
  }
}

/// The quadratic model of a function in the directions of its eigenvectors.
private struct Quadratic {
  /// Of −H, ascending.
  let curvatures: [Double]
  let directions: [[Double]]
  /// The gradient along each direction.
  let slopes: [Double]
  let gradient: [Double]
  let hessian: SymmetricMatrix

  init(_ evaluation: TrustRegion.Evaluation, free: [Int]) {
    var negative = SymmetricMatrix(zeros: free.count)
    for i in free.indices {
      for j in 0...i { negative[i, j] = -evaluation.hessian[free[i], free[j]] }
    }
    (curvatures, directions) = negative.eigen
    let gradient = free.map { evaluation.gradient[$0] }
    slopes = directions.map { zip($0, gradient).reduce(0) { $0 + $1.0 * $1.1 } }
    self.gradient = gradient
    hessian = negative
  }

  var isConcave: Bool { (curvatures.first ?? 1) > 0 }

  var decrement: Double { zip(slopes, curvatures).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } }

  /// `gᵀd + ½ dᵀHd`.
  func gain(_ d: [Double]) -> Double {
    var result = 0.0
    for i in d.indices {
      result += gradient[i] * d[i]
      for j in d.indices { result -= 0.5 * d[i] * hessian[i, j] * d[j] }
    }
    return result
  }

  /// The best step no longer than `radius`: Newton's where it fits, else `(−H + μ)⁻¹ g` with the μ
  /// that gives that length.
  func step(within radius: Double) -> [Double] {
    let least = curvatures.first ?? 1
    if least > 0, length(0) <= radius { return combined(0) }
    let flat = max(0, -least)
    var low = flat
    // A μ of ‖g‖/radius above the least curvature makes the step shorter than the radius.
    var high = flat + Double.sqrt(slopes.reduce(0) { $0 + $1 * $1 }) / radius + 1e-300
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if length(middle) > radius { low = middle } else { high = middle }
    }
    return combined(high)
  }

  private func length(_ shift: Double) -> Double {
    var sum = 0.0
    for k in slopes.indices where slopes[k] != 0 {
      let part = slopes[k] / (curvatures[k] + shift)
      sum += part * part
    }
    return Double.sqrt(sum)
  }

  private func combined(_ shift: Double) -> [Double] {
    var result = [Double](repeating: 0, count: gradient.count)
    for k in slopes.indices where slopes[k] != 0 {
      let size = slopes[k] / (curvatures[k] + shift)
      for i in result.indices { result[i] += size * directions[k][i] }
    }
    return result
  }
}
