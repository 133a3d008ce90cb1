import Foundation

/// Where two files begin to differ.
struct FirstDifference {
  /// `line 12: "was" is now "is"` in texts, otherwise the byte.
  let text: String

  /// nil where one of them cannot be read or both are the same.
  init?(_ before: String, _ now: String) {
    guard let left = try? Data(contentsOf: URL(filePath: before), options: .mappedIfSafe),
      let right = try? Data(contentsOf: URL(filePath: now), options: .mappedIfSafe)
    else { return nil }
    var offset = 0
    while offset < left.count, offset < right.count, left[offset] == right[offset] { offset += 1 }
    guard offset < left.count || offset < right.count else { return nil }
    guard ["csv", "md", "svg", "json"].contains((before as NSString).pathExtension) else {
      text = "byte \(offset) of \(left.count)"
      return
    }
    let line = left[..<offset].count { $0 == 10 } + 1
    text =
      "line \(line): \(Self.line(of: left, at: offset)) is now \(Self.line(of: right, at: offset))"
  }

  private static let mostBytes = 120

  /// The line around a byte in quotes, cut where it is long.
  private static func line(of data: Data, at offset: Int) -> String {
    guard offset < data.count else { return "the end" }
    let start = data[..<offset].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = data[offset...].firstIndex(of: 10) ?? data.count
    let from = max(start, min(offset - mostBytes / 2, end - mostBytes))
    let shown = data[from..<min(end, from + mostBytes)]
    return "\(from > start ? "…" : "")\"\(String(decoding: shown, as: UTF8.self))\""
      + (from + mostBytes < end ? "…" : "")
  }
}
