import Statistics

/// Customers by value in ten tiers of equal size, and their totals with intervals.
struct ValueTotals: Sendable {
  struct Tier: Sendable {
    var customers = 0
    var clv = 0.0
    var purchases = 0.0
    var variance = 0.0
    /// The net of so far, minor units.
    var net: Int64 = 0
    var total: UncertainTotal?
  }

  /// 1 the most valuable tenth, by row.
  let decile: [UInt8]
  /// Rows from the greatest value to the least; of equal ones the earlier row first.
  let order: [Int32]
  /// All customers, then the tenths.
  private(set) var tiers: [Tier]

  /// Rows of a tier that the effect of drawn parameters is taken from.
  static let sample = 250

  init(
    _ record: PurchaseRecord, _ forecast: CustomerForecast, _ basis: PurchaseBasis,
    patterns: [Int32]?, _ settings: CLVSettings
  ) {
    let columns = record.histories
    // Positive numbers order as their bits do; the complement puts the greatest first.
    let order = StableOrder(
      forecast.clv.map { Int64(bitPattern: ~(max(0, $0).bitPattern) & UInt64(Int64.max)) }
    ).positions
    var tiers = [Tier](repeating: Tier(), count: 11)
    var decile = [UInt8](repeating: 10, count: columns.count)
    let whole = columns.customers
    let last = forecast.schedule.days.count - 1
    var passed = 0
    for position in order {
      let row = Int(position)
      let count = columns.customers(row)
      let tier = whole > 0 ? min(10, passed * 10 / whole + 1) : 10
      passed += count
      decile[row] = UInt8(tier)
      let weight = Double(count)
      for index in [0, tier] {
        tiers[index].customers += count
        tiers[index].clv += forecast.clv[row] * weight
        tiers[index].purchases += forecast.expected(last, row) * weight
        tiers[index].variance += forecast.clvVariance(columns, row) * weight
        tiers[index].net += record.net?[row] ?? 0
      }
    }
    self.decile = decile
    self.order = order
    self.tiers = tiers
    addIntervals(columns, forecast, basis, patterns, settings)
  }

  private mutating func addIntervals(
    _ columns: PurchaseHistoryColumns, _ forecast: CustomerForecast,
    _ basis: PurchaseBasis, _ patterns: [Int32]?, _ settings: CLVSettings
  ) {
    // The members of a tier follow each other in the order of values.
    var rows: [[Int]] = [[]]
    var start = order.startIndex
    for number in 1...10 {
      let end = order[start...].firstIndex { decile[Int($0)] != number } ?? order.endIndex
      let tier = order[start..<end]
      start = end
      let step = max(1, (tier.count + Self.sample - 1) / Self.sample)
      rows.append(
        stride(from: step / 2, to: tier.count, by: step).map { Int(tier[tier.startIndex + $0]) })
    }
    let factors = Self.factors(
      rows, columns, forecast, basis, patterns, count: settings.draws, seed: settings.seed)
    for tier in 1...10 where tiers[tier].customers > 0 {
      tiers[tier].total = UncertainTotal(
        mean: tiers[tier].clv, variance: tiers[tier].variance,
        draws: factors.map { $0[tier] * tiers[tier].clv }, confidence: settings.confidence)
    }
    guard tiers[0].customers > 0 else { return }
    let totals = factors.map { draw in
      (1...10).reduce(0.0) { $0 + draw[$1] * tiers[$1].clv }
    }
    tiers[0].total = UncertainTotal(
      mean: tiers[0].clv, variance: tiers[0].variance, draws: totals,
      confidence: settings.confidence)
  }

  /// By draw and tier: value with the drawn parameters over value with the estimates, from a sample
  /// of evenly spaced ranks.
  private static func factors(
    _ rows: [[Int]], _ columns: PurchaseHistoryColumns, _ forecast: CustomerForecast,
    _ basis: PurchaseBasis, _ patterns: [Int32]?, count: Int, seed: Int
  ) -> [[Double]] {
    let all = rows.flatMap(\.self)
    guard
      let histories = try? columns.selected(all).grouped(
        patterns: patterns.map { patterns in all.map { patterns[$0] } })
    else { return [] }
    let length = forecast.schedule.length(forecast.schedule.days.count - 1)
    let once = ForecastSchedule(steps: [length], factors: [1], horizons: [1])
    let purchases = basis.draws(count, seed: seed)
    let spend = forecast.spendFit.card?.draws(count, seed: UInt64(seed) &+ 1)
    func sums(_ expected: [Double], _ model: GammaGamma?) -> [Double] {
      var sums = [Double](repeating: 0, count: rows.count)
      var position = 0
      for (tier, members) in rows.enumerated() {
        for row in members {
          let amount =
            model.map { forecast.spendFit.expected(columns, row, $0) }
            ?? forecast.spend[row] / forecast.share
          sums[tier] +=
            expected[Int(histories.classOf[position])] * amount * Double(columns.customers(row))
          position += 1
        }
      }
      return sums
    }
    let base = sums(
      histories.forecast(basis.processes, once).expected[0], forecast.spendFit.model)
    return purchases.enumerated().map { number, processes in
      let drawn = sums(
        histories.forecast(processes, once).expected[0], spend.map { $0[number] })
      return zip(drawn, base).map { $1 > 0 && $0.isFinite ? $0 / $1 : 1 }
    }
  }
}

extension SpendFit {
  /// The expected amount of a row's purchase with drawn parameters.
  func expected(_ columns: PurchaseHistoryColumns, _ row: Int, _ drawn: GammaGamma) -> Double {
    let (x, mean) = (columns.x[row], columns.meanSpend[row])
    if x > 0, mean > 0 {
      return drawn.expectedSpend(x: Double(x), mean: mean) ?? pooledMean ?? 0
    }
    return isConstrained ? pooledMean ?? 0 : drawn.meanOfNewcomer ?? pooledMean ?? 0
  }
}
