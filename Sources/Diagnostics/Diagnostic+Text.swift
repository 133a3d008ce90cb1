extension Diagnostic.Place: CustomStringConvertible {
  /// `file:line:column`, as far as it is known.
  package var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `place: error: message [code]`, then the help on a line of its own.
  package var description: String {
    var text = place.map { "\($0): " } ?? ""
    text += "error: \(message) [\(code)]"
    if let help { text += "\n  help: \(help)" }
    return text
  }
}

extension Diagnostics: CustomStringConvertible {
  package var description: String { all.map(\.description).joined(separator: "\n") }
}
