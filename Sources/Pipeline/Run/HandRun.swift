package import Diagnostics
package import Exports
import Report
package import Values

/// One stage run by hand on files: no pipeline, no store.
package struct HandRun {
  package var stage: AnyStage
  package var exports: [ContractFiles] = []
  package var mergeMap = MergeMap()
  /// A file of purchase days instead of orders.
  package var purchaseDaysFile: String?
  /// Where the purchase days are kept for other stages; `--purchase-days` reads them.
  package var keptPurchaseDays: String?
  /// nil: the last day of the main export.
  package var asOf: Day?
  package var currency = Currency.cny
  package var zeroAmount = ZeroAmount.purchase
  package var minCell = 5
  package var scope = Source.Scope.external
  package var overrides: [Override] = []
  package var threads: Int?
  package var log = RunLog()

  package init(stage: AnyStage) { self.stage = stage }

  package struct Result {
    package let output: any StageOutput
    package let settings: SettingEcho
    package let asOf: Day
    /// What day it is ("the last day of orders"); nil where it was given.
    package let asOfSource: String?
    package let account: Account
    package let merges: MergeOutcome
  }

  /// Reads, computes, returns; every rejected row is handed over.
  package func run(
    rejected: (MemoryEngine.Rejected) throws(Diagnostic) -> Void
  ) throws(Diagnostics) -> Result {
    let prepared = try prepare()
    try checkNeeds(prepared)
    let needsDays = prepared.needs.takesPurchaseDays
    let engine = MemoryEngine(
      currency: currency, zeroAmount: zeroAmount, mergeMap: mergeMap, threads: threads)
    var facts = try log.timed("read", { (facts: MemoryEngine.Facts) in facts.account.summary }) {
      () throws(Diagnostics) in
      try engine.read(
        exports, reducesOrders: needsDays, columns: partlyNeeded(prepared), rejected: rejected)
    }
    if let purchaseDaysFile {
      facts.purchaseDays = try log.timed("read", { (_: PurchaseDays) in purchaseDaysFile }) {
        () throws(Diagnostics) in
        try PurchaseDays.read(purchaseDaysFile, currency: currency)
      }
      try checkMerged(facts.purchaseDays, purchaseDaysFile)
    }
    if let keptPurchaseDays, let days = facts.purchaseDays {
      try Diagnostics.one { () throws(Diagnostic) in try days.write(to: keptPurchaseDays) }
    }
    let (day, origin) = try asOfDay(prepared, facts)
    let (account, merges) = (facts.account, facts.merges)
    var source: Source? = lay(facts, upTo: day)
    facts.tables = [:]
    facts.purchaseDays = nil
    let output = try log.timed(stage.name, { (_: any StageOutput) in "computed" }) {
      () throws(Diagnostics) in
      try Diagnostics.one { () throws(Diagnostic) in
        guard let given = source.take() else { preconditionFailure("the step runs once") }
        let output = try prepared.run(consume given)
        return try PackDisclosure(minCell: minCell).protect([(stage.name, output)]).outputs[0]
      }
    }
    return Result(
      output: output, settings: prepared.settings, asOf: day, asOfSource: origin,
      account: account, merges: merges)
  }

  /// What was read, laid before the stage as its scope has it.
  private func lay(_ facts: MemoryEngine.Facts, upTo day: Day) -> Source {
    let tables = facts.tables.mapValues { table in upTo(day, table) }
    let filter = ScopeFilter(customers: tables["customers"])
    return Source(
      asOf: day, currency: currency, scope: scope, minCell: minCell,
      purchaseDays: facts.purchaseDays.map { filter.purchaseDays($0, in: scope) },
      facts: tables.mapValues { filter.rows(of: $0, in: scope) }, account: facts.account,
      merges: filter.merges(facts.merges, in: scope), log: log)
  }

  /// Purchase days hold no orders: those of two customers cannot be made one without counting an
  /// order under both twice.
  private func checkMerged(_ days: PurchaseDays?, _ file: String) throws(Diagnostics) {
    guard !mergeMap.isEmpty, let days,
      let id = days.customers.texts.first(where: mergeMap.merges)
    else { return }
    throw Diagnostics([
      Diagnostic(
        .usage, "merge-purchase-days", "'\(id)' is merged, but has purchase days of its own",
        at: .init(file),
        help:
          "make them again with the map: --orders FILE --merge-map FILE --keep-purchase-days FILE")
    ])
  }

  private func prepare() throws(Diagnostics) -> PreparedStage {
    var problems = Diagnostics()
    var node = SettingNode(.null, at: Diagnostic.Place("--set"))
    do throws(Diagnostic) {
      try node.apply(overrides)
    } catch {
      throw Diagnostics([error])
    }
    let prepared = stage.prepare(node, &problems)
    try problems.throwIfAny()
    guard let prepared else { preconditionFailure("a stage is prepared or has problems") }
    return prepared
  }

  /// Contracts of which the stage needs some columns alone.
  private func partlyNeeded(_ prepared: PreparedStage) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    for export in exports {
      if case .some(let some) = ContractColumns(prepared.needs, of: export.contract.name) {
        columns[export.contract.name] = some
      }
    }
    return columns
  }

  private func checkNeeds(_ prepared: PreparedStage) throws(Diagnostics) {
    var problems = Diagnostics()
    let given = Set(exports.map(\.contract.name))
    for need in prepared.needs {
      switch need {
      case .purchaseDays where !given.contains("orders") && purchaseDaysFile == nil:
        problems.add(missing("orders"))
      case .purchaseDaysOr(let contract)
      where given.isDisjoint(with: ["orders", contract]) && purchaseDaysFile == nil:
        problems.add(missing("orders", or: contract))
      case .facts(let contract, true) where !given.contains(contract),
        .columns(let contract, _, true) where !given.contains(contract):
        problems.add(missing(contract))
      case .output(let step, true):
        problems.add(
          Diagnostic(
            .usage, "needs-step", "'\(stage.name)' needs the output of '\(step)'",
            help: "run it in a pipeline: clientele run PIPELINE"))
      default: break
      }
    }
    if given.isEmpty, purchaseDaysFile == nil, problems.isEmpty {
      problems.add(missing(prepared.needs.mainContract))
    }
    try problems.throwIfAny()
  }

  private func missing(_ contract: String, or other: String? = nil) -> Diagnostic {
    let options = [contract, other].compactMap(\.self)
      .map { "--\($0.replacing("_", with: "-")) FILE" }
    let alternative = other.map { " or '\($0)'" } ?? ""
    return Diagnostic(
      .usage, "missing-export", "'\(stage.name)' needs the export '\(contract)'\(alternative)",
      help: "give it with \(options.joined(separator: " or "))")
  }

  /// The last day of the export that the stage is mainly about, where none was given.
  private func asOfDay(
    _ prepared: PreparedStage, _ facts: MemoryEngine.Facts
  ) throws(Diagnostics) -> (Day, String?) {
    if let asOf { return (asOf, nil) }
    if prepared.needs.takesPurchaseDays, let last = facts.purchaseDays?.totals.lastDay {
      return (Day(number: last), "the last day of orders")
    }
    for export in exports {
      if let table = facts.tables[export.contract.name],
        let last = table.lastDay(of: export.contract)
      {
        return (last, "the last day of \(export.contract.name)")
      }
    }
    if let undated = undatedDay { return undated }
    throw Diagnostics([
      Diagnostic(
        .data, "no-as-of", "no row of the exports has a date to take the as-of date from",
        help: "give it with --as-of YYYY-MM-DD")
    ])
  }

  /// What the day is where no row has a date. Kano and SERVQUAL answers often have none, and no figure
  /// of them depends on it; of aggregated histories, what follows is counted from a year of 365 days.
  private var undatedDay: (Day, String)? {
    let questionnaires: Set = ["kano", "servqual", "customers"]
    guard let day = Day(year: 2001, month: 1, day: 1) else { return nil }
    if exports.contains(where: { $0.contract.name == Contract.summary.name }) {
      return (day, "for want of any date, before a year of 365 days")
    }
    return exports.allSatisfy { questionnaires.contains($0.contract.name) }
      ? (day, "for want of any date; no figure depends on it") : nil
  }

  private func upTo(_ day: Day, _ table: DataTable) -> DataTable {
    guard let contract = Contracts.named(table.name), let field = contract.dateField,
      let dates = table.values(field.name)
    else { return table }
    let kept = (0..<table.rowCount).filter { row in
      dates.day(row).map { $0 <= day } ?? true
    }
    return kept.count == table.rowCount ? table : table.selected(kept)
  }
}

