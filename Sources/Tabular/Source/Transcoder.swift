import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes of another encoding to UTF-8, piece by piece, through libc's iconv.
///
/// A byte that does not fit is written as two: a mark, and the byte with its high bit set. Neither is
/// ever valid UTF-8 or shapes a row, so its row is rejected by the rule `encoding`, and the byte can
/// still be shown.
final class Transcoder {
  /// Marks a bad byte whose high bit was set; `lowByteMark` one whose was not.
  static let highByteMark: UInt8 = 0xFF
  static let lowByteMark: UInt8 = 0xFE

  private let converter: iconv_t
  /// Bytes that are given up together where they do not fit.
  private let unit: Int
  /// Bytes that were read but not yet converted.
  private var pending: [UInt8] = []
  private var isAtEnd = false

  init(from encoding: Dialect.Encoding, file: String) throws(Diagnostic) {
    let opened = iconv_open("UTF-8", encoding.converter)
    guard Int(bitPattern: opened) != -1, let opened else {
      throw Diagnostic(
        .fault, "no-converter", "this system cannot convert from \(encoding.rawValue)",
        at: .init(file), help: "install the character set converters of the C library")
    }
    converter = opened
    unit = encoding.unit
  }

  deinit { iconv_close(converter) }

  /// Fills the buffer with UTF-8; less than its size (but for some bytes) only at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource
  ) throws(Diagnostic) -> Int {
    var written = 0
    // A character takes at most four bytes, so with fewer free nothing may fit.
    while written + 8 <= buffer.count {
      if !isAtEnd, pending.count < 8 { try refill(from: source, size: buffer.count - written) }
      if pending.isEmpty { break }
      written += convert(into: UnsafeMutableRawBufferPointer(rebasing: buffer[written...]))
    }
    return written
  }

  private func refill(from source: ByteSource, size: Int) throws(Diagnostic) {
    let old = pending.count
    pending.append(contentsOf: repeatElement(0, count: size))
    let got = try pending.withUnsafeMutableBufferPointer { (bytes) throws(Diagnostic) in
      let free = UnsafeMutableBufferPointer(rebasing: bytes[old...])
      return try source.read(into: UnsafeMutableRawBufferPointer(free))
    }
    pending.removeLast(size - got)
    isAtEnd = got < size
  }

  /// Converts as much as fits and is complete; takes bad bytes one at a time.
  private func convert(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let target = buffer.baseAddress else { return 0 }
    var used = 0
    var written = 0
    let atEnd = isAtEnd
    let handle = converter
    let unit = unit
    pending.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      while used < bytes.count, written + 8 <= buffer.count {
        var input: UnsafeMutablePointer<CChar>? =
          (start + used).assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count - used
        var output: UnsafeMutablePointer<CChar>? =
          (target + written).assumingMemoryBound(to: CChar.self)
        var outputLeft = buffer.count - written
        let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
        let failure = errno
        used = bytes.count - inputLeft
        written = buffer.count - outputLeft
        if result != -1 { break }
        if failure == E2BIG { break }
        // The beginning of a character whose rest is still to be read.
        if failure == EINVAL, !atEnd { break }
        let bad = min(unit, bytes.count - used)
        guard written + 2 * bad <= buffer.count else { break }
        for byte in bytes[used..<used + bad] {
          buffer[written] = byte < 0x80 ? Transcoder.lowByteMark : Transcoder.highByteMark
          buffer[written + 1] = byte | 0x80
          written += 2
        }
        used += bad
      }
    }
    pending.removeFirst(used)
    return written
  }
}
