import Diagnostics
import Exports
import Foundation
import Values

/// One file of a pack.
package struct PackFile: Sendable, Equatable, Decodable {
  /// Relative to the folder of the pack.
  package let path: String
  package let bytes: Int
  package let sha256: String
}

/// The folder of a pack: made beside its place and renamed when whole.
enum PackFolder {
  /// `OUT/<as_of>-<hash>`.
  static func path(_ pipeline: LoadedPipeline, _ identity: String) -> String {
    "\(pipeline.outPath)/\(pipeline.asOf.iso)-\(identity.prefix(12))"
  }

  /// Makes the folder that a file is to lie in.
  static func makeParent(of path: String) throws(Diagnostic) {
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty { try make(parent) }
  }

  static func make(_ folder: String) throws(Diagnostic) {
    if isFolder(folder) { return }
    let parent = (folder as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != folder { try make(parent) }
    guard mkdir(folder, 0o777) == 0 || isFolder(folder) else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        .cannotWrite, "cannot-write", "the folder cannot be made: \(reason)", at: .init(folder),
        help: "check what stands in its place, and the permissions")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func remove(_ folder: String) throws(Diagnostic) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    do { try FileManager.default.removeItem(atPath: folder) } catch {
      throw cannotWrite(folder, error)
    }
  }

  /// Puts a finished folder in its place; what was there before goes.
  static func publish(_ draft: String, as folder: String) throws(Diagnostic) {
    let old = "\(folder).old"
    try remove(old)
    do {
      if FileManager.default.fileExists(atPath: folder) {
        try FileManager.default.moveItem(atPath: folder, toPath: old)
      }
      try FileManager.default.moveItem(atPath: draft, toPath: folder)
    } catch {
      throw cannotWrite(folder, error)
    }
    try remove(old)
  }

  /// Points `OUT/latest` at a pack, by rename.
  static func link(_ folder: String, in out: String) throws(Diagnostic) {
    let name = (folder as NSString).lastPathComponent
    let link = "\(out)/latest"
    let draft = "\(out)/.latest.\(ProcessInfo.processInfo.processIdentifier)"
    unlink(draft)
    guard symlink(name, draft) == 0, rename(draft, link) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(draft)
      throw Diagnostic(
        .cannotWrite, "latest", "the link cannot be set: \(reason)", at: .init(link),
        help: "remove what is in its place, or choose another folder with --out")
    }
  }

  /// The files of a pack by its manifest; nil where one is missing or has another size.
  static func contents(of folder: String) -> [PackFile]? {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(Manifest.fileName)"),
      let files = Manifest.files(in: data)
    else { return nil }
    for file in files {
      guard
        let attributes = try? FileManager.default.attributesOfItem(
          atPath: "\(folder)/\(file.path)"),
        attributes[.size] as? Int == file.bytes
      else { return nil }
    }
    return files
  }

  static func cannotWrite(_ path: String, _ error: any Error) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "cannot-write", "this cannot be written: \(SystemError.text(error))",
      at: .init(path), help: "check the folder, its permissions and the space on the disk")
  }
}
