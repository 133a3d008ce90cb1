package import Diagnostics
package import Store
import Tabular
package import Values

/// Brings export files into the store and gives back facts, purchase days and the account.
package struct StoreEngine {
  private let store: Store
  private let currency: Currency
  private let mergeMap: MergeMap
  private let threads: Int?

  package init(
    _ store: Store, currency: Currency, mergeMap: MergeMap = MergeMap(), threads: Int? = nil
  ) {
    self.store = store
    self.currency = currency
    self.mergeMap = mergeMap
    self.threads = threads
  }

  /// What happened to one file.
  package enum Event: Sendable {
    case upToDate(ExportFile, contract: String)
    case read(FileAccount)
  }

  /// - Throws: each line of the merge map that names an erased customer, who would be named again:
  ///   by packs that list what the map does, and as the one that others stand under.
  package func checkMergeMap() throws(Diagnostics) {
    let erased = ErasureFilter(
      try Diagnostics.one { () throws(Diagnostic) in try store.erasedCustomers() })
    var problems = Diagnostics()
    for entry in mergeMap.entries
    where erased.leavesOut(entry.customer) || erased.leavesOut(entry.target) {
      problems.add(
        Diagnostic(
          .configuration, "merge-erased",
          "the merge names a customer who was erased from the store", at: entry.place,
          help: "take the line out; erase the other customer too if it is the same person"))
    }
    try problems.throwIfAny()
  }

  /// Reads every file that is not in the store yet under the same settings; rates come first.
  ///
  /// A file whose place has other bytes than last time is a new version of the source and comes
  /// after all earlier files. One that was read under other settings, or whose rates have changed
  /// since, is read again in its old place. A file that breaks a limit of its guards leaves the
  /// store as it was; what is wrong with any of the files is told in one go.
  ///
  /// - Parameters:
  ///   - asOf: what the age of a source is counted to; without it no source is too old.
  ///   - stopped: where rejected rows of files that are not taken in go.
  package func ingest(
    _ sets: [ContractFiles], asOf: Day? = nil, stopped: StoppedRejects? = nil,
    tell: (Event) -> Void
  ) throws(Diagnostics) {
    let ordered =
      sets.filter { $0.contract.name == "rates" } + sets.filter { $0.contract.name != "rates" }
    var problems = Diagnostics()
    let (earlier, erased) = try Diagnostics.one { () throws(Diagnostic) in
      (try PreviousFiles(store, sets), try store.erasedCustomers())
    }
    for set in ordered {
      let rates: Rates
      do throws(Diagnostic) { rates = try currentRates() } catch { throw Diagnostics([error]) }
      var age = SourceAge(set, asOf: asOf, store)
      for file in set.files {
        do throws(Diagnostics) {
          tell(try ingest(file, set, rates, erased, earlier, stopped, &age))
        } catch {
          for problem in error.all { problems.add(problem) }
        }
      }
      if let problem = age.problem { problems.add(problem) }
    }
    try problems.throwIfAny()
  }

  private func ingest(
    _ file: ExportFile, _ set: ContractFiles, _ rates: Rates, _ erased: ErasedCustomers,
    _ earlier: PreviousFiles, _ stopped: StoppedRejects?, _ age: inout SourceAge
  ) throws(Diagnostics) -> Event {
    let contract = set.contract.name
    let settingsHash = ContentHash.of(set.settings.identity)
    let ((sha256, bytes), known) = try Diagnostics.one { () throws(Diagnostic) in
      let content = try ContentHash.of(file: file.path)
      return (
        content,
        try store.file(contract: contract, sha256: content.sha256, settingsHash: settingsHash)
      )
    }
    if let known {
      let stands = try Diagnostics.one { () throws(Diagnostic) in
        try age.add(known)
        return try ratesStand(of: known.id, rates)
      }
      if stands { return .upToDate(file, contract: contract) }
    }
    let export = try OpenedExport.open(file, as: set.contract, set.settings)
    var arrival = Arrival(
      guards: set.guards, before: earlier.before(file, sha256, in: contract), stopped: stopped)
    do throws(Diagnostic) {
      var replaced = known
      if replaced == nil { replaced = try former(export, sha256) }
      var account = try load(
        export, sha256, settingsHash, bytes, rates, erased, replacing: replaced?.id, &arrival, &age)
      account.forms = export.formNotes
      return .read(account)
    } catch {
      throw arrival.problems.isEmpty ? Diagnostics([error]) : arrival.problems
    }
  }

  /// The earlier reading that a file takes the place of: the same bytes under other settings; and
  /// where rows have no key and so never merge, whatever came from the same file before.
  private func former(
    _ export: OpenedExport, _ sha256: String
  ) throws(Diagnostic) -> FileRecord? {
    let earlier = try store.files(source: export.file.name, contract: export.contract.name)
    return earlier.first { $0.sha256 == sha256 } ?? (export.keyColumns.isEmpty ? earlier.last : nil)
  }

  private func load(
    _ export: OpenedExport, _ sha256: String, _ settingsHash: String, _ bytes: Int, _ rates: Rates,
    _ erased: ErasedCustomers, replacing: FileRecord.ID?, _ arrival: inout Arrival,
    _ age: inout SourceAge
  ) throws(Diagnostic) -> FileAccount {
    let reader = ExportReader(export, rates: rates, erased: erased, threads: threads)
    let columns = reader.specs.map(\.name)
    let members = columns.filter(export.contract.isFamilyMember)
    let file = NewFile(
      name: export.file.name, source: export.file.name, sha256: sha256,
      settingsHash: settingsHash, bytes: bytes, columns: columns,
      key: export.keyColumns, customerField: export.customerPlace?.field)
    let shape = export.contract.shape(members: members, currency)
    let group = export.contract.replacesBy.flatMap(reader.position)
    let date = age.isAsked ? export.contract.dateField.flatMap { reader.position($0.name) } : nil
    var found: ExportReader.Reading?
    var repeated = 0
    let record = try store.ingest(
      file, shape: shape, replacing: replacing,
      judge: { (arrived) throws(Diagnostic) in
        guard let found else { preconditionFailure("a file is judged when it was read") }
        repeated = arrived.repeated
        try arrival.judge(arrived, export, found, &age)
      }
    ) { (load) throws(Diagnostic) in
      let reading = try reader.read(
        work: { (_: ExportReader.Rows) in },
        deliver: { (rows, _: Void) throws(Diagnostic) in
          let values = reader.specs.indices.map { rows.values($0, currency: currency) }
          try load.append(FactBatch(columns: values, lines: rows.lines))
          if let date { arrival.note(values[date].newestDay) }
          // A cancelled order replaces its earlier version, and fills no fact.
          if let group {
            try load.void(rows.excludedIDs(group))
            try load.void(rows.erasedIDs(group), onlyKnown: true)
          }
        },
        rejected: { (rejects) throws(Diagnostic) in try load.reject(RejectColumns(rejects)) })
      found = reading
      return FileOutcome(reading)
    }
    var account = FileAccount(record)
    account.repeated = repeated
    return account
  }

  private func ratesStand(of file: FileRecord.ID, _ rates: Rates) throws(Diagnostic) -> Bool {
    try store.rates(of: file).allSatisfy { rates[$0.currency, $0.day] == $0.rate }
  }

  private func currentRates() throws(Diagnostic) -> Rates {
    guard let table = try facts(of: .rates, through: nil) else { return Rates() }
    return Rates(table)
  }

  /// The current rows of a contract up to a day, customers under the ids that they stand under; nil
  /// where none was ever read.
  ///
  /// - Parameter isWanted: the columns that are read.
  package func facts(
    of contract: Contract, through day: Day?, columns isWanted: (String) -> Bool = { _ in true }
  ) throws(Diagnostic) -> DataTable? {
    try exported(contract, through: day, isWanted).map { mergeMap.applied(to: $0).standing }
  }

  /// What the merge map does to the rows of these contracts.
  package func merges(of contracts: Set<String>) throws(Diagnostic) -> MergeOutcome {
    var outcome = MergeOutcome(mergeMap)
    guard !mergeMap.isEmpty else { return outcome }
    for contract in Contracts.all where contracts.contains(contract.name) {
      outcome.add(try store.rowCounts(of: contract.name, customers: mergeMap.involved))
    }
    if contracts.contains(Contract.customers.name),
      let customers = try exported(.customers, through: nil)
    {
      outcome.customers = mergeMap.applied(to: customers).merged
    }
    return outcome
  }

  /// The current rows of a contract as the exports have them.
  private func exported(
    _ contract: Contract, through day: Day?, _ isWanted: (String) -> Bool = { _ in true }
  ) throws(Diagnostic) -> DataTable? {
    let stored = try store.columns(of: contract.name).filter { isWanted($0.name) }
    guard !stored.isEmpty else { return nil }
    let values = try store.current(
      contract.name, columns: stored, through: day, datedBy: contract.dateField?.name)
    let present = values.indices.filter { index in
      (0..<values[index].count).contains { !values[index].isMissing($0) }
    }
    return DataTable(
      name: contract.name, heads: present.map { contract.head(stored[$0].name, currency) },
      columns: present.map { values[$0] })
  }

  /// What became of every row of the files in the store, by contract, then in the order they came.
  package func account(of names: Set<String>? = nil) throws(Diagnostic) -> Account {
    Account(files: try store.filesByContract(names).map(FileAccount.init))
  }

  /// Purchase days from the orders in the store, customers under the ids that they stand under.
  ///
  /// The store keeps the days of the ids as exported; those of customers that are merged are made
  /// from their rows, since an order under two of them counts once.
  package func purchaseDays(zeroAmount: ZeroAmount) throws(Diagnostic) -> PurchaseDays {
    let days = try exportedPurchaseDays(zeroAmount: zeroAmount)
    guard !mergeMap.isEmpty else { return days }
    let rows = try store.orderRows(owners: .customers(mergeMap.involved)).merged(by: mergeMap)
    let merged = try PurchaseDays(rows, zeroAmount: zeroAmount, currency: currency)
    return days.replacing(Set(mergeMap.involved), with: merged)
  }

  /// Purchase days by the ids of the exports; only those of touched customers are made anew.
  private func exportedPurchaseDays(zeroAmount: ZeroAmount) throws(Diagnostic) -> PurchaseDays {
    let settings = ContentHash.of("\(zeroAmount.rawValue) \(currency.code)")
    let isFirst: Bool
    switch try store.purchaseDaysState(settingsHash: settings) {
    case .fresh: return try PurchaseDays(try store.purchaseDays(), currency, storeAt: store.path)
    case .missing: isFirst = true
    case .stale: isFirst = false
    }
    let rows = try store.orderRows(owners: isFirst ? .all : .stale)
    let days = try PurchaseDays(rows, zeroAmount: zeroAmount, currency: currency)
    try store.keepPurchaseDays(
      StoredPurchaseDays(days), settingsHash: settings, onlyStale: !isFirst)
    return isFirst
      ? days : try PurchaseDays(try store.purchaseDays(), currency, storeAt: store.path)
  }
}
