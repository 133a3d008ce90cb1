import RealModule

/// What is left of a customer of the Pareto/NBD process who is not seen for the time t.
///
/// From a moment at which the purchase rate is Gamma(R, rate A) and the death rate Gamma(s, rate B),
/// `D = (1+t/A)^−R (1+t/B)^−s + s ∫₀ᵗ (1+y/A)^−R (1+y/B)^−s / (B+y) dy`: no purchase while alive to the
/// end, or death at y without a purchase before. D is P(no purchase in t), its first part over D is
/// P(alive | no purchase in t), and D is the bracket of the likelihood.
///
/// The difference of two 2F1 of the closed form loses its digits where they are close. The integral
/// does not: all its parts are positive. It is taken over `v = ln(1 + y/min(A, B))` by Gauss's rule:
/// the integrand is analytic within π of the line, and what is below e⁻⁴⁵ of its start is left out.
///
/// Source: Fader & Hardie, *A note on deriving the Pareto/NBD model and related expressions*, 2005,
/// equation 5 (the integral from which the likelihood comes).
struct DeathIntegral {
  let shape: Double
  let s: Double
  let rate: Double
  let beta: Double

  /// One moment of death, or the end: `weight` sums to D; `l1 = ln(1+y/A)`, `l2 = ln(1+y/B)`.
  struct Atom {
    let weight: Double
    let y: Double
    let l1: Double
    let l2: Double
  }

  /// Alive to the end.
  func end(_ t: Double) -> Atom {
    let l1 = Double.log(onePlus: t / rate)
    let l2 = Double.log(onePlus: t / beta)
    return Atom(weight: .exp(-shape * l1 - s * l2), y: t, l1: l1, l2: l2)
  }

  /// Calls `body` with moments of death before t.
  @inline(__always)
  func deaths(_ t: Double, _ body: (Atom) -> Void) {
    guard t > 0 else { return }
    let least = min(rate, beta)
    let reach = min(
      t, rate * .expMinusOne(min(45 / shape, 600)), beta * .expMinusOne(min(45 / s, 600)))
    let length = Double.log(onePlus: reach / least)
    let fall = shape * .log(onePlus: reach / rate) + s * .log(onePlus: reach / beta)
    let rule =
      fall < 1.5 && length < 0.8
      ? GaussLegendre.eight : fall < 8 && length < 2.5 ? .sixteen : .thirtyTwo
    let isRate = rate <= beta
    for index in rule.nodes.indices {
      let v = 0.5 * length * (1 + rule.nodes[index])
      // Absolute errors of 1e-16 are all that matters of these logarithms.
      let y = least * (Double.exp(v) - 1)
      let l1 = isRate ? v : .log(1 + y / rate)
      let l2 = isRate ? .log(1 + y / beta) : v
      let jacobian = s * (least + y) / (beta + y)
      let weight = 0.5 * length * rule.weights[index] * jacobian * .exp(-shape * l1 - s * l2)
      body(Atom(weight: weight, y: y, l1: l1, l2: l2))
    }
  }

  func value(_ t: Double) -> Double {
    var sum = end(t).weight
    deaths(t) { sum += $0.weight }
    return sum
  }
}
