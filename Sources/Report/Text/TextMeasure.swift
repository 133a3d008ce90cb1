/// Widths of text in a proportional sans-serif face, for layout without a font at hand.
///
/// Advance widths of Helvetica and Arial in ems; Chinese characters fill the em square. Rounded
/// up a little, since the reader's machine may have another face.
enum TextMeasure {
  /// The width in ems; multiplied by the type size it is the width in points or pixels.
  static func ems(_ text: some StringProtocol, bold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += ems(scalar) }
    return bold ? width * 1.07 : width
  }

  static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "’", "‘": 0.24
    case " ", "!", ",", ".", ":", ";", "/", "\\", "f", "t", "I", "[", "]", "|", "·", "\u{A0}": 0.29
    case "(", ")", "-", "r", "“", "”", "`", "*": 0.36
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.51
    case "m", "M", "W", "%", "@", "—", "…": 0.92
    case "w", "C", "D", "G", "H", "N", "O", "Q", "R", "U", "&": 0.75
    case "A"..."Z": 0.67
    case "a"..."z", "0"..."9", "$", "€", "£", "#", "?", "_", "–": 0.565
    default: DisplayWidth.of(scalar) == 2 ? 1.0 : (DisplayWidth.of(scalar) == 0 ? 0 : 0.62)
    }
  }

  /// The text broken into lines no wider than `width` ems: at spaces, and anywhere between Chinese
  /// characters except before closing punctuation. A longer word is broken.
  static func wrap(_ text: String, ems width: Double, bold: Bool = false) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrapLine($0, ems: width, bold: bold)
    }
  }

  private static func wrapLine(_ text: Substring, ems width: Double, bold: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    for piece in pieces(text) {
      let pieceWidth = ems(piece, bold: bold)
      let visibleWidth = ems(piece.trimmingSpacesAtEnd, bold: bold)
      if !line.isEmpty, lineWidth + visibleWidth > width {
        lines.append(String(line.trimmingSpacesAtEnd))
        line = ""
        lineWidth = 0
      }
      if visibleWidth > width {
        for character in piece {
          let next = ems(String(character), bold: bold)
          if !line.isEmpty, lineWidth + next > width {
            lines.append(line)
            line = ""
            lineWidth = 0
          }
          line.append(character)
          lineWidth += next
        }
      } else {
        line += piece
        lineWidth += pieceWidth
      }
    }
    lines.append(String(line.trimmingSpacesAtEnd))
    return lines
  }

  /// At most `lines` lines; what does not fit ends in an ellipsis.
  static func fit(_ text: String, ems width: Double, lines limit: Int, bold: Bool = false)
    -> [String]
  {
    var lines = wrap(text.replacing("\n", with: " "), ems: width, bold: bold)
    guard lines.count > limit else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    lines.removeSubrange((limit - 1)...)
    lines.append(cut(rest, ems: width, bold: bold))
    return lines
  }

  /// The beginning that fits into `width` ems, with an ellipsis where something was cut.
  static func cut(_ text: String, ems width: Double, bold: Bool = false) -> String {
    guard ems(text, bold: bold) > width else { return text }
    var kept = ""
    for character in text {
      guard ems(kept + String(character) + "…", bold: bold) <= width else { break }
      kept.append(character)
    }
    return kept.trimmingSpacesAtEnd + "…"
  }

  /// Words with the spaces that follow them, and single Chinese characters with the closing
  /// punctuation that follows.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isWide = DisplayWidth.of(String(character)) >= 2
      let closes = "，。、；：！？）》」』】％”’…".contains(character)
      if isWide, !closes {
        if !word.isEmpty { pieces.append(word) }
        word = String(character)
        if "（《「『【“‘".contains(character) { continue }
        pieces.append(word)
        word = ""
      } else if closes, word.isEmpty, let last = pieces.popLast() {
        pieces.append(last + String(character))
      } else {
        if character != " ", word.last == " " {
          pieces.append(word)
          word = ""
        }
        word.append(character)
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }
}

extension StringProtocol {
  var trimmingSpacesAtEnd: String {
    var text = String(self)
    while text.last == " " { text.removeLast() }
    return text
  }
}
