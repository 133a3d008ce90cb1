/// A piece of a file that holds whole rows, in a buffer that is used again for the next piece.
///
/// The bytes lie between margins, so that words may be loaded across both ends of any field; the
/// second half of the buffer takes fields whose doubled quotes were made single.
final class Chunk {
  /// Free bytes before the first byte of data.
  static let margin = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Bytes of data, from `margin` on; the last one ends a row.
  var count = 0
  /// Place in the file, from 0.
  var index = 0
  /// Nothing but blank lines follows in the file.
  var isLast = false
  /// There is a quote somewhere: the careful walk is needed.
  var hasQuote = false
  /// Set on a chunk without rows: the quote that is never closed, or that or the row that is
  /// too long, begins at this position of the buffer.
  var failure: (reason: Failure, position: Int)?

  enum Failure { case openQuote, longQuote, longRow }

  init() {
    capacity = 0
    base = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * Chunk.margin)
    base.initialize(repeating: 0, count: 2 * Chunk.margin)
  }

  deinit { base.deallocate() }

  var start: Int { Chunk.margin }
  var end: Int { Chunk.margin + count }
  /// Where single-quoted copies of fields are put.
  var spare: Int { Chunk.margin + capacity + Chunk.margin }

  /// Makes room for `bytes` of data and keeps the first `kept`.
  func reserve(_ bytes: Int, keeping kept: Int) {
    guard bytes > capacity else { return }
    let newCapacity = max(bytes, capacity * 2)
    // Twice the room: the untouched half costs address space only.
    let size = 2 * newCapacity + 3 * Chunk.margin
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    fresh.initialize(repeating: 0, count: Chunk.margin)
    (fresh + Chunk.margin).update(from: base + Chunk.margin, count: kept)
    base.deallocate()
    base = fresh
    capacity = newCapacity
  }

  /// Clears the margin behind the data, which loads may touch.
  func clearMargin() {
    (base + end).update(repeating: 0, count: Chunk.margin)
  }
}
