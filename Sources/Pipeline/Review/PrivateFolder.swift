import Diagnostics
import Foundation

/// A folder for what is needed for a while; only its owner can look into it.
struct PrivateFolder {
  let path: String

  init() throws(Diagnostic) {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/clientele-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        .cannotWrite, "cannot-write", "no folder can be made for the run: \(reason)",
        at: .init(folder), help: "set TMPDIR to a folder with room")
    }
    path = made
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
