/// Ids that a spreadsheet took for numbers and wrote back rounded: `6.22588E+18`.
enum MangledKey {
  /// Whether an id without blanks is a number in scientific notation: one digit, at most a point or
  /// a comma with digits, `E+`, digits.
  ///
  /// Different ids have become one here, and which they were is lost.
  static func isOne(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count >= 4, isDigit(bytes[0]) else { return false }
    var at = 1
    if bytes[at] == 0x2E || bytes[at] == 0x2C {
      at += 1
      let first = at
      while at < count, isDigit(bytes[at]) { at += 1 }
      if at == first { return false }
    }
    guard at + 2 < count, bytes[at] | 0x20 == 0x65, bytes[at + 1] == 0x2B else { return false }
    at += 2
    while at < count, isDigit(bytes[at]) { at += 1 }
    return at == count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
