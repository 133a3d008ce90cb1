/// Takes a date apart, from left to right.
struct DateTokenReader {
  let text: UnsafePointer<UInt8>
  let count: Int
  private var at = 0

  init(text: UnsafePointer<UInt8>, count: Int) {
    self.text = text
    self.count = count
  }

  private static let months: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  private struct Word {
    let bytes: [UInt8]
    init(_ text: String) { bytes = Array(text.utf8) }
  }
  private static let year = Word("年")
  private static let month = Word("月")
  private static let days = ["日", "号", "號"].map(Word.init)
  private static let hours = ["时", "時", "点", "點"].map(Word.init)
  private static let minutes = ["分"].map(Word.init)
  private static let seconds = ["秒"].map(Word.init)
  private static let morning = Word("上午")
  private static let afternoon = Word("下午")

  mutating func token() -> DateToken? {
    var token = DateToken()
    if let month = takeMonth() {
      // Mar 1, 2025
      token.shape = .named
      token.month = month
      takeBlank(orAny: ".-/")
      guard let day = takeNumber(), day.width <= 2 else { return nil }
      takeOrdinal()
      takeBlank(orAny: ",-/")
      guard let year = takeNumber() else { return nil }
      token.values = (day.value, year.value, 0)
      token.widths = (day.width, year.width, 0)
    } else {
      guard let first = takeRun() else { return nil }
      guard takeRest(of: &token, after: first) else { return nil }
    }
    if at < count, !takeTime(&token) { return nil }
    return at == count ? token : nil
  }

  /// What comes behind the first number of a date.
  private mutating func takeRest(
    of token: inout DateToken, after first: (value: Int64, width: Int)
  ) -> Bool {
    token.number = first.value
    token.width = first.width
    guard at < count else { return true }
    let mark = at
    guard first.width <= 4 else {
      if text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") { takeFraction(&token) }
      return true
    }
    let start = (Int(first.value), first.width)
    takeOrdinal()
    takeBlank()
    if take(Self.year) {
      takeBlank()
      guard let second = takeNumber(), takeSpaced(Self.month), let third = takeNumber() else {
        return false
      }
      takeBlank()
      guard Self.days.contains(where: { take($0) }) else { return false }
      token.shape = .chinese
      set(&token, start, second, third)
      return true
    }
    let separator = at < count ? text[at] : 0
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
      || separator == UInt8(ascii: ".") || separator == UInt8(ascii: ",")
    {
      at += 1
      takeBlank()
    }
    if let month = takeMonth() {
      // 1-Mar-2025, 2025 Mar 1
      takeBlank(orAny: ".,-/")
      guard let last = takeNumber() else { return false }
      token.shape = .named
      token.month = month
      token.values = (start.0, last.value, 0)
      token.widths = (start.1, last.width, 0)
      return true
    }
    if separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
      || separator == UInt8(ascii: "."), let second = takeNumber()
    {
      takeBlank()
      if at < count, text[at] == separator {
        at += 1
        takeBlank()
        guard let third = takeNumber() else { return false }
        token.shape = .numbers
        set(&token, start, second, third)
        return true
      }
    }
    at = mark
    takeFraction(&token)
    return token.hasFraction
  }

  private func set(
    _ token: inout DateToken, _ first: (Int, Int), _ second: (value: Int, width: Int),
    _ third: (value: Int, width: Int)
  ) {
    token.values = (first.0, second.value, third.value)
    token.widths = (first.1, second.width, third.width)
  }

