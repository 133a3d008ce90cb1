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
    guard pattern.contains("*") else {
      return FileManager.default.fileExists(atPath: path)
        ? [ExportFile(name: pattern, path: path)] : []
    }
    let parent = (path as NSString).deletingLastPathComponent
    let shown = (pattern as NSString).deletingLastPathComponent
    let parts = (path as NSString).lastPathComponent.components(separatedBy: "*")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "." : parent)) ?? []
    return names.filter { fits($0, parts) }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      .map {
        ExportFile(
          name: shown.isEmpty ? $0 : "\(shown)/\($0)",
          path: (parent as NSString).appendingPathComponent($0))
      }
  }

  /// Whether a name is the parts in order with anything between them.
  static func fits(_ name: String, _ parts: [String]) -> Bool {
    guard let first = parts.first, let last = parts.last, name.hasPrefix(first),
      name.hasSuffix(last),
      name.count >= first.count + last.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
