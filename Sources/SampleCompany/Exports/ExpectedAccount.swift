/// What a correct reader makes of a file, and what was spoiled in it on purpose.
struct ExpectedAccount: Equatable {
  /// A rejected row: the rule it breaks, the column, the line on which it begins.
  struct Rejection: Equatable {
    let rule: String
    let column: String
    let line: Int
  }

  /// Rows whose key was new.
  var accepted = 0
  /// Rows whose key was there.
  var merged = 0
  /// Rows left out because their order was cancelled.
  var excluded = 0
  /// Earlier lines of orders that this file lists without them.
  var withdrawn = 0
  /// Amounts with more decimals than the currency has.
  var rounded = 0
  var rejections: [Rejection] = []
  /// Rows by what was done to them, in the order of the first of each kind.
  var planted: [(kind: String, rows: Int)] = []

  var rejected: Int { rejections.count }
  var read: Int { accepted + merged + excluded + rejected }

  mutating func plant(_ kind: String) {
    if let index = planted.firstIndex(where: { $0.kind == kind }) {
      planted[index].rows += 1
    } else {
      planted.append((kind, 1))
    }
  }

  /// Rejected rows by rule and column, sorted by both.
  var byRule: [(rule: String, column: String, lines: [Int])] {
    Dictionary(grouping: rejections) { [$0.rule, $0.column] }
      .map { (rule: $0.key[0], column: $0.key[1], lines: $0.value.map(\.line)) }
      .sorted { ($0.rule, $0.column) < ($1.rule, $1.column) }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.read == right.read && left.byRule.elementsEqual(right.byRule, by: ==)
      && left.planted.elementsEqual(right.planted, by: ==) && left.withdrawn == right.withdrawn
      && left.merged == right.merged && left.excluded == right.excluded
      && left.rounded == right.rounded
  }
}
