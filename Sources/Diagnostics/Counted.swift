/// A number of things in words: `1 row`, `2 rows`.
package struct Counted: CustomStringConvertible {
  private let count: Int
  private let one: String
  private let many: String

  /// - Parameter many: the plural where it is not the singular with an s.
  package init(_ count: Int, _ one: String, many: String? = nil) {
    self.count = count
    self.one = one
    self.many = many ?? one + "s"
  }

  package var description: String { "\(count) \(count == 1 ? one : many)" }
}
