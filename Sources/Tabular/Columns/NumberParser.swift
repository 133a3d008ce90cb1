/// Floating-point numbers: sign, digits, point, exponent; no infinity, no NaN, no hexadecimal.
enum NumberParser {
  static func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Double>, range: ClosedRange<Double>?,
    isRequired: Bool, column: Int, log: IssueLog
  ) {
    let least = range?.lowerBound ?? -Double.greatestFiniteMagnitude
    let most = range?.upperBound ?? Double.greatestFiniteMagnitude
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      var value = Double.nan
      let quick = Digits.parse8(start + count, count > 8 ? 0 : count)
      if count > 0, count <= 8, quick.isValid {
        value = Double(quick.value)
        if !(value >= least && value <= most) { log.note(row, column, .range) }
      } else if count > 0, let found = number(start, count) {
        value = found
        if !(found >= least && found <= most) { log.note(row, column, .range) }
      } else if count > 0, !Blank.isBlank(start, count) {
        log.note(row, column, .number)
      } else if isRequired {
        log.note(row, column, .required)
      }
      out[row] = value
    }
  }

  /// The nearest double of the text; nil where it is no number.
  ///
  /// At most 15 digits and 22 decimals are exact in one division (Clinger 1990, *How to Read
  /// Floating Point Numbers Accurately*, the fast case); longer ones go to the standard library.
  static func number(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    let (field, left) = Blank.trimmed(start, count)
    var i = 0
    var isNegative = false
    if left > 0, field[0] == UInt8(ascii: "-") || field[0] == UInt8(ascii: "+") {
      isNegative = field[0] == UInt8(ascii: "-")
      i = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while i < left {
      let byte = field[i]
      if Digits.isDigit(byte) {
        if digits < 18 { mantissa = mantissa * 10 + UInt64(byte & 15) }
        digits += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      i += 1
    }
    guard digits > 0 else { return nil }
    if i == left, digits <= 15, decimals <= 22 {
      var scale = 1.0
      for _ in 0..<decimals { scale *= 10 }
      let value = Double(mantissa) / scale
      return isNegative ? -value : value
    }
    if i < left {
      guard field[i] == UInt8(ascii: "e") || field[i] == UInt8(ascii: "E") else { return nil }
      i += 1
      if i < left, field[i] == UInt8(ascii: "-") || field[i] == UInt8(ascii: "+") { i += 1 }
      guard i < left else { return nil }
      for k in i..<left where !Digits.isDigit(field[k]) { return nil }
    }
    let text = String(decoding: UnsafeBufferPointer(start: field, count: left), as: UTF8.self)
    // Beyond the largest double it is infinite: the range then rejects it.
    return Double(text)
  }
}
