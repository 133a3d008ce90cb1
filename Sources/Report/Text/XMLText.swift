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

  /// Without control characters (tab and line feed stay) and without the two non-characters.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isIllegal) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isIllegal(scalar) { cleaned.append(scalar) }
    return String(cleaned)
  }

  /// Source: Extensible Markup Language (XML) 1.0, Fifth Edition, production 2 (Char).
  private static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
