package import Values

/// A month, quarter or year of the calendar.
package struct AcquisitionPeriod: Hashable, Comparable, Sendable {
  package let grain: AcquisitionGrain
  /// Periods since year 0.
  package let number: Int

  package init(_ grain: AcquisitionGrain, number: Int) {
    self.grain = grain
    self.number = number
  }

  package init(_ grain: AcquisitionGrain, of day: Day) {
    self.init(grain, number: (day.year * 12 + day.month - 1) / grain.months)
  }

  private var month: Int { number * grain.months }

  package var first: Day { Day(number: Day.daysFromCivil(month / 12, month % 12 + 1, 1)) }
  package var last: Day { AcquisitionPeriod(grain, number: number + 1).first.adding(days: -1) }

  /// `2025-03`, `2025-Q4`, `2025`.
  package var label: String {
    let year = String(month / 12)
    switch grain {
    case .year: return year
    case .quarter: return "\(year)-Q\(month % 12 / 3 + 1)"
    case .month: return "\(year)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
    }
  }

  package static func < (left: AcquisitionPeriod, right: AcquisitionPeriod) -> Bool {
    left.number < right.number
  }
}

extension AcquisitionGrain {
  /// The grain of costs that come on these days: the widest whose periods each hold at most one of
  /// them, all at the beginning of their period.
  static func ofCosts(_ days: [Day]) -> AcquisitionGrain {
    let distinct = Set(days)
    guard distinct.count > 1 else { return .month }
    for grain in [AcquisitionGrain.year, .quarter] {
      let periods = Set(distinct.map { AcquisitionPeriod(grain, of: $0) })
      if periods.count == distinct.count,
        distinct.allSatisfy({ AcquisitionPeriod(grain, of: $0).first == $0 })
      {
        return grain
      }
    }
    return .month
  }
}
