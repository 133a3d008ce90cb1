import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that only its owner may read: SQLite itself would make one readable by everyone.
enum PrivateFile {
  /// Makes an empty file; one that is there is left as it is.
  static func create(_ path: String) throws(Diagnostic) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // Closing a descriptor of a file that this process has open in SQLite would drop SQLite's lock;
    // a file that was made here is open nowhere else.
    if descriptor >= 0 {
      _ = close(descriptor)
    } else if errno != EEXIST {
      throw StoreFailure.cannotWrite(path, String(cString: strerror(errno)))
    }
  }

  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
