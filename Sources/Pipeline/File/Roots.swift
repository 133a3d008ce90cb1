import Diagnostics
import Foundation

/// The folders that paths written in a pipeline file may lead to.
///
/// A pipeline file may come from anywhere; it is no reason to read or write elsewhere. Its own
/// folder is one root, with the folder above it where its own is called `Pipelines`; the folder that
/// the command runs in is another (`/` is none). Whoever runs it may allow more. Links and `..` are
/// followed before a path is judged.
package struct Roots: Sendable {
  /// Real paths.
  private(set) var folders: [String]

  /// - Parameter allowed: what the command line allows besides.
  package init(pipeline path: String, allowed: [String]) {
    let own = (Self.real((path as NSString).deletingLastPathComponent))
    folders = [own]
    if (own as NSString).lastPathComponent.lowercased() == "pipelines" {
      folders.append((own as NSString).deletingLastPathComponent)
    }
    folders.append(Self.real("."))
    folders = folders.filter { $0 != "/" } + allowed.map { Self.real($0) }
  }

  /// The command line names a folder that is to be read.
  mutating func allow(_ folder: String) { folders.append(Self.real(folder)) }

  func contains(_ path: String) -> Bool {
    let real = Self.real(path)
    return folders.contains { $0 == "/" || real == $0 || real.hasPrefix("\($0)/") }
  }

  /// What is wrong with a path of a pipeline file; nil where it stays inside.
  ///
  /// - Parameters:
  ///   - text: what the file says.
  ///   - path: what is opened.
  func problem(
    _ key: String, _ text: String, at path: String, _ place: Diagnostic.Place
  ) -> Diagnostic? {
    guard !contains(path) else { return nil }
    let real = Self.real(path)
    let target = real == text ? "" : ": it is \(real)"
    return Diagnostic(
      .configuration, "outside-roots",
      "\(key) '\(text)' leads out of the folders of the pipeline\(target)", at: place,
      help: "move it below the folder of the pipeline, or allow it: --allow-path \(real)")
  }

  /// The path with links and `..` followed; what does not exist yet is put behind its real parent.
  static func real(_ path: String) -> String { real(path.isEmpty ? "." : path, links: 40) }

  private static func real(_ path: String, links: Int) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    // A link to nothing: what is written through it lands where it points.
    if links > 0,
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    {
      let base = (path as NSString).deletingLastPathComponent
      return real(
        target.hasPrefix("/") ? target : (base as NSString).appendingPathComponent(target),
        links: links - 1)
    }
    let parent = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    guard parent != path, name != "/" else { return path }
    let base = real(parent.isEmpty ? "." : parent, links: links)
    return Paths.collapsed("\(base)/\(name)")
  }
}
