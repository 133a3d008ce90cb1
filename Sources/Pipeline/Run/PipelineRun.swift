package import Diagnostics
package import Exports
import Foundation
import Report
import Store
import Tabular
import Values

/// A whole run: exports into the store, steps, packs; all or nothing.
package struct PipelineRun {
  let pipeline: LoadedPipeline
  let registry: StageRegistry
  let isForced: Bool
  let threads: Int?
  let log: RunLog

  /// - Parameter isForced: packs that are up to date are made again.
  package init(
    _ pipeline: LoadedPipeline, registry: StageRegistry, isForced: Bool = false,
    threads: Int? = nil, log: RunLog = RunLog()
  ) {
    self.pipeline = pipeline
    self.registry = registry
    self.isForced = isForced
    self.threads = threads
    self.log = log
  }

  package struct Result {
    /// The folder of the pack.
    package let folder: String
    package let files: [PackFile]
    package let account: Account
    package let merges: MergeOutcome
    /// Nothing was made: inputs, settings and version are those of the pack that is there.
    package let wasUpToDate: Bool
  }

  package func run() throws(Diagnostics) -> Result {
    let store = try Diagnostics.one { () throws(Diagnostic) in
      try DraftFolder.make(pipeline.outPath)
      try DraftFolder.make(FileTree.parent(of: pipeline.storePath))
      let store = try Store.open(pipeline.storePath)
      PackFolder.sweep(pipeline.outPath)
      return store
    }
    let result: Result
    do throws(Diagnostics) {
      result = try run(store)
    } catch {
      try? store.close()
      throw error
    }
    try Diagnostics.one { () throws(Diagnostic) in try store.close() }
    return result
  }

  private func run(_ store: Store) throws(Diagnostics) -> Result {
    let engine = StoreEngine(
      store, currency: pipeline.file.currency, mergeMap: pipeline.mergeMap, threads: threads)
    try ingest(engine)
    let contracts = Set(pipeline.exports.map(\.contract.name))
    let (account, merges, previous) = try Diagnostics.one { () throws(Diagnostic) in
      (
        try engine.account(of: contracts), try engine.merges(of: contracts),
        try PreviousMeasures(store, pipeline)
      )
    }
    let origin = try Diagnostics.one { () throws(Diagnostic) in
      try PackOrigin(pipeline, account, merges, previous, store)
    }
    let identity = origin.identity
    if !isForced, let done = try finished(identity, store, account, merges) { return done }
    let (ran, told) = try runSteps(engine, account, merges, origin.earlier, previous)
    try TargetCheck(pipeline, ran).problems.throwIfAny()
    return try Diagnostics.one { () throws(Diagnostic) in
      let writer = PackWriter(
        origin: origin, identity: identity, registry: registry, store: store, threads: threads,
        log: log)
      let draft = try writer.write(ran)
      let folder = PackFolder.path(pipeline, identity)
      // The store first: what can fail has been done when the pack appears. A run that ends in
      // between has noted a pack that is not there, which the next run makes.
      try keep(ran, told, in: store, of: origin, folder: folder)
      try draft.folder.publish()
      try PackFolder.link(folder, in: pipeline.outPath)
      return Result(
        folder: folder, files: draft.files, account: account, merges: merges, wasUpToDate: false)
    }
  }

  private func finished(
    _ identity: String, _ store: Store, _ account: Account, _ merges: MergeOutcome
  ) throws(Diagnostics) -> Result? {
    try Diagnostics.one { () throws(Diagnostic) in
      guard let folder = try store.pack(hash: identity) else { return nil }
      guard folder == PackFolder.path(pipeline, identity),
        let files = PackFolder.contents(of: folder)
      else { return nil }
      try PackFolder.link(folder, in: pipeline.outPath)
      return Result(
        folder: folder, files: files, account: account, merges: merges, wasUpToDate: true)
    }
  }

  /// Rejected rows of exports that a guard kept out of the store.
  package static func stoppedRejects(in out: String) -> String { "\(out)/stopped-rejects.csv" }

  /// Reads all exports; what is wrong with any of them is told in one go.
  private func ingest(_ engine: StoreEngine) throws(Diagnostics) {
    try engine.checkMergeMap()
    let isChinese = pipeline.packs.contains { $0.languages.contains(.simplifiedChinese) }
    let stopped = StoppedRejects(
      Self.stoppedRejects(in: pipeline.outPath), hasOrderMark: isChinese)
    try Diagnostics.one { () throws(Diagnostic) in try stopped.clear() }
    let orders = pipeline.exports.filter { $0.contract.name == "orders" }
    let others = pipeline.exports.filter { $0.contract.name != "orders" }
    var problems = Diagnostics()
    do throws(Diagnostics) {
      try ingest(others, "read_others", engine, stopped)
    } catch {
      problems.add(error.all)
    }
    // Orders are converted with the rates, which are among the others: without those every amount
    // in another currency would be rejected, so only their headers are looked at.
    let rates = Set(others.filter { $0.contract.name == "rates" }.flatMap(\.files).map(\.name))
    do throws(Diagnostics) {
      if problems.all.contains(where: { $0.place.map { rates.contains($0.file) } ?? false }) {
        _ = try PipelineCheck.headers(of: orders)
      } else {
        try ingest(orders, "read_orders", engine, stopped)
      }
    } catch {
      problems.add(error.all)
    }
    try Diagnostics.one { () throws(Diagnostic) in try stopped.close() }
    try problems.throwIfAny()
  }

  private func ingest(
    _ sets: [ContractFiles], _ step: String, _ engine: StoreEngine, _ stopped: StoppedRejects
  ) throws(Diagnostics) {
    guard !sets.isEmpty else { return }
    var repeats: [FileAccount] = []
    _ = try log.timed(step, { (text: String) in text }) { () throws(Diagnostics) in
      var read = 0
      var skipped = 0
      var rows = 0
      try engine.ingest(sets, asOf: pipeline.asOf, stopped: stopped) { event in
        switch event {
        case .upToDate: skipped += 1
        case .read(let account):
          read += 1
          rows += account.read
          if account.repeated > 0 { repeats.append(account) }
        }
      }
      return "\(Counted(read, "file")) read, \(Counted(rows, "row")); \(skipped) up to date"
    }
    for account in repeats { log.warn(step, account.repeatWarning ?? "") }
  }

  private func runSteps(
    _ engine: StoreEngine, _ account: Account, _ merges: MergeOutcome, _ earlier: EarlierPacks,
    _ previous: PreviousMeasures
  ) throws(Diagnostics) -> (ran: [StepRunner.Ran], told: ToldAnswers) {
    let needs = Set(pipeline.steps.flatMap(\.stage.needs))
    var days: PurchaseDays?
    if needs.takesPurchaseDays, pipeline.exports.contains(where: { $0.contract.name == "orders" }) {
      days = try log.timed(
        "aggregate", { (days: PurchaseDays) in "\(Counted(days.totals.days, "purchase day"))" }
      ) {
        () throws(Diagnostics) in
        try Diagnostics.one { () throws(Diagnostic) in
          try engine.purchaseDays(zeroAmount: pipeline.file.zeroAmount)
        }
      }
    }
    let facts = try Diagnostics.one { () throws(Diagnostic) in
      var facts: [String: DataTable] = [:]
      for export in pipeline.exports {
        let name = export.contract.name
        // Customers tell which scope a row is of, so they are always needed.
        let wanted = name == "customers" ? ContractColumns.all : ContractColumns(needs, of: name)
        guard wanted != .none else { continue }
        facts[name] = try engine.facts(of: export.contract, through: pipeline.asOf) {
          wanted.contains($0)
        }
      }
      return facts
    }
    return try StepRunner(
      pipeline: pipeline, purchaseDays: days, facts: facts, account: account,
      merges: merges, earlier: earlier.told, previous: previous, log: log
    ).run()
  }

  /// Keeps measures, results and the note of the pack, in one transaction.
  private func keep(
    _ ran: [StepRunner.Ran], _ told: ToldAnswers, in store: Store, of origin: PackOrigin,
    folder: String
  ) throws(Diagnostic) {
    let wording = Wording(language: .english, currency: pipeline.file.currency)
    try store.keep(asOf: pipeline.asOf) { (kept) throws(Diagnostic) in
      for one in ran {
        let report = one.output.report(wording, step: one.step.id)
        try kept.measures(
          report.measures.map(StoredMeasure.init), step: one.step.id,
          settingsHash: one.step.settingsHash(in: pipeline))
        for table in type(of: one.output).tables(pipeline.file.currency) {
          try kept.result(one.output.table(table.name), step: one.step.id)
        }
      }
      let answers = EarlierPacks.measures(told)
      if !answers.isEmpty {
        try kept.measures(
          answers, step: EarlierPacks.step, settingsHash: origin.answersOrigin)
      }
      try kept.pack(hash: origin.identity, folder: folder)
    }
  }
}

extension StoredMeasure {
  init(_ measure: Measure) {
    self.init(
      id: measure.id, value: measure.value, unit: measure.unit.description, low: measure.low,
      high: measure.high, n: measure.n, reason: measure.reason)
  }
}
