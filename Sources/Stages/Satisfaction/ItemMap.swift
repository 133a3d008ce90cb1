package import Diagnostics
package import Pipeline
package import Values

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

/// What an item is called in reports: one text for all languages, or `{en: …, zh: …}`.
package struct ItemLabel: SettingValue, Equatable {
  package let phrase: Phrase

  package init(_ phrase: Phrase) { self.phrase = phrase }

  package static var accepted: String { "a text, or {en: text, zh: text}" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ItemLabel? {
    switch node.content {
    case .scalar(let text, _) where !text.isEmpty: return ItemLabel(Phrase(text, text))
    case .map(let pairs):
      var texts: [String: String] = [:]
      for pair in pairs {
        guard pair.key == "en" || pair.key == "zh" else {
          problems.add(
            Diagnostic(
              .configuration, "unknown-key", "unknown language '\(pair.key)' of a label",
              at: pair.keyPlace, help: Suggestion.help(for: pair.key, among: ["en", "zh"])))
          return nil
        }
        guard let text = String.read(pair.value, &problems) else { return nil }
        texts[pair.key] = text
      }
      if let english = texts["en"], let chinese = texts["zh"] {
        return ItemLabel(Phrase(english, chinese))
      }
    default: break
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho {
    phrase.english == phrase.chinese
      ? .text(phrase.english)
      : .map([.init("en", .text(phrase.english)), .init("zh", .text(phrase.chinese))])
  }
}
