/// Weight and colour on a terminal; nothing at all where colours are not wanted.
package struct TerminalPaint: Sendable {
  package let isColoured: Bool

  package init(coloured: Bool) { isColoured = coloured }

  package func bold(_ text: String) -> String { wrap(text, "1") }
  package func faint(_ text: String) -> String { wrap(text, "2") }
  package func alarm(_ text: String) -> String { wrap(text, "31") }
  package func good(_ text: String) -> String { wrap(text, "32") }
  package func warning(_ text: String) -> String { wrap(text, "33") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Data on a terminal: control characters, which could steer it, become spaces.
package enum TerminalText {
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { cleaned.append(isControl(scalar) ? " " : scalar) }
    return String(cleaned)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || XMLText.turnsText(scalar)
      || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
