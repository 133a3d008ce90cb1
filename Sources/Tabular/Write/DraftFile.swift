package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is made beside its place and renamed onto it when it is whole and on the disk.
///
/// Only its owner may read it, whatever it replaces.
package final class DraftFile {
  /// Where the bytes are until `publish`.
  package let path: String
  let descriptor: Int32
  private let place: String
  private let named: String
  private var isOpen = true

  /// nil for a place where something else than a regular file stands: devices and pipes.
  package init?(for named: String) throws(Diagnostic) {
    self.named = named
    var status = stat()
    let exists = stat(named, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return nil }
    // A link to a file stays a link.
    place = exists ? DraftFile.resolved(named) : named
    let name = FileTree.name(of: place)
    DraftName.sweep(FileTree.parent(of: place)) { $0 == name }
    for candidate in DraftName.candidates(for: place) {
      var opened: Int32 = -1
      let failure = Drafts.ofProcess.begin(candidate) {
        opened = systemOpen(candidate, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        return opened >= 0 ? 0 : -1
      }
      if failure == EEXIST { continue }
      if let failure { throw DraftFile.cannotWrite(named, failure) }
      if DraftName.hold(opened, at: candidate) {
        path = candidate
        descriptor = opened
        return
      }
      // Another run has taken it for a draft that was left, in the moment before it was held.
      _ = systemClose(opened)
      Drafts.ofProcess.end(candidate)
    }
    throw DraftFile.cannotWrite(named, EEXIST)
  }

  deinit { drop() }

  /// Puts the file in its place. Without it nothing is left behind.
  package func publish() throws(Diagnostic) {
    guard isOpen else { return }
    // A file in a folder that is a draft itself reaches the disk with the folder.
    let isInner = Drafts.ofProcess.contain(path)
    var failure = isInner || fsync(descriptor) == 0 ? nil : errno
    failure = failure ?? Drafts.ofProcess.step { rename(path, place) }
    if let failure {
      drop()
      throw DraftFile.cannotWrite(named, failure)
    }
    isOpen = false
    Drafts.ofProcess.end(path)
    guard systemClose(descriptor) == 0 else { throw DraftFile.cannotWrite(named) }
    if !isInner { try FileTree.synced(FileTree.parent(of: place)) }
  }

  private func drop() {
    guard isOpen else { return }
    isOpen = false
    FileTree.remove(path)
    Drafts.ofProcess.end(path)
    _ = systemClose(descriptor)
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  static func cannotWrite(_ path: String, _ code: Int32 = errno) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "cannot-write",
      "the file cannot be written: \(String(cString: strerror(code)))", at: .init(path),
      help: "check that the folder exists, may be written to and has room")
  }
}

/// `close(2)` by a name that the methods called `close` do not hide.
func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
