import Statistics
import Values

extension CLVOutput {
  /// One row a customer; what could not be computed is missing.
  var customerColumns: [ColumnValues] {
    let count = columns.count
    let time = settings.model == .bgBB ? 1 : settings.timeUnit.days
    let (last, age) = times(time)
    var all: [ColumnValues] = [
      .text(record.ids.column), .integer((0..<count).map { Int64(columns.customers($0)) }),
      .integer(columns.x.map { Int64($0) }), .number(last), .number(age),
      .money(
        columns.meanSpend.map { $0.isNaN ? .min : minor($0) }, currency),
      .day(record.lastDay ?? [Int32](repeating: .min, count: count)),
      .money(record.net ?? [Int64](repeating: .min, count: count), currency),
    ]
    guard let found else {
      all += missingColumns(count)
      return all
    }
    let forecast = found.forecast
    let classOf = forecast.histories.classOf
    func byClass(_ values: [Double]) -> ColumnValues {
      .number(classOf.map { values[Int($0)] })
    }
    let knowsAlive = found.basis.card != nil
    all.append(
      knowsAlive
        ? byClass(forecast.purchases.alive.map { min(1, max(0, $0)) })
        : .number([Double](repeating: .nan, count: count)))
    all.append(byClass(forecast.none.map { min(1, max(0, $0)) }))
    for horizon in settings.horizons.indices {
      let expected = forecast.purchases.expected[horizon]
      all.append(byClass(expected))
      all.append(
        .money(
          (0..<count).map { minor(expected[Int(classOf[$0])] * forecast.spend[$0]) }, currency))
    }
    all.append(.integer(classOf.map { Int64(forecast.counts?.low[Int($0)] ?? 0) }))
    all.append(.integer(classOf.map { Int64(forecast.counts?.high[Int($0)] ?? 0) }))
    all.append(.money(forecast.spend.map { minor($0) }, currency))
    all.append(.money(forecast.clv.map { minor($0) }, currency))
    var low = [Int64](repeating: .min, count: count)
    var high = low
    for row in 0..<count {
      let interval = forecast.clvInterval(columns, row)
      low[row] = minor(interval.low)
      high[row] = minor(interval.high)
    }
    all += [.money(low, currency), .money(high, currency)]
    all.append(
      .money(
        (0..<count).map { row in
          forecast.endless.map { minor($0[Int(classOf[row])] * forecast.spend[row]) } ?? .min
        }, currency))
    all.append(
      .money(
        (0..<count).map { row in
          found.basis.knowsDropout
            ? minor(RiskList.atStake(forecast.clv[row], alive: forecast.alive(row))) : .min
        }, currency))
    all.append(.integer(found.totals.decile.map { Int64($0) }))
    return all
  }

  /// Times from the first purchase on, in the unit of the settings.
  private func times(_ unit: Double) -> (last: [Double], age: [Double]) {
    switch columns.times {
    case .whole(let last, let age): (last.map { Double($0) / unit }, age.map { Double($0) / unit })
    case .exact(let last, let age): (last.map { $0 / unit }, age.map { $0 / unit })
    }
  }

  private func missingColumns(_ count: Int) -> [ColumnValues] {
    let heads = CLVColumns.customers(currency, settings.horizons).dropFirst(8)
    return heads.map { head in
      switch head.unit {
      case .money(let currency): .money([Int64](repeating: .min, count: count), currency)
      case .count, .score: .integer([Int64](repeating: .min, count: count))
      default: .number([Double](repeating: .nan, count: count))
      }
    }
  }
}
