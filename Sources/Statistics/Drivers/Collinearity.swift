/// An item that others determine completely, so that no regression can tell its part from theirs.
package struct Collinearity: Sendable, Equatable {
  /// The item, by its place.
  package let item: Int
  /// The earlier items that it is a sum of, up to scale and constant.
  package let others: [Int]

  package init(item: Int, others: [Int]) {
    self.item = item
    self.others = others
  }
}
