import Values

/// The quarterly files of the order log: each repeats the last week of the one before, with some
/// orders corrected, and some rows of each are spoiled.
struct OrderExports {
  static let header = [
    "order_id", "line", "customer_id", "order_date", "product", "quantity", "unit_price", "amount",
    "currency", "channel", "margin", "status",
  ]

  private let book: OrderBook
  private let dayTexts: [String]
  private(set) var revenue = Revenue()
  /// Corrected orders by what was done to them.
  private(set) var corrections: [Correction: Int] = [:]

  init(_ book: OrderBook) {
    self.book = book
    dayTexts = (0..<Samples.days).map { Samples.first.adding(days: $0).iso }
  }

  /// Writes the file of a quarter; to be called for each quarter in turn.
  mutating func file(_ quarter: Int) -> ExportWriter {
    // The export of 2024Q4 was saved on Windows; that of 2025Q2 writes the zone.
    let form = FileForm(hasCarriageReturns: quarter == 3)
    var writer = ExportWriter(
      "orders-\(Samples.quarterName(quarter)).csv", "orders", form, header: Self.header)
    let last = Samples.lastDay(ofQuarter: quarter)
    let first = Samples.quarters[quarter]
    let again =
      quarter == 0
      ? 0..<0
      : book.indices(from: first.adding(days: -Samples.overlap), through: first.adding(days: -1))
    let corrected = chooseCorrections(quarter, again)
    for index in again { writeAgain(index, corrected[index], quarter, &writer) }

    let new = book.indices(from: first, through: last)
    let spoiled = chooseSpoiled(quarter, new, until: last.adding(days: -Samples.overlap))
    for index in new { writeNew(index, spoiled[index], quarter, &writer) }
    return writer
  }

  private func chooseCorrections(_ quarter: Int, _ range: Range<Int>) -> [Int: Correction] {
    var random = SampleRandom(book.company.parameters.seed, .corrections, quarter)
    var open = random.sample(range.count, of: range.filter(isPlainPurchase))
    var chosen: [Int: Correction] = [:]
    for correction in Correction.allCases.reversed() {
      let fitting = open.filter {
        correction != .lineDropped || book.lines(book.heads[$0]).count >= 3
      }
      for index in fitting.prefix(correction.orders) { chosen[index] = correction }
      open.removeAll { chosen[$0] != nil }
    }
    return chosen
  }

  private func chooseSpoiled(
    _ quarter: Int, _ range: Range<Int>, until last: Day
  ) -> [Int: SpoiledRow] {
    var random = SampleRandom(book.company.parameters.seed, .spoiled, quarter)
    let early = range.filter { book.heads[$0].day <= last.number }
    let purchases = early.filter(isPlainPurchase)
    // Not more than an eighth of a small file.
    var plain = random.sample(purchases.count / 8, of: purchases)
    let abroad = early.filter {
      book.heads[$0].kind == .purchase && book.currency(book.heads[$0]) == .eur
    }
    var foreign = random.sample(abroad.count / 2, of: abroad)
    var chosen: [Int: SpoiledRow] = [:]
    for (kind, orders) in SpoiledRow.plan[quarter] {
      for _ in 0..<orders {
        let index = kind == .currencyWithoutRate ? foreign.popLast() : plain.popLast()
        if let index { chosen[index] = kind }
      }
    }
    return chosen
  }

  /// A purchase in the base currency with an amount.
  private func isPlainPurchase(_ index: Int) -> Bool {
    let head = book.heads[index]
    return head.kind == .purchase && book.currency(head) == .cny
      && !OrderBook.isFreeSample(head, book.company.parameters)
  }

  private mutating func writeAgain(
    _ index: Int, _ correction: Correction?, _ quarter: Int, _ writer: inout ExportWriter
  ) {
    let head = book.heads[index]
    let before = book.lines(head)
    let after = correction?.apply(to: before) ?? before
    let row = OrderRow(book, index, dayTexts, quarter)
    for line in after { row.write(line, to: &writer) }
    guard head.kind != .cancelled else {
      writer.expected.excluded += after.count
      return
    }
    if let correction {
      writer.expected.plant(correction.rawValue)
      corrections[correction, default: 0] += 1
    }
    let kept = min(before.count, after.count)
    writer.expected.merged += kept
    writer.expected.accepted += after.count - kept
    writer.expected.withdrawn += before.count - kept
    for line in before { count(line.amount, head, -1) }
    for line in after { count(line.amount, head, 1) }
  }

  private mutating func writeNew(
    _ index: Int, _ spoiled: SpoiledRow?, _ quarter: Int, _ writer: inout ExportWriter
  ) {
    let head = book.heads[index]
    let row = OrderRow(book, index, dayTexts, quarter)
    let currency = book.currency(head)
    let hasRate = book.company.rates.isKnown(currency, on: Day(number: head.day))
    for (position, line) in book.lines(head).enumerated() {
      if head.kind == .cancelled {
        writer.expected.excluded += 1
        row.write(line, to: &writer)
        continue
      }
      var kind = position == 0 || spoiled == .currencyWithoutRate ? spoiled : nil
      if !hasRate, kind == nil { kind = .dayWithoutRate }
      if let rejection = kind?.rejection, let kind {
        writer.reject(rejection.rule, rejection.column, kind: kind.rawValue)
        row.write(line, spoiled: kind, to: &writer)
        continue
      }
      row.write(line, spoiled: kind, to: &writer)
      writer.expected.accepted += 1
      if let kind { writer.expected.plant(kind.rawValue) }
      if kind == .duplicatedLine {
        row.write(line, to: &writer)
        writer.expected.merged += 1
      }
      if kind == .threeDecimals { writer.expected.rounded += 1 }
      count(line.amount + (kind == .threeDecimals ? 1 : 0), head, 1)
    }
  }

  private mutating func count(_ amount: Int64, _ head: OrderHead, _ count: Int) {
    revenue.add(
      amount, book.currency(head), book.company.customer(head.customer), Day(number: head.day),
      book.company.rates, count: count)
  }
}
