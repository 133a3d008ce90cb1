import Foundation

/// Text as people mean it: full width and compatibility forms plain, letters without case.
///
/// Full-width forms of ASCII become plain, as in Unicode's form NFKC, which everything outside ASCII
/// and the unified ideographs is brought to; upper case is taken first, so that `ß` and `SS` are one.
enum PlainText {
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: result.append(lower(scalar.value))
      case 0x20...0x7E, 0x4E00...0x9FFF: result.append(scalar)
      case 0x3000: result.append(" ")
      case 0xFF21...0xFF3A: result.append(lower(scalar.value - 0xFEE0))
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: return composed(text)
      }
    }
    return String(result)
  }

  private static func lower(_ capital: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: capital + 0x20))
  }

  private static func composed(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
      .precomposedStringWithCompatibilityMapping
  }
}
