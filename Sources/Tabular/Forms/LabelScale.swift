/// Words that stand for whole numbers: the answers of a questionnaire.
///
/// Labels are compared without case, spaces, underscores, hyphens and full width.
package struct LabelScale: Sendable, Equatable {
  /// Values by normalised label.
  private var values: [String: Int64]
  /// Normalised labels of "no answer": neither neutral nor any other value.
  private var missing: Set<String>

  package init() {
    values = [:]
    missing = []
  }

  /// A label of the scale; nil for one that is no answer. The last word on a label stands.
  package mutating func add(_ label: String, _ value: Int64?) {
    let name = HeaderName.normal(label)
    values[name] = value
    if value == nil { missing.insert(name) } else { missing.remove(name) }
  }

  package var isEmpty: Bool { values.isEmpty && missing.isEmpty }

  enum Answer: Equatable { case value(Int64), missing, unknown }

  func answer(_ text: String) -> Answer {
    let name = HeaderName.normal(text)
    if let value = values[name] { return .value(value) }
    return missing.contains(name) ? .missing : .unknown
  }
}
