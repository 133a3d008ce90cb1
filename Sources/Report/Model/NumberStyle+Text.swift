package import Values

extension NumberStyle {
  /// Stands where there is no figure.
  package static let missing = "–"

  /// The figure with its unit, as it stands in a sentence or on a card.
  ///
  /// English: `12.3 %`, `CNY 1.2 M`, `$34.5 K`, `12 days`; Chinese: `12.3%`, `123.5 万元`, `12 天`.
  /// NPS points, scores, counts and ratios are bare. A number that is not finite is `–`.
  package func text(_ value: Double, _ language: Language) -> String {
    guard value.isFinite else { return NumberStyle.missing }
    switch unit {
    case .money(let currency): return money(value, currency, language)
    case .days, .months:
      let figure = figure(value, language)
      let isOne = figure == "1" || figure == "+1" || figure == "−1"
      return "\(figure) \(unitWord(isOne: isOne)[language])"
    default: return figure(value, language)
    }
  }

  /// The figure without currency or unit word, as it stands below a heading that names the unit.
  ///
  /// Shares keep their per cent sign. Days and instants are ISO text.
  package func figure(_ value: Double, _ language: Language) -> String {
    guard value.isFinite else { return NumberStyle.missing }
    let parts = parts(value, language)
    return parts.sign + parts.digits
  }

  /// What a heading says about the unit of the figures below it; nil where the figures say it
  /// themselves or need none.
  package func headingUnit(_ language: Language) -> String? {
    switch unit {
    case .money(let currency): currency.word(language) ?? currency.code
    case .days, .months: unitWord(isOne: false)[language]
    default: nil
    }
  }

  /// A heading with the unit of its figures: `Revenue (CNY)`, `销售额（元）`.
  package func heading(_ title: String, _ language: Language) -> String {
    guard let unit = headingUnit(language),
      !title.lowercased().contains(unit.lowercased())
    else { return title }
    switch language {
    case .english: return "\(title) (\(unit))"
    case .simplifiedChinese: return "\(title)（\(unit)）"
    }
  }

  private func money(_ value: Double, _ currency: Currency, _ language: Language) -> String {
    let parts = parts(value, language)
    switch language {
    case .english:
      return parts.sign + (currency.englishSign ?? "\(currency.code) ") + parts.digits
    case .simplifiedChinese:
      guard let word = currency.word(language) else {
        return "\(parts.sign)\(currency.code) \(parts.digits)"
      }
      let space = parts.digits.last?.isASCII == true ? " " : ""
      return parts.sign + parts.digits + space + word
    }
  }

  private func parts(_ value: Double, _ language: Language) -> (sign: String, digits: String) {
    switch unit {
    case .day:
      guard let number = Int32(exactly: value.rounded()) else { return ("", NumberStyle.missing) }
      return ("", Day(number: number).iso)
    case .instant:
      guard let seconds = Int64(exactly: value.rounded(.down)) else {
        return ("", NumberStyle.missing)
      }
      return ("", Day.iso(ofSecond: seconds, separator: " "))
    case .share:
      let percent = RoundedDecimal(value, decimals: decimals, shift: 2)
      return (sign(percent), percent.grouped + (language == .english ? " %" : "%"))
    default: break
    }
    guard shortens else {
      let number = RoundedDecimal(value, decimals: decimals)
      return (sign(number), number.grouped)
    }
    let magnitude = Magnitude.of(value, decimals: decimals, language)
    let number = RoundedDecimal(
      value, decimals: magnitude == .one ? plainDecimals(value) : decimals, shift: -magnitude.power)
    let digits = magnitude == .one ? number.grouped : "\(number.grouped) \(magnitude.word)"
    return (sign(number), digits)
  }

  private func sign(_ number: RoundedDecimal) -> String {
    if number.isNegative { return "−" }
    return showsSign && !number.isZero ? "+" : ""
  }

  /// Decimals of a figure of a shortening style that is too small to be shortened: 410, 12.35.
  func plainDecimals(_ value: Double) -> Int {
    guard value.magnitude < 100, value != value.rounded(), case .money(let currency) = unit else {
      return 0
    }
    return currency.decimals
  }

  private func unitWord(isOne: Bool) -> Phrase {
    switch (unit, isOne) {
    case (.days, true): Phrase("day", "天")
    case (.days, false): Phrase("days", "天")
    case (_, true): Phrase("month", "个月")
    default: Phrase("months", "个月")
    }
  }
}

extension Currency {
  /// A sign that names one currency only; the yen and yuan sign does not.
  var englishSign: String? {
    switch code {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: nil
    }
  }

  /// The Chinese name; English uses the code.
  func word(_ language: Language) -> String? {
    guard language == .simplifiedChinese else { return nil }
    return switch code {
    case "CNY": "元"
    case "USD": "美元"
    case "EUR": "欧元"
    case "GBP": "英镑"
    case "JPY": "日元"
    case "HKD": "港元"
    case "TWD": "新台币"
    case "KRW": "韩元"
    case "SGD": "新加坡元"
    case "AUD": "澳元"
    case "CAD": "加元"
    case "CHF": "瑞士法郎"
    default: nil
    }
  }
}
