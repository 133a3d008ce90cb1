import Values

/// The whole company as drawn: customers, purchase process, rates.
struct Company {
  let parameters: Parameters
  /// All customers; the leads stand last.
  let customers: [SampleCustomer]
  /// Customers who buy.
  let buyers: Int
  let rates: ExchangeRates

  init(_ parameters: Parameters) {
    self.parameters = parameters
    let leads = Int(Double(parameters.customers) * parameters.leadShare)
    let buyers = max(1, min(parameters.customers - leads, parameters.orders))
    self.buyers = buyers
    rates = ExchangeRates(seed: parameters.seed)
    var drawn = (0..<parameters.customers).map {
      SampleCustomer($0, buyers: buyers, parameters)
    }
    for index in Self.silent(drawn, buyers: buyers, parameters) {
      var random = SampleRandom(parameters.seed, .customer, index, 1)
      let days = parameters.silentTo - parameters.silentFrom
      drawn[index].stop = parameters.silentFrom.adding(days: random.within(0...days))
    }
    customers = drawn
  }

  /// The best customers of the first half year, outside North and South, by what they are worth.
  private static func silent(
    _ customers: [SampleCustomer], buyers: Int, _ parameters: Parameters
  ) -> [Int] {
    let count = Int(Double(buyers) * parameters.silentShare)
    let candidates = customers.prefix(buyers)
      .filter { $0.acquired < 120 && $0.region != .north && $0.region != .south }
      .map { (index: $0.index, worth: $0.worth(parameters)) }
      .sorted { ($1.worth, $0.index) < ($0.worth, $1.index) }
    // Every other one: the company keeps customers as good as those it lost.
    return candidates.enumerated().filter { $0.offset % 2 == 0 }.prefix(count).map(\.element.index)
  }

  var silentCustomers: [SampleCustomer] { customers.filter { $0.stop != nil } }

  func customer(_ index: Int32) -> SampleCustomer { customers[Int(index)] }
}
