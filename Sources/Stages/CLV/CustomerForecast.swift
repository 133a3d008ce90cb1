import Pipeline
import Statistics
import Values

/// What is expected of each customer: by class of histories, and by row what depends on amounts.
struct CustomerForecast: Sendable {
  let histories: PurchaseHistories
  let schedule: CLVSchedule
  let spendFit: SpendFit
  /// Share of an amount that counts as value: 1, or the margin rate.
  let share: Double
  let purchases: PurchaseForecast
  /// Expected amount of a purchase by row, in the basis of the value.
  let spend: [Double]
  /// Discounted value over the longest horizon, by row.
  let clv: [Double]
  /// By class, once `addIntervals` has run.
  private(set) var none: [Double] = []
  private(set) var counts: PurchaseIntervals?
  private(set) var amounts: SpendIntervals?
  /// Discounted purchases without end, by class; nil where the model has none.
  private(set) var endless: [Double]?

  /// The twelve-month values: everything that the peers compute.
  init(
    _ columns: PurchaseHistoryColumns, _ histories: PurchaseHistories, _ basis: PurchaseBasis,
    _ spendFit: SpendFit, _ schedule: CLVSchedule, share: Double
  ) {
    self.histories = histories
    self.schedule = schedule
    self.spendFit = spendFit
    self.share = share
    purchases = histories.forecast(basis.processes, schedule.forecast)
    let discounted = purchases.discounted[schedule.days.count - 1]
    let classOf = histories.classOf
    let (model, newcomer) = (spendFit.model, spendFit.newcomer)
    (spend, clv) = Self.byRow(columns.count) { row in
      let (x, mean) = (columns.x[row], columns.meanSpend[row])
      let spend =
        x > 0 && mean > 0 ? model?.expectedSpend(x: Double(x), mean: mean) ?? newcomer : newcomer
      return (spend * share, spend * share * discounted[Int(classOf[row])])
    }
  }

  /// Two numbers of each row, worked out on all threads.
  private static func byRow(
    _ count: Int, _ value: (Int) -> (Double, Double)
  ) -> (first: [Double], second: [Double]) {
    let part = 1 << 15
    var second: [Double] = []
    let first = [Double](unsafeUninitializedCapacity: count) { firsts, filledFirst in
      second = [Double](unsafeUninitializedCapacity: count) { seconds, filledSecond in
        // Unsafe: each part writes its own rows.
        nonisolated(unsafe) let (firsts, seconds) = (firsts, seconds)
        Workers.share((count + part - 1) / part, threads: Workers.processorCount) { number, _ in
          for row in number * part..<min((number + 1) * part, count) {
            (firsts[row], seconds[row]) = value(row)
          }
        }
        filledSecond = count
      }
      filledFirst = count
    }
    return (first, second)
  }

  /// Predictive intervals over the longest horizon, silence, and value without end.
  mutating func addIntervals(_ basis: PurchaseBasis, _ settings: CLVSettings) {
    let length = schedule.length(schedule.days.count - 1)
    none = histories.probabilityOfNone(
      basis.processes, within: max(1, Double(settings.silence.days) / schedule.unitDays))
    counts = histories.purchaseIntervals(
      basis.processes, within: length, confidence: settings.confidence)
    if let model = spendFit.model {
      amounts = histories.spendIntervals(
        basis.processes, model, within: length, confidence: settings.confidence)
    }
    let rate = CLVSchedule.endlessRate(settings)
    guard basis.card?.model == .paretoNBD || basis.card?.model == .bgBB, rate > 0 else { return }
    let values = (0..<histories.classCount).map { number in
      basis.processes[histories.pattern(number)]
        .discountedPurchases(histories.history(number), rate: rate) ?? .nan
    }
    endless = values.allSatisfy(\.isFinite) ? values : nil
  }

  /// Whether every expectation is a number: at the edge of what a model can say it may not be.
  var isFinite: Bool {
    purchases.alive.allSatisfy(\.isFinite)
      && purchases.discounted.allSatisfy { $0.allSatisfy(\.isFinite) }
      && clv.allSatisfy(\.isFinite)
  }

  func classOf(_ row: Int) -> Int { Int(histories.classOf[row]) }

  func alive(_ row: Int) -> Double { purchases.alive[classOf(row)] }

  func expected(_ horizon: Int, _ row: Int) -> Double {
    purchases.expected[horizon][classOf(row)]
  }

  /// Money of the longest horizon by what it is worth today, for one of it without discount.
  private func discountRatio(_ number: Int) -> Double {
    let last = schedule.days.count - 1
    let plain = purchases.expected[last][number]
    return plain > 0 ? purchases.discounted[last][number] / plain : 1
  }

  private func scale(_ columns: PurchaseHistoryColumns, _ row: Int) -> Double {
    spendFit.scale(x: columns.x[row], mean: columns.meanSpend[row]) ?? spend[row] / share
  }

  /// The predictive interval of a customer's discounted value.
  func clvInterval(
    _ columns: PurchaseHistoryColumns, _ row: Int
  ) -> (low: Double, high: Double) {
    let number = classOf(row)
    let unit = discountRatio(number) * share
    if let amounts {
      let scale = scale(columns, row) * unit
      return (amounts.low[number] * scale, amounts.high[number] * scale)
    }
    guard let counts else { return (.nan, .nan) }
    let ratio = spend[row] * discountRatio(number)
    return (Double(counts.low[number]) * ratio, Double(counts.high[number]) * ratio)
  }

  /// The variance of a customer's discounted value, parameters as estimated. Where amounts have
  /// none (q ≤ 2) that of the number of purchases alone; where that is none either, of a Poisson one.
  func clvVariance(_ columns: PurchaseHistoryColumns, _ row: Int) -> Double {
    let number = classOf(row)
    let ratio = discountRatio(number)
    if let variance = amounts?.variance, variance[number].isFinite {
      let scale = scale(columns, row) * ratio * share
      return variance[number] * scale * scale
    }
    let unit = spend[row] * ratio
    let count = counts?.variance[number] ?? .nan
    return (count.isFinite ? count : expected(schedule.days.count - 1, row)) * unit * unit
  }

  /// Whether variances hold amounts as well as counts.
  var varianceHasAmounts: Bool { spendFit.model == nil || amounts?.variance != nil }
}
