import Crypto
package import Diagnostics
import Foundation

/// SHA-256: what a file or a set of settings is known by.
package struct ContentHash {
  private var hasher = SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hasher.update(bufferPointer: bytes)
  }

  package mutating func update(_ text: String) { hasher.update(data: Data(text.utf8)) }

  /// 64 hexadecimal digits.
  package func hexadecimal() -> String {
    hasher.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    .joined()
  }

  package static func of(_ text: String) -> String {
    var hash = ContentHash()
    hash.update(text)
    return hash.hexadecimal()
  }

  /// A hash that only those with the key can work out: HMAC-SHA256 (RFC 2104).
  package static func of(_ text: String, key: String) -> [UInt8] {
    Array(
      HMAC<SHA256>.authenticationCode(
        for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8))))
  }

  package static func of(_ bytes: [UInt8]) -> String {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.hexadecimal()
  }

  /// The hash and size of a file.
  package static func of(file path: String) throws(Diagnostic) -> (sha256: String, bytes: Int) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Diagnostic(
        .missingExport, "cannot-open", "the file cannot be opened", at: .init(path),
        help: "check the path and the permissions of the file")
    }
    defer { try? handle.close() }
    var hash = ContentHash()
    var bytes = 0
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        piece.withUnsafeBytes { hash.update($0) }
        bytes += piece.count
      }
    } catch {
      throw Diagnostic(
        .missingExport, "cannot-read", "the file cannot be read", at: .init(path),
        help: "check the disk and the permissions of the file")
    }
    return (hash.hexadecimal(), bytes)
  }
}
