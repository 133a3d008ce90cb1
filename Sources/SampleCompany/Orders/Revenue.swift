import Values

/// Sums over the rows that stand after all files: what an analysis should find, in fen.
struct Revenue {
  private(set) var rows = 0
  /// Hundredths of each currency, as written.
  private(set) var byCurrency: [OrderCurrency: Int64] = [:]
  /// Fen at the rate of the day, by quarter and region.
  private(set) var byRegion = [[Int64]](
    repeating: [Int64](repeating: 0, count: Region.allCases.count), count: 8)
  /// Fen in the South by quarter and segment.
  private(set) var southBySegment = [[Int64]](
    repeating: [Int64](repeating: 0, count: Segment.allCases.count), count: 8)
  private(set) var returned: Int64 = 0
  private(set) var returnRows = 0
  private(set) var zeroRows = 0

  var net: Int64 { byRegion.reduce(0) { $0 + $1.reduce(0, +) } }

  func net(_ quarter: Int, _ region: Region? = nil) -> Int64 {
    guard let region else { return byRegion[quarter].reduce(0, +) }
    return byRegion[quarter][index(region)]
  }

  func south(_ quarter: Int, _ segment: Segment) -> Int64 {
    southBySegment[quarter][index(segment)]
  }

  /// Counts a row in, or out again with `count` -1.
  mutating func add(
    _ amount: Int64, _ currency: OrderCurrency, _ customer: SampleCustomer, _ day: Day,
    _ rates: ExchangeRates, count: Int = 1
  ) {
    let sign = Int64(count)
    let fen = rates.fen(amount, currency, on: day)
    let quarter = Samples.quarter(of: day)
    rows += count
    byCurrency[currency, default: 0] += sign * amount
    byRegion[quarter][index(customer.region)] += sign * fen
    if customer.region == .south {
      southBySegment[quarter][index(customer.segment)] += sign * fen
    }
    if amount < 0 {
      returned -= sign * fen
      returnRows += count
    }
    if amount == 0 { zeroRows += count }
  }

  private func index<Case: CaseIterable & Equatable>(_ value: Case) -> Int {
    for (index, known) in Case.allCases.enumerated() where known == value { return index }
    preconditionFailure("a case is one of all cases")
  }
}
