package import Values

/// How a figure of one unit is written: decimals, sign, magnitude words.
///
/// The one place that turns numbers into text for people; the Excel renderer takes its number
/// formats from here too.
package struct NumberStyle: Hashable, Sendable {
  package var unit: Unit
  package var decimals: Int
  /// Large figures are shortened: K and M in English, 万 and 亿 in Chinese.
  package var shortens: Bool
  /// A plus sign before what is above zero.
  package var showsSign: Bool

  package init(_ unit: Unit, decimals: Int, shortens: Bool = false, showsSign: Bool = false) {
    self.unit = unit
    self.decimals = decimals
    self.shortens = shortens
    self.showsSign = showsSign
  }

  /// In a sentence or on a card: short.
  package static func prose(_ unit: Unit) -> NumberStyle {
    switch unit {
    case .share: NumberStyle(unit, decimals: 1)
    case .points: NumberStyle(unit, decimals: 0)
    case .money: NumberStyle(unit, decimals: 1, shortens: true)
    case .score, .ratio: NumberStyle(unit, decimals: 2)
    case .months: NumberStyle(unit, decimals: 1)
    case .count, .days, .day, .instant, .text: NumberStyle(unit, decimals: 0)
    }
  }

  /// In a table: exact enough to add up.
  package static func table(_ unit: Unit) -> NumberStyle {
    switch unit {
    case .points: NumberStyle(unit, decimals: 1)
    case .money(let currency): NumberStyle(unit, decimals: currency.decimals)
    default: NumberStyle(prose(unit).unit, decimals: prose(unit).decimals)
    }
  }
}
