import Diagnostics
import Exports
import Foundation
import Tabular
import Values

/// One file of a pack.
package struct PackFile: Sendable, Equatable, Decodable {
  /// Relative to the folder of the pack.
  package let path: String
  package let bytes: Int
  package let sha256: String
}

/// The folder of a pack and the link to the newest.
enum PackFolder {
  /// `OUT/<as_of>-<hash>`.
  static func path(_ pipeline: LoadedPipeline, _ identity: String) -> String {
    "\(pipeline.outPath)/\(pipeline.asOf.iso)-\(identity.prefix(12))"
  }

  private static let latest = "latest"

  /// Removes what killed runs left: drafts of packs and of the link, but not those of a live run.
  static func sweep(_ out: String) {
    DraftName.sweep(out) { name in
      name == latest || name.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}/) != nil
    }
  }

  /// Points `OUT/latest` at a pack, by rename.
  static func link(_ folder: String, in out: String) throws(Diagnostic) {
    let name = (folder as NSString).lastPathComponent
    let link = "\(out)/\(latest)"
    // A link cannot be held, so it is made in a folder that is.
    let draft = try DraftFolder(for: link)
    let made = "\(draft.path)/\(latest)"
    guard symlink(name, made) == 0, rename(made, link) == 0 else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        .cannotWrite, "latest", "the link cannot be set: \(reason)", at: .init(link),
        help: "remove what is in its place, or choose another folder with --out")
    }
    draft.drop()
    try FileTree.synced(out)
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
}
