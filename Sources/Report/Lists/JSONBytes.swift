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
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""): append(raw: "\\\"")
      case UInt8(ascii: "\\"): append(raw: "\\\\")
      case 0x0A: append(raw: "\\n")
      case 0x0D: append(raw: "\\r")
      case 0x09: append(raw: "\\t")
      case 0..<0x20:
        append(raw: "\\u00")
        for half in [byte >> 4, byte & 15] { bytes.append(half < 10 ? 48 + half : 87 + half) }
      default: bytes.append(byte)
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
