#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Names of drafts, `.NAME.PID.part`, and the hold on them.
///
/// A draft is held by an advisory lock for as long as its process lives: one that nobody holds is
/// what a killed run left. Where a file system has no such locks nothing is taken for left.
package enum DraftName {
  /// Names of this process to try in turn: another machine or container may have the same number.
  static func candidates(for place: String) -> [String] {
    let (folder, name) = (FileTree.parent(of: place), FileTree.name(of: place))
    let start = "\(folder == "/" ? "" : folder)/.\(name).\(getpid())"
    return ["\(start).part"] + (2...9).map { "\(start)-\($0).part" }
  }

  /// The name that a draft is to have in the end; nil for what is no draft.
  static func target(of name: String) -> Substring? {
    guard name.hasPrefix("."), name.hasSuffix(".part") else { return nil }
    let middle = name.dropFirst().dropLast(5)
    guard let dot = middle.lastIndex(of: ".") else { return nil }
    let number = middle[middle.index(after: dot)...]
    guard !number.isEmpty, number.allSatisfy({ ("0"..."9").contains($0) || $0 == "-" }) else {
      return nil
    }
    return middle[..<dot]
  }

  /// Holds an open draft; false where another process does, or has just removed it.
  static func hold(_ descriptor: Int32, at path: String) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return errno != EWOULDBLOCK }
    var (opened, found) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &found) == 0
      && opened.st_ino == found.st_ino && opened.st_dev == found.st_dev
  }

  /// Removes what killed runs left in a folder: drafts for those names that nobody holds.
  package static func sweep(_ folder: String, where isOurs: (Substring) -> Bool) {
    let left = FileTree.names(in: folder) { name in target(of: name).map(isOurs) ?? false }
    for name in left {
      let path = "\(folder)/\(name)"
      let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FileTree.remove(path) }
      _ = close(descriptor)
    }
  }
}
