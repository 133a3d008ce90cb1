/// Memory of one element type that is used again and again: no zeroing, no checks, no copies.
///
/// The hot loops of the reader write through `pointer`; whoever does has reserved before.
final class GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var pointer: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init() {
    capacity = 0
    pointer = UnsafeMutablePointer<Element>.allocate(capacity: 1)
  }

  deinit { pointer.deallocate() }

  /// Makes room; what was there is lost when the buffer grows.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    pointer.deallocate()
    capacity = count + count / 8
    pointer = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
  }
}
