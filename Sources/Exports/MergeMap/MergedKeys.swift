import Tabular

/// The merge map over packed ids, for the rows of orders on their way to purchase days.
struct MergedKeys {
  private let standing: [PackedKey: PackedKey]
  private let ids: [PackedKey: String]
  private var rows: [PackedKey: Int] = [:]

  init(_ map: MergeMap, _ keys: KeyDictionary) {
    var standing: [PackedKey: PackedKey] = [:]
    var ids: [PackedKey: String] = [:]
    for id in map.involved {
      let key = keys.key(for: id)
      standing[key] = keys.key(for: map.target(of: id))
      ids[key] = id
    }
    self.standing = standing
    self.ids = ids
  }

  /// Rows that count, by id as exported, of the ids of the map.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for (key, count) in rows { counts[ids[key] ?? ""] = count }
    return counts
  }

  /// Calls `body` with the standing keys of the customers of a chunk; without a map they are its own.
  mutating func withStanding(
    _ customers: UnsafeBufferPointer<PackedKey>, keeps: [Bool]?,
    _ body: (UnsafeBufferPointer<PackedKey>) -> Void
  ) {
    guard !standing.isEmpty else { return body(customers) }
    var changed = Array(customers)
    for row in changed.indices {
      guard let key = standing[changed[row]] else { continue }
      if keeps?[row] ?? true { rows[changed[row], default: 0] += 1 }
      changed[row] = key
    }
    changed.withUnsafeBufferPointer(body)
  }
}
