/// A row of a group, as far as its version is concerned.
struct VersionedRow: Equatable {
  var row: Int64
  var file: Int64
  /// The values of the key columns after the first, in one comparable form.
  var key: [UInt8]
  /// No row: the file contains the group in rows that were left out, so it replaces earlier ones.
  var isVoid = false
}

/// What the rows of one group add to the account of a file.
struct VersionCounts: Equatable {
  var accepted = 0
  var merged = 0
  var withdrawn = 0
  /// Of the merged rows those whose key came earlier in the same file.
  var repeated = 0

  static func += (left: inout VersionCounts, right: VersionCounts) {
    left.accepted += right.accepted
    left.merged += right.merged
    left.withdrawn += right.withdrawn
    left.repeated += right.repeated
  }

  static func - (left: VersionCounts, right: VersionCounts) -> VersionCounts {
    VersionCounts(
      accepted: left.accepted - right.accepted, merged: left.merged - right.merged,
      withdrawn: left.withdrawn - right.withdrawn, repeated: left.repeated - right.repeated)
  }
}

/// Which rows of a group are current, and what each file did to it: a pure fold over its files.
///
/// A file's row is accepted when its key was not current before the file, merged when it was or
/// came earlier in the file; the later line stands. Where groups are replaced whole, rows that were
/// current and whose key the file no longer has are withdrawn. So after any files
/// `current rows = sum of accepted - sum of withdrawn`.
struct GroupVersions {
  /// For each row the file that replaced it; nil while it is current.
  private(set) var supersededBy: [Int64?]
  /// The files of the group in their order.
  private(set) var counts: [(file: Int64, counts: VersionCounts)] = []

  /// - Parameters:
  ///   - rows: the rows of one group, by position of their file, then line.
  ///   - replacesGroup: a later file replaces all rows, not just those with its keys.
  ///   - skipped: a file that is taken as if it had never come.
  init(_ rows: [VersionedRow], replacesGroup: Bool, skipping skipped: Int64? = nil) {
    supersededBy = [Int64?](repeating: nil, count: rows.count)
    var current: [[UInt8]: Int] = [:]
    var start = 0
    while start < rows.count {
      let file = rows[start].file
      var end = start
      while end < rows.count, rows[end].file == file { end += 1 }
      if file != skipped {
        let found = take(rows, start..<end, &current, replacesGroup)
        counts.append((file, found))
      }
      start = end
    }
  }

  private mutating func take(
    _ rows: [VersionedRow], _ range: Range<Int>, _ current: inout [[UInt8]: Int],
    _ replacesGroup: Bool
  ) -> VersionCounts {
    let file = rows[range.lowerBound].file
    var found = VersionCounts()
    var arrived: [[UInt8]: Int] = [:]
    for index in range where !rows[index].isVoid {
      let key = rows[index].key
      if let earlier = arrived.updateValue(index, forKey: key) {
        supersededBy[earlier] = file
        found.merged += 1
        found.repeated += 1
      } else if current[key] != nil {
        found.merged += 1
      } else {
        found.accepted += 1
      }
    }
    // The order of a dictionary decides nothing here: each entry is treated by itself.
    for (key, index) in current where replacesGroup || arrived[key] != nil {
      supersededBy[index] = file
      if arrived[key] == nil { found.withdrawn += 1 }
    }
    if replacesGroup {
      current = arrived
    } else {
      current.merge(arrived) { _, new in new }
    }
    return found
  }
}
