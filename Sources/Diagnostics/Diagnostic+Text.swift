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
    var text = place.map { "\(Self.line("\($0)")): " } ?? ""
    text += "error: \(Self.line(message)) [\(code)]"
    if let help { text += "\n  help: \(Self.line(help))" }
    return text
  }

  /// One line: a value that is quoted from data can neither begin a line of its own nor steer a
  /// terminal.
  private static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isControl(scalar) ? " " : scalar) }
    return String(line)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Diagnostics: CustomStringConvertible {
  package var description: String { all.map(\.description).joined(separator: "\n") }
}
