/// Decimal numbers as whole units of 10^-scale: an optional sign, digits, an optional point.
///
/// Decimals beyond the scale are rounded half away from zero, exactly, on the digits.
enum DecimalParser {
  /// The number of values that were rounded.
  static func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Int64>, scale: Int,
    range: ClosedRange<Int64>?, isRequired: Bool, column: Int, log: IssueLog
  ) -> Int {
    let least = range?.lowerBound ?? (Int64.min + 1)
    let most = range?.upperBound ?? .max
    var factor: UInt64 = 1
    for _ in 0..<min(scale, 8) { factor *= 10 }
    // The quick way: at most eight digits, the point before the last `scale` of them.
    let isQuick = scale > 0 && scale <= 4
    var rounded = 0
    var row = 0
    while row < fields.rows {
      let (start, count) = fields.field(row)
      let isNegative = count > 0 && start[0] == UInt8(ascii: "-")
      let whole = count &- scale &- 1 &- (isNegative ? 1 : 0)
      var value = Int64.min
      if isQuick, whole > 0, whole <= 8, start[count &- scale &- 1] == UInt8(ascii: ".") {
        let units = Digits.parse8(start + (count &- scale &- 1), whole)
        let parts = Digits.parse8(start + count, scale)
        if units.isValid, parts.isValid {
          value = Int64(truncatingIfNeeded: units.value &* factor &+ parts.value)
          if isNegative { value = 0 &- value }
          if value < least || value > most { log.note(row, column, .range) }
          out[row] = value
          row &+= 1
          continue
        }
      }
      if count > 0 {
        switch slow(start, count, scale: scale) {
        case .value(let found, let wasRounded):
          value = found
          if wasRounded { rounded &+= 1 }
          if value < least || value > most { log.note(row, column, .range) }
        case .none where Blank.isBlank(start, count):
          if isRequired { log.note(row, column, .required) }
        case .none: log.note(row, column, .number)
        case .tooLarge: log.note(row, column, .range)
        }
      } else if isRequired {
        log.note(row, column, .required)
      }
      out[row] = value
      row &+= 1
    }
    return rounded
  }

  enum Outcome: Equatable {
    case value(Int64, wasRounded: Bool)
    /// Not a number.
    case none
    /// A number beyond 64 bits.
    case tooLarge
  }

  /// Any form that is allowed, byte by byte.
  @inline(never)
  static func slow(_ start: UnsafePointer<UInt8>, _ count: Int, scale: Int) -> Outcome {
    var (field, left) = Blank.trimmed(start, count)
    var isNegative = false
    if left > 0, field[0] == UInt8(ascii: "-") || field[0] == UInt8(ascii: "+") {
      isNegative = field[0] == UInt8(ascii: "-")
      field += 1
      left -= 1
    }
    var magnitude: UInt64 = 0
    var digits = 0
    /// Decimals taken so far; -1 before the point.
    var decimals = -1
    var roundsUp = false
    var wasRounded = false
    var isTooLarge = false
    for i in 0..<left {
      let byte = field[i]
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      guard Digits.isDigit(byte) else { return .none }
      digits += 1
      let digit = UInt64(byte & 15)
      if decimals >= scale {
        if decimals == scale { roundsUp = digit >= 5 }
        if digit != 0 { wasRounded = true }
        decimals += 1
        continue
      }
      if decimals >= 0 { decimals += 1 }
      let (product, over) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, overSum) = product.addingReportingOverflow(digit)
      if over || overSum { isTooLarge = true }
      magnitude = sum
    }
    guard digits > 0 else { return .none }
    for _ in 0..<(scale - min(scale, max(0, decimals))) {
      let (product, over) = magnitude.multipliedReportingOverflow(by: 10)
      if over { isTooLarge = true }
      magnitude = product
    }
    guard !isTooLarge, magnitude <= UInt64(Int64.max) else { return .tooLarge }
    if roundsUp { magnitude += 1 }
    guard magnitude <= UInt64(Int64.max) else { return .tooLarge }
    return .value(isNegative ? -Int64(magnitude) : Int64(magnitude), wasRounded: wasRounded)
  }
}
