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
  package let mergeMap: MergeMap
  package let steps: [ResolvedStep]
  package let packs: [PackPlan]
  /// Folder of the export files.
  package let dataPath: String
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
    /// Folders that paths of the file may lead to, besides its own.
    package var allowedPaths: [String] = []
    /// Exports that are not there are no problem: for looking back at a pack.
    package var allowsMissingExports = false

    package init() {}
  }

  /// Reads, changes and checks a pipeline file; everything wrong is reported at once.
  ///
  /// Export files are looked up but not opened.
  package static func load(
    _ path: String, changes: Changes, registry: StageRegistry
  ) throws(Diagnostics) -> LoadedPipeline {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostics([unreadable(path)])
    }
    let mark = Data([0xEF, 0xBB, 0xBF])
    guard
      let text = String(
        validating: data.starts(with: mark) ? data.dropFirst(mark.count) : data, as: UTF8.self)
    else {
      throw Diagnostics([
        Diagnostic(
          .configuration, "encoding", "the pipeline file is not UTF-8",
          at: Diagnostic.Place(path, line: lineOfBadByte(data)),
          help: "save it as UTF-8")
      ])
    }
    var node: SettingNode
    do throws(Diagnostic) {
      node = try YAMLTree.read(text, file: path)
      try node.apply(changes.overrides)
    } catch {
      throw Diagnostics([error])
    }
    return try resolve(node, path: path, changes: changes, registry: registry)
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: path, isDirectory: &isFolder)
    let folder = (path as NSString).deletingLastPathComponent
    let beside = ((try? manager.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [])
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    let near = Suggestion.nearest(to: (path as NSString).lastPathComponent, among: beside)
    let fact =
      isFolder.boolValue
      ? "the pipeline file '\(path)' is a folder"
      : exists
        ? "the pipeline file '\(path)' may not be read" : "there is no pipeline file '\(path)'"
    let hint =
      isFolder.boolValue
      ? "name a file in it"
      : exists
        ? "check its permissions"
        : near.map { "did you mean '\((folder as NSString).appendingPathComponent($0))'?" }
          ?? "check the path; shipped pipelines are in the folder Pipelines"
    return Diagnostic(.configuration, "no-pipeline", fact, help: hint)
  }

  /// The line of the first byte that is no UTF-8.
  private static func lineOfBadByte(_ data: Data) -> Int {
    let lines = data.split(separator: 10, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }

  private static func resolve(
    _ node: SettingNode, path: String, changes: Changes, registry: StageRegistry
  ) throws(Diagnostics) -> LoadedPipeline {
    if case .null = node.content {
      throw Diagnostics([
        Diagnostic(
          .configuration, "empty-pipeline", "the pipeline file says nothing",
          at: Diagnostic.Place(path),
          help: "write as_of, exports and steps; the folder Pipelines has examples")
      ])
    }
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
    var roots = Roots(pipeline: path, allowed: changes.allowedPaths)
    let data = Paths.resolve(file.data ?? ".", from: origin("data", node, base))
    if isGiven(node["data"]) { roots.allow(data) }
    var dataIsOutside = false
    if let text = file.data, let place = node["data"]?.place, !isGiven(node["data"]),
      let problem = roots.problem("data", text, at: data, place)
    {
      problems.add(problem)
      dataIsOutside = true
    }
    // A folder outside is told once, not with every file in it.
    let exports =
      dataIsOutside
      ? []
      : resolveExports(
        file, data: data, roots, needsFiles: !changes.allowsMissingExports, &problems)
    var mergeMap = MergeMap()
    do throws(Diagnostics) {
      mergeMap = try file.mergeMap.load(
        from: origin("merge_map", node, base), inside: isGiven(node["merge_map"]) ? nil : roots)
    } catch {
      for problem in error.all { problems.add(problem) }
    }
    let steps = resolveSteps(
      file, node, registry, contracts: Set(file.exports.plans.map(\.contract)), &problems)
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
          at: target.place,
          help: "write STEP.MEASURE with a step of: "
            + file.steps.map(\.step).joined(separator: ", ")))
    }
    let out =
      changes.out
      ?? Paths.resolve(file.out ?? "../Output", from: isGiven(node["out"]) ? "." : base)
    let store =
      changes.store
      ?? Paths.resolve(
        file.store ?? "\(out)/clientele.sqlite",
        from: file.store == nil || isGiven(node["store"]) ? "." : base)
    for (key, text, path) in [
      ("out", changes.out == nil ? file.out : nil, out),
      ("store", changes.store == nil ? file.store : nil, store),
    ] {
      guard let text, let value = node[key], !isGiven(value),
        let problem = roots.problem(key, text, at: path, value.place)
      else { continue }
      problems.add(problem)
    }
    try problems.throwIfAny()
    return LoadedPipeline(
      path: path, file: file, asOf: file.asOf ?? Day(number: 0), exports: exports,
      mergeMap: mergeMap, steps: steps, packs: file.packs, dataPath: data, storePath: store,
      outPath: out)
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

  /// Whether a value was given by `--set`: its path may then lead anywhere.
  private static func isGiven(_ node: SettingNode?) -> Bool {
    node?.place.file.hasPrefix("--set") == true
  }

  /// A path given by `--set` is relative to where the command runs, one in the file to the file.
  private static func origin(_ key: String, _ node: SettingNode, _ base: String) -> String {
    isGiven(node[key]) ? "." : base
  }

  private static func resolveExports(
    _ file: PipelineFile, data: String, _ roots: Roots, needsFiles: Bool,
    _ problems: inout Diagnostics
  ) -> [ContractFiles] {
    // Rates come first: other contracts are converted with them.
    let ordered = file.exports.plans.sorted { left, right in
      left.contract == "rates" && right.contract != "rates"
    }
    return ordered.compactMap { plan in
      guard let contract = Contracts.named(plan.contract) else { return nil }
      var files: [ExportFile] = []
      for (text, place) in plan.files.paths {
        let isFree = place.file.hasPrefix("--set")
        let path = Paths.resolve(text, from: data)
        // Of a pattern the folder is judged before it is listed, then what it names.
        let judged =
          FilePattern(text).isPattern ? (path as NSString).deletingLastPathComponent : path
        if !isFree, let problem = roots.problem("the path", text, at: judged, place) {
          problems.add(problem)
          continue
        }
        let found = Paths.matches(text, in: data)
        for one in found where !isFree && one.source.isPattern {
          if let problem = roots.problem("the path", one.name, at: one.path, place) {
            problems.add(problem)
          }
        }
        if found.isEmpty, needsFiles {
          problems.add(
            Diagnostic(
              .missingExport, "no-export",
              FilePattern(text).isPattern
                ? "no file of '\(contract.name)' matches '\(text)' in '\(data)'"
                : "the file of '\(contract.name)' is not there: '\(path)'",
              at: place, help: "check the path, or leave the contract out of `exports`"))
        }
        files += found
      }
      return ContractFiles(
        contract: contract, files: files,
        settings: plan.settings(currency: file.currency, zone: file.timeZone),
        guards: plan.guards)
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
      if ids.contains(plan.step), !plan.step.isEmpty {
        problems.add(
          Diagnostic(
            .configuration, "duplicate-step", "two steps are called '\(plan.step)'", at: place,
            help: "give one of them another id with `as:`"))
      }
      let earlier = ids
      ids.append(plan.step)
      if plan.stage.isEmpty {
        // What is no map at all was told when it was read.
        if case .map? = node["steps"]?[index]?.content {
          problems.add(
            Diagnostic(
              .configuration, "no-stage", "the step names no stage", at: place,
              help: "write `stage:` with one of: "
                + registry.stages.map(\.name).joined(separator: ", ")))
        }
        continue
      }
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
      case .purchaseDaysOr(let other) where contracts.isDisjoint(with: ["orders", other]):
        problems.add(missing("orders", step, place))
      case .facts(let contract, true) where !contracts.contains(contract),
        .columns(let contract, _, true) where !contracts.contains(contract):
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
