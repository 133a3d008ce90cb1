/// The series of a diverging stacked bar chart, from the zero line outwards: first the left side,
/// then the right one. Bars stack in this order on either side.
struct DivergingParts {
  struct Part: Equatable {
    let level: Int
    /// -1 to the left, 1 to the right; half of it for the neutral level.
    let factor: Double

    var isHalf: Bool { factor.magnitude < 1 }
  }

  let all: [Part]

  init(_ levels: Int, neutral: Int?) {
    guard let neutral else {
      all = (0..<levels).map { Part(level: $0, factor: 1) }
      return
    }
    all =
      [Part(level: neutral, factor: -0.5)]
      + (0..<neutral).reversed().map { Part(level: $0, factor: -1) }
      + [Part(level: neutral, factor: 0.5)]
      + ((neutral + 1)..<max(levels, neutral + 1)).map { Part(level: $0, factor: 1) }
  }
}
