import Tabular
import Values

/// What a pipeline does with rows that the reader accepted: leaves some out by rule, and brings
/// amounts in other currencies to the base currency.
struct RowFilter: Sendable {
  /// What became of the rows of one batch.
  struct Outcome: Sendable {
    /// Rows that stay; nil where all do.
    var keeps: [Bool]?
    /// Rows left out, by exclusion rule.
    var excluded: [Int]
    /// Rows of erased customers, in row order; not among those of an exclusion rule.
    var erased: [Int] = []
    /// Rows rejected here, in row order.
    var rejects: [(row: Int, problem: Reject.Problem)] = []
    /// Amounts in the base currency by column; nil where they are as they were read.
    var amounts: [Int: [Int64]] = [:]
    /// Rates that were looked for, with what was found.
    var usedRates: [Rates.Key: Double?] = [:]
    /// Amounts that had to be rounded to the base currency's decimals.
    var rounded = 0

    mutating func drop(_ row: Int, of count: Int) {
      if keeps == nil { keeps = [Bool](repeating: true, count: count) }
      keeps?[row] = false
    }
  }

  /// One `exclude:` entry: rows whose column has one of these labels.
  struct Exclusion: Sendable {
    let column: Int
    let field: String
    let values: Set<String>
  }

  let exclusions: [Exclusion]
  private let erasures: ErasureFilter
  /// Columns of customer ids.
  private let customerColumns: [Int]
  private let currencyColumn: Int?
  private let moneyColumns: [Int]
  private let dateColumn: Int?
  private let base: Currency
  /// Units of the amounts as read: 10^-scale.
  private let scale: Int
  private let rates: Rates

  init(
    _ export: OpenedExport, specs: [ColumnSpec], rates: Rates,
    erasures: ErasureFilter = ErasureFilter()
  ) {
    func position(_ name: String?) -> Int? { specs.firstIndex { $0.name == name } }
    exclusions = export.settings.exclude.compactMap { rule in
      position(rule.field).map {
        Exclusion(column: $0, field: rule.field, values: Set(rule.values))
      }
    }
    self.erasures = erasures
    customerColumns = erasures.isEmpty ? [] : [position(Contract.customerColumn)].compactMap(\.self)
    currencyColumn = export.columns.firstIndex { $0.kind == .currency }
    moneyColumns = export.columns.indices.filter {
      export.columns[$0].kind == .money && specs[$0].isKept
    }
    dateColumn = position(export.contract.dateField?.name)
    base = export.settings.currency
    scale = export.moneyScale
    self.rates = rates
  }

  func apply(to batch: RowBatch, labels: (Int) -> [String]) -> Outcome {
    var outcome = Outcome(excluded: exclusions.map { _ in 0 })
    for (index, rule) in exclusions.enumerated() {
      exclude(rule, index, batch, labels(rule.column), &outcome)
    }
    for column in customerColumns { leaveOutErased(column, batch, &outcome) }
    if let currencyColumn, !moneyColumns.isEmpty {
      convert(batch, currencyColumn, labels(currencyColumn), &outcome)
    }
    return outcome
  }

  private func exclude(
    _ rule: Exclusion, _ index: Int, _ batch: RowBatch, _ labels: [String],
    _ outcome: inout Outcome
  ) {
    let leavesOut = labels.map(rule.values.contains)
    guard leavesOut.contains(true) else { return }
    let codes = batch.int32(rule.column)
    for row in 0..<batch.rowCount where codes[row] >= 0 && leavesOut[Int(codes[row])] {
      if let keeps = outcome.keeps, !keeps[row] { continue }
      outcome.excluded[index] += 1
      outcome.drop(row, of: batch.rowCount)
    }
  }

  /// Each id of a batch is hashed once, however many rows it has.
  private func leaveOutErased(_ column: Int, _ batch: RowBatch, _ outcome: inout Outcome) {
    guard case .text(let ids) = batch.values(column) else { return }
    let keys = batch.keys(column)
    var known: [PackedKey: Bool] = [:]
    for row in 0..<batch.rowCount {
      if let keeps = outcome.keeps, !keeps[row] { continue }
      let isErased =
        known[keys[row]] ?? (!ids.isMissing(row) && erasures.leavesOut(ids[row]))
      known[keys[row]] = isErased
      guard isErased else { continue }
      outcome.erased.append(row)
      outcome.drop(row, of: batch.rowCount)
    }
  }

  private func convert(
    _ batch: RowBatch, _ column: Int, _ labels: [String], _ outcome: inout Outcome
  ) {
    let codes = batch.int32(column)
    let isBase = labels.map { $0 == base.code }
    let needsScaling = scale != base.decimals
    var hasForeign = needsScaling
    if !hasForeign {
      for row in 0..<batch.rowCount where codes[row] >= 0 && !isBase[Int(codes[row])] {
        hasForeign = true
        break
      }
    }
    guard hasForeign else { return }
    for money in moneyColumns { outcome.amounts[money] = Array(batch.int64(money)) }
    for row in 0..<batch.rowCount {
      if let keeps = outcome.keeps, !keeps[row] { continue }
      let label = codes[row] >= 0 ? labels[Int(codes[row])] : base.code
      guard let factor = factor(label, batch, row, &outcome) else { continue }
      for money in moneyColumns {
        guard let amount = outcome.amounts[money]?[row], amount != .min else { continue }
        let value = Double(amount) * factor
        let whole = value.rounded(.toNearestOrAwayFromZero)
        guard abs(whole) <= Double(Field.Kind.mostMinorUnits) else {
          let name = batch.specs[money].name
          reject(
            row, Reject.Problem(column: name, rule: .range, found: "\(amount) \(label)"), batch,
            &outcome)
          break
        }
        if label == base.code, whole != value { outcome.rounded += 1 }
        outcome.amounts[money]?[row] = Int64(whole)
      }
    }
  }

  /// Base minor units for one unit of an amount as read; nil after the row was rejected.
  private func factor(
    _ code: String, _ batch: RowBatch, _ row: Int, _ outcome: inout Outcome
  ) -> Double? {
    let perUnit = Double(base.minorPerMajor) / Self.powerOfTen(scale)
    if code == base.code { return perUnit }
    guard let currencyColumn else { return nil }
    let name = batch.specs[currencyColumn].name
    guard Currency(code: code) != nil else {
      reject(row, Reject.Problem(column: name, rule: .currency, found: code), batch, &outcome)
      return nil
    }
    let day = dateColumn.map { dayNumber(batch, $0, row) } ?? .min
    let rate = rates[code, day]
    outcome.usedRates[Rates.Key(currency: code, day: day)] = .some(rate)
    guard let rate else {
      let found = day == .min ? code : "\(code) \(Day(number: day).iso)"
      reject(row, Reject.Problem(column: name, rule: .rate, found: found), batch, &outcome)
      return nil
    }
    return rate * perUnit
  }

  private func reject(
    _ row: Int, _ problem: Reject.Problem, _ batch: RowBatch, _ outcome: inout Outcome
  ) {
    outcome.rejects.append((row, problem))
    outcome.drop(row, of: batch.rowCount)
  }

  private func dayNumber(_ batch: RowBatch, _ column: Int, _ row: Int) -> Int32 {
    switch batch.specs[column].kind {
    case .day: return batch.int32(column)[row]
    default:
      let seconds = batch.int64(column)[row]
      guard seconds != .min else { return .min }
      return Day.number(ofSecond: seconds)
    }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    [1, 10, 100, 1000][min(max(exponent, 0), 3)]
  }
}
