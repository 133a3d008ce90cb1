import Values

/// When each customer bought: BG/NBD in the customer's own time.
///
/// Own time runs at the speed of calendar time, but for the planted effects, which slow it down or
/// speed it up from a day on, or stop it. Repeat purchase j of a customer comes at own time
/// `acquired + alpha w`, where `w` is a sum of exponentials over the rate: the number of orders
/// falls steadily in alpha, so one alpha gives exactly the orders that were asked for.
struct PurchaseProcess {
  /// A purchase: customer, its number with the customer (0 = first), days since the first day.
  struct Purchase {
    var customer: Int32
    var number: Int32
    var time: Double
  }

  /// Rate parameter of the purchase rates, in days.
  let alpha: Double
  let purchases: [Purchase]

  init(_ company: Company) {
    let buyers = company.customers.prefix(company.buyers)
    let clocks = buyers.map { OwnClock($0, company.parameters) }
    let wanted = max(0, company.parameters.orders - company.buyers)
    let mean = Double(max(1, wanted)) / Double(company.buyers)
    // The least alpha for which purchases are drawn: lowered until there are enough of them.
    var floor = company.parameters.r * 300 / mean / 4
    var limits: [Double] = []
    for _ in 0..<24 {
      limits = []
      for (customer, clock) in zip(buyers, clocks) {
        Self.draw(customer, clock, company.parameters, floor) { _, w in
          limits.append(clock.available / w)
        }
      }
      if limits.count > wanted { break }
      floor /= 2
    }
    limits.sort(by: >)
    let alpha =
      switch wanted {
      case 0: (limits.first ?? 1) + 1
      case ..<limits.count: (limits[wanted - 1] + limits[wanted]) / 2
      default: floor
      }

    var found: [Purchase] = []
    found.reserveCapacity(company.parameters.orders)
    for (customer, clock) in zip(buyers, clocks) {
      let index = Int32(customer.index)
      found.append(Purchase(customer: index, number: 0, time: customer.acquired))
      Self.draw(customer, clock, company.parameters, alpha) { number, w in
        let time = clock.calendar(clock.start + alpha * w)
        found.append(Purchase(customer: index, number: Int32(number), time: time))
      }
    }
    self.alpha = alpha
    purchases = found
  }

  /// Waiting times of the repeat purchases in units of alpha, until dropout or the end.
  private static func draw(
    _ customer: SampleCustomer, _ clock: OwnClock, _ parameters: Parameters, _ alpha: Double,
    _ found: (Int, Double) -> Void
  ) {
    var random = SampleRandom(parameters.seed, .purchases, customer.index)
    var w = 0.0
    var number = 1
    while true {
      w += random.exponential() / customer.rate
      guard alpha * w < clock.available else { return }
      found(number, w)
      number += 1
      let dropsOut = random.happens(customer.dropout)
      // A planted silent customer leaves on the planted day and not before.
      if dropsOut, customer.stop == nil { return }
    }
  }
}

/// A customer's own time against the calendar: one change of speed and one end.
private struct OwnClock {
  let start: Double
  private let change: Double
  private let speed: Double
  /// Own time from the first purchase to the end.
  let available: Double

  init(_ customer: SampleCustomer, _ parameters: Parameters) {
    let problem = Double(parameters.deliveryProblemFrom - Samples.first)
    switch (customer.region, customer.segment) {
    case (.south, .distributor): (change, speed) = (problem, parameters.southDistributorRate)
    case (.south, _): (change, speed) = (problem, parameters.southOtherRate)
    case (.north, _):
      (change, speed) = (
        Double(parameters.northGrowthFrom - Samples.first), parameters.northRate
      )
    default: (change, speed) = (Double(Samples.days), 1)
    }
    let end = customer.stop.map { Double($0 - Samples.first) } ?? Double(Samples.days)
    start = Self.own(customer.acquired, change, speed)
    available = max(0, Self.own(end, change, speed) - start)
  }

  private static func own(_ time: Double, _ change: Double, _ speed: Double) -> Double {
    time <= change ? time : change + (time - change) * speed
  }

  func calendar(_ own: Double) -> Double {
    own <= change ? own : change + (own - change) / speed
  }
}
