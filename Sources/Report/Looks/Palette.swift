/// A colour as 0xRRGGBB.
struct Colour: Equatable, Sendable {
  let rgb: UInt32

  init(_ rgb: UInt32) { self.rgb = rgb }

  /// `#RRGGBB`.
  var hex: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// The colour mixed with another; 0 is this one, 1 the other.
  func mixed(with other: Colour, _ part: Double) -> Colour {
    func channel(_ shift: UInt32) -> UInt32 {
      let from = Double(rgb >> shift & 0xFF)
      let to = Double(other.rgb >> shift & 0xFF)
      return UInt32((from + (to - from) * min(max(part, 0), 1)).rounded()) << shift
    }
    return Colour(channel(16) | channel(8) | channel(0))
  }

  /// Whether dark type is legible on it: relative luminance above 0.45 of the weighted channels.
  var isLight: Bool {
    let red = Double(rgb >> 16 & 0xFF)
    let green = Double(rgb >> 8 & 0xFF)
    let blue = Double(rgb & 0xFF)
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140
  }
}

/// One accent colour, one alarm colour, greys.
enum Palette {
  static let accent = Colour(0x1F5F8B)
  static let alarm = Colour(0xC0392B)
  static let white = Colour(0xFFFFFF)
  static let ink = Colour(0x222222)
  static let grey = Colour(0x6B6B6B)
  static let midGrey = Colour(0xA6A6A6)
  static let lightGrey = Colour(0xD9D9D9)
  static let paleGrey = Colour(0xF2F2F2)
  static let paleAccent = Colour(0xE4EEF5)

  /// One colour a level of a scale, lowest first: alarm tints below the middle, grey for the
  /// neutral level, accent tints above; accent tints only where the scale has no middle.
  static func levels(_ count: Int, neutral: Int?) -> [Colour] {
    (0..<count).map { level in
      guard let neutral else {
        return accent.mixed(
          with: white, 0.75 * Double(count - 1 - level) / Double(max(count - 1, 1)))
      }
      if level == neutral { return lightGrey }
      if level < neutral {
        return alarm.mixed(with: white, 0.6 * Double(level) / Double(max(neutral, 1)))
      }
      let above = count - 1 - neutral
      return accent.mixed(with: white, 0.6 * Double(count - 1 - level) / Double(max(above, 1)))
    }
  }

  /// One colour a line: the first in the accent colour, the others in greys and tints.
  static func series(_ index: Int) -> Colour {
    let colours = [
      accent, Colour(0x8A8A8A), accent.mixed(with: white, 0.5), ink, Colour(0xB5B5B5),
      accent.mixed(with: ink, 0.5),
    ]
    return colours[index % colours.count]
  }
}
