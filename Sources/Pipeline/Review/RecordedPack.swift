package import Diagnostics
import Foundation
import Report
package import Values

/// A pack as its manifest tells of it.
package struct RecordedPack {
  package let folder: String
  package let version: String
  package let identity: String
  package let asOf: Day
  /// Name of the pipeline file, without its folder.
  package let pipeline: String
  package let outputs: [PackFile]
  let erasedCustomers: Int
  let inputs: [Input]
  let comparedWith: [Comparison]
  /// What packs before it had told of respondents, the newest first.
  let toldBefore: [[String: String]]
  let lists: [Manifest.List]
  let tree: ManifestTree

  /// One export file that the pack was made from.
  struct Input: Decodable, Equatable {
    let file: String
    let contract: String
    let sha256: String
  }

  /// The figures of an earlier run that a step was compared with.
  struct Comparison: Decodable {
    let step: String
    let as_of: String
    let measures: [String: Double]
  }

  private struct Content: Decodable {
    let version: String
    let identity: String
    let as_of: String
    let pipeline: String
    let erased_customers: Int
    let inputs: [Input]
    let compared_with: [Comparison]
    let told_before: [[String: String]]
    let lists: [Manifest.List]
    let outputs: [PackFile]
  }

  package static func read(_ folder: String) throws(Diagnostic) -> RecordedPack {
    let path = "\(folder)/\(Manifest.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .missingExport, "no-pack", "there is no manifest in '\(folder)'", at: .init(path),
        help: "name the folder of a pack, such as Output/latest")
    }
    guard let tree = ManifestTree(data),
      let content = try? JSONDecoder().decode(Content.self, from: data),
      let asOf = Day(iso: content.as_of)
    else {
      throw Diagnostic(
        .data, "manifest", "the manifest is not one that this version writes", at: .init(path),
        help: "make the pack again with `clientele run --force`")
    }
    return RecordedPack(
      folder: folder, version: content.version, identity: content.identity, asOf: asOf,
      pipeline: content.pipeline, outputs: content.outputs,
      erasedCustomers: content.erased_customers, inputs: content.inputs,
      comparedWith: content.compared_with, toldBefore: content.told_before, lists: content.lists,
      tree: tree)
  }

  /// The identity that follows from what the manifest says the pack was made from.
  var recomputedIdentity: String { Manifest.identity(of: tree.members) }

  /// Settings of the pipeline and of its steps by path.
  var settings: [(path: String, text: String)] {
    Self.settings(tree["settings"] ?? .null, tree["steps"] ?? .null)
  }

  static func settings(
    _ shared: JSONValue, _ steps: JSONValue
  ) -> [(path: String, text: String)] {
    var lines = shared.lines()
    guard case .array(let items) = steps else { return lines }
    for item in items {
      guard case .object(let members) = item,
        case .string(let id)? = members.first(where: { $0.key == "step" })?.value
      else { continue }
      for member in members where member.key != "step" {
        lines += member.value.lines(
          at: member.key == "settings" ? "steps.\(id)" : "steps.\(id).\(member.key)")
      }
    }
    return lines
  }
}
