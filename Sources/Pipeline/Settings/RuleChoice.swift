package import Diagnostics

/// Rules that a pipeline file names or writes itself; the first rule that fits decides.
package enum RuleChoice<Known, Rule>: SettingValue
where Known: RawRepresentable<String> & CaseIterable & Sendable, Rule: KeyedSettings {
  case named(Known)
  case own([Rule])

  private static var names: [String] { Known.allCases.map(\.rawValue) }

  package static var accepted: String { (names + ["or a list of rules"]).joined(separator: ", ") }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Self? {
    switch node.content {
    case .scalar(let text, _):
      if let known = Known(rawValue: text) { return .named(known) }
      problems.add(
        Diagnostic(
          .configuration, "unknown-value", "'\(text)' is not \(accepted)", at: node.place,
          help: Suggestion.help(for: text, among: names)))
      return nil
    case .list(let items) where !items.isEmpty:
      let rules = items.compactMap { Rule.read($0, &problems) }
      return rules.count == items.count ? .own(rules) : nil
    default:
      reject(node, &problems)
      return nil
    }
  }

  package var echoed: SettingEcho {
    switch self {
    case .named(let known): .text(known.rawValue)
    case .own(let rules): .list(rules.map(\.echoed))
    }
  }
}
