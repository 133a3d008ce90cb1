import Values

/// A contract for maintenance with a strategic or key customer, paid by the month.
struct ServiceContract {
  let first: Day
  let last: Day
  /// Fen a month in the first year; 5 % more from the second on.
  let monthly: Int64

  /// The contract of a customer; nil for those without one.
  init?(_ customer: SampleCustomer, _ parameters: Parameters) {
    var random = SampleRandom(parameters.seed, .contracts, customer.index)
    guard customer.segment == .strategic || customer.segment == .key, !customer.isLead,
      random.happens(0.35)
    else { return nil }
    let start = Samples.first.adding(days: min(Int(customer.acquired) + 30, Samples.days - 31))
    first = start.firstOfMonth.adding(months: 1)
    let years = random.happens(0.6) ? 2 : 1
    let planned = first.adding(months: 12 * years).adding(days: -1)
    // Who went silent gave notice to the end of the next quarter.
    let notice = customer.stop?.firstOfQuarter.adding(months: 6).adding(days: -1)
    last = max(min(planned, notice ?? planned), first.adding(months: 1).adding(days: -1))
    monthly = Int64(random.within(8...60)) * 100_00
  }

  static func file(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "contract-periods.csv", "contract_periods", header: ["customer_id", "period", "amount"])
    for customer in company.customers {
      guard let contract = Self(customer, company.parameters) else { continue }
      var month = contract.first
      var passed = 0
      while month <= contract.last, month <= Samples.asOf {
        let amount = passed < 12 ? contract.monthly : contract.monthly * 105 / 100
        writer.row([customer.id, month.iso, ExportWriter.decimal(amount)])
        writer.expected.accepted += 1
        month = month.adding(months: 1)
        passed += 1
      }
    }
    return writer
  }
}
