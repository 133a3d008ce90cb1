/// What a number counts or measures; carried with every measure and column.
package enum Unit: Hashable, Sendable, CustomStringConvertible {
  /// 0 to 1.
  case share
  /// Net promoter score, -100 to 100.
  case points
  case count
  case days
  case months
  /// A level on a scale such as 1 to 5.
  case score
  case money(Currency)
  /// A calendar day, written as an ISO date.
  case day
  /// An instant, written as an ISO date-time.
  case instant
  case text
  /// A pure number: a ratio, a coefficient, a statistic.
  case ratio

  /// The name in JSON: `share`, `points`, …, the ISO code for money.
  package var description: String {
    switch self {
    case .share: "share"
    case .points: "points"
    case .count: "count"
    case .days: "days"
    case .months: "months"
    case .score: "score"
    case .money(let currency): currency.code
    case .day: "date"
    case .instant: "date-time"
    case .text: "text"
    case .ratio: "ratio"
    }
  }
}
