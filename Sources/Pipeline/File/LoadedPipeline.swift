package import Diagnostics
package import Exports
import Foundation
import Report
package import Values

/// A pipeline file that was read, with paths resolved and every step prepared.
package struct LoadedPipeline: Sendable {
  package let path: String
  package let file: PipelineFile
  package let asOf: Day
  package let exports: [ContractFiles]
  package let steps: [ResolvedStep]
  package let packs: [PackPlan]
  package let storePath: String
  package let outPath: String

  /// A step whose settings were read and whose needs are met by the pipeline.
  package struct ResolvedStep: Sendable {
    package let id: String
    package let scope: Source.Scope
    package let stage: PreparedStage
    package let place: Diagnostic.Place
  }

  /// What the command line changes in a pipeline.
  package struct Changes: Sendable {
    package var asOf: Day?
    package var store: String?
    package var out: String?
    package var language: Language?
    package var overrides: [Override] = []

    package init() {}
  }

  /// Reads, changes and checks a pipeline file; everything wrong is reported at once.
  ///
  /// Export files are looked up but not opened.
  package static func load(
    _ path: String, changes: Changes, registry: StageRegistry
  ) throws(Diagnostics) -> LoadedPipeline {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostics([
        Diagnostic(
          .configuration, "no-pipeline", "the pipeline file '\(path)' cannot be read",
          help: "check the path; shipped pipelines are in the folder Pipelines")
      ])
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Diagnostics([
        Diagnostic(
          .configuration, "encoding", "the pipeline file is not UTF-8", at: Diagnostic.Place(path),
          help: "save it as UTF-8")
      ])
    }
    var node: SettingNode
    do throws(Diagnostic) {
      node = try YAMLTree.read(text, file: path)
      for override in changes.overrides { try node.apply(override) }
    } catch {
      throw Diagnostics([error])
    }
    return try resolve(node, path: path, changes: changes, registry: registry)
  }

  private static func resolve(
    _ node: SettingNode, path: String, changes: Changes, registry: StageRegistry
  ) throws(Diagnostics) -> LoadedPipeline {
    var problems = Diagnostics()
    var file = PipelineFile.read(node, &problems) ?? PipelineFile()
    if let asOf = changes.asOf { file.asOf = asOf }
    if file.packs.isEmpty { file.packs = [PackPlan()] }
    if let language = changes.language {
      for index in file.packs.indices { file.packs[index].languages = [language] }
    }
    if file.asOf == nil, problems.isEmpty {
      problems.add(
        Diagnostic(
          .configuration, "no-as-of", "there is no as-of date", at: Diagnostic.Place(path),
          help: "write `as_of: YYYY-MM-DD` or give --as-of YYYY-MM-DD"))
    }
    let folder = (path as NSString).deletingLastPathComponent
    let base = folder.isEmpty ? "." : folder
    let data = Paths.resolve(
      file.data ?? ".", from: file.data.map { dataBase($0, node, base) } ?? base)
    let exports = resolveExports(file, data: data, &problems)
    let steps = resolveSteps(
      file, node, registry, contracts: Set(exports.map(\.contract.name)), &problems)
    checkProfiles(file, node, path, &problems)
    for (index, pack) in file.packs.enumerated() {
      for page in pack.pages where !file.steps.contains(where: { $0.step == page }) {
        let place = node["packs"]?[index]?["pages"]?.place ?? Diagnostic.Place(path)
        problems.add(
          Diagnostic(
            .configuration, "unknown-step",
            "the pack '\(pack.name)' shows '\(page)', which is no step",
            at: place, help: Suggestion.help(for: page, among: file.steps.map(\.step))))
      }
    }
    for target in file.targets.values
    where !file.steps.contains(where: { target.measure.hasPrefix("\($0.step).") }) {
      problems.add(
        Diagnostic(
          .configuration, "unknown-target", "the target '\(target.measure)' is of no step",
          at: node["targets"]?.place ?? Diagnostic.Place(path),
          help: "write STEP.MEASURE with a step of: "
            + file.steps.map(\.step).joined(separator: ", ")))
    }
    try problems.throwIfAny()
    let out = changes.out ?? Paths.resolve(file.out ?? "../Output", from: base)
    let store =
      changes.store
      ?? Paths.resolve(
        file.store ?? "\(out)/clientele.sqlite", from: file.store == nil ? "." : base)
    return LoadedPipeline(
      path: path, file: file, asOf: file.asOf ?? Day(number: 0), exports: exports, steps: steps,
      packs: file.packs, storePath: store, outPath: out)
  }

  /// Packs of one pipeline share a folder and its lists, so they have the same readers.
  private static func checkProfiles(
    _ file: PipelineFile, _ node: SettingNode, _ path: String, _ problems: inout Diagnostics
  ) {
    for (index, pack) in file.packs.enumerated() where pack.profile != file.profile {
      problems.add(
        Diagnostic(
          .configuration, "mixed-profiles",
          "the pack '\(pack.name)' is \(pack.profile.rawValue), a pack before it "
            + "\(file.profile.rawValue); both would lie in one folder with the same lists",
          at: node["packs"]?[index]?["profile"]?.place ?? Diagnostic.Place(path),
          help: "give each profile a pipeline file with an `out` of its own"))
    }
    if file.profile == .external, file.maskKey == nil {
      problems.add(
        Diagnostic(
          .configuration, "no-mask-key",
          "an external pack shows pseudonyms, and there is no key to make them with",
          at: node["packs"]?[0]?["profile"]?.place ?? Diagnostic.Place(path),
          help: "write `mask_key: SECRET` with at least 16 characters, and keep it: with another "
            + "key every customer gets another pseudonym"))
    }
  }

  /// A folder given by `--set` is relative to where the command runs, one in the file to the file.
  private static func dataBase(_ data: String, _ node: SettingNode, _ base: String) -> String {
    node["data"]?.place.file.hasPrefix("--set") == true ? "." : base
  }

  private static func resolveExports(
    _ file: PipelineFile, data: String, _ problems: inout Diagnostics
  ) -> [ContractFiles] {
    // Rates come first: other contracts are converted with them.
    let ordered = file.exports.plans.sorted { left, right in
      left.contract == "rates" && right.contract != "rates"
    }
    return ordered.compactMap { plan in
      guard let contract = Contracts.named(plan.contract) else { return nil }
      var files: [ExportFile] = []
      for (text, place) in plan.files.paths {
        let found = Paths.matches(text, in: data)
        if found.isEmpty {
          problems.add(
            Diagnostic(
              .missingExport, "no-export",
              "no file of '\(contract.name)' matches '\(text)' in '\(data)'",
              at: place, help: "check the path, or leave the contract out of `exports`"))
        }
        files += found
      }
      let settings = ReadingSettings(
        preset: plan.preset, columns: plan.columns.entries, encoding: plan.encoding,
        delimiter: plan.delimiter, grain: plan.grain,
        exclude: plan.exclude.entries.map { ($0.key, $0.values) }, currency: file.currency,
        zoneOffset: file.timeZone?.seconds)
      return ContractFiles(contract: contract, files: files, settings: settings)
    }
  }

  private static func resolveSteps(
    _ file: PipelineFile, _ node: SettingNode, _ registry: StageRegistry, contracts: Set<String>,
    _ problems: inout Diagnostics
  ) -> [ResolvedStep] {
    var steps: [ResolvedStep] = []
    // Also of steps that cannot be prepared, so that all that is wrong is told at once.
    var ids: [String] = []
    if file.steps.isEmpty, problems.isEmpty {
      problems.add(
        Diagnostic(
          .configuration, "no-steps", "there are no steps", at: node.place,
          help: "write `steps:` with at least one `- stage: NAME`"))
    }
    for (index, plan) in file.steps.enumerated() {
      let place = node["steps"]?[index]?.place ?? node.place
      if ids.contains(plan.step) {
        problems.add(
          Diagnostic(
            .configuration, "duplicate-step", "two steps are called '\(plan.step)'", at: place,
            help: "give one of them another id with `as:`"))
      }
      let earlier = ids
      ids.append(plan.step)
      guard let stage = registry[plan.stage] else {
        problems.add(
          Diagnostic(
            .configuration, "unknown-stage", "there is no stage '\(plan.stage)'", at: place,
            help: Suggestion.help(for: plan.stage, among: registry.stages.map(\.name))))
        continue
      }
      if !FileName.isPlain(plan.step) {
        problems.add(
          Diagnostic(
            .configuration, "step-id", "the step id '\(plan.step)' is not plain", at: place,
            help: "use letters, digits, '-' and '_'"))
      }
      let settings = plan.settings.node ?? SettingNode(.null, at: place)
      guard let prepared = stage.prepare(settings, &problems) else { continue }
      check(prepared.needs, of: plan.step, contracts, earlier, at: place, &problems)
      steps.append(
        ResolvedStep(id: plan.step, scope: plan.scope, stage: prepared, place: place))
    }
    return steps
  }

  private static func check(
    _ needs: [Need], of step: String, _ contracts: Set<String>, _ earlier: [String],
    at place: Diagnostic.Place, _ problems: inout Diagnostics
  ) {
    for need in needs {
      switch need {
      case .purchaseDays where !contracts.contains("orders"):
        problems.add(missing("orders", step, place))
      case .facts(let contract, true) where !contracts.contains(contract):
        problems.add(missing(contract, step, place))
      case .output(let other, true) where !earlier.contains(other):
        problems.add(
          Diagnostic(
            .configuration, "missing-step",
            "'\(step)' needs the output of '\(other)', which does not run before it",
            at: place, help: Suggestion.help(for: other, among: earlier)))
      default: break
      }
    }
  }

  private static func missing(
    _ contract: String, _ step: String, _ place: Diagnostic.Place
  ) -> Diagnostic {
    Diagnostic(
      .configuration, "missing-export",
      "'\(step)' needs '\(contract)', which is not among the exports",
      at: place, help: "add `\(contract): FILE` below `exports:`")
  }
}
