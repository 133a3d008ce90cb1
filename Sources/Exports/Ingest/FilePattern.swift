/// A path of a pipeline file in which `*` stands for any letters of the last name.
package struct FilePattern: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether files of one source come under several names.
  package var isPattern: Bool { text.contains("*") }

  /// Whether a path, written as the pattern is, is meant by it.
  package func fits(_ path: String) -> Bool {
    let (folder, name) = Self.split(text)
    let (otherFolder, otherName) = Self.split(path)
    return folder == otherFolder && Self.fits(otherName, name)
  }

  /// Whether a name is the parts between the stars in order, with anything between them.
  package static func fits(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last else { return false }
    if parts.count == 1 { return name == pattern }
    guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private static func split(_ path: String) -> (folder: Substring, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (path[..<slash], String(path[path.index(after: slash)...]))
  }
}
