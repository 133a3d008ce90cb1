/// Of which groups the mean amount may be told.
///
/// Not of one in which few have an amount: it would be theirs, which others may know. With it the
/// next smallest, until those left out are not few together: the mean of all is told, and what is
/// left of it would be theirs.
///
/// Source: Hundepool et al., *Statistical disclosure control*, 2012, chapter 4 (minimum frequency
/// rule, secondary suppression).
struct ToldAmounts: Equatable {
  let groups: [Bool]
  let all: Bool

  /// - Parameters:
  ///   - counts: members with an amount, by group; one without any hides nothing.
  ///   - minCell: so many are not few.
  init(_ counts: [Int], minCell: Int) {
    var isTold = counts.map { $0 == 0 || $0 >= minCell }
    var hidden = counts.indices.filter { !isTold[$0] }
    if !hidden.isEmpty {
      let others = counts.indices.filter { isTold[$0] && counts[$0] > 0 }
        .sorted { (counts[$0], $0) < (counts[$1], $1) }
      for place in others {
        if hidden.count > 1, Self.sum(counts, hidden) >= minCell { break }
        isTold[place] = false
        hidden.append(place)
      }
    }
    groups = isTold
    all = hidden.isEmpty || Self.sum(counts, hidden) >= minCell
  }

  private static func sum(_ counts: [Int], _ places: [Int]) -> Int {
    places.reduce(0) { $0 + counts[$1] }
  }
}
