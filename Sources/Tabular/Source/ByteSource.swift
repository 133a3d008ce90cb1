package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of one export, read once and in order: a file, standard input or bytes in memory.
///
/// Not thread-safe: one reader at a time (`ChunkReader` holds it under its lock).
package final class ByteSource {
  /// The path as the user gave it; `standard input` for `-`.
  package let name: String
  /// Sees every byte of the source once, in order, before any decoding (for a file's identity).
  package var onBytes: ((UnsafeRawBufferPointer) -> Void)?
  /// Bytes that were handed out, the head included.
  package private(set) var bytesRead = 0

  private let descriptor: Int32?
  private let closesDescriptor: Bool
  /// Bytes read ahead by `head`, still to be handed out from `headTaken`.
  private var headBytes: [UInt8]
  private var headTaken = 0

  private init(name: String, descriptor: Int32?, closes: Bool, bytes: [UInt8]) {
    self.name = name
    self.descriptor = descriptor
    closesDescriptor = closes
    headBytes = bytes
  }

  /// A source over bytes in memory.
  package convenience init(bytes: [UInt8], name: String) {
    self.init(name: name, descriptor: nil, closes: false, bytes: bytes)
  }

  deinit {
    if let descriptor, closesDescriptor { _ = close(descriptor) }
  }

  /// Opens a file, or standard input for `-`.
  package static func open(_ path: String) throws(Diagnostic) -> ByteSource {
    if path == "-" {
      return ByteSource(name: "standard input", descriptor: 0, closes: false, bytes: [])
    }
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else {
      throw Diagnostic(
        .missingExport, "cannot-open", "the file cannot be opened: \(systemError())",
        at: .init(path), help: "check the path and the permissions of the file")
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      _ = close(descriptor)
      throw Diagnostic(
        .missingExport, "is-a-folder", "this is a folder, not a file", at: .init(path),
        help: "name one CSV file")
    }
    return ByteSource(name: path, descriptor: descriptor, closes: true, bytes: [])
  }

  /// The first bytes, at most `limit`, without taking them: they are handed out again by `read`.
  func head(_ limit: Int) throws(Diagnostic) -> ArraySlice<UInt8> {
    let missing = limit - (headBytes.count - headTaken)
    if let descriptor, missing > 0 {
      var fresh = [UInt8](repeating: 0, count: missing)
      var filled = 0
      while filled < missing {
        let got = try fresh.withUnsafeMutableBufferPointer { (buffer) throws(Diagnostic) in
          let free = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
          return try systemRead(descriptor, UnsafeMutableRawBufferPointer(free))
        }
        if got == 0 { break }
        filled += got
      }
      headBytes.append(contentsOf: fresh[..<filled])
    }
    return headBytes[headTaken...].prefix(limit)
  }

  /// Fills the buffer as far as there are bytes; less than its size only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    var filled = min(buffer.count, headBytes.count - headTaken)
    if filled > 0 {
      headBytes.withUnsafeBytes { head in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: head[headTaken...].prefix(filled)))
      }
      headTaken += filled
      if headTaken == headBytes.count, descriptor != nil {
        headBytes = []
        headTaken = 0
      }
    }
    if let descriptor {
      while filled < buffer.count {
        let got = try systemRead(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        if got == 0 { break }
        filled += got
      }
    }
    bytesRead += filled
    if filled > 0 { onBytes?(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) }
    return filled
  }

  private func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(Diagnostic) -> Int {
    while true {
      #if canImport(Glibc)
      let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
      let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if got >= 0 { return got }
      if errno == EINTR { continue }
      throw Diagnostic(
        .missingExport, "cannot-read", "the file cannot be read: \(systemError())",
        at: .init(name))
    }
  }
}

/// `open(2)` by a name that the methods called `open` do not hide.
func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

/// The text of the last failed system call, in the C locale.
func systemError() -> String { String(cString: strerror(errno)) }
