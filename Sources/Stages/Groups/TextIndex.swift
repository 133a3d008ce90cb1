import Values

/// Distinct texts of a column, numbered in order of appearance, without an object a row.
struct TextIndex {
  private(set) var texts = TextColumn()
  private var slots = [Int32](repeating: -1, count: 64)

  init() {}

  /// The number of the text at a row, which is given the next one if it is new.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if (texts.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: bytes)
    if slots[slot] < 0 {
      slots[slot] = Int32(texts.count)
      texts.append(bytes)
    }
    return slots[slot]
  }

  /// The number of a text; -1 if it was never seen.
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 { slots[slot(of: bytes)] }

  /// Where the text is, or the free slot where it would go: linear probing, at most half full.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextIndex.hash(bytes)) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = texts.offsets[number]
    guard texts.offsets[number + 1] - start == bytes.count else { return false }
    for offset in 0..<bytes.count where texts.bytes[start + offset] != bytes[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    texts.bytes.withUnsafeBufferPointer { all in
      for number in 0..<texts.count {
        let range = texts.offsets[number]..<texts.offsets[number + 1]
        var slot = Int(truncatingIfNeeded: TextIndex.hash(.init(rebasing: all[range]))) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
      }
    }
  }

  /// FNV-1a with the high half folded in: the same in every process.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}

extension TextColumn {
  /// Calls the body with every row's bytes, in order.
  func forEachRow(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      for row in 0..<count {
        body(row, UnsafeBufferPointer(rebasing: all[offsets[row]..<offsets[row + 1]]))
      }
    }
  }
}
