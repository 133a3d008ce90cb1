/// Names put into SQL, quoted: item columns take their names from headers.
enum Identifier {
  /// The name as a quoted identifier.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// The text as a string literal.
  static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether SQLite takes both for one column: equal but for the case of ASCII letters.
  static func areSame(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }

  static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
  }

  /// The table that keeps the ids of a space.
  static func idTable(_ space: String) -> String { quoted(space + "_ids") }
}
