/// "Did you mean": the known word nearest to an unknown one.
package enum Suggestion {
  /// The candidate with the least edit distance, if it is near enough to be meant.
  ///
  /// Near enough: at most a third of the longer word's letters differ, ignoring case, or one
  /// begins with the other. Ties go to the earlier candidate. Of very many candidates the first
  /// thousand are looked at, and none that is as long as a sentence.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in candidates.prefix(1000) where candidate.utf8.count <= 200 {
      let letters = Array(candidate.lowercased())
      let isPrefix =
        min(target.count, letters.count) >= 3
        && (letters.starts(with: target) || target.starts(with: letters))
      let longer = max(target.count, letters.count)
      // No fewer letters differ than one word has more than the other.
      guard isPrefix || abs(target.count - letters.count) * 3 <= longer else { continue }
      let distance = isPrefix ? 1 : editDistance(target, letters)
      guard isPrefix || distance * 3 <= longer else { continue }
      if let found = best, found.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// `did you mean 'x'?`, or the list of what there is.
  package static func help(for word: String, among candidates: [String]) -> String {
    if let near = nearest(to: word, among: candidates) { return "did you mean '\(near)'?" }
    return candidates.isEmpty ? "there is none" : "one of: \(list(candidates))"
  }

  /// The words with commas between them; of very many the first hundred, and how many follow.
  package static func list(_ words: [String]) -> String {
    let rest = words.count - 100
    return words.prefix(100).joined(separator: ", ") + (rest > 0 ? ", … and \(rest) more" : "")
  }

  /// Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty else { return b.count }
    guard !b.isEmpty else { return a.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
