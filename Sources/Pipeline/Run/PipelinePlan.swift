package import Diagnostics
import Exports
import Foundation
import Store

/// What a run would do, and why; nothing is read or written.
package enum PipelinePlan {
  /// One thing a run would do or skip.
  package struct Line: Sendable, Equatable {
    package let what: String
    package let runs: Bool
    package let why: String
  }

  package static func lines(
    for pipeline: LoadedPipeline
  ) throws(Diagnostics) -> [Line] {
    try Diagnostics.one { () throws(Diagnostic) in
      guard FileManager.default.fileExists(atPath: pipeline.storePath) else {
        return everything(pipeline)
      }
      let store = try Store.open(pipeline.storePath)
      do throws(Diagnostic) {
        let result = try lines(for: pipeline, store)
        try store.close()
        return result
      } catch {
        try? store.close()
        throw error
      }
    }
  }

  private static func everything(_ pipeline: LoadedPipeline) -> [Line] {
    let files = pipeline.exports.flatMap { set in
      set.files.map { Line(what: "read \($0.name)", runs: true, why: "there is no store yet") }
    }
    return files + steps(pipeline, "the pack is made for the first time") + [
      Line(what: "pack", runs: true, why: "there is none yet")
    ]
  }

  private static func lines(
    for pipeline: LoadedPipeline, _ store: Store
  ) throws(Diagnostic) -> [Line] {
    var lines: [Line] = []
    var isChanged = false
    let previous = try PreviousFiles(store, pipeline.exports)
    for set in pipeline.exports {
      for file in set.files {
        let why = try reason(to: file, set, store)
        isChanged = isChanged || why != nil
        lines.append(
          Line(what: "read \(file.name)", runs: why != nil, why: why ?? "read before, unchanged"))
        guard why != nil else { continue }
        lines += previous.columnsGone(file, set).map {
          Line(what: "stop at \(file.name)", runs: true, why: $0)
        }
      }
    }
    if isChanged {
      return lines + steps(pipeline, "its inputs change") + [
        Line(what: "pack", runs: true, why: "its inputs change")
      ]
    }
    let engine = StoreEngine(
      store, currency: pipeline.file.currency, mergeMap: pipeline.mergeMap)
    let contracts = Set(pipeline.exports.map(\.contract.name))
    let identity = try PackOrigin(
      pipeline, try engine.account(of: contracts), try engine.merges(of: contracts),
      try PreviousMeasures(store, pipeline), store
    ).identity
    guard let folder = try store.pack(hash: identity) else {
      let why = "no pack of these inputs, settings and as-of date"
      return lines + steps(pipeline, why) + [Line(what: "pack", runs: true, why: why)]
    }
    guard PackFolder.contents(of: folder) != nil else {
      let why = "the pack is no longer whole in \(folder)"
      return lines + steps(pipeline, why) + [Line(what: "pack", runs: true, why: why)]
    }
    return lines
      + pipeline.steps.map {
        Line(what: "step \($0.id)", runs: false, why: "the pack is up to date")
      }
      + [Line(what: "pack", runs: false, why: "up to date in \(folder)")]
  }

  private static func steps(_ pipeline: LoadedPipeline, _ why: String) -> [Line] {
    pipeline.steps.map { Line(what: "step \($0.id)", runs: true, why: why) }
  }

  /// Why a file would be read; nil where it would not.
  private static func reason(
    to file: ExportFile, _ set: ContractFiles, _ store: Store
  ) throws(Diagnostic) -> String? {
    let sha256 = try ContentHash.of(file: file.path).sha256
    let settings = ContentHash.of(set.settings.identity)
    let contract = set.contract.name
    if try store.file(contract: contract, sha256: sha256, settingsHash: settings) != nil {
      return nil
    }
    let known = try store.files(source: file.name, contract: contract)
    if known.contains(where: { $0.sha256 == sha256 }) { return "its reading settings changed" }
    return known.isEmpty ? "new" : "its bytes changed"
  }
}
