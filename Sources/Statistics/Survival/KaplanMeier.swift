import RealModule

/// The share of lives that no event has met by each time, with lives that leave unseen and enter
/// late.
///
/// `S(t) = Π (1 − d / n)` over event times up to t, d events among n at risk;
/// `Var S = S² Σ d / (n (n − d))`. Sources: Kaplan & Meier, *Nonparametric estimation from
/// incomplete observations*, JASA 53(282), 1958; Greenwood, *The natural duration of cancer*, 1926;
/// late entry: Andersen, Borgan, Gill & Keiding, *Statistical models based on counting processes*,
/// 1993, section IV.3.
package struct KaplanMeier: Sendable, Equatable {
  package struct Step: Sendable, Equatable {
    package let time: Int
    package let atRisk: Int
    package let events: Int
    /// The share without an event at the time and right after it.
    package let survival: Double
    /// Σ d / (n (n − d)), Greenwood's sum; infinite where all at risk had the event.
    package let greenwood: Double

    /// √Var S; 0 where S is 1 or 0.
    package var standardError: Double {
      survival > 0 ? survival * .sqrt(greenwood) : 0
    }
  }

  /// Times with an event, ascending.
  package let steps: [Step]
  package let table: LifeTable

  package init(_ table: LifeTable) {
    self.table = table
    var steps: [Step] = []
    var survival = 1.0
    var greenwood = 0.0
    for row in table.rows where row.events > 0 {
      let d = Double(row.events)
      let n = Double(row.atRisk)
      survival *= (n - d) / n
      greenwood += d / (n * (n - d))
      steps.append(
        Step(
          time: row.time, atRisk: row.atRisk, events: row.events, survival: survival,
          greenwood: greenwood))
    }
    self.steps = steps
  }

  /// The last step at or before a time; nil before the first event.
  package func step(at time: Int) -> Step? {
    let after = steps.partitioned { $0.time > time }
    return after > 0 ? steps[after - 1] : nil
  }

  /// S(t), 1 before the first event; nil beyond the last time anybody was seen, unless S is 0 there.
  package func survival(at time: Int) -> Double? {
    guard let last = table.lastTime else { return nil }
    let found = step(at: time)?.survival ?? 1
    return time <= last || found == 0 ? found : nil
  }

  /// Whether all at risk had the event while others were still to enter: from there on S is 0
  /// whatever comes later, and says nothing.
  package var endsEarly: Bool {
    guard let zero = steps.first(where: { $0.survival == 0 }) else { return false }
    return (table.lastTime ?? 0) > zero.time
  }

  /// ∫ S from 0 to a time τ, the mean time without the event up to τ, and its standard error
  /// `√(Σ A² d / (n (n − d)))` with A = ∫ S from the event time to τ; nil where S is unknown at τ.
  ///
  /// Source: Klein & Moeschberger, *Survival analysis*, 2nd edition 2003, section 4.5.
  package func restrictedMean(to limit: Int) -> (mean: Double, standardError: Double)? {
    guard limit > 0, survival(at: limit) != nil else { return nil }
    var area = 0.0
    var variance = 0.0
    var right = Double(limit)
    for step in steps.reversed() where step.time < limit {
      area += step.survival * (right - Double(step.time))
      right = Double(step.time)
      let n = Double(step.atRisk)
      let d = Double(step.events)
      // Where nobody was left A is 0.
      if n > d { variance += area * area * d / (n * (n - d)) }
    }
    return (area + right, .sqrt(variance))
  }
}

extension Array {
  /// The first position from which on the condition holds; the elements must be so ordered.
  func partitioned(_ isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
