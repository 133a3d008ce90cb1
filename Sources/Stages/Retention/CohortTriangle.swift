import Exports
import Values

/// Cohorts by periods since their first: how many came back, ordered and spent.
struct CohortTriangle: Sendable {
  struct Cell: Sendable, Equatable {
    /// Customers of the cohort with a purchase in the period.
    var active = 0
    /// Customers whose last purchase up to the end of observation is in the period.
    var last = 0
    /// Customers with a purchase in the period or later: those whose last one is.
    fileprivate(set) var later = 0
    var orders = 0
    /// By the policy for returns, minor units.
    var revenue: Int64 = 0
  }

  /// Customers whose first purchase is in one period.
  struct Cohort: Sendable {
    let index: Int
    var size = 0
    /// By periods since the first; as many as could be seen in part or whole.
    var cells: [Cell]
    /// Customers with a purchase in each range of the settings.
    var brackets: [Int]
  }

  let calendar: PeriodCalendar
  let windows: CohortWindows
  let brackets: [PeriodRange]
  /// Those with customers, ascending.
  let cohorts: [Cohort]

  init(
    calendar: PeriodCalendar, windows: CohortWindows, brackets: [PeriodRange], cohorts: [Cohort]
  ) {
    self.calendar = calendar
    self.windows = windows
    self.brackets = brackets
    self.cohorts = cohorts.map { cohort in
      var cohort = cohort
      var later = 0
      for k in cohort.cells.indices.reversed() {
        later += cohort.cells[k].last
        cohort.cells[k].later = later
      }
      return cohort
    }
  }

  /// Whether the k-th period since the first was over for the whole cohort when observation ended.
  func isComplete(_ cohort: Cohort, _ k: Int) -> Bool {
    switch windows {
    case .calendar: return calendar.isOver(cohort.index + k)
    case .own:
      let lastNewcomer = min(calendar.last(cohort.index), calendar.through)
      return calendar.ownStart(lastNewcomer, k + 1).adding(days: -1) <= calendar.through
    }
  }

  func isComplete(_ cohort: Cohort, _ range: PeriodRange) -> Bool {
    isComplete(cohort, range.last)
  }

  /// Customers with a purchase in the period or later; nil where the period was not over.
  func retained(_ cohort: Cohort, _ k: Int, _ rule: ReturnRule) -> Int? {
    guard cohort.cells.indices.contains(k), isComplete(cohort, k) else { return nil }
    switch rule {
    case .classic: return cohort.cells[k].active
    case .rolling: return cohort.cells[k].later
    }
  }

  func retained(_ cohort: Cohort, bracket: Int) -> Int? {
    isComplete(cohort, brackets[bracket]) ? cohort.brackets[bracket] : nil
  }

  /// Retention at one distance from the first period, over all cohorts that were seen that far.
  struct Mean: Equatable {
    /// Cohorts that count.
    var cohorts = 0
    /// Their customers.
    var customers = 0
    var retained = 0
    var orders = 0
    var revenue: Int64 = 0
    /// Sum of the cohorts' shares.
    var shares = 0.0

    /// Σ retained / Σ size.
    var weighted: Double? { customers > 0 ? Double(retained) / Double(customers) : nil }
    /// The mean of the cohorts' shares, a large cohort counting as much as a small one.
    var simple: Double? { cohorts > 0 ? shares / Double(cohorts) : nil }

    mutating func add(_ cohort: Cohort, _ count: Int, orders: Int = 0, revenue: Int64 = 0) {
      cohorts += 1
      customers += cohort.size
      retained += count
      self.orders += orders
      self.revenue += revenue
      shares += Double(count) / Double(cohort.size)
    }
  }

  func mean(_ k: Int, _ rule: ReturnRule) -> Mean {
    cohorts.reduce(into: Mean()) { mean, cohort in
      guard let count = retained(cohort, k, rule) else { return }
      mean.add(
        cohort, count, orders: cohort.cells[k].orders, revenue: cohort.cells[k].revenue)
    }
  }

  func mean(bracket: Int) -> Mean {
    cohorts.reduce(into: Mean()) { mean, cohort in
      guard let count = retained(cohort, bracket: bracket) else { return }
      mean.add(cohort, count)
    }
  }

  /// The farthest distance that some cohort was seen at; -1 without cohorts.
  var farthest: Int {
    cohorts.map { cohort in cohort.cells.indices.last { isComplete(cohort, $0) } ?? -1 }.max() ?? -1
  }
}
