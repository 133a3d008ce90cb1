import Diagnostics
import Store
import Tabular
import Values

// The same things as Exports and as the store know them.

extension FileOutcome {
  init(_ reading: ExportReader.Reading) {
    let account = reading.account
    self.init(
      read: account.read, rejected: account.rejected, excluded: account.excluded,
      rounded: account.rounded, encoding: account.encoding,
      encodingBasis: account.encodingBasis, reasons: account.reasons, delimiter: account.delimiter,
      rejectedByRule: account.rejectedByRule.map(RuleRows.init),
      excludedByRule: account.excludedByRule.map(RuleRows.init),
      unusedColumns: account.unusedColumns,
      usedRates: reading.usedRates
        .map { UsedRate(currency: $0.key.currency, day: $0.key.day, rate: $0.value) }
        .sorted { ($0.currency, $0.day) < ($1.currency, $1.day) })
  }
}

extension RuleRows {
  init(_ count: FileAccount.RuleCount) {
    self.init(rule: count.rule, column: count.column, rows: count.rows)
  }
}

extension FileAccount.RuleCount {
  init(_ rows: RuleRows) { self.init(rule: rows.rule, column: rows.column, rows: rows.rows) }
}

extension FileAccount {
  init(_ record: FileRecord) {
    self.init(
      file: record.name, contract: record.contract, sha256: record.sha256,
      encoding: record.encoding, encodingBasis: record.encodingBasis, reasons: record.reasons,
      delimiter: record.delimiter, read: record.read,
      accepted: record.accepted, merged: record.merged, rejected: record.rejected,
      excluded: record.excluded, withdrawn: record.withdrawn, rounded: record.rounded,
      rejectedByRule: record.rejectedByRule.map(RuleCount.init),
      excludedByRule: record.excludedByRule.map(RuleCount.init),
      unusedColumns: record.unusedColumns)
  }
}

extension RejectColumns {
  init(_ rejects: [Reject]) {
    self.init()
    for reject in rejects {
      append(line: reject.line, column: reject.columns, rule: reject.rules, raw: reject.raw)
    }
  }
}

extension StoredPurchaseDays {
  init(_ days: PurchaseDays) {
    let columns = days.columns
    self.init(
      customers: columns.customers, starts: columns.starts, day: columns.day, rows: columns.rows,
      orders: columns.orders, gross: columns.gross, returned: columns.returned,
      margin: columns.margin)
  }
}

extension PurchaseDays {
  /// - Throws: sums beyond 64 bits, which a damaged store may hold.
  init(
    _ stored: StoredPurchaseDays, _ currency: Currency, storeAt path: String
  ) throws(Diagnostic) {
    self.init(
      Columns(
        customers: stored.customers, starts: stored.starts, day: stored.day, rows: stored.rows,
        orders: stored.orders, gross: stored.gross, returned: stored.returned,
        margin: stored.margin),
      currency: currency)
    do throws(Diagnostic) { try checkSums() } catch {
      throw Diagnostic(
        error.kind, error.code, error.message, at: .init(path),
        help: "check the amount column of the exports; where that holds only amounts the store is "
          + "damaged: move it away and run again")
    }
  }
}
