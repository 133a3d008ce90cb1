package import Diagnostics
package import Exports
package import Values

extension Day: SettingValue {
  package static var accepted: String { "a day as YYYY-MM-DD" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Day? {
    if case .scalar(let text, _) = node.content, let day = Day(iso: text) { return day }
    if case .scalar(let text, _) = node.content, Day.isWrittenAsDay(text) {
      problems.add(
        Diagnostic(
          .configuration, "no-day", "'\(text)' is no day of the calendar", at: node.place,
          help: "write a day as YYYY-MM-DD"))
      return nil
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text(iso) }
}

extension Currency: SettingValue {
  package static var accepted: String { "an ISO 4217 code such as CNY" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Currency? {
    if case .scalar(let text, _) = node.content, let currency = Currency(code: text) {
      return currency
    }
    if case .scalar(let text, _) = node.content, let meant = Currency.meant(by: text) {
      problems.add(
        Diagnostic(
          .configuration, "unknown-currency", "'\(text)' is no code of ISO 4217", at: node.place,
          help: "did you mean '\(meant)'?"))
      return nil
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text(code) }
}

extension Language: SettingValue {}
extension Source.Scope: SettingValue {}
extension Refunds: SettingValue {}
extension ZeroAmount: SettingValue {}
extension Grain: SettingValue {}
extension TextEncoding: SettingValue {}
extension DelimiterName: SettingValue {}
extension DuplicateKey: SettingValue {}

/// Text in one language for all, or a map with one text a language.
package struct LocalizedText: SettingValue {
  private var texts: [Language: String]

  package init(_ text: String) {
    texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) })
  }

  package subscript(_ language: Language) -> String { texts[language] ?? "" }

  package static var accepted: String {
    "text, or a map of \(Language.allCases.map(\.rawValue).joined(separator: " and "))"
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> LocalizedText? {
    switch node.content {
    case .scalar(let text, _): return LocalizedText(text)
    case .map(let entries):
      var result = LocalizedText(entries.first.flatMap { String.read($0.value, &problems) } ?? "")
      for entry in entries {
        guard let language = Language(rawValue: entry.key) else {
          problems.add(
            Diagnostic(
              .configuration, "unknown-language", "there is no language '\(entry.key)'",
              at: entry.keyPlace,
              help: Suggestion.help(for: entry.key, among: Language.allCases.map(\.rawValue))))
          continue
        }
        if let text = String.read(entry.value, &problems) { result.texts[language] = text }
      }
      return result
    default:
      reject(node, &problems)
      return nil
    }
  }

  package var echoed: SettingEcho {
    .map(Language.allCases.map { SettingEcho.Entry($0.rawValue, .text(self[$0])) })
  }
}

/// A fixed offset from UTC: `Z`, `+08:00`.
package struct ZoneOffset: SettingValue, Hashable {
  package var seconds: Int32

  package static var accepted: String { "an offset from UTC such as +08:00" }

  package init?(_ text: String) {
    if text == "Z" || text == "UTC" {
      seconds = 0
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == 43 || bytes[0] == 45, bytes[3] == 58,
      let hours = Int32(text.dropFirst().prefix(2)), let minutes = Int32(text.suffix(2)),
      (0...14).contains(hours), (0...59).contains(minutes)
    else { return nil }
    seconds = (hours * 3600 + minutes * 60) * (bytes[0] == 45 ? -1 : 1)
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ZoneOffset? {
    if case .scalar(let text, _) = node.content, let zone = ZoneOffset(text) { return zone }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho {
    let minutes = abs(seconds) / 60
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return .text("\(seconds < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))")
  }
}

/// One path or a list of paths.
package struct FileList: SettingValue {
  package var paths: [(text: String, place: Diagnostic.Place)] = []

  package init() {}

  package static var accepted: String { "a path or a list of paths" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> FileList? {
    var list = FileList()
    switch node.content {
    case .scalar(let text, _) where !text.isEmpty: list.paths = [(text, node.place)]
    case .list(let items):
      for item in items {
        guard let text = String.read(item, &problems) else { return nil }
        list.paths.append((text, item.place))
      }
    default:
      reject(node, &problems)
      return nil
    }
    return list
  }

  package var echoed: SettingEcho { .list(paths.map { .text($0.text) }) }
}

/// A map of text to text, in the order of the file.
package struct TextMap: SettingValue {
  package var entries: [(key: String, value: String)] = []

  package init(_ entries: [(key: String, value: String)] = []) { self.entries = entries }

  package static var accepted: String { "a map of field to header" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> TextMap? {
    guard case .map(let items) = node.content else {
      reject(node, &problems)
      return nil
    }
    var map = TextMap()
    for item in items {
      guard let text = String.read(item.value, &problems) else { continue }
      map.entries.append((item.key, text))
    }
    return map
  }

  package var echoed: SettingEcho {
    .map(entries.map { SettingEcho.Entry($0.key, .text($0.value)) })
  }
}

/// A map of text to a text or a list of texts, in the order of the file.
package struct TextListMap: SettingValue {
  package var entries: [(key: String, values: [String])] = []

  package init() {}

  package static var accepted: String { "a map of field to values" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> TextListMap? {
    guard case .map(let items) = node.content else {
      reject(node, &problems)
      return nil
    }
    var map = TextListMap()
    for item in items {
      if case .list = item.value.content {
        guard let values = [String].read(item.value, &problems) else { continue }
        map.entries.append((item.key, values))
      } else if let text = String.read(item.value, &problems) {
        map.entries.append((item.key, [text]))
      }
    }
    return map
  }

  package var echoed: SettingEcho {
    .map(entries.map { SettingEcho.Entry($0.key, .list($0.values.map { .text($0) })) })
  }
}
