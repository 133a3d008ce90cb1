import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whole ids with a number each: one of several parts of a dictionary, so that threads seldom wait.
///
/// `@unchecked Sendable`: all state is behind its lock.
final class KeyShard: @unchecked Sendable {
  private let lock = Lock()
  private var bytes: [UInt8] = []
  /// `count + 1` positions in `bytes`.
  private var offsets: [Int] = [0]
  /// Open addressing: number of the id plus one, 0 for free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var hashes: [UInt64] = []

  /// The number of an id, a new one if it was not met before.
  func index(of id: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt64) -> Int {
    lock.locked {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        let index = Int(slots[slot]) - 1
        if hashes[index] == hash, isEqual(index, id, count) { return index }
        slot = (slot + 1) & mask
      }
      let index = hashes.count
      slots[slot] = UInt32(index + 1)
      hashes.append(hash)
      bytes.append(contentsOf: UnsafeBufferPointer(start: id, count: count))
      offsets.append(bytes.count)
      if hashes.count * 2 > slots.count { grow() }
      return index
    }
  }

  func append(_ index: Int, to target: inout [UInt8]) {
    lock.locked { target.append(contentsOf: bytes[offsets[index]..<offsets[index + 1]]) }
  }

  private func isEqual(_ index: Int, _ id: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let start = offsets[index]
    guard offsets[index + 1] - start == count else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      guard let base = stored.baseAddress else { return false }
      return memcmp(base + start, id, count) == 0
    }
  }

  private func grow() {
    var fresh = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = fresh.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while fresh[slot] != 0 { slot = (slot + 1) & mask }
      fresh[slot] = UInt32(index + 1)
    }
    slots = fresh
  }

  /// A 64-bit hash of the bytes, the same in every run: FNV-1a over words with a final mix.
  static func hash(_ id: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(count)
    var i = 0
    let raw = UnsafeRawPointer(id)
    while i &+ 8 <= count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
      i &+= 8
    }
    while i < count {
      hash = (hash ^ UInt64(id[i])) &* 0x0000_0100_0000_01B3
      i &+= 1
    }
    hash ^= hash &>> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash &>> 32)
  }
}
