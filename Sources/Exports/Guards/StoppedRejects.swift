package import Diagnostics
import Foundation
import Store

/// The rejected rows of files that a guard kept out of the store, so that they can be looked at.
///
/// The file is made when the first such row comes.
package final class StoppedRejects {
  package let path: String
  private let hasOrderMark: Bool
  private var writer: RejectFile.Writer?

  package init(_ path: String, hasOrderMark: Bool) {
    self.path = path
    self.hasOrderMark = hasOrderMark
  }

  /// Takes the file of an earlier run away.
  package func clear() throws(Diagnostic) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Diagnostic(
        .cannotWrite, "cannot-write", "the file of an earlier run cannot be removed",
        at: .init(path), help: "check the permissions of its folder")
    }
  }

  func take(_ arrived: ArrivedFile) throws(Diagnostic) {
    let rejects = try arrived.rejects()
    guard rejects.count > 0 else { return }
    if writer == nil { writer = try RejectFile.Writer(path, hasOrderMark: hasOrderMark) }
    try writer?.append(rejects, of: arrived.record)
  }

  package func close() throws(Diagnostic) {
    try writer?.close()
    writer = nil
  }
}
