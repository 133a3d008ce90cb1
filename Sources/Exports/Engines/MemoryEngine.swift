package import Diagnostics
import Tabular
package import Values

/// Reads exports straight into memory: for one stage by hand, without a store.
package struct MemoryEngine {
  private let currency: Currency
  private let zeroAmount: ZeroAmount
  private let mergeMap: MergeMap
  private let threads: Int?

  package init(
    currency: Currency, zeroAmount: ZeroAmount = .purchase, mergeMap: MergeMap = MergeMap(),
    threads: Int? = nil
  ) {
    self.currency = currency
    self.zeroAmount = zeroAmount
    self.mergeMap = mergeMap
    self.threads = threads
  }

  /// What the exports gave.
  package struct Facts: Sendable {
    package var purchaseDays: PurchaseDays?
    /// Current rows by contract.
    package var tables: [String: DataTable] = [:]
    package var account = Account()
    /// What the merge map did; rows of orders that became purchase days are counted as read.
    package var merges = MergeOutcome()
  }

  /// One rejected row, for the reject file.
  package struct Rejected: Sendable {
    package let file: String
    package let contract: String
    package let line: Int
    package let columns: String
    package let rules: String
    package let found: String
    package let raw: String
  }

  /// Reads all files; later files replace rows of earlier ones.
  ///
  /// What the guards find in the files is told of all of them in one go.
  ///
  /// - Parameters:
  ///   - reducesOrders: order rows become purchase days; otherwise they are kept as rows.
  ///   - columns: what is kept of the rows of these contracts; of others all columns are.
  ///   - rejected: sees every rejected row, file by file in line order.
  package func read(
    _ sets: [ContractFiles], reducesOrders: Bool, columns: [String: Set<String>] = [:],
    rejected: (Rejected) throws(Diagnostic) -> Void
  ) throws(Diagnostics) -> Facts {
    var facts = Facts()
    facts.merges.map = mergeMap
    var rates = Rates()
    var problems = Diagnostics()
    let ordered =
      sets.filter { $0.contract.name == "rates" } + sets.filter { $0.contract.name != "rates" }
    for set in ordered {
      if set.contract.name == "orders", reducesOrders {
        try readOrders(set, rates, &facts, &problems, rejected)
        continue
      }
      try readRows(set, columns[set.contract.name], rates, &facts, &problems, rejected)
      if set.contract.name == "rates", let table = facts.tables["rates"] { rates = Rates(table) }
    }
    try problems.throwIfAny()
    return facts
  }

  private func readOrders(
    _ set: ContractFiles, _ rates: Rates, _ facts: inout Facts,
    _ problems: inout Diagnostics, _ rejected: (Rejected) throws(Diagnostic) -> Void
  ) throws(Diagnostics) {
    let keys = KeyDictionary()
    let builder = PurchaseDayBuilder(keys: keys, currency: currency, zeroAmount: zeroAmount)
    let wanted: Set = [
      "order_id", "line", "product", "customer_id", "order_date", "amount", "margin",
    ]
    var readings: [(account: FileAccount, facts: GuardFacts)] = []
    var merged = MergedKeys(mergeMap, keys)
    for file in set.files {
      let export = try OpenedExport.open(file, as: set.contract, set.settings)
      let key = export.contract.keyColumns(
        in: Set(export.columns.map(\.name)), grain: set.settings.grain)
      let kept = wanted.subtracting(["order_id", "line", "product"]).union(key)
      let reader = ExportReader(export, keeping: kept.contains, rates: rates, threads: threads)
      guard let customer = reader.position("customer_id"), let date = reader.position("order_date"),
        let amount = reader.position("amount")
      else { preconditionFailure("required columns are mapped") }
      let order = key.first.flatMap(reader.position)
      let line = key.dropFirst().first.flatMap(reader.position)
      let margin = reader.position("margin")
      builder.beginFile()
      let reading = try Diagnostics.one { () throws(Diagnostic) in
        try reader.read(
          keys: keys, work: { (_: ExportReader.Rows) in },
          deliver: { (rows, _: Void) throws(Diagnostic) in
            rows.withAmounts(amount) { amounts in
              rows.withOptionalAmounts(margin) { margins in
                merged.withStanding(rows.batch.keys(customer), keeps: rows.keeps) { customers in
                  builder.append(
                    OrderRows(
                      count: rows.batch.rowCount, customer: customers,
                      order: order.map { rows.batch.keys($0) },
                      line: line.map { rows.batch.keys($0) },
                      dates: .instants(rows.batch.int64(date)), amount: amounts, margin: margins,
                      keeps: rows.keeps))
                }
              }
            }
          },
          rejected: { (rejects) throws(Diagnostic) in
            for reject in rejects { try rejected(Rejected(reject, file, set.contract)) }
          }
        )
      }
      readings.append((reading.account, GuardFacts(export, reading)))
    }
    let (days, counts) = try Diagnostics.one { () throws(Diagnostic) in
      try builder.finish(threads: threads)
    }
    for (reading, count) in zip(readings, counts) {
      problems.add(set.guards.problems(of: reading.facts.repeating(count.repeated)))
      facts.account.files.append(reading.account.counting(count))
    }
    facts.purchaseDays = days
    facts.merges.add(merged.counts)
  }

  private func readRows(
    _ set: ContractFiles, _ columns: Set<String>?, _ rates: Rates, _ facts: inout Facts,
    _ problems: inout Diagnostics, _ rejected: (Rejected) throws(Diagnostic) -> Void
  ) throws(Diagnostics) {
    var collector = FactCollector(set.contract, currency, set.settings.grain)
    for file in set.files {
      let export = try OpenedExport.open(file, as: set.contract, set.settings)
      // Rows are told apart by the key, whether its columns are wanted or not.
      let kept = columns?.union(set.contract.key)
      let reader = ExportReader(
        export, keeping: { kept?.contains($0) ?? true }, rates: rates, threads: threads)
      collector.beginFile(reader)
      let reading = try Diagnostics.one { () throws(Diagnostic) in
        try reader.read(
          work: { (_: ExportReader.Rows) in },
          deliver: { (rows, _: Void) throws(Diagnostic) in collector.add(rows, reader) },
          rejected: { (rejects) throws(Diagnostic) in
            for reject in rejects { try rejected(Rejected(reject, file, set.contract)) }
          })
      }
      let counts = collector.endFile()
      problems.add(
        set.guards.problems(of: GuardFacts(export, reading).repeating(counts.repeated)))
      facts.account.files.append(reading.account.counting(counts))
    }
    let table = collector.table()
    facts.merges.count(table.values("customer_id"))
    let applied = mergeMap.applied(to: table)
    facts.tables[set.contract.name] = applied.standing
    if let merged = applied.merged { facts.merges.customers = merged }
  }
}

extension FileAccount {
  /// The account with what became of the rows that passed.
  fileprivate func counting(_ counts: OrderCounts) -> FileAccount {
    var account = self
    account.accepted = counts.accepted
    account.merged = counts.merged
    account.withdrawn = counts.withdrawn
    account.repeated = counts.repeated
    return account
  }
}

extension MemoryEngine.Rejected {
  init(_ reject: Reject, _ file: ExportFile, _ contract: Contract) {
    self.init(
      file: file.name, contract: contract.name, line: reject.line, columns: reject.columns,
      rules: reject.rules, found: reject.found, raw: reject.raw)
  }
}
