import Exports
import Foundation
import Report
import Values

/// What a pack was made from and what is in it; no clock, no machine.
struct Manifest {
  static let fileName = "manifest.json"

  let pipeline: LoadedPipeline
  let account: Account
  var merges = MergeOutcome()
  let identity: String
  let steps: [StepRunner.Ran]
  let files: [PackFile]

  func encoded() -> [UInt8] {
    let json = JSONValue.object([
      "program": .string("clientele"), "version": .string(ProgramVersion.text),
      "identity": .string(identity),
      "as_of": .string(pipeline.asOf.iso), "currency": .string(pipeline.file.currency.code),
      "settings": .object(
        pipeline.file.echoedForReaders.map { JSONValue.Member($0.key, JSONValue($0.value)) }),
      "merge_map": merged,
      "inputs": .array(account.files.map(input)),
      "steps": .array(
        steps.map { ran in
          .object([
            "step": .string(ran.step.id), "stage": .string(ran.step.stage.name),
            "scope": .string(ran.step.scope.rawValue),
            "settings": JSONValue(ran.step.stage.settings),
          ])
        }),
      "outputs": .array(
        files.map {
          .object([
            "path": .string($0.path), "bytes": .integer(Int64($0.bytes)),
            "sha256": .string($0.sha256),
          ])
        }),
    ])
    return json.encoded(indented: true) + [10]
  }

  /// What the merge map did; null without one.
  private var merged: JSONValue {
    guard !merges.map.isEmpty else { return .null }
    return .object([
      "sha256": .string(merges.map.identity),
      "customers": .integer(Int64(merges.map.customers.count)),
      "into": .integer(Int64(merges.map.survivors.count)),
      "rows": .integer(Int64(merges.movedRows)),
      "absent": .array(merges.absent.map { .string($0) }),
    ])
  }

  private func input(_ file: FileAccount) -> JSONValue {
    .object([
      "file": .string(file.file), "contract": .string(file.contract),
      "sha256": .string(file.sha256),
      "encoding": .string(file.encoding), "delimiter": .string(file.delimiter),
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

  /// The outputs that a manifest lists; nil where it is no manifest.
  static func files(in data: Data) -> [PackFile]? {
    struct Listing: Decodable {
      struct Output: Decodable {
        let path: String
        let bytes: Int
        let sha256: String
      }
      let outputs: [Output]
    }
    return (try? JSONDecoder().decode(Listing.self, from: data))?.outputs
      .map { PackFile(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) }
  }
}

extension JSONValue {
  /// A setting as JSON.
  package init(_ echo: SettingEcho) {
    switch echo {
    case .text(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .integer(let number): self = .integer(Int64(number))
    case .flag(let flag): self = .bool(flag)
    case .list(let items): self = .array(items.map { JSONValue($0) })
    case .map(let entries): self = .object(entries.map { Member($0.key, JSONValue($0.value)) })
    case .none: self = .null
    }
  }
}
