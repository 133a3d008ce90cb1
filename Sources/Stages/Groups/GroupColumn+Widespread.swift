import Values

extension GroupColumn {
  /// The labels that so many different customers have, of the rows that count.
  func widespread(
    among customers: TextColumn, least: Int, where counts: (Int) -> Bool
  ) -> [String] {
    var index = TextIndex()
    var pairs: Set<Int64> = []
    customers.forEachRow { row, bytes in
      guard !bytes.isEmpty, counts(row) else { return }
      pairs.insert(Int64(index.intern(bytes)) << 32 | Int64(codes[row]))
    }
    var found = [Int](repeating: 0, count: labels.count)
    for pair in pairs { found[Int(pair & 0xFFFF_FFFF)] += 1 }
    return labels.indices.filter { !labels[$0].isEmpty && found[$0] >= max(1, least) }
      .map { labels[$0] }
  }
}
