#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds the end of the last whole row of a growing buffer, by RFC 4180 sections 2.5 to 2.7.
///
/// A quote opens only at the beginning of a field; inside, two quotes are one; any other quote is a
/// plain character. The walk jumps from quote to quote and goes on where it stopped when more bytes
/// have come.
struct QuoteWalk {
  private(set) var isQuoted = false
  /// Where the quote that is open was opened.
  private(set) var openedAt: Int
  /// One past the end of the last row, or `start`.
  private(set) var rowsEnd: Int
  private(set) var hasQuote = false
  private let start: Int
  private let delimiter: UInt8
  /// Everything before was looked at.
  private var at: Int

  init(start: Int, delimiter: UInt8) {
    self.start = start
    self.delimiter = delimiter
    at = start
    openedAt = start
    rowsEnd = start
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Looks at the bytes up to `end`. At the end of the file a last quote closes.
  mutating func advance(_ bytes: UnsafePointer<UInt8>, to end: Int, isLast: Bool) {
    while at < end {
      if isQuoted {
        guard let found = next(QuoteWalk.quote, in: bytes, at, end) else {
          at = end
          return
        }
        if found + 1 == end, !isLast {
          // The next byte decides whether this quote closes.
          at = found
          return
        }
        if found + 1 < end, bytes[found + 1] == QuoteWalk.quote {
          at = found + 2
        } else {
          at = found + 1
          isQuoted = false
        }
      } else {
        let found = next(QuoteWalk.quote, in: bytes, at, end) ?? end
        noteRowEnd(bytes, from: at, to: found, end: end)
        if found < end {
          hasQuote = true
          if opensField(bytes, found) {
            isQuoted = true
            openedAt = found
          }
          at = found + 1
        } else {
          at = end
        }
      }
    }
  }

  private func opensField(_ bytes: UnsafePointer<UInt8>, _ position: Int) -> Bool {
    if position == start { return true }
    let before = bytes[position - 1]
    return before == delimiter || before == QuoteWalk.newline
      || before == QuoteWalk.carriageReturn
  }

  private func next(
    _ byte: UInt8, in bytes: UnsafePointer<UInt8>, _ from: Int, _ end: Int
  ) -> Int? {
    guard let found = memchr(bytes + from, Int32(byte), end - from) else { return nil }
    return UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(found))
  }

  /// Remembers the last row end of a stretch outside quotes.
  ///
  /// A carriage return as the very last byte is left for later: a newline may follow.
  private mutating func noteRowEnd(
    _ bytes: UnsafePointer<UInt8>, from: Int, to stop: Int, end: Int
  ) {
    var i = stop - 1
    // One byte before belongs to it: the `\r` that was the last one of an earlier look.
    let first = max(start, from - 1)
    while i >= first {
      let byte = bytes[i]
      if byte == QuoteWalk.newline && i >= from {
        rowsEnd = i + 1
        return
      }
      if byte == QuoteWalk.carriageReturn, i + 1 < end, bytes[i + 1] != QuoteWalk.newline {
        rowsEnd = max(rowsEnd, i + 1)
        return
      }
      i -= 1
    }
  }
}
