package import Values

extension KeyDictionary {
  /// The ids of many keys as one column.
  package func texts(of keys: some Collection<PackedKey>) -> TextColumn {
    let prefixes = allPrefixes
    var bytes: [UInt8] = []
    var offsets: [Int] = [0]
    offsets.reserveCapacity(keys.count + 1)
    if let first = keys.first {
      var sample: [UInt8] = []
      append(first, to: &sample)
      bytes.reserveCapacity((sample.count + 1) * keys.count)
    }
    for key in keys {
      if key.isNumbered {
        bytes.append(contentsOf: prefixes[key.prefix])
        KeyDictionary.appendDigits(key.number, key.digits, to: &bytes)
      } else {
        append(key, to: &bytes)
      }
      offsets.append(bytes.count)
    }
    return TextColumn(bytes: bytes, offsets: offsets)
  }
}
