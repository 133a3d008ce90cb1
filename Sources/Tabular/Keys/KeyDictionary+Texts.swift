package import Values

extension KeyDictionary {
  /// The ids of many keys as one column.
  package func texts(of keys: [PackedKey]) -> TextColumn {
    let prefixes = allPrefixes
    var offsets = [Int](repeating: 0, count: keys.count + 1)
    var total = 0
    for (row, key) in keys.enumerated() {
      total += key.isNumbered ? prefixes[key.prefix].count + key.digits : length(of: key)
      offsets[row + 1] = total
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: total) { bytes, filled in
      var family = UInt64.max
      var prefix: [UInt8] = []
      var other: [UInt8] = []
      for (row, key) in keys.enumerated() {
        guard key.isNumbered else {
          other.removeAll(keepingCapacity: true)
          append(key, to: &other)
          for (k, byte) in other.enumerated() { bytes[offsets[row] + k] = byte }
          continue
        }
        if key.family != family {
          family = key.family
          prefix = prefixes[key.prefix]
        }
        let start = offsets[row]
        for k in 0..<prefix.count { bytes[start &+ k] = prefix[k] }
        var rest = key.number
        var at = offsets[row &+ 1]
        while at > start &+ prefix.count {
          at &-= 1
          bytes[at] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      filled = total
    }
    return TextColumn(bytes: bytes, offsets: offsets)
  }

  private func length(of key: PackedKey) -> Int {
    var bytes: [UInt8] = []
    append(key, to: &bytes)
    return bytes.count
  }
}
