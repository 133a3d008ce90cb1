/// Columns of one number a class, written in place by many threads, each class by one of them.
///
/// `@unchecked Sendable`: a hot path; no two threads have the same class.
struct ClassColumns: @unchecked Sendable {
  private let columns: [UnsafeMutableBufferPointer<Double>]

  subscript(_ column: Int, _ c: Int) -> Double {
    get { columns[column][c] }
    nonmutating set { columns[column][c] = newValue }
  }

  /// So many columns, of which `body` writes every class: memory is touched for the first time there,
  /// on all threads, and nothing is copied afterwards.
  static func filled(
    _ count: Int, classes: Int, _ body: (ClassColumns) -> Void
  ) -> [[Double]] {
    nested(count, classes, [], body)
  }

  private static func nested(
    _ left: Int, _ classes: Int, _ outer: [UnsafeMutableBufferPointer<Double>],
    _ body: (ClassColumns) -> Void
  ) -> [[Double]] {
    guard left > 0 else {
      body(ClassColumns(columns: outer))
      return []
    }
    var inner: [[Double]] = []
    let own = [Double](unsafeUninitializedCapacity: classes) { buffer, filled in
      inner = nested(left - 1, classes, outer + [buffer], body)
      filled = classes
    }
    return [own] + inner
  }
}
