import Values

/// ISO 8601 dates and date-times: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM[:SS[.fff]]` with a space or `T`,
/// and `Z`, `+08:00`, `+0800` or `+08` behind it.
///
/// Days are checked against the calendar, times end at 23:59:59; fractions of a second are dropped.
enum InstantParser {
  /// Local seconds since 1970-01-01T00:00:00.
  static func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Int64>, zone: ReportZone,
    isRequired: Bool, column: Int, log: IssueLog
  ) {
    var row = 0
    while row < fields.rows {
      let (start, count) = fields.field(row)
      var value = quick(start, count)
      if value == .min {
        value = slow(start, count, zone: zone) ?? .min
        if value == .min { note(start, count, isRequired, row, column, log) }
      }
      out[row] = value
      row &+= 1
    }
  }

  /// Local days since 1970-01-01.
  static func parseDays(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Int32>, zone: ReportZone,
    isRequired: Bool, column: Int, log: IssueLog
  ) {
    var row = 0
    while row < fields.rows {
      let (start, count) = fields.field(row)
      var value = Int32.min
      if count == 10 {
        let days = quickDays(start)
        if days != .min { value = Int32(truncatingIfNeeded: days) }
      }
      if value == .min {
        if let seconds = slow(start, count, zone: zone) {
          value = Day.number(ofSecond: seconds)
        } else {
          note(start, count, isRequired, row, column, log)
        }
      }
      out[row] = value
      row &+= 1
    }
  }

  private static func note(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ isRequired: Bool, _ row: Int, _ column: Int,
    _ log: IssueLog
  ) {
    if !Blank.isBlank(start, count) {
      log.note(row, column, .date)
    } else if isRequired {
      log.note(row, column, .required)
    }
  }

  /// `YYYY-MM-DDTHH:MM:SS` alone; `Int64.min` for anything else.
  @inline(__always)
  private static func quick(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    guard count == 19 else { return .min }
    let days = quickDays(start)
    // HH:MM:SS as one word.
    let word = UnsafeRawPointer(start + 11).loadUnaligned(as: UInt64.self).littleEndian
    let shape: UInt64 = 0x0000_3A00_003A_0000
    let digitMask: UInt64 = 0xFFFF_00FF_FF00_FFFF
    let digits = (word & digitMask) | (0x3030_3030_3030_3030 & ~digitMask)
    let low = digits &- 0x3030_3030_3030_3030
    let bad =
      ((word & ~digitMask) ^ shape)
      | (((digits &+ 0x4646_4646_4646_4646) | low) & 0x8080_8080_8080_8080)
    let pairs = low &* 10 &+ (low &>> 8)
    let hour = Int64(pairs & 0xFF)
    let minute = Int64(pairs &>> 24 & 0xFF)
    let second = Int64(pairs &>> 48 & 0xFF)
    let separator = start[10]
    guard days != .min, bad == 0, hour < 24, minute < 60, second < 60,
      separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ")
    else { return .min }
    return days &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second
  }

  /// Days of `YYYY-MM-DD` at `start`, whose bytes are there; `Int64.min` where it is no date.
  @inline(__always)
  private static func quickDays(_ start: UnsafePointer<UInt8>) -> Int64 {
    // YYYY-MM- as one word, DD apart.
    let word = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian
    let shape: UInt64 = 0x2D00_002D_0000_0000
    let digitMask: UInt64 = 0x00FF_FF00_FFFF_FFFF
    let digits = (word & digitMask) | (0x3030_3030_3030_3030 & ~digitMask)
    let low = digits &- 0x3030_3030_3030_3030
    let bad =
      ((word & ~digitMask) ^ shape)
      | (((digits &+ 0x4646_4646_4646_4646) | low) & 0x8080_8080_8080_8080)
    let pairs = low &* 10 &+ (low &>> 8)
    let year = Int(pairs & 0xFF) &* 100 &+ Int(pairs &>> 16 & 0xFF)
    let month = Int(pairs &>> 40 & 0xFF)
    let tens = start[8] &- 48
    let ones = start[9] &- 48
    let day = Int(tens) &* 10 &+ Int(ones)
    guard bad == 0, tens < 10, ones < 10, year > 0, month &- 1 < 12, month > 0, day > 0 else {
      return .min
    }
    if day > 28, day > Day.length(ofMonth: month, year: year) { return .min }
    // Days from civil with March as the first month; all years are positive here.
    let y = month <= 2 ? year &- 1 : year
    let m = month <= 2 ? month &+ 9 : month &- 3
    let days =
      365 &* y &+ y / 4 &- y / 100 &+ y / 400 &+ (153 &* m &+ 2) / 5 &+ day &- 719_469
    return Int64(days)
  }

  /// Any allowed form; nil for no date.
  @inline(never)
  static func slow(_ start: UnsafePointer<UInt8>, _ count: Int, zone: ReportZone) -> Int64? {
    let (field, left) = Blank.trimmed(start, count)
    guard left >= 10 else { return nil }
    let days = quickDays(field)
    guard days != .min else { return nil }
    if left == 10 { return days * 86_400 }
    guard left >= 16, field[10] == UInt8(ascii: "T") || field[10] == UInt8(ascii: " "),
      let hour = pair(field + 11), field[13] == UInt8(ascii: ":"), let minute = pair(field + 14),
      hour < 24, minute < 60
    else { return nil }
    var seconds = days * 86_400 + hour * 3600 + minute * 60
    var at = 16
    if left >= 19, field[16] == UInt8(ascii: ":"), let second = pair(field + 17) {
      guard second < 60 else { return nil }
      seconds += second
      at = 19
      if at < left, field[at] == UInt8(ascii: ".") {
        at += 1
        let first = at
        while at < left, Digits.isDigit(field[at]) { at += 1 }
        guard at > first else { return nil }
      }
    }
    if at == left { return seconds }
    guard let offset = zoneOffset(field + at, left - at) else { return nil }
    let utc = seconds - offset
    switch zone {
    case .asWritten: return seconds
    case .fixed(let offsetSeconds): return utc + Int64(offsetSeconds)
    case .rule(let rule): return utc + Int64(rule(utc))
    }
  }

  private static func pair(_ at: UnsafePointer<UInt8>) -> Int64? {
    guard Digits.isDigit(at[0]), Digits.isDigit(at[1]) else { return nil }
    return Int64(at[0] & 15) * 10 + Int64(at[1] & 15)
  }

  /// Seconds east of UTC of `Z`, `+08:00`, `+0800`, `+08`; a space before it is allowed.
  static func zoneOffset(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let (field, left) = Blank.trimmed(start, count)
    if left == 1, field[0] == UInt8(ascii: "Z") { return 0 }
    guard left >= 3, field[0] == UInt8(ascii: "+") || field[0] == UInt8(ascii: "-"),
      let hours = pair(field + 1)
    else { return nil }
    var minutes: Int64 = 0
    switch left {
    case 3: break
    case 5:
      guard let found = pair(field + 3) else { return nil }
      minutes = found
    case 6:
      guard field[3] == UInt8(ascii: ":"), let found = pair(field + 4) else { return nil }
      minutes = found
    default: return nil
    }
    // The widest offsets in use are UTC-12 and UTC+14; ISO 8601 ends at a day.
    guard hours < 24, minutes < 60 else { return nil }
    let offset = hours * 3600 + minutes * 60
    return field[0] == UInt8(ascii: "-") ? -offset : offset
  }
}
