import Diagnostics
import Exports
import Foundation
import Store
import Tabular
import Values

/// The run of a pack made again: the same inputs in the same order into an empty store.
struct Replay {
  let pack: RecordedPack
  let pipeline: LoadedPipeline
  let inputs: LocatedInputs
  let registry: StageRegistry
  let threads: Int?
  let log: RunLog

  private static let scratchName = "clientele-verify"

  func check() throws(Diagnostics) -> PackVerification.Check {
    // A draft that is never published: it goes with the run, also where a signal ends it.
    let temporary = FileManager.default.temporaryDirectory.path
    DraftName.sweep(temporary) { $0 == Self.scratchName }
    let scratch = try Diagnostics.one { () throws(Diagnostic) in
      try DraftFolder(for: "\(temporary)/\(Self.scratchName)")
    }
    defer { scratch.drop() }
    let again = pipeline.again(
      in: scratch.path,
      exports: pipeline.exports.map { set in
        ContractFiles(
          contract: set.contract,
          files: inputs.files.compactMap { file in
            guard file.input.contract == set.contract.name, let path = file.path else { return nil }
            return ExportFile(name: file.input.file, path: path)
          }, settings: set.settings)
      })
    try Diagnostics.one { () throws(Diagnostic) in try prepare(again) }
    let result: PipelineRun.Result
    do throws(Diagnostics) {
      result = try PipelineRun(again, registry: registry, threads: threads, log: log).run()
    } catch {
      guard error.kind == .data else { throw error }
      return .init(
        "replay", .differs, "the run does not come to its end",
        error.all.map { "\($0.message) [\($0.code)]" })
    }
    return compare(result)
  }

  /// Lays what was known from earlier runs into the empty store: the figures that the pack was
  /// compared with, and who had been erased.
  private func prepare(_ again: LoadedPipeline) throws(Diagnostic) {
    let store = try Store.open(again.storePath)
    for comparison in pack.comparedWith {
      guard let step = again.steps.first(where: { $0.id == comparison.step }),
        let asOf = Day(iso: comparison.as_of)
      else { continue }
      try store.keep(asOf: asOf) { (kept) throws(Diagnostic) in
        try kept.measures(
          comparison.measures.sorted { $0.key < $1.key }
            .map { StoredMeasure(id: $0.key, value: $0.value, unit: "") },
          step: step.id, settingsHash: step.settingsHash(in: again))
      }
    }
    for (number, told) in pack.toldBefore.reversed().enumerated() {
      try store.keep(asOf: again.asOf) { (kept) throws(Diagnostic) in
        try kept.measures(
          EarlierPacks.measures(told), step: EarlierPacks.step, settingsHash: "before \(number)")
      }
    }
    if pack.erasedCustomers > 0 { try store.keepErasedCustomers(try erasedThen()) }
    try store.close()
  }

  /// The erasures that the pack knew: the first ones of the store's list.
  private func erasedThen() throws(Diagnostic) -> ErasedCustomers {
    guard FileManager.default.fileExists(atPath: pipeline.storePath) else {
      throw Diagnostic(
        .missingExport, "no-store",
        "the pack was made after erasures (\(pack.erasedCustomers)), and there is no store that "
          + "knows them", at: .init(pipeline.storePath),
        help: "name the store with --store, or check the outputs alone with --outputs-only")
    }
    let store = try Store.open(pipeline.storePath)
    var customers = try store.erasedCustomers()
    try store.close()
    customers.digests = Array(customers.digests.prefix(pack.erasedCustomers))
    return customers
  }

  private func compare(_ result: PipelineRun.Result) -> PackVerification.Check {
    let recorded = Dictionary(pack.outputs.map { ($0.path, $0.sha256) }) { first, _ in first }
    let made = Dictionary(result.files.map { ($0.path, $0.sha256) }) { first, _ in first }
    let paths = pack.outputs.map(\.path) + result.files.map(\.path).filter { recorded[$0] == nil }
    let differing = paths.filter { recorded[$0] != made[$0] }
    guard let first = differing.first else {
      return .init("replay", .same, "\(made.count) files made again, byte for byte the same")
    }
    var details = differing.map { path in
      made[path] == nil
        ? "\(path): not made again"
        : recorded[path] == nil ? "\(path): made only now" : "\(path): other bytes"
    }
    if made[first] != nil, PackVerification.isInside(first),
      let place = FirstDifference(
        "\(pack.folder)/\(first)", "\(result.folder)/\(first)")
    {
      details.insert("first difference: \(first), \(place.text)", at: 0)
    }
    return .init(
      "replay", .differs, "\(differing.count) of \(paths.count) files come out otherwise", details)
  }
}

extension LoadedPipeline {
  /// The same pipeline with its store and packs in another folder, on other files.
  func again(in folder: String, exports: [ContractFiles]) -> LoadedPipeline {
    LoadedPipeline(
      path: path, file: file, asOf: asOf, exports: exports, mergeMap: mergeMap, steps: steps,
      packs: packs, dataPath: dataPath, storePath: "\(folder)/store.sqlite",
      outPath: "\(folder)/packs")
  }
}
