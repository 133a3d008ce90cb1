package import Diagnostics

/// The secret that pseudonyms are made with; wherever settings are echoed stands only what it is
/// known by.
package struct MaskKey: SettingValue {
  let text: String

  /// Customer numbers are few and can be guessed, so the key must not be.
  private static let least = 16

  package static var accepted: String { "a secret of at least \(least) characters" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> MaskKey? {
    if case .scalar(let text, _) = node.content, text.utf8.count >= least {
      return MaskKey(text: text)
    }
    // What was found is not repeated: it may be a secret that is only too short.
    problems.add(
      Diagnostic(
        .configuration, "mask-key", "this takes \(accepted)", at: node.place,
        help: "write \(accepted), and keep it"))
    return nil
  }

  package var echoed: SettingEcho { .text(Pseudonym.of("", key: text)) }
}
