package import Values

extension NumberStyle {
  /// The spreadsheet's number format of the style, for figures as large as `value`.
  ///
  /// A shortened figure keeps its full value in the cell. Chinese magnitudes have fixed decimals:
  /// a spreadsheet scales by thousands only, so 万 is one step with the last digit cut off by a
  /// literal point (`0!.0,"万"`), and 亿 two steps with two digits (`0!.00,,"亿"`).
  package func excelFormat(_ language: Language, for value: Double = 0) -> String {
    switch unit {
    case .day: return "yyyy-mm-dd"
    case .instant: return "yyyy-mm-dd hh:mm:ss"
    case .text: return "General"
    case .share: return signed(plain(decimals) + (language == .english ? " %" : "%"))
    default: break
    }
    guard shortens else { return signed("#,##" + plain(decimals)) }
    let magnitude = Magnitude.of(value, decimals: decimals, language)
    switch magnitude.power {
    case 3: return signed("#,##\(plain(decimals)),\" K\"")
    case 6: return signed("#,##\(plain(decimals)),,\" M\"")
    case 9: return signed("#,##\(plain(decimals)),,,\" B\"")
    case 4: return signed("0!.0,\" 万\"")
    case 8: return signed("0!.00,,\" 亿\"")
    default: return signed("#,##" + plain(plainDecimals(value)))
    }
  }

  private func plain(_ decimals: Int) -> String {
    decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }

  private func signed(_ format: String) -> String {
    showsSign ? "+\(format);-\(format);\(format)" : format
  }
}
