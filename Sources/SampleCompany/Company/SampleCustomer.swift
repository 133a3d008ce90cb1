import Values

/// One customer: what the CRM knows, and the parameters that the purchases are drawn from.
struct SampleCustomer {
  let index: Int
  let region: Region
  let segment: Segment
  let industry: Industry
  let source: String
  let owner: String
  /// Never ordered.
  let isLead: Bool
  let hasIntent: Bool
  /// Days from the first day of the exports to the first order.
  let acquired: Double
  /// Purchase rate times alpha, Gamma(r, 1).
  let rate: Double
  /// Chance to drop out after each repeat purchase.
  let dropout: Double
  /// Scale of the spend in CNY: an order is Gamma(p, 1) times this.
  let spend: Double
  /// One of the best, who stopped on a day of 2025.
  var stop: Day?

  var id: String { "C\(100_001 + index)" }

  /// Mean spend times purchase rate, in units of its mean over all customers.
  func worth(_ parameters: Parameters) -> Double {
    rate / parameters.r * spend * (parameters.q - 1) / parameters.v
  }

  static let sources = ["展会", "官网", "转介绍", "搜索推广", "代理商", "电话拜访"]

  /// Draws a customer; leads are the last `leadShare` of the roster.
  init(_ index: Int, buyers: Int, _ parameters: Parameters) {
    var random = SampleRandom(parameters.seed, .customer, index)
    self.index = index
    isLead = index >= buyers
    region = Region.allCases[random.index(byWeight: Region.shares)]
    industry = Industry.allCases[random.index(byWeight: Industry.shares)]
    rate = random.gamma(parameters.r)
    dropout = random.beta(parameters.a, parameters.b)
    spend = parameters.v / random.gamma(parameters.q)
    acquired = Self.firstOrder(&random, region, parameters)
    source = random.one(of: Self.sources)
    owner = random.one(of: region.owners)
    hasIntent = random.happens(0.4)
    stop = nil
    // The segment follows from what the customer is worth, so the spend stays Gamma-Gamma.
    let worth = rate / parameters.r * spend * (parameters.q - 1) / parameters.v
    let weights =
      worth > 2.5
      ? [0.4, 0.3, 0, 0.3, 0] : worth > 0.6 ? [0, 0.25, 0.4, 0.3, 0.05] : [0, 0, 0.45, 0.2, 0.35]
    segment = Segment.allCases[random.index(byWeight: weights)]
  }

  /// A fifth came over from the former agent in the first eight weeks; the others at a growing
  /// pace, in the North more of them at the end, in the South few after the delivery problem.
  private static func firstOrder(
    _ random: inout SampleRandom, _ region: Region, _ parameters: Parameters
  ) -> Double {
    let last = Double(Samples.days) - 6
    if random.happens(0.2) { return 56 * random.uniform() }
    // The later of two days in a third of the cases: the density rises by the day.
    var day = last * random.uniform()
    if random.happens(1.0 / 3) { day = max(day, last * random.uniform()) }
    if region == .north, random.happens(0.2) {
      let from = Double(parameters.northGrowthFrom - Samples.first)
      day = from + (last - from) * random.uniform()
    }
    let problem = Double(parameters.deliveryProblemFrom - Samples.first)
    if region == .south, day >= problem, random.happens(parameters.southNewLost) {
      day = problem * random.uniform()
    }
    return day
  }
}
