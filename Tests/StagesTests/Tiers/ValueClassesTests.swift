import Statistics
import Testing

@testable import Stages

@Suite struct ValueClassesTests {
  private func classes(
    _ amounts: [Int64], by: TiersABCBasis = .share, boundary: TiersBoundary = .include,
    cuts: [Double] = [], negatives: TiersNegatives = .setAside
  ) -> ValueClasses {
    var settings = TiersABC()
    settings.by = by
    settings.boundary = boundary
    settings.cuts = cuts
    return ValueClasses(
      settings, amounts: amounts, hasPurchase: { _ in true }, negatives: negatives)
  }

  /// The class by the plain words of the definition.
  private func plain(_ row: Int, _ amounts: [Int64], _ settings: TiersABC) -> Int {
    let counted = amounts.map { max(0, $0) }
    let whole = settings.by == .share ? Double(counted.reduce(0, +)) : Double(counted.count)
    func part(_ isIn: (Int64) -> Bool) -> Double {
      let chosen = counted.filter(isIn)
      return (settings.by == .share ? Double(chosen.reduce(0, +)) : Double(chosen.count)) / whole
    }
    let own = counted[row]
    return settings.limits.firstIndex { limit in
      settings.boundary == .include
        ? part { $0 > own } < limit : part { $0 >= own } <= limit
    } ?? settings.limits.count
  }

  @Test func `correctness: the customer who passes 80 % is in A, or in B where that is wanted`() {
    let amounts: [Int64] = [50, 25, 10, 10, 5]
    #expect(classes(amounts).index == [0, 0, 0, 0, 2])
    #expect(classes([50, 25, 10, 9, 6]).index == [0, 0, 0, 1, 1])
    #expect(classes(amounts, boundary: .exclude).index == [0, 0, 1, 1, 2])
    #expect(classes([50, 30, 15, 5]).index == [0, 0, 1, 2])
    #expect(classes([50, 30, 15, 5], boundary: .exclude).index == [0, 0, 1, 2])
  }

  @Test func `correctness: by number of customers the first tenth is A`() {
    let amounts = (1...20).map { Int64($0) }
    let found = classes(amounts, by: .headCount)
    #expect(found.index.count { $0 == 0 } == 2)
    #expect(found.index.count { $0 == 1 } == 4)
    #expect(found.index.last == 0)
    #expect(classes(amounts, by: .headCount, cuts: [0.5]).index.count { $0 == 0 } == 10)
  }

  @Test func `correctness: one customer, equal customers, nothing bought`() {
    #expect(classes([9]).index == [0])
    #expect(classes([9], boundary: .exclude).index == [2])
    #expect(classes([4, 4, 4, 4]).index == [0, 0, 0, 0])
    #expect(classes([4, 4, 4, 4]).rank == [1, 1, 1, 1])
    #expect(classes([4, 4, 4, 4], boundary: .exclude).index == [2, 2, 2, 2])
    #expect(classes([0, 0]).index == [-3, -3])
    #expect(classes([]).index == [])
    #expect(classes([10, 0]).index == [0, 2])
  }

  @Test func `correctness: below zero stands aside with the way back, or counts with zero`() {
    let aside = classes([100, -30, 0])
    #expect(aside.index == [0, -1, 2])
    #expect(aside.toNext[1] == 30)
    #expect(aside.rank == [1, 0, 2])
    #expect(aside.sorted == [0, 100])
    let zero = classes([100, -30, 0], negatives: .zero)
    #expect(zero.index == [0, 2, 2])
    #expect(zero.sorted == [0, 0, 100])
    #expect(abs((zero.concentration?.gini ?? 0) - 2.0 / 3) < 1e-15)
  }

  @Test(arguments: [TiersABCBasis.share, .headCount], [TiersBoundary.include, .exclude])
  func `consistency: classes and distances are those found by trying every amount`(
    by: TiersABCBasis, boundary: TiersBoundary
  ) {
    var draws = Draws(seed: 31)
    for round in 0..<60 {
      let n = 1 + draws.below(9)
      let amounts = (0..<n).map { _ in Int64(draws.below(round % 2 == 0 ? 12 : 200)) }
      guard amounts.contains(where: { $0 > 0 }) else { continue }
      let cuts = round % 3 == 0 ? [] : [0.5, 0.7, 0.9]
      let found = classes(amounts, by: by, boundary: boundary, cuts: cuts)
      for row in 0..<n {
        let own = plain(row, amounts, found.settings)
        #expect(Int(found.index[row]) == own, "\(amounts) row \(row)")
        var moved = amounts
        let reached = (1...4000).first { rise in
          moved[row] = amounts[row] + Int64(rise)
          return plain(row, moved, found.settings) < own
        }
        let expected = own == 0 ? nil : reached.map(Int64.init)
        #expect(
          (found.toNext[row] == .min ? nil : found.toNext[row]) == expected,
          "\(amounts) row \(row) by \(by) \(boundary)")
      }
    }
  }

  @Test func `consistency: the order of customers and the unit of money change no class`() {
    var draws = Draws(seed: 4)
    let amounts = (0..<300).map { _ in Int64(draws.below(5000)) }
    let found = classes(amounts)
    let backwards = classes(amounts.reversed())
    #expect(Array(backwards.index.reversed()) == found.index)
    #expect(Array(backwards.toNext.reversed()) == found.toNext)
    let scaled = classes(amounts.map { $0 * 1000 })
    #expect(scaled.index == found.index)
    #expect(scaled.rank == found.rank)
    let doubled = classes(amounts + amounts)
    #expect(Array(doubled.index.prefix(300)) == found.index)
  }

  @Test(arguments: [0, 1, 3, 10, 11, 25, 99])
  func `correctness: tenths differ by one customer at most, the first being larger`(n: Int) {
    var draws = Draws(seed: UInt64(n))
    let values = (0..<n).map { _ in Int64(draws.below(40)) }
    let found = ValueDeciles(values + [.min])
    let sizes = found.deciles.map(\.customers)
    #expect(sizes.reduce(0, +) == n)
    #expect(sizes == sizes.sorted(by: >))
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(sizes.count == min(n, 10))
    #expect(found.decile.last == 0)
    #expect(found.deciles.reduce(0) { $0 + $1.sum } == values.reduce(0, +))
    for (first, second) in zip(found.deciles, found.deciles.dropFirst()) {
      #expect(first.least >= second.greatest)
    }
    // Of equal values the first comes first.
    for one in values.indices {
      for other in values.indices where one < other && values[one] == values[other] {
        #expect(found.place[one] < found.place[other])
      }
    }
  }
}
