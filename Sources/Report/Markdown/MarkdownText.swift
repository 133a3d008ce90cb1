/// Text as literal Markdown: whatever stands in data is shown, nothing of it acts.
///
/// Source: GitHub Flavored Markdown Spec 0.29, 2.4 backslash escapes, 6.9 autolinks (extension).
enum MarkdownText {
  /// One line of literal text; line breaks become spaces.
  static func escape(_ text: String) -> String {
    var escaped = ""
    var previous: Unicode.Scalar = " "
    var pending = XMLText.clean(text).unicodeScalars[...]
    while let scalar = pending.popFirst() {
      switch scalar {
      case "\n", "\t", "\u{2028}", "\u{2029}", "\u{85}": escaped += " "
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      // The comment keeps a renderer from making a link of a bare address.
      case ":" where pending.starts(with: "//".unicodeScalars): escaped += ":<!-- -->"
      case "@" where previous != " ": escaped += "<!-- -->@"
      case "." where hasWWW(escaped): escaped += "<!-- -->."
      default: escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escapeStart(escaped)
  }

  private static func hasWWW(_ text: String) -> Bool {
    text.suffix(3).lowercased() == "www"
  }

  /// At the start of a line `-`, `+`, `=` and `1.` would begin a list or a heading.
  private static func escapeStart(_ text: String) -> String {
    let body = text.drop { $0 == " " }
    guard let first = body.first else { return "" }
    if first == "-" || first == "+" || first == "=" { return "\\" + body }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let rest = body.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    {
      return "\(digits)\\\(rest)"
    }
    return String(body)
  }

  /// An anchor of ASCII letters, digits, `-`, `_` and `.`.
  static func anchor(_ name: String) -> String {
    var anchor = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        anchor.unicodeScalars.append(Unicode.Scalar(byte))
      default: anchor += "-"
      }
    }
    return anchor.isEmpty ? "-" : anchor
  }
}
