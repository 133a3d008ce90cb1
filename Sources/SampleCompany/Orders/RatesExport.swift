import Values

/// Exchange rates of every day but those that are missing on purpose.
enum RatesExport {
  static func file(_ rates: ExchangeRates) -> ExportWriter {
    var writer = ExportWriter("rates.csv", "rates", header: ["date", "currency", "rate"])
    for offset in 0..<Samples.days {
      let day = Samples.first.adding(days: offset)
      for currency in [OrderCurrency.usd, .eur] where rates.isKnown(currency, on: day) {
        let rate = rates.rate(currency, on: day)
        let digits = String(rate % 10_000)
        let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
        writer.row([day.iso, currency.rawValue, "\(rate / 10_000).\(zeros)\(digits)"])
        writer.expected.accepted += 1
      }
    }
    return writer
  }
}
