import Values

/// The signs, words and codes that currencies are written with beside an amount.
enum CurrencyMark {
  private struct Known: Sendable {
    let text: [UInt8]
    let codes: [String]

    init(_ text: String, _ codes: [String]) {
      self.text = Array(text.utf8)
      self.codes = codes
    }
  }

  private static let dollars = [
    "USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN", "CLP", "COP", "ARS", "BND", "FJD",
  ]

  /// Longer ones first where one begins with another.
  private static let known: [Known] = [
    Known("人民币", ["CNY"]), Known("人民幣", ["CNY"]), Known("新台币", ["TWD"]),
    Known("新臺幣", ["TWD"]), Known("新台幣", ["TWD"]), Known("RMB", ["CNY"]), Known("CN¥", ["CNY"]),
    Known("JP¥", ["JPY"]), Known("美元", ["USD"]), Known("欧元", ["EUR"]), Known("歐元", ["EUR"]),
    Known("港元", ["HKD"]), Known("港币", ["HKD"]), Known("港幣", ["HKD"]), Known("日元", ["JPY"]),
    Known("日圆", ["JPY"]), Known("日圓", ["JPY"]), Known("英镑", ["GBP"]), Known("英鎊", ["GBP"]),
    Known("円", ["JPY"]), Known("元", ["CNY", "TWD", "HKD"]), Known("圆", ["CNY"]),
    Known("圓", ["CNY", "TWD", "HKD"]), Known("¥", ["CNY", "JPY"]), Known("US$", ["USD"]),
    Known("HK$", ["HKD"]), Known("NT$", ["TWD"]), Known("AU$", ["AUD"]), Known("CA$", ["CAD"]),
    Known("NZ$", ["NZD"]), Known("S$", ["SGD"]), Known("A$", ["AUD"]), Known("C$", ["CAD"]),
    Known("R$", ["BRL"]), Known("$", dollars), Known("€", ["EUR"]), Known("£", ["GBP"]),
    Known("₩", ["KRW"]), Known("₹", ["INR"]), Known("₽", ["RUB"]), Known("฿", ["THB"]),
    Known("₫", ["VND"]), Known("₱", ["PHP"]), Known("zł", ["PLN"]),
    Known("kr", ["SEK", "NOK", "DKK"]),
  ]

  /// The length of the currency that some text begins with, and whether it may be `currency`; nil
  /// where there is none.
  static func match(
    _ text: UnsafePointer<UInt8>, _ count: Int, _ currency: Currency?
  ) -> (length: Int, fits: Bool)? {
    for mark in known where mark.text.count <= count {
      var isSame = true
      for (i, byte) in mark.text.enumerated() where upper(text[i]) != upper(byte) {
        isSame = false
        break
      }
      // RMB and kr are words: no letter comes behind them.
      if isSame, isLetter(text[0]), mark.text.last.map(isLetter) ?? false,
        mark.text.count < count, isLetter(text[mark.text.count])
      {
        isSame = false
      }
      guard isSame else { continue }
      return (mark.text.count, currency.map { mark.codes.contains($0.code) } ?? true)
    }
    guard count >= 3, isLetter(text[0]), isLetter(text[1]), isLetter(text[2]),
      count == 3 || !isLetter(text[3])
    else { return nil }
    guard let currency else { return (3, true) }
    let code = Array(currency.code.utf8)
    return (3, (0..<3).allSatisfy { upper(text[$0]) == code[$0] })
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
  private static func upper(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte & 0xDF : byte }
}
