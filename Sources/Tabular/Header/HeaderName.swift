/// Column names as people mean them: without case, spaces, underscores, hyphens and full width.
package enum HeaderName {
  /// `Customer ID`, `customer_id` and `ＣＵＳＴＯＭＥＲ－ＩＤ` are all `customerid`.
  package static func normal(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let plain = halfWidth(scalar)
      switch plain {
      case " ", "_", "-", "\t", "\u{A0}", "\u{FEFF}", "\u{200B}", "\r", "\n": continue
      default: scalars.append(plain)
      }
    }
    return String(scalars).lowercased()
  }

  /// Full-width forms of ASCII (U+FF01 to U+FF5E) and the ideographic space as plain ones.
  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }
}
