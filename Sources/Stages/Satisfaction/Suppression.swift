/// Which groups of a table may show their figures.
///
/// A group with fewer answers than the least cell is hidden, for its figures would be those of
/// people one could name. Where the total stands beside the groups, hidden ones could be worked out
/// by subtraction: so the next smallest groups are hidden with them, until at least two groups with
/// together at least the least cell are hidden.
///
/// Source: Hundepool et al., *Statistical disclosure control*, 2012, chapters 4 (tables of
/// magnitudes, secondary suppression) and 5 (frequency tables, threshold rule).
enum Suppression {
  enum Visibility: Sendable, Equatable {
    case shown
    /// Nobody answered.
    case empty
    /// Fewer answers than the least cell.
    case small
    /// Hidden so that a small group cannot be worked out.
    case protecting
  }

  /// - Parameters:
  ///   - bases: answers of each group, each counted once.
  ///   - isTotalShown: whether the figures of all groups together are published.
  static func visibility(
    bases: [Int], minCell: Int, isTotalShown: Bool
  ) -> [Visibility] {
    var result = bases.map { base -> Visibility in
      base == 0 ? .empty : base < minCell ? .small : .shown
    }
    guard isTotalShown else { return result }
    // Equal bases go by position, so the choice does not depend on chance.
    var candidates = bases.indices.filter { result[$0] == .shown }
    candidates.sort { (bases[$0], $0) > (bases[$1], $1) }
    while let next = candidates.last {
      let hidden = bases.indices.filter { result[$0] == .small || result[$0] == .protecting }
      let together = hidden.reduce(0) { $0 + bases[$1] }
      if hidden.isEmpty || (hidden.count > 1 && together >= minCell) { break }
      result[next] = .protecting
      candidates.removeLast()
    }
    return result
  }
}
