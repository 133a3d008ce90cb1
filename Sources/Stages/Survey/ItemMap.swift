package import Diagnostics
package import Pipeline

/// A setting by item of the survey: `{item_speed: 1-10}`, in the order of the file.
package struct ItemMap<Value: SettingValue>: SettingValue {
  package private(set) var entries: [(item: String, value: Value)]

  package init(_ entries: [(item: String, value: Value)] = []) { self.entries = entries }

  package subscript(_ item: String) -> Value? { entries.last { $0.item == item }?.value }
  package var items: [String] { entries.map(\.item) }

  package static var accepted: String { "a map from item to \(Value.accepted)" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ItemMap? {
    switch node.content {
    case .null: return ItemMap()
    case .map(let pairs):
      let values = pairs.map { (item: $0.key, value: Value.read($0.value, &problems)) }
      guard !values.contains(where: { $0.value == nil }) else { return nil }
      return ItemMap(values.compactMap { pair in pair.value.map { (pair.item, $0) } })
    default:
      reject(node, &problems)
      return nil
    }
  }

  package var echoed: SettingEcho {
    .map(entries.map { SettingEcho.Entry($0.item, $0.value.echoed) })
  }
}
