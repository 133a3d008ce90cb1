import CZlib
import Diagnostics

/// Gzip data to the bytes that were packed, piece by piece: RFC 1952, with as many members as come.
///
/// Zero bytes between and after members are padding (of tapes and disks). Anything else that is no
/// member, a check sum that is wrong and an end that comes too early are errors at their byte.
final class Inflater {
  private static let inputBytes = 64 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  private let file: String
  /// Bytes that were given to zlib's stream so far.
  private var fed = 0
  private var isInMember = true
  private var isAtEnd = false

  /// - Parameter first: bytes of the file that were taken already, at least its first.
  init(first: [UInt8], file: String) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: Inflater.inputBytes)
    input.initialize(repeating: 0, count: Inflater.inputBytes)
    let count = min(first.count, Inflater.inputBytes)
    for i in 0..<count { input[i] = first[i] }
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(count)
    fed = count
    // 15 bits of window, and 16 for the gzip wrapper.
    let code = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib has memory and the version it was built with")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills the buffer; less than its size only at the end of the file.
  ///
  /// - Parameter fetch: gives the next bytes of the file, none at its end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    fetch: (UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int
  ) throws(Diagnostic) -> Int {
    var written = 0
    while written < buffer.count {
      if stream.pointee.avail_in == 0, !isAtEnd {
        let got = try fetch(UnsafeMutableRawBufferPointer(start: input, count: Inflater.inputBytes))
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(got)
        fed += got
        isAtEnd = got == 0
      }
      if !isInMember { try beginMember() }
      guard isInMember else {
        if isAtEnd { break }
        continue
      }
      if stream.pointee.avail_in == 0, isAtEnd {
        throw Diagnostic(
          .data, "cut-gzip", "the gzip data end at byte \(fed), in the middle", at: .init(file),
          help: "copy or export the file again, and check it with gzip -t")
      }
      let room = min(buffer.count - written, Int(Int32.max))
      stream.pointee.next_out = buffer.baseAddress.map {
        ($0 + written).assumingMemoryBound(to: UInt8.self)
      }
      stream.pointee.avail_out = UInt32(room)
      let code = inflate(stream, Z_NO_FLUSH)
      written += room - Int(stream.pointee.avail_out)
      switch code {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isInMember = false
      default:
        let reason = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
        throw Diagnostic(
          .data, "damaged-gzip",
          "the gzip data are damaged at byte \(fed - Int(stream.pointee.avail_in))\(reason)",
          at: .init(file), help: "copy or export the file again, and check it with gzip -t")
      }
    }
    return written
  }

  /// Skips padding, and begins with the next member where there is one.
  private func beginMember() throws(Diagnostic) {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    guard stream.pointee.avail_in > 0 else { return }
    inflateReset(stream)
    isInMember = true
  }
}
