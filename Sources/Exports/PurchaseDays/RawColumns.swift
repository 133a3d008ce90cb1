/// Arrays that several threads fill at once, without zeroing them first.
enum RawColumns {
  /// Makes arrays of one type and length from what `body` writes to their memory.
  ///
  /// Elements that `body` leaves out hold any value: they must never be read.
  static func make<Element: BitwiseCopyable>(
    _ columns: Int, _ count: Int, _ body: ([UnsafeMutablePointer<Element>]) -> Void
  ) -> [[Element]] {
    var made: [[Element]] = []
    func next(_ pointers: [UnsafeMutablePointer<Element>]) {
      guard pointers.count < columns else {
        body(pointers)
        return
      }
      let column = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
        if let base = buffer.baseAddress { next(pointers + [base]) }
        filled = count
      }
      // The last one is finished first.
      made.insert(column, at: 0)
    }
    if count > 0 { next([]) } else { made = Array(repeating: [], count: columns) }
    return made
  }
}
