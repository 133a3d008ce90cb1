package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files and folders below a path, by plain system calls.
package enum FileTree {
  /// Names in a folder, without `.` and `..`, sorted; none where it cannot be read.
  static func names(in folder: String, where isWanted: (String) -> Bool = { _ in true }) -> [String]
  {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee))
        { String(cString: $0) }
      }
      if name != ".", name != "..", isWanted(name) { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether this is a folder itself, not a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file, a link, or a folder with all in it; false where something is left.
  @discardableResult
  package static func remove(_ path: String) -> Bool {
    guard isFolder(path) else { return unlink(path) == 0 || errno == ENOENT }
    for name in names(in: path) { remove("\(path)/\(name)") }
    return rmdir(path) == 0 || errno == ENOENT
  }

  /// All regular files and folders below a folder, itself included.
  static func all(in folder: String) -> [String] {
    var found = [folder]
    for name in names(in: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: found += all(in: path)
      case S_IFREG: found.append(path)
      default: break
      }
    }
    return found
  }

  /// Waits until a file or the entries of a folder are on the disk; the error where they are not.
  ///
  /// File systems that have no such thing for a folder say `EINVAL`.
  static func sync(_ path: String) -> Int32? {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return errno }
    defer { _ = close(descriptor) }
    return fsync(descriptor) == 0 || errno == EINVAL ? nil : errno
  }

  /// Waits until the entries of a folder are on the disk.
  package static func synced(_ folder: String) throws(Diagnostic) {
    if let code = sync(folder) { throw DraftFile.cannotWrite(folder, code) }
  }

  /// The folder that a path lies in.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
