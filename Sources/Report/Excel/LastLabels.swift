/// On which side of the last points of several lines their figures stand.
enum LastLabels {
  /// Above (true), below (false), or nowhere (nil), so that no two figures touch.
  ///
  /// A figure takes about a twelfth of the height of the plot on its side of the point; the first
  /// line, the main one, is placed first.
  static func sides(_ values: [Double], range: (low: Double, high: Double)?) -> [Bool?] {
    guard let range, range.high > range.low else { return values.map { _ in nil } }
    let size = (range.high - range.low) / 11
    var taken: [(low: Double, high: Double)] = []
    return values.map { value in
      let others = values.filter { $0 != value }
      for isAbove in [true, false] {
        let label =
          isAbove
          ? (low: value + size * 0.2, high: value + size * 1.2)
          : (low: value - size * 1.2, high: value - size * 0.2)
        let isFree =
          !taken.contains { label.low < $0.high && label.high > $0.low }
          && !others.contains { label.low < $0 && label.high > $0 }
        if isFree {
          taken.append(label)
          return isAbove
        }
      }
      return nil
    }
  }
}
