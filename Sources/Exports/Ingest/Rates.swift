package import Values

/// Exchange rates by currency and day: base currency for one unit.
package struct Rates: Sendable, Equatable {
  package struct Key: Hashable, Sendable {
    package let currency: String
    package let day: Int32

    package init(currency: String, day: Int32) {
      self.currency = currency
      self.day = day
    }
  }

  package private(set) var values: [Key: Double]

  package init(_ values: [Key: Double] = [:]) { self.values = values }

  /// The rates of a loaded `rates` table with columns `date`, `currency`, `rate`.
  package init(_ table: DataTable) {
    var values: [Key: Double] = [:]
    if case .day(let days)? = table.values("date"),
      case .category(let codes, let labels)? = table.values("currency"),
      case .number(let rates)? = table.values("rate")
    {
      for row in 0..<table.rowCount where codes[row] >= 0 {
        values[Key(currency: labels[Int(codes[row])], day: days[row])] = rates[row]
      }
    }
    self.values = values
  }

  /// The rate of a currency on a day; nil where none is known for that very day.
  package subscript(_ currency: String, _ day: Int32) -> Double? {
    values[Key(currency: currency, day: day)]
  }
}
