import Diagnostics
import Exports
import Report
import Store
import Values

/// The measures of the last run with an earlier as-of date and the same settings, by step.
struct PreviousMeasures {
  private(set) var values: [String: [String: Double]] = [:]

  /// Nothing to compare with.
  init() {}

  init(_ store: Store, _ pipeline: LoadedPipeline) throws(Diagnostic) {
    for step in pipeline.steps {
      let found = try store.previousMeasures(
        step: step.id, settingsHash: PackIdentity.settingsHash(of: step, pipeline),
        before: pipeline.asOf)
      guard let found else { continue }
      var measures: [String: Double] = [:]
      for measure in found.measures { measures[measure.id] = measure.value }
      values[step.id] = measures
    }
  }

  subscript(_ step: String, _ measure: String) -> Double? { values[step]?[measure] }

  /// Everything, in a fixed order.
  var lines: [String] {
    values.keys.sorted().flatMap { step in
      (values[step] ?? [:]).sorted { $0.key < $1.key }.map { "\(step).\($0.key)=\($0.value)" }
    }
  }
}

/// What a pack is made from: inputs, settings, as-of date, version and the figures compared with.
struct PackIdentity {
  let hash: String

  init(_ pipeline: LoadedPipeline, _ account: Account, _ previous: PreviousMeasures) {
    var content = ContentHash()
    func add(_ line: String) { content.update(line + "\n") }
    add(ProgramVersion.text)
    add(pipeline.asOf.iso)
    add(Self.shared(pipeline).line)
    for pack in pipeline.packs { add(pack.echoed.line) }
    if pipeline.file.profile == .external { add(pipeline.file.pseudonym(of: "")) }
    for step in pipeline.steps { add("\(step.id) \(Self.settingsHash(of: step, pipeline))") }
    for export in pipeline.exports { add("\(export.contract.name) \(export.settings.identity)") }
    for file in account.files {
      add("\(file.file) \(file.sha256) \(file.accepted) \(file.merged) \(file.rejected)")
    }
    for line in previous.lines { add(line) }
    hash = content.hexadecimal()
  }

  /// The hash of a pack from the same inputs that must not tell more than these packs allow.
  func compared(with earlier: EarlierPacks) -> String {
    earlier.told.isEmpty ? hash : ContentHash.of(([hash] + earlier.lines).joined(separator: "\n"))
  }

  /// The hash of everything but data and date that decides what a step computes.
  static func settingsHash(of step: LoadedPipeline.ResolvedStep, _ pipeline: LoadedPipeline)
    -> String
  {
    let file = pipeline.file
    let common: [SettingEcho] = [
      file.currency.echoed, file.zeroAmount.echoed, file.timeZone.echoed, file.minCell.echoed,
    ]
    return ContentHash.of(
      "\(step.stage.name) \(step.scope.rawValue) \(step.stage.settings.line) "
        + SettingEcho.list(common).line)
  }

  /// Settings of the whole pipeline that stand in its packs.
  private static func shared(_ pipeline: LoadedPipeline) -> SettingEcho {
    let file = pipeline.file
    return .list([
      file.title.echoed, file.company.echoed, file.currency.echoed, file.timeZone.echoed,
      file.zeroAmount.echoed, file.minCell.echoed, file.listRows.echoed, file.targets.echoed,
    ])
  }
}
