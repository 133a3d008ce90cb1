import Exports
import Foundation

/// Paths of a pipeline file: relative to its folder, `*` for any letters of a name.
enum Paths {
  static func resolve(_ path: String, from folder: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return collapsed((folder as NSString).appendingPathComponent(path))
  }

  /// The path with every `name/..` left out: `Pipelines/../Output` is `Output`.
  static func collapsed(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/\(joined)" : joined.isEmpty ? "." : joined
  }

  /// The files that a path or pattern names, in name order; empty where there is none.
  ///
  /// `*` is read in the last component only.
  static func matches(_ pattern: String, in folder: String) -> [ExportFile] {
    let path = resolve(pattern, from: folder)
    let source = FilePattern(pattern)
    guard source.isPattern else {
      return FileManager.default.fileExists(atPath: path)
        ? [ExportFile(name: pattern, path: path, source: source)] : []
    }
    let parent = (path as NSString).deletingLastPathComponent
    let shown = (pattern as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "." : parent)) ?? []
    return names.filter { FilePattern.fits($0, name) }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      .map {
        ExportFile(
          name: shown.isEmpty ? $0 : "\(shown)/\($0)",
          path: (parent as NSString).appendingPathComponent($0), source: source)
      }
  }
}
