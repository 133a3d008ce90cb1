/// An id in 64 bits: equal ids have equal keys, and unequal ids unequal ones, within one dictionary.
///
/// Three forms, told apart by the top two bits:
/// - `00` up to seven bytes as they are (and the empty id, which is all zero: no value);
/// - `01` a prefix and a number: 14 bits number of the prefix, 4 bits count of digits, 44 bits number
///   (`C0000001`, `2024-000017`), at most 13 digits;
/// - `10` 62 bits number of an id that is stored whole.
///
/// The bits depend on the order in which ids were met: never sort by them for output.
package struct PackedKey: Hashable, Sendable, BitwiseCopyable {
  package var bits: UInt64

  @inlinable
  package init(bits: UInt64) { self.bits = bits }

  /// The empty id.
  @inlinable package static var missing: PackedKey { PackedKey(bits: 0) }
  @inlinable package var isMissing: Bool { bits == 0 }

  enum Form: UInt64 { case short = 0, numbered = 1, stored = 2 }

  @inlinable package static var numberBits: UInt64 { 44 }
  static let largestDigitCount = 13
  static let largestPrefixCount = 1 << 14
  static let longestPrefix = 24

  var form: Form { Form(rawValue: bits >> 62) ?? .stored }

  static func numbered(prefix: Int, digits: Int, number: UInt64) -> PackedKey {
    PackedKey(bits: family(prefix: prefix, digits: digits) << numberBits | number)
  }

  static func family(prefix: Int, digits: Int) -> UInt64 {
    1 << 18 | UInt64(prefix) << 4 | UInt64(digits)
  }

  /// What keys of one prefix and one count of digits have in common: they sort by `number`.
  @inlinable package var family: UInt64 { bits >> 44 }
  @inlinable package var number: UInt64 { bits & ((1 << 44) - 1) }
  /// A prefix and a number: `family` and `number` say it all, and numbers are often dense.
  @inlinable package var isNumbered: Bool { bits >> 62 == 1 }

  var prefix: Int { Int(bits >> 48 & 0x3FFF) }
  var digits: Int { Int(bits >> 44 & 0xF) }

  static func short(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> PackedKey {
    var bits = UInt64(count) << 56
    for i in 0..<count { bits |= UInt64(bytes[i]) << UInt64(8 * i) }
    return PackedKey(bits: bits)
  }

  static func stored(_ index: Int) -> PackedKey {
    PackedKey(bits: 2 << 62 | UInt64(index))
  }

  var storedIndex: Int { Int(bits & ((1 << 62) - 1)) }
}
