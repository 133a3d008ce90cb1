import Values

/// What those wrote who answered an overall question worst.
enum LowComments {
  /// The most comments of one group that are told.
  static let most = 5

  /// By group, the worst answers first, then what several wrote alike, then by text.
  ///
  /// Worst are detractors (0 to 6) for the recommendation, otherwise the lowest box of the scale.
  static func of(
    _ overall: SurveyItem, _ groups: GroupColumn, comments: TextColumn?, rows: [Int32]
  ) -> [[String]] {
    let none = [[String]](repeating: [], count: groups.labels.count)
    guard let comments else { return none }
    let worst = Int8(overall.id == "nps" ? 7 : overall.scale.box)
    // Where a row of the survey stands among the answers, if it is one of the worst.
    var places = [Int32](repeating: -1, count: comments.count)
    for (place, row) in rows.enumerated() {
      let position = overall.positions[place]
      if position >= 0, position < worst, groups.codes[place] >= 0 {
        places[Int(row)] = Int32(place)
      }
    }
    var index = TextIndex()
    var found = [[Int32: (position: Int8, times: Int)]](
      repeating: [:], count: groups.labels.count)
    comments.forEachRow { row, bytes in
      guard places[row] >= 0, !bytes.isEmpty else { return }
      let place = Int(places[row])
      let group = Int(groups.codes[place])
      let text = index.intern(bytes)
      let known = found[group][text] ?? (overall.positions[place], 0)
      found[group][text] = (min(known.position, overall.positions[place]), known.times + 1)
    }
    return found.map { texts in
      texts.map { (text: index.texts[Int($0.key)], $0.value) }
        .sorted { left, right in
          let (one, other) = (left.1, right.1)
          if one.position != other.position { return one.position < other.position }
          return one.times == other.times ? left.text < right.text : one.times > other.times
        }.prefix(most).map(\.text)
    }
  }
}
