package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The text bytes of one export, read once and in order: a file, standard input or bytes in memory.
///
/// Gzip data are known by their first bytes, not by a name, and unpacked while they are read. Not
/// thread-safe: one reader at a time (`ChunkReader` holds it under its lock).
package final class ByteSource {
  /// The path as the user gave it; `standard input` for `-`.
  package let name: String
  /// Bytes that were taken from the file as it lies, packed or not.
  package private(set) var bytesRead = 0
  /// Whether the file is packed; known as soon as its head is.
  package var isGzip: Bool { inflater != nil }

  private let descriptor: Int32?
  private let closesDescriptor: Bool
  /// The bytes of a source in memory.
  private let memory: [UInt8]
  private var inflater: Inflater?
  private var hasBegun = false
  /// Bytes read ahead by `head`, still to be handed out from `headTaken`.
  private var headBytes: [UInt8] = []
  private var headTaken = 0

  private init(name: String, descriptor: Int32?, closes: Bool, bytes: [UInt8]) {
    self.name = name
    self.descriptor = descriptor
    closesDescriptor = closes
    memory = bytes
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
    try begin()
    let missing = limit - (headBytes.count - headTaken)
    if missing > 0 {
      var fresh = [UInt8](repeating: 0, count: missing)
      let filled = try fresh.withUnsafeMutableBufferPointer { (bytes) throws(Diagnostic) in
        try fill(UnsafeMutableRawBufferPointer(bytes))
      }
      headBytes.append(contentsOf: fresh[..<filled])
    }
    return headBytes[headTaken...].prefix(limit)
  }

  /// Fills the buffer as far as there are bytes; less than its size only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    try begin()
    let ready = min(buffer.count, headBytes.count - headTaken)
    if ready > 0 {
      headBytes.withUnsafeBytes { head in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: head[headTaken...].prefix(ready)))
      }
      headTaken += ready
      if headTaken == headBytes.count {
        headBytes = []
        headTaken = 0
      }
    }
    guard ready < buffer.count else { return ready }
    return ready + (try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[ready...])))
  }

  /// Looks at the first two bytes: whether they are those of gzip data.
  private func begin() throws(Diagnostic) {
    guard !hasBegun else { return }
    hasBegun = true
    var first = [UInt8](repeating: 0, count: 2)
    let count = try first.withUnsafeMutableBufferPointer { (bytes) throws(Diagnostic) in
      try fill(UnsafeMutableRawBufferPointer(bytes))
    }
    first.removeLast(2 - count)
    if first == [0x1F, 0x8B] {
      inflater = Inflater(first: first, file: name)
    } else {
      headBytes = first
    }
  }

  /// Fills the buffer with what comes next; less than its size only at the end.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    if let inflater {
      return try inflater.read(into: buffer) { (free) throws(Diagnostic) in try fetch(free) }
    }
    var filled = 0
    while filled < buffer.count {
      let got = try fetch(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// The next bytes as the file has them; none at its end.
  private func fetch(_ buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let got: Int
    if let descriptor {
      got = try systemRead(descriptor, buffer)
    } else {
      got = min(buffer.count, memory.count - bytesRead)
      memory.withUnsafeBytes { bytes in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[bytesRead...].prefix(got)))
      }
    }
    bytesRead += got
    return got
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
