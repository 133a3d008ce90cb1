/// Names that are safe as part of a file name on every system.
enum FileName {
  /// Letters, digits, `-` and `_` only, and not empty.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
          || $0 == 95
      }
  }
}
