/// A file in the store and what became of its rows.
///
/// `read = accepted + merged + rejected + excluded`. Accepted and merged are as if the files stood
/// in the store in the order of their positions and no other had ever come.
package struct FileRecord: Sendable, Equatable, Identifiable {
  package var id: Int64
  /// Later positions replace earlier ones.
  package var position: Int
  package var name: String
  package var source: String
  package var contract: String
  package var sha256: String
  package var settingsHash: String
  package var bytes: Int
  package var encoding: String
  package var encodingBasis: String
  package var reasons: [String]
  package var delimiter: String
  package var read: Int
  /// Rows whose key was not current before this file.
  package var accepted: Int
  /// Rows whose key was current, or came earlier in this file: the later row stands.
  package var merged: Int
  package var rejected: Int
  package var excluded: Int
  /// Rows that were current, of groups in this file, whose key it no longer has.
  package var withdrawn: Int
  package var rounded: Int
  package var rejectedByRule: [RuleRows]
  package var excludedByRule: [RuleRows]
  package var unusedColumns: [String]
  /// Where the customer's id stands in a row of the file, from 0; nil where that is not known.
  package var customerField: Int?

  /// Whether every row that was read is accounted for: what SQLite checks when the account is
  /// written, and a damaged page may have lost.
  var isBalanced: Bool {
    var left = read
    for rows in [accepted, merged, rejected, excluded] {
      guard (0...max(0, left)).contains(rows) else { return false }
      left -= rows
    }
    return left == 0
  }
}
