package import Diagnostics

/// A value of a pipeline file or of `--set`, with the place where it stands.
package struct SettingNode: Sendable {
  package indirect enum Content: Sendable {
    /// Plain or quoted text; what type it has is for the reader of the field to say.
    case scalar(String, quoted: Bool)
    case list([SettingNode])
    /// In the order of the file.
    case map([(key: String, keyPlace: Diagnostic.Place, value: SettingNode)])
    case null
  }

  package var content: Content
  package var place: Diagnostic.Place

  package init(_ content: Content, at place: Diagnostic.Place) {
    self.content = content
    self.place = place
  }

  /// "text 'abc'", "a list of 3", "a map": for messages.
  package var found: String {
    switch content {
    case .scalar("", _): "an empty text"
    case .scalar(let text, quoted: true): "the text '\(text)' in quotes"
    case .scalar(let text, _): "'\(text)'"
    case .list(let items): "a list of \(items.count)"
    case .map: "a map"
    case .null: "nothing"
    }
  }
}
