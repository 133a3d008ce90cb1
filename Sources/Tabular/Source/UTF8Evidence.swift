/// How much of the bytes is, and how much is not, UTF-8 beyond ASCII.
struct UTF8Evidence {
  /// Characters of more than one byte.
  private(set) var good = 0
  /// Bytes that do not fit.
  private(set) var bad = 0
  private(set) var firstBadLine = 0

  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var at = 0
      while at < buffer.count {
        let stop = UTF8Check.firstBad(base, at..<buffer.count) ?? buffer.count
        for i in at..<stop where base[i] >= 0xC0 { good += 1 }
        at = stop
        guard at < buffer.count else { break }
        // A character that the end of the head cuts off says nothing.
        if !isWhole, at >= buffer.count - 3 { break }
        if bad == 0 {
          firstBadLine = 1 + UnsafeBufferPointer(start: base, count: at).count { $0 == 10 }
        }
        bad += 1
        at += 1
      }
    }
  }
}
