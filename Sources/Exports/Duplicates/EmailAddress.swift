/// E-mail addresses of a cell, folded to lower case; commas, semicolons and blanks part them.
enum EmailAddress {
  /// - Parameter text: folded.
  static func keys(of text: [UInt8]) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    let folded = String(decoding: text, as: UTF8.self)
    for part in folded.split(whereSeparator: { " \t\n,;/|<>、，；".contains($0) }) {
      let bytes = Array(part.utf8)
      guard isAddress(part), !keys.contains(bytes) else { continue }
      keys.append(bytes)
    }
    return keys
  }

  private static func isAddress(_ text: Substring) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."),
      halves[1].first != ".", halves[1].last != "."
    else { return false }
    return !reserved.contains(String(halves[1])) && !Placeholder.isWord(halves[0].utf8)
  }

  /// Domains that belong to nobody (RFC 2606, 1999, section 3) or are typed for nothing.
  private static let reserved: Set<String> = [
    "example.com", "example.org", "example.net", "test.com", "none.com", "na.com",
  ]
}
