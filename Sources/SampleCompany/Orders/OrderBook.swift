import Values

/// All documents of the eight quarters in the order of time, and their lines.
struct OrderBook {
  let company: Company
  let alpha: Double
  let heads: [OrderHead]
  private let products = Catalogue.products

  init(_ company: Company) {
    let process = PurchaseProcess(company)
    self.company = company
    alpha = process.alpha
    let parameters = company.parameters
    var heads: [OrderHead] = []
    heads.reserveCapacity(process.purchases.count * 21 / 20)
    for purchase in process.purchases {
      let (customer, number) = (Int(purchase.customer), Int(purchase.number))
      var random = SampleRandom(parameters.seed, .order, customer, number)
      let offset = min(Int32(purchase.time), Int32(Samples.days - 1))
      let day = Samples.first.number + offset
      let head = OrderHead(
        customer: purchase.customer, number: purchase.number, kind: .purchase, day: day,
        second: Int32(random.within(8 * 3600...20 * 3600 - 1)), priceDay: day)
      heads.append(head)

      var cancelled = SampleRandom(parameters.seed, .cancelled, customer, number)
      // Excluded by its status or rejected for want of a rate: not both at once.
      let hasRate = company.rates.isKnown(Self.currency(head, company), on: Day(number: day))
      if cancelled.happens(parameters.cancelledShare), hasRate {
        var first = head
        first.kind = .cancelled
        first.second -= Int32(cancelled.within(60...3600))
        heads.append(first)
      }
      var returned = SampleRandom(parameters.seed, .returned, customer, number)
      if returned.happens(parameters.returnShare), !Self.isFreeSample(head, parameters) {
        var back = head
        back.kind = .returned
        back.day += Int32(returned.within(3...30))
        if back.day <= Samples.asOf.number { heads.append(back) }
      }
    }
    heads.sort(by: OrderHead.precedes)
    self.heads = heads
  }

  /// Documents of a day range, as indices.
  func indices(from first: Day, through last: Day) -> Range<Int> {
    lowerBound(first.number)..<lowerBound(last.number + 1)
  }

  private func lowerBound(_ day: Int32) -> Int {
    var (low, high) = (0, heads.count)
    while low < high {
      let middle = (low + high) / 2
      if heads[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The document's number; returns have their own prefix.
  func id(_ index: Int) -> String {
    (heads[index].kind == .returned ? "RT" : "SO") + String(1_000_001 + index)
  }

  func currency(_ head: OrderHead) -> OrderCurrency { Self.currency(head, company) }

  private static func currency(_ head: OrderHead, _ company: Company) -> OrderCurrency {
    guard company.customer(head.customer).region == .overseas else { return .cny }
    return head.customer % 5 < 3 ? .usd : .eur
  }

  /// Whether a repeat order is a free sample and nothing else.
  static func isFreeSample(_ head: OrderHead, _ parameters: Parameters) -> Bool {
    var random = SampleRandom(
      parameters.seed, .order, Int(head.customer), Int(head.number), 1)
    return head.number > 0 && random.happens(parameters.sampleOrderShare)
  }

  func lines(_ head: OrderHead) -> [OrderLine] {
    switch head.kind {
    case .purchase: return purchaseLines(head)
    case .cancelled:
      var random = SampleRandom(
        company.parameters.seed, .cancelled, Int(head.customer), Int(head.number))
      _ = random.next()
      let worth = company.customer(head.customer).spend * random.gamma(company.parameters.p)
      let offer = Catalogue.offer(worth: worth * 100, products, &random)
      return [line(1, offer, head)]
    case .returned:
      var random = SampleRandom(
        company.parameters.seed, .returned, Int(head.customer), Int(head.number), 1)
      let bought = purchaseLines(head).filter { $0.unitPrice > 0 }
      var line = random.one(of: bought)
      let back = Int64(random.within(1...Int(line.quantity)))
      line.margin = -(line.margin * back / line.quantity)
      line.quantity = -back
      line.number = 1
      return [line]
    }
  }

  /// Lines whose amounts add up to the drawn spend but for the cents of the division.
  private func purchaseLines(_ head: OrderHead) -> [OrderLine] {
    let parameters = company.parameters
    var random = SampleRandom(parameters.seed, .order, Int(head.customer), Int(head.number))
    _ = random.next()
    if Self.isFreeSample(head, parameters) { return [OrderLine(freeSample: 1)] }
    let worth = company.customer(head.customer).spend * random.gamma(parameters.p) * 100
    let count = 1 + random.index(byWeight: [0.42, 0.27, 0.17, 0.09, 0.05])
    var weights = (0..<count).map { _ in 0.2 + random.uniform() }
    let whole = weights.reduce(0, +)
    for index in weights.indices { weights[index] *= worth / whole }

    var offer = Catalogue.offer(worth: weights[0], products, &random)
    let companions = companions(of: offer, worth: weights[0], &random)
    let rest = companions.reduce(weights[0]) { $0 - Double($1.quantity * $1.unitPrice) }
    offer.unitPrice = max(1, Int64((rest / Double(offer.quantity)).rounded()))
    var offers = [offer] + companions
    for weight in weights.dropFirst() {
      offers.append(Catalogue.offer(worth: weight, products, &random))
    }
    var lines = offers.enumerated().map { line($0.offset + 1, $0.element, head) }
    if random.happens(parameters.sampleLineShare) {
      lines.append(OrderLine(freeSample: lines.count + 1))
    }
    return lines
  }

  private typealias Offer = (product: Int, quantity: Int64, unitPrice: Int64)

  /// What is ordered with the main product, at list price, while it is cheap beside it.
  private func companions(
    of offer: Offer, worth: Double, _ random: inout SampleRandom
  ) -> [Offer] {
    var left = worth * 0.4
    var found: [Offer] = []
    for companion in products[offer.product].companions where random.happens(companion.share) {
      let price = products[companion.product].price
      guard Double(price) <= left else { continue }
      left -= Double(price)
      found.append((companion.product, 1, price))
    }
    return found
  }

  /// A line in the currency of the customer.
  private func line(_ number: Int, _ offer: Offer, _ head: OrderHead) -> OrderLine {
    let rate = company.rates.rate(currency(head), on: Day(number: head.priceDay))
    let price = max(1, (offer.unitPrice * 10_000 + rate / 2) / rate)
    return OrderLine(
      number, products[offer.product], quantity: offer.quantity, unitPrice: price)
  }

  /// How the order came; drawn apart so that it does not shift the lines.
  func channel(_ head: OrderHead) -> String {
    var random = SampleRandom(
      company.parameters.seed, .order, Int(head.customer), Int(head.number), 2)
    let customer = company.customer(head.customer)
    if customer.segment == .webShop { return random.happens(0.9) ? "web" : "phone" }
    if customer.segment == .distributor { return random.happens(0.7) ? "partner" : "sales" }
    return ["web", "sales", "phone"][random.index(byWeight: [0.45, 0.4, 0.15])]
  }
}
