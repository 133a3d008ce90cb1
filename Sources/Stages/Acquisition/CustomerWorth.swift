import Exports
import Values

/// What customers earn, day by day: margin where the orders have one, else a part of revenue.
struct CustomerWorth: Sendable {
  /// What an amount earned rests on.
  enum Basis: Sendable, Equatable {
    /// The margins of the orders; days without one at the rate of those with one.
    case margins(rate: Double, covered: Double)
    /// Revenue at the margin of the settings.
    case rate(Double)
    /// Revenue itself.
    case revenue
  }

  let basis: Basis
  private let refunds: Refunds

  init(_ days: PurchaseDays, _ settings: AcquisitionSettings, asOf: Day) {
    refunds = settings.refunds
    let refunds = settings.refunds
    guard days.hasMargin else {
      basis = settings.margin.map { .rate($0) } ?? .revenue
      return
    }
    let sums = days.partials { customers in
      var part = (margin: 0.0, known: 0.0, all: 0.0)
      days.forEach(in: customers) { _, rows in
        for row in rows where row.day <= asOf.number {
          let revenue = Double(CustomerWorth.revenue(of: row, refunds))
          part.all += revenue
          if row.margin != .min {
            part.margin += Double(row.margin)
            part.known += revenue
          }
        }
      }
      return part
    }.reduce(into: (margin: 0.0, known: 0.0, all: 0.0)) {
      $0.margin += $1.margin
      $0.known += $1.known
      $0.all += $1.all
    }
    guard sums.known > 0, sums.all > 0 else {
      basis = settings.margin.map { .rate($0) } ?? .revenue
      return
    }
    basis = .margins(
      rate: sums.margin / sums.known, covered: min(1, max(0, sums.known / sums.all)))
  }

  static func revenue(of day: PurchaseDay, _ refunds: Refunds) -> Int64 {
    refunds == .net ? day.net : day.gross
  }

  /// In minor units.
  func earned(on day: PurchaseDay) -> Double {
    let revenue = Double(CustomerWorth.revenue(of: day, refunds))
    switch basis {
    case .margins(let rate, _): return day.margin == .min ? revenue * rate : Double(day.margin)
    case .rate(let rate): return revenue * rate
    case .revenue: return revenue
    }
  }
}
