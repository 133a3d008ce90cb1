/// Two sets of named texts side by side.
struct TextDifferences {
  /// Differing names in order; nil where one side does not have it.
  let all: [(name: String, before: String?, now: String?)]

  init(
    _ before: [(path: String, text: String)], _ now: [(path: String, text: String)]
  ) {
    let old = Dictionary(before.map { ($0.path, $0.text) }) { first, _ in first }
    let new = Dictionary(now.map { ($0.path, $0.text) }) { first, _ in first }
    all = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
      .map { ($0, old[$0], new[$0]) }
  }
}
