package import Values

/// A measure in words: what a card says.
package struct MeasureText: Sendable {
  package let value: String
  /// "24 to 38"; nil without an interval.
  package let interval: String?
  /// "▲ +6 from 25"; nil without an earlier value.
  package let change: String?
  /// "target 35: missed"; nil without a target.
  package let target: String?
  /// A line of block characters; nil with fewer than two values.
  package let trend: String?
  /// Whether the change is for the better; nil where it is neither.
  package let isBetter: Bool?
  package let meetsTarget: Bool?

  package init(_ measure: Measure, _ language: Language) {
    let style = NumberStyle.prose(measure.unit)
    let word = { (phrase: Phrase, arguments: [(String, String)]) -> String in
      arguments.reduce(phrase[language]) { $0.replacing("{\($1.0)}", with: $1.1) }
    }
    let finite = measure.value.flatMap { $0.isFinite ? $0 : nil }
    value = finite.map { style.text($0, language) } ?? measure.reason ?? NumberStyle.missing
    if finite != nil, let low = measure.low, let high = measure.high {
      interval = word(
        ReportPhrases.range,
        [("low", style.figure(low, language)), ("high", style.figure(high, language))])
    } else {
      interval = nil
    }
    if let finite, let previous = measure.previous, previous.isFinite {
      let difference = finite - previous
      let step = MeasureText.difference(difference, style, language)
      let arrow = difference == 0 ? "" : difference > 0 ? "▲ " : "▼ "
      change = word(
        ReportPhrases.changeFrom,
        [("change", arrow + step), ("previous", style.figure(previous, language))])
      isBetter =
        switch measure.betterWhen {
        case .neither: nil
        case .higher: difference == 0 ? nil : difference > 0
        case .lower: difference == 0 ? nil : difference < 0
        }
    } else {
      change = nil
      isBetter = nil
    }
    if let finite, let goal = measure.target, goal.isFinite {
      let isMet = measure.betterWhen == .lower ? finite <= goal : finite >= goal
      meetsTarget = isMet
      target = word(
        isMet ? ReportPhrases.targetMet : ReportPhrases.targetMissed,
        [("target", style.figure(goal, language))])
    } else {
      meetsTarget = nil
      target = nil
    }
    trend = MeasureText.sparkline(measure.trend)
  }

  /// The difference of two figures with its sign; of two shares in percentage points.
  package static func difference(_ value: Double, _ style: NumberStyle, _ language: Language)
    -> String
  {
    var signed = style
    signed.showsSign = true
    guard value != 0 else { return ReportPhrases.unchanged[language] }
    guard case .share = style.unit else { return signed.figure(value, language) }
    let number = RoundedDecimal(value, decimals: style.decimals, shift: 2)
    let sign = number.isNegative ? "−" : number.isZero ? "" : "+"
    return ReportPhrases.percentagePoints[language]
      .replacing("{change}", with: sign + number.grouped)
  }

  /// Eight heights of block from the least to the greatest value; a gap is a space.
  static func sparkline(_ values: [Double]) -> String? {
    let finite = values.filter(\.isFinite)
    guard finite.count > 1, let least = finite.min(), let most = finite.max() else { return nil }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard value.isFinite else { return " " as Character }
        guard most > least else { return blocks[3] }
        return blocks[Int(((value - least) / (most - least) * 7).rounded())]
      })
  }
}
