import Tabular

/// Which rows stand where order ids come again: the versions of an order.
///
/// The key of a row is its order and line. A row whose key was met in the same file replaces the
/// earlier one; the first row of an order in a later file begins a new version of the order, and
/// lines of the old one that do not come again are withdrawn.
struct OrderResolver {
  /// A row of an order that came again, in arrival order.
  struct Row {
    var file: Int
    var row: WideRow
  }

  /// Rows that stand, and what each file's rows became beyond "accepted once".
  struct Outcome {
    var standing: [WideRow] = []
    /// By file; `accepted` counts the late rows alone.
    var counts: [OrderCounts]
  }

  /// Settles the orders that came again.
  ///
  /// - Parameters:
  ///   - early: the first rows of these orders: one run each, every key once.
  ///   - late: all their further rows in arrival order.
  static func settle(early: [Row], late: [Row], files: Int) -> Outcome {
    var outcome = Outcome(counts: Array(repeating: OrderCounts(), count: files))
    // Early rows go first; the sort keeps the arrival order of the rest by position.
    let rows = early + late
    let sorted = rows.indices.sorted {
      (rows[$0].row.order.bits, $0) < (rows[$1].row.order.bits, $1)
    }
    var at = 0
    while at < sorted.count {
      let order = rows[sorted[at]].row.order
      var stop = at
      while stop < sorted.count, rows[sorted[stop]].row.order == order { stop += 1 }
      settle(rows, sorted[at..<stop], early.count, &outcome)
      at = stop
    }
    return outcome
  }

  /// All rows of one order.
  private static func settle(
    _ rows: [Row], _ positions: ArraySlice<Int>, _ earlyCount: Int, _ outcome: inout Outcome
  ) {
    guard let first = positions.first else { return }
    var file = rows[first].file
    /// Lines that were current when this file began, and lines of this file by their place.
    var previous: Set<PackedKey> = []
    var places: [PackedKey: Int] = [:]
    var current: [WideRow] = []
    for position in positions {
      let found = rows[position]
      if found.file != file {
        outcome.counts[file].withdrawn += previous.subtracting(places.keys).count
        previous = Set(places.keys)
        places = [:]
        current = []
        file = found.file
      }
      if let place = places[found.row.line] {
        current[place] = found.row
        outcome.counts[file].merged += 1
        outcome.counts[file].repeated += 1
        continue
      }
      places[found.row.line] = current.count
      current.append(found.row)
      // Early rows were counted when they came.
      guard position >= earlyCount else { continue }
      if previous.contains(found.row.line) {
        outcome.counts[file].merged += 1
      } else {
        outcome.counts[file].accepted += 1
      }
    }
    outcome.counts[file].withdrawn += previous.subtracting(places.keys).count
    outcome.standing.append(contentsOf: current)
  }
}
