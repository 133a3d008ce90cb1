import Diagnostics
import Exports
import Report
import Store
import Values

/// What a pack is made from: version, as-of date, settings, inputs, and the figures compared with.
///
/// Known before a step runs, and all of it stands in the manifest: its hash is the identity.
struct PackOrigin {
  let pipeline: LoadedPipeline
  let account: Account
  let merges: MergeOutcome
  let previous: PreviousMeasures
  /// What must not be told more closely than readers know it already.
  private(set) var earlier = EarlierPacks()

  /// Where there was no pack before.
  init(
    _ pipeline: LoadedPipeline, _ account: Account, _ merges: MergeOutcome,
    _ previous: PreviousMeasures
  ) {
    self.pipeline = pipeline
    self.account = account
    self.merges = merges
    self.previous = previous
  }

  init(
    _ pipeline: LoadedPipeline, _ account: Account, _ merges: MergeOutcome,
    _ previous: PreviousMeasures, _ store: Store
  ) throws(Diagnostic) {
    self.init(pipeline, account, merges, previous)
    earlier = try EarlierPacks(store, through: pipeline.asOf, except: identityAlone)
  }

  var identity: String { Manifest.identity(of: members) }

  /// What a pack would be known by if there had been none before it.
  var identityAlone: String { Manifest.identity(of: ownMembers) }

  var members: [JSONValue.Member] {
    ownMembers + [.init("told_before", .array(earlier.told.map(EarlierPacks.json)))]
  }

  private var ownMembers: [JSONValue.Member] {
    [
      .init("program", .string("clientele")), .init("version", .string(ProgramVersion.text)),
      .init("as_of", .string(pipeline.asOf.iso)),
      .init("settings", Self.settings(of: pipeline)),
      .init("steps", Self.steps(of: pipeline)),
      .init("merge_map", merged),
      .init("inputs", .array(account.files.map(input))),
      .init("compared_with", .array(previous.steps.map(comparison))),
    ]
  }

  /// Places differ from machine to machine; steps stand by themselves.
  private static let places: Set = ["data", "store", "out", "steps"]

  /// All settings of the pipeline as used; of the exports how they are read, not where they are.
  static func settings(of pipeline: LoadedPipeline) -> JSONValue {
    guard case .map(let entries) = pipeline.file.echoed else { return .null }
    return .object(
      entries.filter { !places.contains($0.key) }.map { entry in
        // A map that is written out names customers.
        if entry.key == "merge_map", pipeline.file.profile == .external, case .map = entry.value {
          return .init(entry.key, .string(ContentHash.of(entry.value.line)))
        }
        guard entry.key == "exports", case .map(let plans) = entry.value else {
          return .init(entry.key, JSONValue(entry.value))
        }
        return .init("exports", .object(plans.map { .init($0.key, reading($0.value)) }))
      })
  }

  private static func reading(_ plan: SettingEcho) -> JSONValue {
    guard case .map(let entries) = plan else { return JSONValue(plan) }
    return JSONValue(.map(entries.filter { $0.key != "files" }))
  }

  static func steps(of pipeline: LoadedPipeline) -> JSONValue {
    .array(
      pipeline.steps.map { step in
        .object([
          "step": .string(step.id), "stage": .string(step.stage.name),
          "scope": .string(step.scope.rawValue), "settings": JSONValue(step.stage.settings),
        ])
      })
  }

  /// What the merge map did; null without one.
  private var merged: JSONValue {
    guard !merges.map.isEmpty else { return .null }
    return .object([
      "sha256": .string(merges.map.identity),
      "customers": .integer(Int64(merges.map.customers.count)),
      "into": .integer(Int64(merges.map.survivors.count)),
      "rows": .integer(Int64(merges.movedRows)),
      "absent": .array(
        merges.absent.map { .string(pipeline.file.masking.text($0, .customer)) }),
    ])
  }

  private func comparison(_ step: PreviousMeasures.Step) -> JSONValue {
    .object([
      "step": .string(step.id), "as_of": .string(step.asOf.iso),
      "measures": .object(
        step.measures.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) }),
    ])
  }

  private func input(_ file: FileAccount) -> JSONValue {
    .object([
      "file": .string(file.file), "contract": .string(file.contract),
      "sha256": .string(file.sha256),
      "encoding": .string(file.encoding), "encoding_basis": .string(file.encodingBasis),
      "reasons": .array(file.reasons.map { .string($0) }), "delimiter": .string(file.delimiter),
      "read": .integer(Int64(file.read)), "accepted": .integer(Int64(file.accepted)),
      "merged": .integer(Int64(file.merged)), "rejected": .integer(Int64(file.rejected)),
      "excluded": .integer(Int64(file.excluded)), "withdrawn": .integer(Int64(file.withdrawn)),
      "rounded": .integer(Int64(file.rounded)), "rejected_by_rule": rules(file.rejectedByRule),
      "excluded_by_rule": rules(file.excludedByRule),
      "unused_columns": .array(file.unusedColumns.map { .string($0) }),
    ])
  }

  private func rules(_ counts: [FileAccount.RuleCount]) -> JSONValue {
    .array(
      counts.map {
        .object([
          "rule": .string($0.rule), "column": .string($0.column), "rows": .integer(Int64($0.rows)),
        ])
      })
  }
}
