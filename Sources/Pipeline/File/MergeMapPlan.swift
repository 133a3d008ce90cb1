package import Diagnostics
package import Exports
import Foundation

/// Where the customers that are one are named: a CSV or YAML file, or the map itself.
package struct MergeMapPlan: SettingValue {
  private enum Content: Sendable {
    case none
    case file(String, Diagnostic.Place?)
    case entries([MergeMap.Entry])
  }

  private var content = Content.none

  package init() {}

  /// The map in a file.
  package init(file path: String) { content = .file(path, nil) }

  package static var accepted: String {
    "the path of a CSV or YAML file, or a map of customer to the customer it is merged into"
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> MergeMapPlan? {
    var plan = MergeMapPlan()
    switch node.content {
    case .null: break
    case .scalar(let path, _) where !path.isEmpty: plan.content = .file(path, node.place)
    case .map:
      let before = problems.all.count
      let entries = entries(node, &problems)
      guard problems.all.count == before else { return nil }
      plan.content = .entries(entries)
    default:
      reject(node, &problems)
      return nil
    }
    return plan
  }

  private static func entries(
    _ node: SettingNode, _ problems: inout Diagnostics
  ) -> [MergeMap.Entry] {
    guard case .map(let items) = node.content else { return [] }
    return items.compactMap { item in
      guard case .scalar(let target, _) = item.value.content else {
        problems.add(
          Diagnostic(
            .configuration, "wrong-type",
            "'\(item.key)' is merged into one customer, found \(item.value.found)",
            at: item.value.place, help: "write `\(item.key): CUSTOMER`"))
        return nil
      }
      return MergeMap.Entry(item.key, into: target, at: item.keyPlace)
    }
  }

  package var echoed: SettingEcho {
    switch content {
    case .none: .none
    case .file(let path, _): .text(path)
    case .entries(let entries): .map(entries.map { .init($0.customer, .text($0.target)) })
    }
  }

  /// The map, read and checked.
  ///
  /// - Parameter folder: what a relative path begins at.
  package func load(from folder: String) throws(Diagnostics) -> MergeMap {
    switch content {
    case .none: return MergeMap()
    case .entries(let entries): return try MergeMap(entries)
    case .file(let name, let place):
      let path = Paths.resolve(name, from: folder)
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Diagnostics([
          Diagnostic(
            .configuration, "no-merge-map", "the merge map '\(path)' cannot be read", at: place,
            help: "check the path; stage quality writes the list merge_map to begin with")
        ])
      }
      guard [".yaml", ".yml"].contains(where: name.lowercased().hasSuffix) else {
        return try MergeMap.read(csv: path, name: name)
      }
      return try Self.yaml(data, name)
    }
  }

  private static func yaml(_ data: Data, _ name: String) throws(Diagnostics) -> MergeMap {
    let place = Diagnostic.Place(name)
    guard let text = String(data: data, encoding: .utf8) else {
      throw Diagnostics([
        Diagnostic(
          .configuration, "encoding", "the merge map is not UTF-8", at: place,
          help: "save it as UTF-8")
      ])
    }
    let node = try Diagnostics.one { () throws(Diagnostic) in try YAMLTree.read(text, file: name) }
    if case .null = node.content { return MergeMap() }
    guard case .map = node.content else {
      throw Diagnostics([
        Diagnostic(
          .configuration, "wrong-type", "a merge map is a map of customers, found \(node.found)",
          at: node.place, help: "write one `CUSTOMER: CUSTOMER` a line")
      ])
    }
    var problems = Diagnostics()
    let entries = entries(node, &problems)
    try problems.throwIfAny()
    return try MergeMap(entries)
  }
}
