/// Whole numbers: an optional sign and digits.
enum IntegerParser {
  static func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Int64>, range: ClosedRange<Int64>?,
    isRequired: Bool, column: Int, log: IssueLog
  ) {
    let least = range?.lowerBound ?? (Int64.min + 1)
    let most = range?.upperBound ?? .max
    var row = 0
    while row < fields.rows {
      let (start, count) = fields.field(row)
      var value = Int64.min
      let isNegative = count > 1 && start[0] == UInt8(ascii: "-")
      let digits = isNegative ? count &- 1 : count
      let quick = Digits.parse8(start + count, digits > 8 ? 0 : digits)
      if digits > 0, digits <= 8, quick.isValid {
        value = Int64(truncatingIfNeeded: quick.value)
        if isNegative { value = 0 &- value }
        if value < least || value > most { log.note(row, column, .range) }
      } else if count > 0 {
        switch slow(start, count) {
        case .value(let found):
          value = found
          if value < least || value > most { log.note(row, column, .range) }
        case .none where Blank.isBlank(start, count):
          if isRequired { log.note(row, column, .required) }
        case .none: log.note(row, column, .integer)
        case .tooLarge: log.note(row, column, .range)
        }
      } else if isRequired {
        log.note(row, column, .required)
      }
      out[row] = value
      row &+= 1
    }
  }

  enum Outcome: Equatable {
    case value(Int64)
    case none
    case tooLarge
  }

  /// Any length, a plus sign, spaces around; whole decimals (`3.0`) count as integers.
  @inline(never)
  static func slow(_ start: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    switch DecimalParser.slow(start, count, scale: 0) {
    case .value(let value, let wasRounded): wasRounded ? .none : .value(value)
    case .none: .none
    case .tooLarge: .tooLarge
    }
  }
}

/// Fields that hold nothing but spaces: no value for numbers and dates.
enum Blank {
  static func isBlank(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for i in 0..<count where start[i] != 32 && start[i] != 9 { return false }
    return true
  }

  /// The field without spaces around it.
  static func trimmed(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (start: UnsafePointer<UInt8>, count: Int) {
    var start = start
    var count = count
    while count > 0, start[0] == 32 || start[0] == 9 {
      start += 1
      count -= 1
    }
    while count > 0, start[count - 1] == 32 || start[count - 1] == 9 { count -= 1 }
    return (start, count)
  }
}
