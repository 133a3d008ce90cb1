import Values

/// The ids of a run as packed keys, shared by all readers and all threads.
///
/// `@unchecked Sendable`: all state is behind locks; it is on the hot path of every row.
package final class KeyDictionary: @unchecked Sendable {
  private let lock = Lock()
  private var prefixes: [[UInt8]] = []
  private var prefixNumbers: [[UInt8]: Int] = [:]
  private let shards: [KeyShard]
  static let shardBits = 4

  package init() {
    shards = (0..<(1 << KeyDictionary.shardBits)).map { _ in KeyShard() }
  }

  /// The key of an id.
  package func key(for text: String) -> PackedKey {
    var text = text
    return text.withUTF8 { key(for: $0) }
  }

  /// The key of an id given as bytes.
  package func key(for bytes: UnsafeBufferPointer<UInt8>) -> PackedKey {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return .missing }
    let digits = KeyDictionary.trailingDigits(start, bytes.count)
    if digits > 0, let prefix = prefixNumber(start, bytes.count - digits) {
      var number: UInt64 = 0
      for i in (bytes.count - digits)..<bytes.count { number = number * 10 + UInt64(start[i] & 15) }
      return .numbered(prefix: prefix, digits: digits, number: number)
    }
    if bytes.count <= 7 { return .short(start, bytes.count) }
    let hash = KeyShard.hash(start, bytes.count)
    let shard = Int(hash >> UInt64(64 - KeyDictionary.shardBits))
    let index = shards[shard].index(of: start, bytes.count, hash)
    return .stored(index << KeyDictionary.shardBits | shard)
  }

  /// Digits at the end, as many as a packed number holds.
  static func trailingDigits(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var digits = 0
    while digits < count, digits < PackedKey.largestDigitCount,
      bytes[count - 1 - digits] &- 48 < 10
    { digits += 1 }
    return digits
  }

  /// The number of a prefix, which is given one while there are numbers.
  ///
  /// Once all are given, a new prefix never gets one, so an id has one form for good.
  func prefixNumber(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count <= PackedKey.longestPrefix else { return nil }
    let prefix = Array(UnsafeBufferPointer(start: bytes, count: count))
    return lock.locked {
      if let known = prefixNumbers[prefix] { return known }
      guard prefixes.count < PackedKey.largestPrefixCount else { return nil }
      prefixes.append(prefix)
      prefixNumbers[prefix] = prefixes.count - 1
      return prefixes.count - 1
    }
  }

  var allPrefixes: [[UInt8]] { lock.locked { prefixes } }

  func prefix(_ number: Int) -> [UInt8] { lock.locked { prefixes[number] } }

  /// The id of a key of this dictionary.
  package func text(of key: PackedKey) -> String {
    var bytes: [UInt8] = []
    append(key, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the bytes of the id.
  package func append(_ key: PackedKey, to bytes: inout [UInt8]) {
    switch key.form {
    case .short:
      var bits = key.bits
      for _ in 0..<Int(key.bits >> 56) {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
      }
    case .numbered:
      bytes.append(contentsOf: prefix(key.prefix))
      KeyDictionary.appendDigits(key.number, key.digits, to: &bytes)
    case .stored:
      let index = key.storedIndex
      let shard = index & ((1 << KeyDictionary.shardBits) - 1)
      shards[shard].append(index >> KeyDictionary.shardBits, to: &bytes)
    }
  }

  static func appendDigits(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    let end = bytes.count + count
    for _ in 0..<count { bytes.append(48) }
    var rest = number
    var at = end
    while rest > 0 {
      at -= 1
      bytes[at] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
