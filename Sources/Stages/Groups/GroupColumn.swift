import Values

/// The groups of one column: labels in the order of the report, and which one each row has.
struct GroupColumn: Sendable {
  /// Ascending by bytes; the empty label (not stated) last.
  private(set) var labels: [String]
  /// An index of `labels` for each row.
  private(set) var codes: [Int32]

  /// The groups of a column of texts or categories.
  ///
  /// - Precondition: the column holds texts or categories, as the contracts declare.
  init(_ column: ColumnValues) {
    switch column {
    case .category(let codes, let labels): self.init(ordering: codes, labels: labels)
    case .text(let texts):
      var index = TextIndex()
      var codes = [Int32](repeating: -1, count: texts.count)
      texts.forEachRow { row, bytes in
        if !bytes.isEmpty { codes[row] = index.intern(bytes) }
      }
      self.init(ordering: codes, labels: index.texts.texts)
    case .integer, .number, .money, .day, .instant:
      preconditionFailure("answers are grouped by texts or categories")
    }
  }

  /// Groups from indices into labels of any order, -1 for none; labels without a row are dropped,
  /// equal ones joined.
  init(ordering codes: [Int32], labels: [String]) {
    var isUsed = [Bool](repeating: false, count: labels.count)
    var hasMissing = false
    for code in codes {
      if code < 0 { hasMissing = true } else { isUsed[Int(code)] = true }
    }
    let used = labels.indices.filter { isUsed[$0] && !labels[$0].isEmpty }
    hasMissing = hasMissing || labels.indices.contains { isUsed[$0] && labels[$0].isEmpty }
    var ordered: [String] = []
    for label in used.map({ labels[$0] }).sorted(by: GroupColumn.isBefore)
    where ordered.last != label { ordered.append(label) }
    var positions: [String: Int32] = [:]
    for (position, label) in ordered.enumerated() { positions[label] = Int32(position) }
    if hasMissing { ordered.append("") }
    let missing = Int32(ordered.count - 1)
    let renumbered = labels.map { positions[$0] ?? missing }
    self.labels = ordered
    self.codes = codes.map { $0 < 0 ? missing : renumbered[Int($0)] }
  }

  /// Groups whose codes are known.
  init(labels: [String], codes: [Int32]) {
    self.labels = labels
    self.codes = codes
  }

  /// The same groups without the rows that do not count: their code is -1. Groups that thereby have
  /// no row stay, empty.
  func keeping(_ isKept: (Int) -> Bool) -> GroupColumn {
    GroupColumn(
      labels: labels, codes: codes.enumerated().map { isKept($0.offset) ? $0.element : -1 })
  }

  /// The same groups with the labels in another order.
  ///
  /// - Precondition: `order` is a permutation of the labels' indices.
  func reordered(_ order: [Int]) -> GroupColumn {
    var result = self
    result.labels = order.map { labels[$0] }
    var position = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = Int32(new) }
    result.codes = codes.map { position[Int($0)] }
    return result
  }

  /// Puts the rows in another order.
  mutating func permute(_ rows: [Int32]) { codes = rows.map { codes[Int($0)] } }

  /// Runs of digits by their number, all else by its bytes: wave 2 before wave 10.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let one = digits(a, &i)
        let other = digits(b, &j)
        if one.count != other.count { return one.count < other.count }
        if one != other { return one.lexicographicallyPrecedes(other) }
      } else if a[i] != b[j] {
        return a[i] < b[j]
      } else {
        i += 1
        j += 1
      }
    }
    if i < a.count || j < b.count { return i >= a.count }
    return a.lexicographicallyPrecedes(b)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// The run of digits at a position, without leading zeros; the position moves behind it.
  private static func digits(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    return bytes[start..<position].drop { $0 == 48 }
  }
}
