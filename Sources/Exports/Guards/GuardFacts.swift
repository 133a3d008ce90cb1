import Values

/// What is known of a file that was read, as far as the guards judge it.
struct GuardFacts {
  var file: String
  var contract: String
  var read: Int
  var rejected: Int
  /// Rows that took the place of an earlier row of the same file.
  var repeated: Int
  /// The rule and column that rejected most rows.
  var worst: RejectTally.Worst?
  /// Columns that say which row it is.
  var key: [String]
  /// Fields that the file has.
  var fields: [String]
  /// Header cells that no field takes.
  var unused: [String]
  /// The key is an order without a line, and the contract has lines.
  var couldHaveLines: Bool
  /// The last file of the same source; nil where there was none, or where the same bytes come again.
  var before: Before?
  /// Where rejected rows are written when the file is not taken in.
  var rejectsPath: String?

  /// The last file of the source.
  struct Before {
    var file: String
    var read: Int
    var fields: [String]
  }
}
