import Statistics
import Values

/// The one figure by which groups are compared: NPS in points, else the mean, with its interval.
struct HeadlineFigure {
  let value: Double
  let low: Double
  let high: Double
  let unit: Unit

  /// nil where there is no interval: hidden groups, and means of a single answer.
  init?(_ score: GroupScore, confidence: Double) {
    guard let figures = score.figures else { return nil }
    if let nps = figures.nps {
      let interval = nps.adjustedWald(confidence: confidence)
      (value, low, high) = (nps.score * 100, interval.low * 100, interval.high * 100)
      unit = .points
    } else if let interval = figures.mean.interval(confidence: confidence) {
      (value, low, high) = (figures.mean.mean, interval.low, interval.high)
      unit = .score
    } else {
      return nil
    }
  }
}
