import Statistics

/// What became of the points that respondents shared out among the dimensions.
struct PointsAccount: Sendable {
  /// Points that add up to 100.
  private(set) var usable = 0
  /// Points that were given, but do not add up to 100 or are not complete.
  private(set) var wrong = 0
  private(set) var none = 0

  /// - Parameter whole: 0 for the rows that count.
  init(_ input: ServqualInput, _ whole: [Int32]) {
    guard let points = input.points else { return }
    for row in whole.indices where whole[row] >= 0 {
      var sum = 0.0
      var given = 0
      for column in points where !column[row].isNaN {
        sum += column[row]
        given += 1
      }
      if given == 0 {
        none += 1
      } else if given == points.count, abs(sum - 100) <= input.form.pointsTolerance {
        usable += 1
      } else {
        wrong += 1
      }
    }
  }
}
