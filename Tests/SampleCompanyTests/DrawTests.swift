import Foundation
import Testing

@testable import SampleCompany

@Suite struct DrawTests {
  @Test func `the program's own logarithm and exponential agree with the C library's`() {
    var random = SampleRandom(1, .rates)
    for _ in 0..<20_000 {
      let x = exp(60 * random.uniform() - 30)
      #expect(abs(PortableFunctions.log(x) - log(x)) <= 4e-16 * max(abs(log(x)), 1))
      let y = 80 * random.uniform() - 60
      #expect(abs(PortableFunctions.exp(y) / exp(y) - 1) < 1e-14)
    }
    #expect(PortableFunctions.log(1) == 0)
    #expect(PortableFunctions.exp(0) == 1)
    #expect(PortableFunctions.exp(-800) == 0)
  }

  /// Mean and variance of Gamma(k, 1) are both k; the tolerances are 4.5 standard errors.
  @Test(arguments: [0.3, 0.8, 1, 6])
  func `gamma draws have the mean and the variance of their shape`(_ shape: Double) {
    var random = SampleRandom(2, .rates)
    let n = 100_000
    let values = (0..<n).map { _ in random.gamma(shape) }
    let mean = values.reduce(0, +) / Double(n)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
    #expect(abs(mean - shape) < 4.5 * (shape / Double(n)).squareRoot())
    let spread = ((2 * shape * shape + 6 * shape) / Double(n)).squareRoot()
    #expect(abs(variance - shape) < 4.5 * spread)
  }

  @Test func `beta draws have the mean a over a plus b`() {
    var random = SampleRandom(3, .rates)
    let n = 50_000
    let mean = (0..<n).reduce(0.0) { sum, _ in sum + random.beta(0.7, 8) } / Double(n)
    let variance = 0.7 * 8 / (8.7 * 8.7 * 9.7)
    #expect(abs(mean - 0.7 / 8.7) < 4.5 * (variance / Double(n)).squareRoot())
  }

  @Test func `streams of neighbours do not follow each other`() {
    var seen: Set<UInt64> = []
    for owner in 0..<200 {
      for item in 0..<50 {
        var random = SampleRandom(7, .order, owner, item)
        seen.insert(random.next())
        seen.insert(random.next())
      }
    }
    #expect(seen.count == 20_000)
  }

  @Test func `a sample takes each value once`() {
    var random = SampleRandom(4, .rates)
    let taken = random.sample(30, of: Array(0..<40))
    #expect(Set(taken).count == 30)
    #expect(random.sample(9, of: [1, 2]).sorted() == [1, 2])
  }
}