  /// `.604166`: decimals of a serial day or of epoch seconds.
  private mutating func takeFraction(_ token: inout DateToken) {
    guard at + 1 < count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ","),
      Digits.isDigit(text[at + 1])
    else { return }
    at += 1
    var scale = 0.1
    while at < count, Digits.isDigit(text[at]) {
      token.fraction += Double(text[at] & 15) * scale
      scale /= 10
      at += 1
    }
    token.hasFraction = true
  }

  /// A time of day with what stands before it; false where it is none.
  private mutating func takeTime(_ token: inout DateToken) -> Bool {
    if text[at] == UInt8(ascii: ",") { at += 1 }
    let isCompact = token.shape == .digits
    if at < count, text[at] | 32 == UInt8(ascii: "t") { at += 1 } else { takeBlank() }
    var half: Half? = takeChineseHalf()
    takeBlank()
    guard let hour = takeNumber() else { return false }
    var clock = (hour: hour.value, minute: 0, second: 0)
    if isCompact, hour.width == 6 || hour.width == 4 {
      let digits = hour.width == 6 ? hour.value : hour.value * 100
      clock = (digits / 10_000, digits / 100 % 100, digits % 100)
    } else if hour.width <= 2 {
      guard takeClock(&clock, &half) else { return false }
    } else {
      return false
    }
    if half == nil { half = takeHalf() }
    if let half {
      guard (1...12).contains(clock.hour) else { return false }
      clock.hour = clock.hour % 12 + (half == .afternoon ? 12 : 0)
    }
    guard clock.hour < 24, clock.minute < 60, clock.second < 60 else { return false }
    token.time = Int64(clock.hour * 3600 + clock.minute * 60 + clock.second)
    token.hasTime = true
    if at < count {
      guard let offset = InstantParser.zoneOffset(text + at, count - at) else { return false }
      token.offset = offset
      at = count
    }
    return true
  }

  private enum Half { case morning, afternoon }

  /// What follows the hour: `:05`, `:05:30.5`, `时05分30秒`, or only `PM`.
  private mutating func takeClock(
    _ clock: inout (hour: Int, minute: Int, second: Int), _ half: inout Half?
  ) -> Bool {
    if at < count, text[at] == UInt8(ascii: ":") {
      at += 1
      guard let minute = takeNumber(), minute.width == 2 else { return false }
      clock.minute = minute.value
      guard at < count, text[at] == UInt8(ascii: ":") else { return true }
      at += 1
      guard let second = takeNumber(), second.width == 2 else { return false }
      clock.second = second.value
      guard at < count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") else {
        return true
      }
      at += 1
      let first = at
      while at < count, Digits.isDigit(text[at]) { at += 1 }
      return at > first
    }
    if Self.hours.contains(where: { take($0) }) {
      guard let minute = takeNumber() else { return true }
      guard minute.width <= 2, Self.minutes.contains(where: { take($0) }) else { return false }
      clock.minute = minute.value
      guard let second = takeNumber() else { return true }
      guard second.width <= 2, Self.seconds.contains(where: { take($0) }) else { return false }
      clock.second = second.value
      return true
    }
    if half == nil { half = takeHalf() }
    return half != nil
  }

  private mutating func takeChineseHalf() -> Half? {
    if take(Self.morning) { return .morning }
    return take(Self.afternoon) ? .afternoon : nil
  }

  /// `AM`, `p.m.`, 上午 behind the time, with a space before it or without.
  private mutating func takeHalf() -> Half? {
    let mark = at
    takeBlank()
    if let half = takeChineseHalf() { return half }
    guard at + 1 < count else {
      at = mark
      return nil
    }
    let letter = text[at] | 32
    var next = at + 1
    if text[next] == UInt8(ascii: ".") { next += 1 }
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), next < count,
      text[next] | 32 == UInt8(ascii: "m")
    else {
      at = mark
      return nil
    }
    next += 1
    if next < count, text[next] == UInt8(ascii: ".") { next += 1 }
    at = next
    return letter == UInt8(ascii: "a") ? .morning : .afternoon
  }

  /// The name of a month or its first three letters, `Sept` too, with a point behind or without.
  private mutating func takeMonth() -> Int? {
    var end = at
    while end < count, CurrencyMark.isLetter(text[end]) { end += 1 }
    let length = end - at
    guard length >= 3 else { return nil }
    for (index, name) in Self.months.enumerated() {
      guard length == 3 || length == name.count || (index == 8 && length == 4),
        (0..<length).allSatisfy({ text[at + $0] | 32 == name[$0] })
      else { continue }
      at = end
      if at < count, text[at] == UInt8(ascii: ".") { at += 1 }
      return index + 1
    }
    return nil
  }

  /// `st`, `nd`, `rd`, `th` behind a day.
  private mutating func takeOrdinal() {
    guard at + 1 < count else { return }
    switch (text[at] | 32, text[at + 1] | 32) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      if at + 2 == count || !CurrencyMark.isLetter(text[at + 2]) { at += 2 }
    default: break
    }
  }

  private mutating func takeBlank() { while at < count, text[at] == 32 { at += 1 } }

  /// Spaces with at most one of some marks among them.
  private mutating func takeBlank(orAny marks: String) {
    takeBlank()
    if at < count, marks.utf8.contains(text[at]) { at += 1 }
    takeBlank()
  }

  private mutating func take(_ word: Word) -> Bool {
    guard NumberToken.begins(text + at, count - at, word.bytes) else { return false }
    at += word.bytes.count
    return true
  }

  /// A word with spaces around it or without.
  private mutating func takeSpaced(_ word: Word) -> Bool {
    takeBlank()
    guard take(word) else { return false }
    takeBlank()
    return true
  }

  /// Up to six digits.
  private mutating func takeNumber() -> (value: Int, width: Int)? {
    guard let run = takeRun(), run.width <= 6 else { return nil }
    return (Int(run.value), run.width)
  }

  /// Up to eighteen digits.
  private mutating func takeRun() -> (value: Int64, width: Int)? {
    let first = at
    var value: Int64 = 0
    while at < count, Digits.isDigit(text[at]) {
      guard at - first < 18 else { return nil }
      value = value * 10 + Int64(text[at] & 15)
      at += 1
    }
    return at > first ? (value, at - first) : nil
  }
}
