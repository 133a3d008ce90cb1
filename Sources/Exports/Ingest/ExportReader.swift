package import Diagnostics
package import Store
package import Tabular
package import Values

/// Reads the rows of one opened export: validated, filtered, converted, and counted.
package struct ExportReader {
  package let export: OpenedExport
  package let specs: [ColumnSpec]
  package let rates: Rates
  package let threads: Int?
  private let chunkBytes: Int
  private let erasures: ErasureFilter

  package init(
    _ export: OpenedExport, keeping kept: (String) -> Bool = { _ in true }, rates: Rates = Rates(),
    erased: ErasedCustomers = .none, threads: Int? = nil, chunkBytes: Int = TableReader.chunkBytes
  ) {
    self.export = export
    self.rates = rates
    self.threads = threads
    self.chunkBytes = chunkBytes
    erasures = ErasureFilter(erased)
    let currencies = export.columns.filter { $0.kind == .currency }.map(\.name)
    let needed = Set(
      export.settings.exclude.map(\.field) + currencies
        + [export.contract.dateField?.name].compactMap(\.self))
    specs = export.specs { kept($0) || needed.contains($0) }
  }

  /// The position of a field among the specifications; nil where the file does not have it.
  package func position(_ name: String) -> Int? { specs.firstIndex { $0.name == name } }

  /// The rows of one chunk that count.
  package struct Rows {
    package let batch: RowBatch
    let outcome: RowFilter.Outcome

    /// Which rows of the batch count; nil for all.
    package var keeps: [Bool]? { outcome.keeps }

    /// Amounts of a money column in minor units of the base currency, one a row of the batch.
    package func withAmounts<Result>(
      _ column: Int, _ body: (UnsafeBufferPointer<Int64>) -> Result
    ) -> Result {
      if let converted = outcome.amounts[column] { return converted.withUnsafeBufferPointer(body) }
      return body(batch.int64(column))
    }

    /// The same for a column that the file may not have.
    package func withOptionalAmounts<Result>(
      _ column: Int?, _ body: (UnsafeBufferPointer<Int64>?) -> Result
    ) -> Result {
      guard let column else { return body(nil) }
      return withAmounts(column) { body($0) }
    }

    /// The rows that count of one column.
    package func values(_ column: Int, currency: Currency) -> ColumnValues {
      var values = batch.values(column)
      if let converted = outcome.amounts[column] {
        values = .money(converted, currency)
      } else if case .decimal = batch.specs[column].kind, case .integer(let amounts) = values {
        // Amounts are the only decimals; without conversion they are minor units already.
        values = .money(amounts, currency)
      }
      return outcome.keeps.map { values.filtered(by: $0) } ?? values
    }

    /// The rows that a rule of the pipeline left out, of a column of ids.
    package func excludedIDs(_ column: Int) -> TextColumn {
      guard outcome.excluded.contains(where: { $0 > 0 }), let keeps = outcome.keeps,
        case .text(let ids) = batch.values(column)
      else { return TextColumn() }
      let others = Set(outcome.rejects.map(\.row) + outcome.erased)
      return TextColumn(
        keeps.indices.filter { !keeps[$0] && !others.contains($0) }.map { ids[$0] })
    }

    /// The rows of erased customers, of a column of ids.
    package func erasedIDs(_ column: Int) -> TextColumn {
      guard !outcome.erased.isEmpty, case .text(let ids) = batch.values(column) else {
        return TextColumn()
      }
      return TextColumn(outcome.erased.map { ids[$0] })
    }

    /// Lines of the rows that count; right in `deliver` only.
    package var lines: [Int] {
      (0..<batch.rowCount).filter { outcome.keeps?[$0] ?? true }.map { batch.line($0) }
    }
  }

  /// What was counted; accepted, merged and withdrawn are for the engine to fill in.
  package struct Reading: Sendable {
    package var account: FileAccount
    /// Rows that passed every rule.
    package var passed: Int
    /// Rates that amounts were converted with; nil where there was none.
    package var usedRates: [Rates.Key: Double?]
    /// The rule that rejected most rows, and its first row.
    var worst: RejectTally.Worst?
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - work: on the workers, at the same time, in any order.
  ///   - deliver: one at a time in file order.
  ///   - rejected: the rejects of each chunk in file order.
  package func read<Part>(
    keys: KeyDictionary = KeyDictionary(), work: @Sendable (Rows) -> Part,
    deliver: (Rows, Part) throws(Diagnostic) -> Void,
    rejected: ([Reject]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Reading {
    let reader = TableReader(
      export.source, export.layout, specs, keys: keys, threads: threads, chunkBytes: chunkBytes)
    let filter = RowFilter(export, specs: specs, rates: rates, erasures: erasures)
    let erasures = erasures.isEmpty ? nil : export.customerPlace.map { (self.erasures, $0) }
    var erasedRows = 0
    var tally = RejectTally()
    var excluded = filter.exclusions.map { _ in 0 }
    var excludedRows = 0
    var usedRates: [Rates.Key: Double?] = [:]
    var rounded = 0
    let summary = try reader.read(
      work: { batch -> (Outcome, Part) in
        let outcome = filter.apply(to: batch) { batch.categoryLabels($0) }
        return (outcome, work(Rows(batch: batch, outcome: outcome)))
      },
      deliver: { (batch, part) throws(Diagnostic) in
        let (outcome, own) = part
        for (index, count) in outcome.excluded.enumerated() { excluded[index] += count }
        excludedRows += outcome.excluded.reduce(0, +)
        usedRates.merge(outcome.usedRates) { _, new in new }
        rounded += outcome.rounded
        var rejects = Self.merge(batch, outcome.rejects)
        erasedRows += outcome.erased.count
        if let (erasures, place) = erasures {
          let before = rejects.count
          rejects.removeAll { erasures.leavesOut($0, place) }
          erasedRows += before - rejects.count
        }
        tally.add(rejects)
        if !rejects.isEmpty { try rejected(rejects) }
        try deliver(Rows(batch: batch, outcome: outcome), own)
      })
    let kept = specs.indices.filter { specs[$0].isKept && export.columns[$0].kind == .money }
    let account = FileAccount(
      file: export.file.name, contract: export.contract.name,
      encoding: export.layout.dialect.encoding.rawValue,
      encodingBasis: export.layout.dialect.basis.rawValue, reasons: export.reasons,
      delimiter: export.layout.dialect.delimiter.description, read: summary.rowsRead,
      rejected: tally.rows, excluded: excludedRows + erasedRows,
      rounded: rounded + kept.reduce(0) { $0 + summary.rounded[$1] },
      rejectedByRule: tally.counts,
      excludedByRule: zip(filter.exclusions, excluded).map { rule, rows in
        FileAccount.RuleCount(
          rule: rule.values.sorted().joined(separator: ", "), column: rule.field, rows: rows)
      }
        + (erasedRows == 0
          ? []
          : [
            FileAccount.RuleCount(
              rule: ErasedCustomers.rule, column: Contract.customerColumn, rows: erasedRows)
          ]),
      unusedColumns: export.unusedColumns, forms: export.formNotes)
    return Reading(
      account: account, passed: summary.rowsRead - tally.rows - excludedRows - erasedRows,
      usedRates: usedRates, worst: tally.worst)
  }

  private typealias Outcome = RowFilter.Outcome

  /// The reader's rejects and those of the filter, by line.
  private static func merge(
    _ batch: RowBatch, _ filtered: [(row: Int, problem: Reject.Problem)]
  ) -> [Reject] {
    guard !filtered.isEmpty else { return batch.rejects }
    let own = zip(filtered, batch.raws(filtered.map(\.row))).map { found, raw in
      Reject(line: batch.line(found.row), problems: [found.problem], raw: raw)
    }
    return (batch.rejects + own).sorted { $0.line < $1.line }
  }
}

/// Rejected rows by their first rule and column, in the order they were first met.
struct RejectTally {
  /// A rule and column with the first row that it rejected.
  struct Worst: Sendable {
    var rule: String
    var column: String
    var rows: Int
    var line: Int
    var found: String
  }

  private(set) var rows = 0
  private var byRule: [FileAccount.RuleCount] = []
  /// Line and value of the first row of each rule.
  private var firsts: [(line: Int, found: String)] = []

  mutating func add(_ rejects: [Reject]) {
    rows += rejects.count
    for reject in rejects {
      guard let first = reject.problems.first else { continue }
      let rule = first.rule.rawValue
      if let index = byRule.firstIndex(where: { $0.rule == rule && $0.column == first.column }) {
        byRule[index].rows += 1
      } else {
        byRule.append(.init(rule: rule, column: first.column, rows: 1))
        firsts.append((reject.line, first.found))
      }
    }
  }

  /// The rule and column with most rows; of several the one that was met first.
  var worst: Worst? {
    guard let most = byRule.map(\.rows).max(),
      let index = byRule.firstIndex(where: { $0.rows == most })
    else { return nil }
    return Worst(
      rule: byRule[index].rule, column: byRule[index].column, rows: most, line: firsts[index].line,
      found: firsts[index].found)
  }

  /// Ordered by rule, then column.
  var counts: [FileAccount.RuleCount] {
    byRule.sorted { ($0.rule, $0.column) < ($1.rule, $1.column) }
  }
}
