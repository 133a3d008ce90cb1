import CSystem
package import Diagnostics
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that is filled beside its place and put there in one step when it is whole and on the
/// disk; what was there before goes.
package final class DraftFolder {
  /// Where the files are until `publish`.
  package let path: String
  private let place: String
  private let descriptor: Int32
  private var isOpen = true

  /// The threads that wait for the disk, where more than one is allowed.
  private static let waiters = 8

  package init(for place: String) throws(Diagnostic) {
    self.place = place
    let name = FileTree.name(of: place)
    DraftName.sweep(FileTree.parent(of: place)) { $0 == name }
    for candidate in DraftName.candidates(for: place) {
      let failure = Drafts.ofProcess.begin(candidate) { mkdir(candidate, 0o700) }
      if failure == EEXIST { continue }
      if let failure { throw DraftFolder.cannotWrite(place, failure) }
      let opened = systemOpen(candidate, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
      if opened >= 0, DraftName.hold(opened, at: candidate) {
        path = candidate
        descriptor = opened
        return
      }
      // Another run has taken it for a draft that was left, in the moment before it was held.
      if opened >= 0 { _ = systemClose(opened) }
      rmdir(candidate)
      Drafts.ofProcess.end(candidate)
    }
    throw DraftFolder.cannotWrite(place, EEXIST)
  }

  deinit { drop() }

  /// Waits until all files are on the disk: afterwards little is left that can fail.
  package func sync(threads: Int?) throws(Diagnostic) {
    let paths = FileTree.all(in: path)
    let lock = Lock()
    var failure: Int32?
    Workers.share(paths.count, threads: threads == 1 ? 1 : DraftFolder.waiters) { piece, _ in
      guard let code = FileTree.sync(paths[piece]) else { return }
      lock.locked { failure = failure ?? code }
    }
    if let failure { throw DraftFolder.cannotWrite(place, failure) }
  }

  /// Puts the folder, which is on the disk by `sync`, in its place.
  ///
  /// A folder that stands there is exchanged for it in one step. Where the file system has no such
  /// step it is moved aside first: a run that is killed in between leaves neither, and the next one
  /// makes it again.
  package func publish() throws(Diagnostic) {
    if let failure = Drafts.ofProcess.step(putInPlace) {
      drop()
      throw DraftFolder.cannotWrite(place, failure)
    }
    // What stood there before, if anything did, is at the path of the draft now.
    drop()
    try FileTree.synced(FileTree.parent(of: place))
  }

  private func putInPlace() -> Int32 {
    if rename(path, place) == 0 { return 0 }
    guard errno == ENOTEMPTY || errno == EEXIST else { return -1 }
    if csystem_exchange(path, place) == 0 { return 0 }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { return -1 }
    let aside = "\(path.dropLast(5))-0.part"
    guard rename(place, aside) == 0 else { return -1 }
    if rename(path, place) == 0 {
      FileTree.remove(aside)
      return 0
    }
    let reason = errno
    _ = rename(aside, place)
    errno = reason
    return -1
  }

  /// Removes what is at the path of the draft; afterwards it cannot be published.
  package func drop() {
    guard isOpen else { return }
    isOpen = false
    FileTree.remove(path)
    Drafts.ofProcess.end(path)
    _ = systemClose(descriptor)
  }

  /// Makes a folder and those above it, for its owner only; one that is there is left as it is.
  package static func make(_ folder: String) throws(Diagnostic) {
    var status = stat()
    func isFolder() -> Bool {
      stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    if isFolder() { return }
    let parent = FileTree.parent(of: folder)
    if parent != folder, parent != "." { try make(parent) }
    // Under the lock, or a folder that was removed because the process ends would come back.
    guard let failure = Drafts.ofProcess.step({ mkdir(folder, 0o700) }) else { return }
    guard failure == EEXIST, isFolder() else { throw cannotWrite(folder, failure) }
  }

  private static func cannotWrite(_ folder: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "cannot-write",
      "the folder cannot be made: \(String(cString: strerror(code)))", at: .init(folder),
      help: "check what stands in its place, the permissions and the space on the disk")
  }
}
