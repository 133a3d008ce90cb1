import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What this process has begun to write and not yet put in its place.
///
/// One for the process, because a signal ends the whole process: whoever ends it removes the drafts
/// first. A draft is made, and put in its place, under the lock, so there is none that is not noted.
///
/// `@unchecked Sendable`: the paths are touched under the lock only.
package final class Drafts: @unchecked Sendable {
  package static let ofProcess = Drafts()

  private let lock = Lock()
  private var paths: [String] = []

  /// Makes a draft and notes it; the error where `make` does not return 0.
  func begin(_ path: String, make: () -> Int32) -> Int32? {
    lock.locked {
      guard make() == 0 else { return errno }
      paths.append(path)
      return nil
    }
  }

  /// Makes or moves something, unless the process is being ended; the error where `step` does not
  /// return 0.
  func step(_ step: () -> Int32) -> Int32? {
    lock.locked { step() == 0 ? nil : errno }
  }

  /// Forgets a draft that is gone from its path.
  func end(_ path: String) {
    lock.locked { paths.removeAll { $0 == path } }
  }

  /// Whether a path lies in a folder that is itself a draft.
  func contain(_ path: String) -> Bool {
    lock.locked { paths.contains { path.hasPrefix("\($0)/") } }
  }

  /// Removes all drafts, and lets no other begin or come to its place: the process is to end.
  package func abandon() {
    lock.lock()
    // The workbook library may make its file between the listing of a folder and its removal; all
    // else that the run makes waits for the lock.
    for path in paths.reversed() {
      var tries = 0
      while !FileTree.remove(path), tries < 1_000 {
        tries += 1
        usleep(1_000)
      }
    }
  }

  /// Returns at once, or never where the process is being ended: its own failures that follow from
  /// the removal of the drafts are not told.
  package func waitForAnEnd() { lock.locked {} }
}
