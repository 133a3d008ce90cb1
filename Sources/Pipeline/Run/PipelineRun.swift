package import Diagnostics
package import Exports
import Foundation
import Report
import Store
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
    /// Nothing was made: inputs, settings and version are those of the pack that is there.
    package let wasUpToDate: Bool
  }

  package func run() throws(Diagnostics) -> Result {
    let store = try Diagnostics.one { () throws(Diagnostic) in
      try PackFolder.make(pipeline.outPath)
      try PackFolder.makeParent(of: pipeline.storePath)
      return try Store.open(pipeline.storePath)
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
    let engine = StoreEngine(store, currency: pipeline.file.currency, threads: threads)
    try ingest(engine)
    let contracts = Set(pipeline.exports.map(\.contract.name))
    let (account, previous) = try Diagnostics.one { () throws(Diagnostic) in
      (try engine.account(of: contracts), try PreviousMeasures(store, pipeline))
    }
    let inputs = PackIdentity(pipeline, account, previous)
    let earlier = try Diagnostics.one { () throws(Diagnostic) in
      try EarlierPacks(store, through: pipeline.asOf, except: inputs.hash)
    }
    let identity = inputs.compared(with: earlier)
    if !isForced, let done = try finished(identity, store, account) { return done }
    let (ran, told) = try runSteps(engine, account, earlier)
    return try Diagnostics.one { () throws(Diagnostic) in
      let writer = PackWriter(
        pipeline: pipeline, registry: registry, account: account, previous: previous,
        identity: identity, store: store, threads: threads, log: log)
      let (folder, files) = try writer.write(ran)
      try keep(ran, store)
      try EarlierPacks.keep(told, in: store, inputs: inputs.hash, asOf: pipeline.asOf)
      try store.keepPack(hash: identity, asOf: pipeline.asOf, folder: folder)
      return Result(folder: folder, files: files, account: account, wasUpToDate: false)
    }
  }

  private func finished(
    _ identity: String, _ store: Store, _ account: Account
  ) throws(Diagnostics) -> Result? {
    try Diagnostics.one { () throws(Diagnostic) in
      guard let folder = try store.pack(hash: identity) else { return nil }
      guard let files = PackFolder.contents(of: folder),
        folder == PackFolder.path(pipeline, identity)
      else {
        try store.forgetPack(hash: identity)
        return nil
      }
      try PackFolder.link(folder, in: pipeline.outPath)
      return Result(folder: folder, files: files, account: account, wasUpToDate: true)
    }
  }

  private func ingest(_ engine: StoreEngine) throws(Diagnostics) {
    let orders = pipeline.exports.filter { $0.contract.name == "orders" }
    let others = pipeline.exports.filter { $0.contract.name != "orders" }
    // Orders are converted with the rates, which are among the others.
    for (step, sets) in [("read_others", others), ("read_orders", orders)] where !sets.isEmpty {
      _ = try log.timed(step, { (text: String) in text }) { () throws(Diagnostics) in
        var read = 0
        var skipped = 0
        var rows = 0
        try engine.ingest(sets) { event in
          switch event {
          case .upToDate: skipped += 1
          case .read(let account):
            read += 1
            rows += account.read
          }
        }
        return "\(read) files read, \(rows) rows; \(skipped) up to date"
      }
    }
  }

  private func runSteps(
    _ engine: StoreEngine, _ account: Account, _ earlier: EarlierPacks
  ) throws(Diagnostics) -> (ran: [StepRunner.Ran], told: ToldAnswers) {
    let needs = Set(pipeline.steps.flatMap(\.stage.needs))
    var days: PurchaseDays?
    if needs.contains(.purchaseDays) {
      days = try log.timed(
        "aggregate", { (days: PurchaseDays) in "\(days.totals.days) purchase days" }
      ) {
        () throws(Diagnostics) in
        try Diagnostics.one { () throws(Diagnostic) in
          try engine.purchaseDays(zeroAmount: pipeline.file.zeroAmount)
        }
      }
    }
    let facts = try Diagnostics.one { () throws(Diagnostic) in
      var facts: [String: DataTable] = [:]
      for export in pipeline.exports where isNeeded(export.contract.name, needs) {
        facts[export.contract.name] = try engine.facts(of: export.contract, through: pipeline.asOf)
      }
      return facts
    }
    return try StepRunner(
      pipeline: pipeline, purchaseDays: days, facts: facts, account: account,
      earlier: earlier.told, log: log
    ).run()
  }

  /// Customers tell which scope a row is of, so they are always needed.
  private func isNeeded(_ contract: String, _ needs: Set<Need>) -> Bool {
    contract == "customers" || needs.contains(.facts(contract: contract, required: true))
      || needs.contains(.facts(contract: contract, required: false))
  }

  private func keep(_ ran: [StepRunner.Ran], _ store: Store) throws(Diagnostic) {
    let wording = Wording(language: .english, currency: pipeline.file.currency)
    for one in ran {
      let report = one.output.report(wording, step: one.step.id)
      try store.keepMeasures(
        report.measures.map(StoredMeasure.init), step: one.step.id,
        settingsHash: PackIdentity.settingsHash(of: one.step, pipeline), asOf: pipeline.asOf)
      for table in type(of: one.output).tables(pipeline.file.currency) {
        try store.keepResult(one.output.table(table.name), step: one.step.id, asOf: pipeline.asOf)
      }
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
