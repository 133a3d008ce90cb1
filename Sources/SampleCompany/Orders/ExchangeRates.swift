import Values

/// CNY for one unit of another currency by day, in ten-thousandths: a slow random walk.
struct ExchangeRates {
  static let currencies = ["USD", "EUR"]
  /// Days that the file of rates does not have in USD: their rows cannot be converted.
  static let missing: Set<Day> = [
    Samples.day(2025, 2, 12), Samples.day(2025, 2, 13), Samples.day(2025, 5, 21),
  ]

  /// By currency, then by day since the first.
  private let values: [[Int64]]

  init(seed: UInt64) {
    values = [71_500, 78_200].enumerated().map { order, start in
      var random = SampleRandom(seed, .rates, order)
      var rate = Int64(start)
      return (0..<Samples.days).map { _ in
        // Pulled back to the start by a hundredth of the distance a day.
        rate += Int64(random.within(-180...180)) - (rate - Int64(start)) / 100
        return rate
      }
    }
  }

  /// Ten-thousandths of CNY; 1.0000 for the base currency.
  func rate(_ currency: OrderCurrency, on day: Day) -> Int64 {
    switch currency {
    case .cny: 10_000
    case .usd: values[0][day - Samples.first]
    case .eur: values[1][day - Samples.first]
    }
  }

  /// Fen for an amount in another currency's cents, half away from zero.
  func fen(_ minor: Int64, _ currency: OrderCurrency, on day: Day) -> Int64 {
    let product = minor * rate(currency, on: day)
    let half: Int64 = product < 0 ? -5000 : 5000
    return (product + half) / 10_000
  }

  /// Whether the file of rates has the day.
  func isKnown(_ currency: OrderCurrency, on day: Day) -> Bool {
    currency != .usd || !Self.missing.contains(day)
  }
}

enum OrderCurrency: String, CaseIterable {
  case cny = "CNY"
  case usd = "USD"
  case eur = "EUR"
}