extension [Need] {
  /// The contract to name where no export is given and none is required by itself.
  fileprivate var mainContract: String {
    if takesPurchaseDays || contains(.account) { return "orders" }
    for case .facts(let contract, _) in self { return contract }
    return "orders"
  }
}

extension DataTable {
  /// The last day that dates a row; nil where no row has a date.
  fileprivate func lastDay(of contract: Contract) -> Day? {
    guard let field = contract.dateField, let dates = values(field.name) else { return nil }
    return (0..<rowCount).compactMap { dates.day($0) }.max()
  }
}

extension FileAccount {
  /// What is told of rows that took the place of an earlier row of the same file; nil without any.
  package var repeatWarning: String? {
    guard repeated > 0 else { return nil }
    return
      "\(file): \(Counted(repeated, "row")) took the place of an earlier row with the same key in the"
      + " same file; rows that are lines of an order need a column with the number of the line"
  }
}

extension Account {
  /// One line: how many rows, and what became of them.
  package var summary: String {
    func sum(_ value: (FileAccount) -> Int) -> Int { files.reduce(0) { $0 + value($1) } }
    return
      "\(Counted(sum(\.read), "row")): \(sum(\.accepted)) accepted, \(sum(\.merged)) merged, "
      + "\(sum(\.rejected)) rejected, \(sum(\.excluded)) excluded"
  }
}
