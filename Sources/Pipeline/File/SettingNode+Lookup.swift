package import Diagnostics

extension SettingNode {
  /// The value behind a key of a map.
  package subscript(_ key: String) -> SettingNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Where a key of a map stands.
  package func keyPlace(of key: String) -> Diagnostic.Place? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.keyPlace
  }

  /// An item of a list.
  package subscript(_ index: Int) -> SettingNode? {
    guard case .list(let items) = content, items.indices.contains(index) else { return nil }
    return items[index]
  }
}
