package import Values

extension NumberStyle {
  /// The spreadsheet's number format of the style, for figures as large as `value`.
  ///
  /// A shortened figure keeps its full value in the cell. Chinese magnitudes have fixed decimals:
  /// a spreadsheet scales by thousands only, so 万 is one step with the last digit cut off by a
  /// literal point (`0\.0,"万"`), and 亿 two steps with two digits (`0\.00,,"亿"`). The point is
  /// escaped by a backslash, since not every spreadsheet knows the exclamation mark as an escape.
  ///
  /// - Parameter withUnit: Currency and unit words stand beside the figure, as on a card.
  package func excelFormat(_ language: Language, for value: Double = 0, withUnit: Bool = false)
    -> String
  {
    switch unit {
    case .day: return "yyyy-mm-dd"
    case .instant: return "yyyy-mm-dd hh:mm:ss"
    case .text: return "General"
    case .share: return signed(plain(decimals) + (language == .english ? " %" : "%"))
    default: break
    }
    let (before, after) = withUnit ? words(language) : ("", "")
    let magnitude = shortens ? Magnitude.of(value, decimals: decimals, language) : .one
    let figure =
      switch magnitude.power {
      case 3: "#,##\(plain(decimals)),"
      case 6: "#,##\(plain(decimals)),,"
      case 9: "#,##\(plain(decimals)),,,"
      case 4: "0\\.0,"
      case 8: "0\\.00,,"
      default: "#,##" + plain(shortens ? plainDecimals(value) : decimals)
      }
    let space = after.isEmpty && magnitude == .one ? "" : " "
    let unitSpace = after.isEmpty || magnitude == .one || language == .simplifiedChinese ? "" : " "
    let tail = space + magnitude.word + unitSpace + after
    return signed(
      (before.isEmpty ? "" : "\"\(before)\"") + figure + (tail.isEmpty ? "" : "\"\(tail)\""))
  }

  /// What stands before and after a figure.
  private func words(_ language: Language) -> (before: String, after: String) {
    switch unit {
    case .money(let currency):
      if let word = currency.word(language) { return ("", word) }
      return (
        language == .english ? currency.englishSign ?? "\(currency.code) " : "\(currency.code) ", ""
      )
    case .days, .months: return ("", headingUnit(language) ?? "")
    default: return ("", "")
    }
  }

  private func plain(_ decimals: Int) -> String {
    decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }

  private func signed(_ format: String) -> String {
    showsSign ? "+\(format);-\(format);\(format)" : format
  }
}
