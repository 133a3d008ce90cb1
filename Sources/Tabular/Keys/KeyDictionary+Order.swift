extension KeyDictionary {
  /// The keys in order of the bytes of their ids: position k of the result is the index of the k-th.
  ///
  /// Ids of one prefix and one length are sorted by their numbers, all others by their bytes.
  package func order(of keys: [PackedKey]) -> [Int32] {
    guard let first = keys.first else { return [] }
    var least = UInt64.max
    var most: UInt64 = 0
    var isOneFamily = first.isNumbered
    for key in keys {
      if key.family != first.family {
        isOneFamily = false
        break
      }
      least = min(least, key.number)
      most = max(most, key.number)
    }
    if isOneFamily {
      return most - least < UInt64(keys.count) * 16
        ? denseOrder(keys, least: least, most: most) : numberOrder(keys)
    }
    return byteOrder(keys)
  }

  /// Whether the id of the first key comes before the other's, byte by byte.
  package func areInOrder(_ a: PackedKey, _ b: PackedKey) -> Bool {
    if a.isNumbered, a.family == b.family { return a.number < b.number }
    var left: [UInt8] = []
    var right: [UInt8] = []
    append(a, to: &left)
    append(b, to: &right)
    return left.lexicographicallyPrecedes(right)
  }

  /// One pass over the range of numbers; equal keys keep their order.
  private func denseOrder(_ keys: [PackedKey], least: UInt64, most: UInt64) -> [Int32] {
    var starts = [Int32](repeating: 0, count: Int(most - least) + 2)
    for key in keys { starts[Int(key.number - least) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    var order = [Int32](repeating: 0, count: keys.count)
    for (index, key) in keys.enumerated() {
      let slot = Int(key.number - least)
      order[Int(starts[slot])] = Int32(index)
      starts[slot] += 1
    }
    return order
  }

  private func numberOrder(_ keys: [PackedKey]) -> [Int32] {
    let pairs = keys.enumerated().map { (number: $1.number, index: Int32($0)) }
      .sorted { ($0.number, $0.index) < ($1.number, $1.index) }
    return pairs.map(\.index)
  }

  private func byteOrder(_ keys: [PackedKey]) -> [Int32] {
    var bytes: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(keys.count + 1)
    for key in keys {
      append(key, to: &bytes)
      offsets.append(bytes.count)
    }
    // The first eight bytes as a number decide most comparisons.
    var entries: [(head: UInt64, index: Int32)] = []
    entries.reserveCapacity(keys.count)
    for index in keys.indices {
      var head: UInt64 = 0
      let range = offsets[index]..<offsets[index + 1]
      for k in 0..<8 {
        head = head << 8 | (k < range.count ? UInt64(bytes[range.lowerBound + k]) : 0)
      }
      entries.append((head, Int32(index)))
    }
    bytes.withUnsafeBufferPointer { bytes in
      entries.sort { a, b in
        if a.head != b.head { return a.head < b.head }
        let left = bytes[offsets[Int(a.index)]..<offsets[Int(a.index) + 1]]
        let right = bytes[offsets[Int(b.index)]..<offsets[Int(b.index) + 1]]
        if left.elementsEqual(right) { return a.index < b.index }
        return left.lexicographicallyPrecedes(right)
      }
    }
    return entries.map(\.index)
  }
}
