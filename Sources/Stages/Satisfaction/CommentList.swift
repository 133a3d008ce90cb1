import Values

/// What respondents said in their own words, by the score they gave, the lowest first.
///
/// A comment stands for one person, so it is told only where every group that its author belongs to
/// is: a group is hidden lest one of its few people can be found again, and words can do that too.
struct CommentList: Sendable {
  struct Entry: Sendable {
    /// The row of the export.
    let row: Int32
    /// Position on the scale of the overall item; below 0 without an answer to it.
    let position: Int8
    /// The group in each dimension, by its place among the labels.
    let groups: [Int32]
  }

  /// By score, those without one last, then by response.
  private(set) var entries: [Entry]
  private let comments: TextColumn
  private let customers: TextColumn?

  /// nil where the export has no comments; those of rows that figures are not of are left out.
  ///
  /// - Parameter whole: 0 for the rows that count, in the order of the answers.
  init?(
    _ survey: DataTable, _ answers: SurveyAnswers, overall: String,
    _ dimensions: [SurveyGroups.Dimension], _ whole: [Int32]
  ) {
    guard case .text(let comments)? = survey.values("comment") else { return nil }
    self.comments = comments
    customers =
      if case .text(let ids)? = survey.values("customer_id") { ids } else { nil }
    let positions = answers.item(overall)?.positions
    var entries: [Entry] = []
    for place in whole.indices where whole[place] >= 0 {
      let row = answers.rows[place]
      guard !comments.isMissing(Int(row)) else { continue }
      entries.append(
        Entry(
          row: row, position: positions.map { max($0[place], SurveyItem.missing) } ?? -1,
          groups: dimensions.map { $0.groups.codes[place] }))
    }
    let responses: TextColumn? =
      if case .text(let ids)? = survey.values("response_id") { ids } else { nil }
    entries.sort { left, right in
      if left.position != right.position {
        return (left.position < 0 ? Int8.max : left.position)
          < (right.position < 0 ? Int8.max : right.position)
      }
      if let responses, let order = responses.order(Int(left.row), Int(right.row)) { return order }
      return comments.order(Int(left.row), Int(right.row)) ?? (left.row < right.row)
    }
    self.entries = entries
  }

  /// Only the comments that some may tell of.
  func keeping(_ isTold: (Entry) -> Bool) -> CommentList {
    var copy = self
    copy.entries = entries.filter(isTold)
    return copy
  }

  func comment(_ entry: Entry) -> String { comments[Int(entry.row)] }

  /// Empty where the export names no customers.
  func customer(_ entry: Entry) -> String { customers?[Int(entry.row)] ?? "" }
}

extension TextColumn {
  /// Whether the text of one row comes before that of another by its bytes; nil where both are equal.
  fileprivate func order(_ left: Int, _ right: Int) -> Bool? {
    let one = bytes[offsets[left]..<offsets[left + 1]]
    let other = bytes[offsets[right]..<offsets[right + 1]]
    return one.elementsEqual(other) ? nil : one.lexicographicallyPrecedes(other)
  }
}
