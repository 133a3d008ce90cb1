/// JSON as UTF-8 in the making.
///
/// Source: RFC 8259, The JavaScript Object Notation Data Interchange Format.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(raw text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { append(escaped: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func append(string utf8: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    utf8.withUnsafeBufferPointer { append(escaped: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped utf8: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "\""): append(raw: "\\\"")
      case UInt8(ascii: "\\"): append(raw: "\\\\")
      case 0x0A: append(raw: "\\n")
      case 0x0D: append(raw: "\\r")
      case 0x09: append(raw: "\\t")
      case 0..<0x20, 0x7F: append(escape: UInt16(byte))
      case 0xC2, 0xD8, 0xE2:
        // JSON may hold them as they are, a terminal that shows it would obey them.
        if let (unit, length) = Self.control(utf8[index...]) {
          append(escape: unit)
          index += length - 1
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  private mutating func append(escape unit: UInt16) {
    append(raw: "\\u")
    for shift in [12, 8, 4, 0] {
      let half = UInt8(unit >> UInt16(shift) & 15)
      bytes.append(half < 10 ? 48 + half : 87 + half)
    }
  }

  /// The C1 control, line separator or mark of direction that the bytes begin with, and its length.
  private static func control(
    _ utf8: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (unit: UInt16, length: Int)? {
    let first = utf8.startIndex
    guard utf8.count > 1 else { return nil }
    let second = utf8[first + 1]
    switch utf8[first] {
    case 0xC2: return second < 0xA0 ? (UInt16(second), 2) : nil
    case 0xD8: return second == 0x9C ? (0x061C, 2) : nil
    default:
      guard utf8.count > 2, second == 0x80 || second == 0x81 else { return nil }
      let unit = 0x2000 | UInt16(second & 0x3F) << 6 | UInt16(utf8[first + 2] & 0x3F)
      switch unit {
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (unit, 3)
      default: return nil
      }
    }
  }

  mutating func append(integer: Int64) {
    var digits = integer.magnitude
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(48 + UInt8(digits % 10))
      digits /= 10
    } while digits > 0
    bytes[start...].reverse()
  }

  /// The shortest text that reads back as the same number; null unless finite.
  mutating func append(number: Double) {
    guard number.isFinite else { return append(raw: "null") }
    var text = number.description[...]
    if text.hasSuffix(".0") { text = text.dropLast(2) }
    if text == "-0" { text = "0" }
    bytes.append(contentsOf: text.utf8)
  }

  /// - Parameter level: Depth of indentation; nil for one line.
  mutating func append(_ value: JSONValue, level: Int?) {
    switch value {
    case .null: append(raw: "null")
    case .bool(let flag): append(raw: flag ? "true" : "false")
    case .integer(let integer): append(integer: integer)
    case .number(let number): append(number: number)
    case .string(let string): append(string: string)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        separate(index, level)
        append(value, level: level.map { $0 + 1 })
      }
      if !values.isEmpty { newLine(level) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        separate(index, level)
        append(key: member.key)
        append(member.value, level: level.map { $0 + 1 })
      }
      if !members.isEmpty { newLine(level) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  mutating func append(key: String) {
    append(string: key)
    append(raw: ": ")
  }

  private mutating func separate(_ index: Int, _ level: Int?) {
    if index > 0 { append(raw: level == nil ? ", " : ",") }
    newLine(level.map { $0 + 1 })
  }

  mutating func newLine(_ level: Int?) {
    guard let level else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }
}
