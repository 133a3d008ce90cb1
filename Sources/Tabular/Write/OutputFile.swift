package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that appears whole or not at all; or a stream that is written as it comes.
///
/// A missing or regular file is a draft until `close`. Standard output (`-`), pipes, devices and
/// whatever else is there already are written straight through.
package final class OutputFile {
  package let path: String
  private let descriptor: Int32
  /// nil for a stream.
  private let draft: DraftFile?
  private var isOpen = true

  /// The code of the problem that whoever reads standard output, or a pipe, has gone.
  package static let readerHasGone = "reader-gone"

  package init(_ path: String) throws(Diagnostic) {
    self.path = path
    if path == "-" {
      descriptor = 1
      draft = nil
      return
    }
    draft = try DraftFile(for: path)
    descriptor = draft?.descriptor ?? systemOpen(path, O_WRONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw DraftFile.cannotWrite(path) }
  }

  deinit {
    if isOpen, draft == nil, descriptor != 1 { _ = systemClose(descriptor) }
  }

  /// Writes all bytes.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      if count < 0 {
        if errno == EINTR { continue }
        throw problem(errno)
      }
      written += count
    }
  }

  package func write(_ bytes: [UInt8]) throws(Diagnostic) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostic) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Puts the file in its place. Without it nothing is left behind.
  package func close() throws(Diagnostic) {
    guard isOpen else { return }
    isOpen = false
    if let draft {
      try draft.publish()
    } else if descriptor != 1, systemClose(descriptor) != 0 {
      throw DraftFile.cannotWrite(path)
    }
  }

  private func problem(_ code: Int32) -> Diagnostic {
    let place = path == "-" ? "standard output" : path
    if draft == nil, code == EPIPE {
      return Diagnostic(
        .cannotWrite, OutputFile.readerHasGone, "nobody reads on", at: .init(place))
    }
    guard draft == nil else { return DraftFile.cannotWrite(place, code) }
    return Diagnostic(
      .cannotWrite, "cannot-write", "it cannot be written: \(String(cString: strerror(code)))",
      at: .init(place), help: "check where the output goes, or name a file with --output")
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
