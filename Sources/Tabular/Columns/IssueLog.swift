/// What was found wrong in the rows of one chunk.
///
/// Noting is rare and kept out of the loops; the loops only see `isBad`.
final class IssueLog {
  struct Issue {
    var row: Int
    /// Index in the column specifications.
    var column: Int
    var rule: Reject.Rule
  }

  private(set) var issues: [Issue] = []
  private let flags = GrowingBuffer<Bool>()

  /// One flag a row.
  var isBad: UnsafeMutablePointer<Bool> { flags.pointer }

  func begin(rows: Int) {
    issues.removeAll(keepingCapacity: true)
    flags.reserve(rows)
    flags.pointer.update(repeating: false, count: rows)
  }

  @inline(never)
  func note(_ row: Int, _ column: Int, _ rule: Reject.Rule) {
    flags.pointer[row] = true
    issues.append(Issue(row: row, column: column, rule: rule))
  }
}
