import Exports

/// The hash of a file that may not be there.
enum PackDigest {
  static func of(_ path: String) -> String? { (try? ContentHash.of(file: path))?.sha256 }
}
