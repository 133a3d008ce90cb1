import Testing
import Values

@testable import Stages

@Suite struct StarLadderTests {
  private func standing(
    _ months: [Int64], before: Int64 = 0, soFar: Int64 = 0,
    _ change: (inout TiersStars) -> Void = { _ in }
  ) -> (StarLadder, StarLadder.Standing) {
    var settings = TiersStars()
    settings.months = months.count
    change(&settings)
    let ladder = StarLadder(settings, .cny)
    let amounts = ([before] + months + [soFar]).map { $0 * 100 }
    return (ladder, amounts.withUnsafeBufferPointer { ladder.standing($0) })
  }

  /// The texts' example: more than 300, 500, 800 in each of six consecutive months.
  @Test(arguments: [
    ([301, 301, 301, 301, 301, 301], 0), ([300, 301, 301, 301, 301, 301], -1),
    ([501, 600, 700, 800, 900, 1000], 1), ([801, 801, 801, 801, 801, 801], 2),
    ([9999, 9999, 9999, 9999, 9999, 800], 1), ([9999, 9999, 9999, 9999, 9999, 0], -1),
  ])
  func `correctness: every month must lie above the threshold`(months: [Int64], level: Int) {
    #expect(Int(standing(months).1.level) == level)
  }

  @Test func `correctness: a threshold that is reached passes where that is wanted`() {
    let months: [Int64] = [300, 300, 300, 300, 300, 300]
    #expect(standing(months).1.level == -1)
    #expect(standing(months) { $0.comparator = .atLeast }.1.level == 0)
  }

  @Test func `correctness: the mean forgives a weak month`() {
    let months: [Int64] = [600, 600, 600, 0, 0, 1]
    #expect(standing(months).1.level == -1)
    #expect(standing(months) { $0.by = .mean }.1.level == 0)
    #expect(standing([300, 300, 300, 300, 300, 300]) { $0.by = .mean }.1.level == -1)
    #expect(
      standing([300, 300, 300, 300, 300, 300]) {
        $0.by = .mean
        $0.comparator = .atLeast
      }.1.level == 0)
  }

  @Test(arguments: [
    ([0, 301, 301, 301, 301, 301], 1), ([301, 301, 301, 301, 301, 0], 6),
    ([301, 0, 301, 301, 301, 301], 2), ([301, 301, 301, 301, 301, 301], 6),
    ([301, 501, 501, 501, 501, 501], 1), ([900, 900, 900, 900, 900, 900], -1),
  ])
  func `correctness: months to the next star count from the last one that failed`(
    months: [Int64], toNext: Int
  ) {
    #expect(Int(standing(months).1.toNext) == toNext)
  }

  @Test func `consistency: after as many months as were told the next star is there, not sooner`() {
    var draws = Draws(seed: 12)
    for _ in 0..<300 {
      let months = (0..<6).map { _ in Int64(draws.below(1000)) }
      for basis in [TiersLadderBasis.each, .mean] {
        let (ladder, found) = standing(months) { $0.by = basis }
        guard found.toNext > 0 else { continue }
        let next = Int(found.level) + 1
        let pace = max(ladder.least[next], basis == .mean ? found.latest : 0)
        for passed in 1...Int(found.toNext) {
          let later =
            months.dropFirst(passed).map { $0 * 100 }
            + [Int64](repeating: pace, count: passed)
          let level = ([0] + later + [0]).withUnsafeBufferPointer { ladder.standing($0).level }
          #expect((Int(level) >= next) == (passed == Int(found.toNext)), "\(months) \(basis)")
        }
      }
    }
  }

  @Test func `correctness: what keeps a star, and who is about to lose it`() {
    let (ladder, steady) = standing([900, 900, 900, 900, 900, 900])
    #expect(steady.needed == 80_001)
    #expect(ladder.isAtRisk(steady))
    let (_, strong) = standing([900, 900, 900, 900, 900, 990])
    #expect(!ladder.isAtRisk(strong))
    let (_, done) = standing([900, 900, 900, 900, 900, 900], soFar: 801)
    #expect(!ladder.isAtRisk(done))
    let (_, starless) = standing([0, 0, 0, 0, 0, 0])
    #expect(!ladder.isAtRisk(starless))
    #expect(starless.needed == .min)
    // The mean: what is missing to six times the threshold once the first month has gone.
    let (mean, uneven) = standing([1800, 0, 0, 0, 0, 600]) { $0.by = .mean }
    #expect(uneven.level == 0)
    #expect(uneven.needed == 6 * 30_000 + 1 - 60_000)
    #expect(mean.isAtRisk(uneven))
  }

  @Test func `correctness: stars a month ago`() {
    #expect(standing([301, 301, 301, 301, 301, 0], before: 301).1.before == 0)
    #expect(standing([301, 301, 301, 301, 301, 0], before: 301).1.level == -1)
    #expect(standing([301, 301, 301, 301, 301, 301], before: 0).1.before == -1)
  }

  @Test(arguments: [
    ("2025-12-31", "2025-07-01", "2025-12-31"), ("2025-12-30", "2025-06-01", "2025-11-30"),
  ])
  func `correctness: a month is complete on its last day`(
    asOf: String, first: String, last: String
  ) throws {
    let window = StarLadder.window(6, upTo: try #require(Day(iso: asOf)))
    #expect(Day(number: window.lowerBound).iso == first)
    #expect(Day(number: window.upperBound - 1).iso == last)
  }

  @Test func `correctness: thresholds in other currencies and broken amounts`() throws {
    var settings = TiersStars()
    settings.thresholds = [19.99, 300.005]
    #expect(StarLadder(settings, .cny).least == [2000, 30_001])
    settings.comparator = .atLeast
    #expect(StarLadder(settings, .cny).least == [1999, 30_001])
    let yen = try #require(Currency(code: "JPY"))
    settings.thresholds = [300]
    #expect(StarLadder(settings, yen).least == [300])
  }
}
