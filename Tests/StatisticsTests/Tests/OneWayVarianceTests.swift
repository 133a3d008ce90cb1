import Statistics
import Testing

@Suite struct OneWayVarianceTests {
  // Box, Hunter & Hunter, Statistics for experimenters, 1978, table 6.1: coagulation times of four
  // diets; sums of squares 228 between and 112 within, F = 13.57.
  private static let diets: [[Double]] = [
    [62, 60, 63, 59], [63, 67, 71, 64, 65, 66], [68, 66, 71, 67, 68, 68],
    [56, 62, 60, 61, 63, 64, 63, 59],
  ]

  @Test func `correctness: coagulation times of four diets`() throws {
    let found = try #require(OneWayVariance(Self.diets.compactMap { MeanEstimate($0) }))
    #expect(abs(found.etaSquared - 228.0 / 340) < 1e-12)
    #expect(abs(found.f - 13.571428571428571) < 1e-10)
    #expect(found.groupDegrees == 3 && found.errorDegrees == 20)
    #expect(abs(found.pValue - 4.658e-5) < 1e-8)
    // Means 61, 66, 68, 61 around 64.
    for (part, square) in zip(found.parts, [36.0, 24, 96, 72]) {
      #expect(abs(part - square / 340) < 1e-12)
    }
  }

  @Test func `consistency: with two groups F is the square of Student's t`() throws {
    let (a, b) = (Self.diets[1], Self.diets[2])
    let found = try #require(OneWayVariance([a, b].compactMap { MeanEstimate($0) }))
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    let within = [a, b].reduce(0) { sum, x in
      sum + x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) }
    }
    let t = (mean(a) - mean(b)) / (within / 10 * (1.0 / 6 + 1.0 / 6)).squareRoot()
    #expect(abs(found.f - t * t) < 1e-10)
  }

  @Test func `input checks: one group, no spare answer, no variance`() {
    let one = MeanEstimate([1, 2, 3])
    let same = MeanEstimate([2, 2])
    let single = MeanEstimate([4])
    #expect(OneWayVariance([one].compactMap(\.self)) == nil)
    #expect(OneWayVariance([single, single].compactMap(\.self)) == nil)
    #expect(OneWayVariance([same, same].compactMap(\.self)) == nil)
    #expect(OneWayVariance([]) == nil)
    // Groups that differ and do not vary within are told apart without a doubt.
    let apart = OneWayVariance([same, MeanEstimate([5, 5])].compactMap(\.self))
    #expect(apart?.etaSquared == 1 && apart?.pValue == 0)
    // A group of one has a place between and none within.
    #expect(OneWayVariance([one, single].compactMap(\.self))?.errorDegrees == 2)
  }
}
