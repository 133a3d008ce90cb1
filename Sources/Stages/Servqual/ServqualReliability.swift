import Statistics

/// How consistently the items of one dimension measure one thing.
struct ServqualReliability: Sendable {
  let dimension: Int
  let items: Int
  /// nil where they cannot be had: one item, one respondent, no variance; or not asked.
  let expectation: CronbachAlpha?
  let perception: CronbachAlpha?
  let gap: CronbachAlpha?
  /// Items that look as if their scale ran the other way, by their place in the form.
  let reversed: [Int]

  /// - Parameter whole: 0 for the rows that count.
  init(_ input: ServqualInput, dimension: Int, _ whole: [Int32]) {
    self.dimension = dimension
    let members = input.form.dimensions.indices.filter { input.form.dimensions[$0] == dimension }
    items = members.count
    let kept = whole.contains { $0 < 0 } ? whole.indices.filter { whole[$0] >= 0 } : nil
    func column(_ codes: [Int8]) -> [Int8] { kept.map { $0.map { codes[$0] } } ?? codes }
    let perceived = members.map { column(input.perceptions[$0]) }
    perception = Covariance(codes: perceived).flatMap { CronbachAlpha($0) }
    if let expectations = input.expectations {
      let expected = members.map { column(expectations[$0]) }
      expectation = Covariance(codes: expected).flatMap { CronbachAlpha($0) }
      gap = Covariance(gapsOf: perceived, less: expected).flatMap { CronbachAlpha($0) }
    } else {
      expectation = nil
      gap = nil
    }
    reversed = (perception?.reversed ?? []).map { members[$0] }
  }
}

extension Covariance {
  /// Of differences of codes; one that lacks either side is no answer.
  fileprivate init?(gapsOf perceived: [[Int8]], less expected: [[Int8]]) {
    // Differences of levels within 0…10 lie in −10…10; codes below 0 are no answer.
    let shift: Int8 = 10
    self.init(
      codes: zip(perceived, expected).map { one, other in
        zip(one, other).map { $0 >= 0 && $1 >= 0 ? $0 - $1 + shift : -1 }
      })
  }
}
