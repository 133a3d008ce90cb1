package import Values

/// A power of ten with the word that shortens a figure: K, M and B in English, 万 and 亿 in Chinese.
package struct Magnitude: Equatable, Sendable {
  package let power: Int
  package let word: String

  package static let one = Magnitude(power: 0, word: "")

  /// Powers in rising order.
  package static func all(_ language: Language) -> [Magnitude] {
    switch language {
    case .english:
      [.one, .init(power: 3, word: "K"), .init(power: 6, word: "M"), .init(power: 9, word: "B")]
    case .simplifiedChinese:
      [.one, .init(power: 4, word: "万"), .init(power: 8, word: "亿")]
    }
  }

  /// The largest magnitude in which the figure, rounded to the decimals, is at least 1.
  ///
  /// 999,960 with one decimal is 1.0 M, not 1,000.0 K; figures below the first word have no
  /// decimals when they round.
  package static func of(_ value: Double, decimals: Int, _ language: Language) -> Magnitude {
    guard value.isFinite else { return .one }
    let all = all(language)
    let natural = all.lastIndex { value.magnitude >= $0.floor } ?? 0
    guard natural + 1 < all.count else { return all[natural] }
    let rounded = RoundedDecimal(
      value, decimals: natural == 0 ? 0 : decimals, shift: -all[natural].power)
    let room = all[natural + 1].power - all[natural].power
    return rounded.whole.utf8.count > room ? all[natural + 1] : all[natural]
  }

  private var floor: Double {
    var floor = 1.0
    for _ in 0..<power { floor *= 10 }
    return floor
  }
}
