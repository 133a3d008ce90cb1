import Tabular

/// Small numbers for the lines and products of an export, so that a row needs two bytes for them.
struct LineCodes: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt64>
  private var codes: UnsafeMutablePointer<UInt16>
  private var mask = 1023
  /// The key of each code; code 0 is "no line".
  private(set) var keys: [PackedKey] = [.missing]

  init() {
    slots = .allocate(capacity: 1024)
    slots.initialize(repeating: 0, count: 1024)
    codes = .allocate(capacity: 1024)
  }

  deinit {
    slots.deallocate()
    codes.deallocate()
  }

  /// The code of a key; nil when 65,535 others have one.
  @inline(__always)
  mutating func code(_ key: PackedKey) -> UInt16? {
    if key.bits == 0 { return 0 }
    var slot = Int(truncatingIfNeeded: (key.bits &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    while slots[slot] != 0 {
      if slots[slot] == key.bits { return codes[slot] }
      slot = (slot &+ 1) & mask
    }
    return add(key)
  }

  @inline(never)
  private mutating func add(_ key: PackedKey) -> UInt16? {
    guard keys.count <= Int(UInt16.max) else { return nil }
    keys.append(key)
    if keys.count * 2 > mask { grow() } else { place(key, UInt16(keys.count - 1)) }
    return UInt16(keys.count - 1)
  }

  private mutating func place(_ key: PackedKey, _ code: UInt16) {
    var slot = Int(truncatingIfNeeded: (key.bits &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = key.bits
    codes[slot] = code
  }

  private mutating func grow() {
    let size = (mask + 1) * 4
    slots.deallocate()
    codes.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    codes = .allocate(capacity: size)
    mask = size - 1
    for (code, key) in keys.enumerated() where code > 0 { place(key, UInt16(code)) }
  }
}
