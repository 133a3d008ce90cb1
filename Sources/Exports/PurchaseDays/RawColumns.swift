#if canImport(Glibc)
import Glibc
#endif

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
        if let base = buffer.baseAddress {
          askForLargePages(UnsafeMutableRawBufferPointer(buffer))
          next(pointers + [base])
        }
        filled = count
      }
      // The last one is finished first.
      made.insert(column, at: 0)
    }
    if count > 0 {
      next([])
    } else {
      // Nothing is written, but what `body` makes besides is wanted.
      let nothing = UnsafeMutablePointer<Element>.allocate(capacity: 1)
      body(Array(repeating: nothing, count: columns))
      nothing.deallocate()
      made = Array(repeating: [], count: columns)
    }
    return made
  }

  /// Large pages where the system has them: fewer faults, and fewer misses when reading at random.
  private static func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc)
    let page = 2 << 20
    guard memory.count >= 4 * page, let base = memory.baseAddress else { return }
    let start = (UInt(bitPattern: base) + UInt(page) - 1) / UInt(page) * UInt(page)
    let end = UInt(bitPattern: base + memory.count) / UInt(page) * UInt(page)
    // Only advice: without it everything works the same.
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    #endif
  }
}
