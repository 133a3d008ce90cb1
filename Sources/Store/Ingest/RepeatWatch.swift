/// Finds, while rows arrive, the groups of a file that need an exact look at their keys.
///
/// Those are groups that were there before, groups that come back after another began, and runs in
/// which two rows might have one key. All others are new and whole: each row of theirs is accepted.
/// Codes of new groups rise in order of appearance, so a file takes memory for the exceptions alone.
struct RepeatWatch {
  /// Codes up to this one may have rows already.
  private let highestOldCode: Int64
  private var highestCode = Int64.min
  private var firstKeyOfRun: UInt64 = 0
  private var laterKeysOfRun: Set<UInt64> = []
  /// Groups to look at, in order of appearance; one may stand here more than once.
  private(set) var groups: [Int64] = []

  init(highestOldCode: Int64) { self.highestOldCode = highestOldCode }

  /// Takes one row: its group (`Int64.min`: none) and a hash of the rest of its key.
  mutating func note(group: Int64, keyHash: UInt64) {
    guard group != .min else { return }
    if group <= highestOldCode || group < highestCode {
      add(group)
    } else if group > highestCode {
      highestCode = group
      firstKeyOfRun = keyHash
      if !laterKeysOfRun.isEmpty { laterKeysOfRun.removeAll(keepingCapacity: true) }
    } else if keyHash == firstKeyOfRun || !laterKeysOfRun.insert(keyHash).inserted {
      add(group)
    }
  }

  private mutating func add(_ group: Int64) {
    if groups.last != group { groups.append(group) }
  }
}
