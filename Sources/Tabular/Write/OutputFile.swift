package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that appears whole or not at all; or a stream that is written as it comes.
///
/// A missing or regular file is written beside its place and renamed onto it by `close`. Standard
/// output (`-`), pipes, devices and whatever else is there already are written straight through.
package final class OutputFile {
  package let path: String
  private let descriptor: Int32
  /// Where the bytes are until `close`; nil for a stream.
  private let draft: String?
  private let place: String
  private var isOpen = true

  package init(_ path: String) throws(Diagnostic) {
    self.path = path
    if path == "-" {
      descriptor = 1
      draft = nil
      place = path
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      place = path
      draft = nil
      descriptor = systemOpen(path, O_WRONLY | O_CLOEXEC, 0)
      guard descriptor >= 0 else { throw OutputFile.cannotWrite(path) }
      return
    }
    // A link to a file stays a link.
    let target = exists ? OutputFile.resolved(path) : path
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { target[...$0] } ?? ""
    let name = slash.map { target[target.index(after: $0)...] } ?? target[...]
    let draft = "\(folder).\(name).\(getpid()).part"
    place = target
    self.draft = draft
    descriptor = systemOpen(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputFile.cannotWrite(path) }
  }

  deinit {
    guard isOpen else { return }
    if descriptor != 1 { _ = systemClose(descriptor) }
    if let draft { unlink(draft) }
  }

  /// Writes all bytes.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputFile.cannotWrite(path)
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
    guard descriptor != 1 else { return }
    let isClosed = systemClose(descriptor) == 0
    guard let draft else {
      if !isClosed { throw OutputFile.cannotWrite(path) }
      return
    }
    guard isClosed, rename(draft, place) == 0 else {
      let problem = OutputFile.cannotWrite(path)
      unlink(draft)
      throw problem
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func cannotWrite(_ path: String) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "cannot-write", "the file cannot be written: \(systemError())",
      at: .init(path), help: "check that the folder exists, may be written to and has room")
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
