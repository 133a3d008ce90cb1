/// E-mail addresses of a cell, folded to lower case; commas, semicolons and blanks part them.
enum EmailAddress {
  static func keys(of text: String) -> [String] {
    var keys: [String] = []
    let folded = PlainText.folded(text)
    for part in folded.split(whereSeparator: { " \t\n,;/|<>、，；\u{A0}".contains($0) }) {
      guard isAddress(part), !keys.contains(String(part)) else { continue }
      keys.append(String(part))
    }
    return keys
  }

  private static func isAddress(_ text: Substring) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."),
      halves[1].first != ".", halves[1].last != "."
    else { return false }
    return !reserved.contains(String(halves[1])) && !Placeholder.isWord(String(halves[0]))
  }

  /// Domains that belong to nobody (RFC 2606, 1999, section 3) or are typed for nothing.
  private static let reserved: Set<String> = [
    "example.com", "example.org", "example.net", "test.com", "none.com", "na.com",
  ]
}
