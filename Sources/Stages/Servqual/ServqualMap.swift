package import Diagnostics
package import Pipeline
import Statistics

/// Which items belong to which dimension: `{tangibles: 1-4, care: [5, 7, greeting]}`.
package struct ServqualMap: SettingValue, Equatable {
  package struct Dimension: Sendable, Equatable {
    package let name: String
    /// What follows the prefix in the export: `5` of `e5`, `greeting` of `expectation_greeting`.
    package let items: [String]
  }

  package let dimensions: [Dimension]

  /// The five dimensions of the 22 items, in their order.
  package static let standard = ServqualMap(
    dimensions: zip(
      ["tangibles", "reliability", "responsiveness", "assurance", "empathy"], 0...
    ).map { name, place in
      Dimension(
        name: name,
        items: ServqualForm.standardDimensions.indices
          .filter { ServqualForm.standardDimensions[$0] == place }.map { String($0 + 1) })
    })

  package static var accepted: String {
    "a map from dimension to its items, such as {speed: 1-4, care: [5, greeting]}"
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ServqualMap? {
    guard case .map(let entries) = node.content, !entries.isEmpty else {
      reject(node, &problems)
      return nil
    }
    var dimensions: [Dimension] = []
    var owner: [String: String] = [:]
    for entry in entries {
      guard let items = items(entry.value), !items.isEmpty else {
        problems.add(
          Diagnostic(
            .configuration, "wrong-type",
            "the items of '\(entry.key)' are a list or a range, found \(entry.value.found)",
            at: entry.value.place, help: "write 1-4 or [1, 2, greeting]"))
        return nil
      }
      for item in items {
        if let other = owner.updateValue(entry.key, forKey: item) {
          problems.add(
            Diagnostic(
              .configuration, "item-twice",
              "item '\(item)' belongs to '\(other)' and to '\(entry.key)'", at: entry.value.place,
              help: "an item belongs to one dimension: leave it out of the other"))
          return nil
        }
      }
      dimensions.append(Dimension(name: entry.key, items: items))
    }
    return ServqualMap(dimensions: dimensions)
  }

  private static func items(_ node: SettingNode) -> [String]? {
    switch node.content {
    case .list(let nodes):
      let texts = nodes.map { node -> [String]? in
        if case .scalar = node.content { return items(node) }
        return nil
      }
      return texts.contains { $0 == nil } ? nil : texts.compactMap(\.self).flatMap(\.self)
    case .scalar(let text, _):
      let ends = text.split(separator: "-").map { Int($0) }
      if ends.count == 2, let first = ends[0], let last = ends[1], first >= 0, first <= last,
        last - first < 1000
      {
        return (first...last).map(String.init)
      }
      return text.isEmpty ? nil : [text]
    case .map, .null: return nil
    }
  }

  package var echoed: SettingEcho {
    .map(
      dimensions.map { .init($0.name, .list($0.items.map { .text($0) })) })
  }
}
