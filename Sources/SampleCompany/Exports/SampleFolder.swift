import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder that samples are written to: each file beside its place first, then renamed.
struct SampleFolder {
  let path: String

  /// Makes the folder and those above it where they are missing.
  init(_ path: String) throws(Diagnostic) {
    self.path = path
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, 0o777) != 0, errno != EEXIST { throw Self.failure(made, errno) }
      made += "/"
    }
  }

  func write(_ file: SampleFile) throws(Diagnostic) {
    let place = "\(path)/\(file.name)"
    let draft = "\(place).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(draft, errno) }
    let problem = Self.write(file.bytes, to: descriptor)
    let closed = close(descriptor)
    guard problem == 0, closed == 0 else {
      let code = problem == 0 ? errno : problem
      unlink(draft)
      throw Self.failure(place, code)
    }
    guard rename(draft, place) == 0 else {
      let code = errno
      unlink(draft)
      throw Self.failure(place, code)
    }
  }

  /// The error number, 0 when all bytes were written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        guard let start = rest.baseAddress else { return 0 }
        #if canImport(Glibc)
        let count = Glibc.write(descriptor, start, rest.count)
        #elseif canImport(Musl)
        let count = Musl.write(descriptor, start, rest.count)
        #else
        let count = Darwin.write(descriptor, start, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return 0
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "cannot-write", "cannot write: \(String(cString: strerror(code)))",
      at: .init(path), help: "choose a folder that can be written with --out")
  }
}
