/// Decimal digits, eight at a time.
enum Digits {
  /// The number of the last `count` (0 to 8) bytes before `end`, and whether all are digits.
  ///
  /// Eight bytes are loaded, those before the number replaced by zeros, neighbours added up in three
  /// multiplications (Johnny Lee's and Mula's SWAR conversion).
  @inline(__always)
  static func parse8(
    _ end: UnsafePointer<UInt8>, _ count: Int
  ) -> (value: UInt64, isValid: Bool) {
    let raw = UnsafeRawPointer(end - 8).loadUnaligned(as: UInt64.self).littleEndian
    // A smart shift: by 64 bits for no digits at all.
    let keep = ~UInt64(0) << UInt64(truncatingIfNeeded: 8 &* (8 &- count))
    let word = (raw & keep) | (0x3030_3030_3030_3030 & ~keep)
    let low = word &- 0x3030_3030_3030_3030
    let isValid = ((word &+ 0x4646_4646_4646_4646) | low) & 0x8080_8080_8080_8080 == 0
    let pairs = low &* 10 &+ (low &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let value =
      ((pairs & mask) &* 0x000F_4240_0000_0064
        &+ ((pairs &>> 16) & mask) &* 0x0000_2710_0000_0001) &>> 32
    return (value, isValid)
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
