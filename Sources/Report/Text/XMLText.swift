/// Text for XML 1.0: markup escaped, characters that no XML file may hold left out.
enum XMLText {
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in clean(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a character changes the direction of the text behind it, so that `gpj.exe` can be
  /// shown as `exe.jpg`: marks, embeddings, overrides, isolates.
  ///
  /// Source: Unicode Standard Annex #9, Unicode bidirectional algorithm, section 2.
  static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Without control characters (tab, line feed and next line stay), without those that turn the
  /// direction of text, and without the two non-characters.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isIllegal) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isIllegal(scalar) { cleaned.append(scalar) }
    return String(cleaned)
  }

  /// Source: Extensible Markup Language (XML) 1.0, Fifth Edition, production 2 (Char).
  private static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x85: false
    // A terminal that shows the file takes C1 controls for the beginning of an escape.
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: turnsText(scalar)
    }
  }
}
