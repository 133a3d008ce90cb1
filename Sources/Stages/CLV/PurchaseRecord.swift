import Exports
import Statistics
import Values

/// Who bought when and for how much, up to the as-of date: from orders or from aggregated histories.
struct PurchaseRecord: Sendable {
  var ids: HistoryIDs
  var histories: PurchaseHistoryColumns
  /// Last purchase by date; nil for aggregated histories.
  var lastDay: [Int32]?
  /// What each customer has brought so far, minor units; nil for aggregated histories.
  var net: [Int64]?
  var backTest: BackTestRecord?
  var daily: DailyPurchases?
  var totals: PurchaseHistoryFold.Totals?
  /// Mean amount of a first purchase in major units; nil where it is not known.
  var meanFirstSpend: Double?
}

/// What was known at the end of calibration, and what came after.
struct BackTestRecord: Sendable {
  var calibrationEnd: Day
  /// Rows of the record.
  var rows: [Int32]
  var histories: PurchaseHistoryColumns
  /// Purchases from then to the as-of date, and their amounts in major units.
  var later: [Int32]
  var laterSpend: [Double]
  /// Length in the time of the model: days, or periods of BG/BB.
  var length: Double
}

/// First and repeat purchases of each day.
struct DailyPurchases: Sendable {
  var firstDay: Day
  var firsts: [Int32]
  var repeats: [Int32]
}

extension PurchaseRecord {
  /// The record of the days up to the as-of date; empty without a purchase.
  init(
    _ days: PurchaseDays, asOf: Day, settings: CLVSettings, longest: CLVHorizon
  ) {
    let currency = days.currency
    guard let span = days.span(upTo: asOf.number) else {
      self.init(
        ids: .named(TextColumn()),
        histories: PurchaseHistoryColumns(
          x: [], times: .whole(last: [], age: []), meanSpend: []), lastDay: [], net: [])
      return
    }
    let end = Self.calibrationEnd(settings.holdout, first: Day(number: span.first), asOf: asOf)
    let period = settings.model == .bgBB ? settings.timeUnit.days : nil
    let fold = PurchaseHistoryFold(
      asOf: asOf.number, calibrationEnd: end?.number,
      recentFrom: longest.start(before: asOf).number + 1, firstDay: span.first,
      refunds: settings.refunds, period: period)
    let parts = days.partials { fold.fold($0, of: days) }
    var x: [Int32] = []
    var first: [Int32] = []
    var last: [Int32] = []
    var net: [Int64] = []
    var spend: [Double] = []
    var kept: [Int32] = []
    var totals = PurchaseHistoryFold.Totals()
    var daily = DailyPurchases(
      firstDay: Day(number: span.first),
      firsts: [Int32](repeating: 0, count: asOf - Day(number: span.first) + 1),
      repeats: [Int32](repeating: 0, count: asOf - Day(number: span.first) + 1))
    let size = parts.reduce(0) { $0 + $1.x.count }
    x.reserveCapacity(size)
    first.reserveCapacity(size)
    last.reserveCapacity(size)
    net.reserveCapacity(size)
    spend.reserveCapacity(size)
    kept.reserveCapacity(size)
    for part in parts {
      x += part.x
      kept += part.customers
      net += part.net
      for row in part.x.indices {
        spend.append(Self.mean(part.repeatSpend[row], part.x[row], currency))
      }
      if period == nil {
        first += part.first
        last += part.last
      } else {
        first += part.periods
        last += part.lastPeriod
      }
      totals.add(part.totals)
      for day in part.firsts.indices {
        daily.firsts[day] += part.firsts[day]
        daily.repeats[day] += part.repeats[day]
      }
    }
    let times: PurchaseHistoryColumns.Times =
      period == nil
      ? .whole(
        last: zip(last, first).map { $0 - $1 }, age: first.map { asOf.number - $0 })
      : .whole(last: last, age: first)
    self.init(
      ids: .named(Self.ids(days.customers, kept)),
      histories: PurchaseHistoryColumns(x: x, times: times, meanSpend: spend),
      lastDay: period == nil ? last : parts.flatMap(\.last), net: net)
    self.daily = daily
    self.totals = totals
    meanFirstSpend = x.isEmpty ? nil : currency.major(totals.firstSpend) / Double(x.count)
    if let end { backTest = Self.backTest(parts, end, asOf, period, currency) }
  }

  /// The day up to which the back-test's fit sees; nil where there is no time to hold out.
  private static func calibrationEnd(
    _ holdout: CLVHorizon?, first: Day, asOf: Day
  ) -> Day? {
    let end = holdout?.start(before: asOf) ?? asOf.adding(days: -((asOf - first) / 3))
    return end > first && end < asOf ? end : nil
  }

  private static func ids(_ all: TextColumn, _ kept: [Int32]) -> TextColumn {
    guard kept.count < all.count else { return all }
    var ids = TextColumn()
    ids.reserve(rows: kept.count, bytes: all.bytes.count)
    all.bytes.withUnsafeBufferPointer { bytes in
      for row in kept {
        ids.append(
          UnsafeBufferPointer(rebasing: bytes[all.offsets[Int(row)]..<all.offsets[Int(row) + 1]]))
      }
    }
    return ids
  }

  private static func mean(_ spend: Int64, _ x: Int32, _ currency: Currency) -> Double {
    x > 0 ? currency.major(spend) / Double(x) : .nan
  }

  private static func backTest(
    _ parts: [PurchaseHistoryFold.Part], _ end: Day, _ asOf: Day, _ period: Double?,
    _ currency: Currency
  ) -> BackTestRecord {
    var rows: [Int32] = []
    var base: Int32 = 0
    for part in parts {
      rows += part.known.rows.map { $0 + base }
      base += Int32(part.x.count)
    }
    let known = parts.map(\.known)
    let x = known.flatMap(\.x)
    let first = known.flatMap(\.first)
    let last = known.flatMap(\.last)
    let times: PurchaseHistoryColumns.Times =
      period == nil
      ? .whole(last: zip(last, first).map { $0 - $1 }, age: first.map { end.number - $0 })
      : .whole(last: known.flatMap(\.lastPeriod), age: known.flatMap(\.periods))
    return BackTestRecord(
      calibrationEnd: end, rows: rows,
      histories: PurchaseHistoryColumns(
        x: x, times: times,
        meanSpend: zip(known.flatMap(\.repeatSpend), x).map { mean($0, $1, currency) }),
      later: known.flatMap { period == nil ? $0.later : $0.laterPeriods },
      laterSpend: known.flatMap(\.laterSpend).map { currency.major($0) },
      length: period.map { (Double(asOf - end) / $0).rounded(.down) } ?? Double(asOf - end))
  }
}
