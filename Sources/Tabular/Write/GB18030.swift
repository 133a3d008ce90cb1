package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// UTF-8 to the encoding of Chinese office programs, by the C library.
///
/// Every Unicode character has a place in GB18030, so nothing is lost.
package enum GB18030 {
  /// - Parameter file: what the text is for; named where it fails.
  package static func encode(_ utf8: [UInt8], file: String) throws(Diagnostic) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1)
    else {
      throw Diagnostic(
        .cannotWrite, "no-encoding", "the C library cannot write GB18030",
        at: .init(file), help: "install the locale data of the C library (Debian: libc6)")
    }
    defer { iconv_close(converter) }
    var input = utf8.map { CChar(bitPattern: $0) }
    // A character of two to four bytes becomes two or four.
    var output = [CChar](repeating: 0, count: utf8.count * 2 + 16)
    let room = output.count
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var free = room
        let result = iconv(converter, &from, &left, &to, &free)
        return result == Int(bitPattern: UInt.max) || left > 0 ? nil : room - free
      }
    }
    guard let written else {
      throw Diagnostic(
        .fault, "not-encoded", "text of \(file) did not go into GB18030", at: .init(file))
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }
}
