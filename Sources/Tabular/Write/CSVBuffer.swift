import Values

/// Bytes of a CSV file in the making.
///
/// Room for a whole row is reserved at once, so cells are written without checks.
final class CSVBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  func removeAll() { count = 0 }

  @inline(__always)
  func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    fresh.update(from: base, count: count)
    base.deallocate()
    base = fresh
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    (base + count).update(from: start, count: length)
    count &+= length
  }

  /// Most bytes that a text of `length` bytes takes: all quotes doubled, quotes around, apostrophe.
  @inline(__always)
  static func room(_ length: Int) -> Int { 2 &* length &+ 3 }

  /// A text cell by RFC 4180, quoted only where it must be, with an apostrophe where it would be a
  /// formula.
  func appendText(_ start: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0 else { return }
    let isFormula = FormulaGuard.isNeeded(start, length)
    var needsQuotes = false
    for i in 0..<length {
      let byte = start[i]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 {
        needsQuotes = true
        break
      }
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if isFormula { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for i in 0..<length {
        if start[i] == UInt8(ascii: "\"") { append(UInt8(ascii: "\"")) }
        append(start[i])
      }
      append(UInt8(ascii: "\""))
    } else {
      append(start, length)
    }
  }

  func appendText(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      reserve(CSVBuffer.room(bytes.count))
      appendText(start, bytes.count)
    }
  }

  /// A row of texts with its line end; a single empty cell is quoted, as a blank line is no row.
  func appendRow(_ cells: [String]) {
    let start = count
    for (place, cell) in cells.enumerated() {
      reserve(1)
      if place > 0 { append(UInt8(ascii: ",")) }
      appendText(cell)
    }
    reserve(3)
    if cells.count == 1, count == start {
      append(UInt8(ascii: "\""))
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: "\n"))
  }

  @inline(__always)
  func appendInteger(_ value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, least: 1)
  }

  /// Digits of a number, with leading zeros to `least` of them.
  @inline(__always)
  func appendDigits(_ value: UInt64, least: Int) {
    var digits = 1
    var limit: UInt64 = 10
    while digits < 20, value >= limit {
      digits &+= 1
      if digits == 20 { break }
      limit = limit &* 10
    }
    let width = max(digits, least)
    var rest = value
    var at = count &+ width
    while at > count {
      at &-= 1
      base[at] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= width
  }

  @inline(__always)
  private func appendPair(_ value: Int) {
    base[count] = 48 &+ UInt8(truncatingIfNeeded: value / 10)
    base[count &+ 1] = 48 &+ UInt8(truncatingIfNeeded: value % 10)
    count &+= 2
  }

  /// Minor units as exact decimals: `-1234.50`.
  @inline(__always)
  func appendMoney(_ minorUnits: Int64, _ perMajor: UInt64, _ decimals: Int) {
    if minorUnits < 0 { append(UInt8(ascii: "-")) }
    let size = minorUnits.magnitude
    if decimals == 2 {
      appendDigits(size / 100, least: 1)
      append(UInt8(ascii: "."))
      appendPair(Int(size % 100))
    } else {
      appendDigits(size / perMajor, least: 1)
      guard decimals > 0 else { return }
      append(UInt8(ascii: "."))
      appendDigits(size % perMajor, least: decimals)
    }
  }

  /// `YYYY-MM-DD`.
  @inline(__always)
  func appendDay(_ number: Int32) {
    let (year, month, day) = Day(number: number).civil
    appendDigits(UInt64(truncatingIfNeeded: year), least: 4)
    append(UInt8(ascii: "-"))
    appendPair(month)
    append(UInt8(ascii: "-"))
    appendPair(day)
  }

  /// `YYYY-MM-DDTHH:MM:SS`.
  @inline(__always)
  func appendInstant(_ seconds: Int64) {
    let day = Day.number(ofSecond: seconds)
    let second = Int(seconds &- Int64(day) &* 86_400)
    appendDay(day)
    append(UInt8(ascii: "T"))
    appendPair(second / 3600)
    append(UInt8(ascii: ":"))
    appendPair(second / 60 % 60)
    append(UInt8(ascii: ":"))
    appendPair(second % 60)
  }

  /// The shortest decimals that read back as the same double; whole numbers without a point.
  func appendNumber(_ value: Double) {
    if value.magnitude < 1e15, value == value.rounded(.towardZero) {
      appendInteger(Int64(value))
      return
    }
    var text = value.description
    text.withUTF8 { bytes in
      var length = bytes.count
      if length > 2, bytes[length - 1] == UInt8(ascii: "0"), bytes[length - 2] == UInt8(ascii: ".")
      {
        length -= 2
      }
      if let start = bytes.baseAddress { append(start, length) }
    }
  }
}
