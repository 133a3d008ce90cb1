import Foundation

/// Which files of the packs on this disk still name a customer.
package struct PackMentions {
  /// A pack and its files that name the customer.
  package struct Found: Sendable, Equatable {
    package let folder: String
    /// Texts that have the id; relative to the folder.
    package let files: [String]
    /// Compressed, so their cells were not searched.
    package let workbooks: [String]
  }

  package let found: [Found]
  /// Folders the store knows of that are not there.
  package let missing: [String]

  /// Looks into the packs that the store knows and into those that lie beside them.
  package init(of customer: String, packs: [String]) {
    var folders: [String] = []
    var missing: [String] = []
    for pack in packs {
      let out = (pack as NSString).deletingLastPathComponent
      let names = (try? FileManager.default.contentsOfDirectory(atPath: out.isEmpty ? "." : out))
      let beside = (names ?? []).map { (out as NSString).appendingPathComponent($0) }
        .filter { (try? FileManager.default.destinationOfSymbolicLink(atPath: $0)) == nil }
      if !Self.isPack(pack) { missing.append(pack) }
      folders += ([pack] + beside).filter(Self.isPack)
    }
    let id = Data(customer.utf8)
    found = Set(folders).sorted().compactMap { Self.search($0, id) }
    self.missing = Set(missing).sorted()
  }

  private static func isPack(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(Manifest.fileName)")
  }

  /// A pack whose texts are silent is silent in its workbooks: they show parts of the lists.
  private static func search(_ folder: String, _ id: Data) -> Found? {
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
    let texts = paths.filter {
      ["csv", "md", "svg", "json"].contains(($0 as NSString).pathExtension)
    }
    let files = texts.filter { path in
      guard
        let data = try? Data(
          contentsOf: URL(filePath: "\(folder)/\(path)"), options: .mappedIfSafe)
      else { return false }
      return contains(data, id)
    }
    guard !files.isEmpty else { return nil }
    return Found(
      folder: folder, files: files, workbooks: paths.filter { $0.hasSuffix(".xlsx") })
  }

  /// Whether the id stands there by itself, not as a part of a longer one.
  private static func contains(_ data: Data, _ id: Data) -> Bool {
    var start = data.startIndex
    while let range = data.range(of: id, in: start..<data.endIndex) {
      let before = range.lowerBound > data.startIndex ? data[range.lowerBound - 1] : 0
      let after = range.upperBound < data.endIndex ? data[range.upperBound] : 0
      if !isPartOfWord(before), !isPartOfWord(after) { return true }
      start = range.lowerBound + 1
    }
    return false
  }

  /// Letters, digits, `-`, `_`, and whatever is not ASCII.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 45 || byte == 95 || byte >= 128
  }
}
