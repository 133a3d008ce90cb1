import Pipeline
import Values

/// The answers of those who answered an overall question and every aspect asked about.
///
/// They stand in the order of their content, so that sums of floating-point numbers, and what is
/// drawn from them by chance, do not depend on the order of the export.
struct CompleteAnswers: Sendable {
  let overall: SurveyItem
  let aspects: [SurveyItem]
  /// nil where all are equal or unused.
  let weights: [Double]?

  var count: Int { overall.positions.count }

  /// - Parameter isIn: whether a row is of the group that is asked for.
  init(
    _ overall: SurveyItem, _ aspects: [SurveyItem], weights: [Double]?, isIn: (Int) -> Bool
  ) {
    let questions = [overall] + aspects
    let columns = questions.map(\.positions)
    var isComplete = [Bool](repeating: true, count: overall.positions.count)
    for column in columns {
      for row in isComplete.indices where column[row] < 0 { isComplete[row] = false }
    }
    if let weights {
      for row in isComplete.indices where !(weights[row] > 0) { isComplete[row] = false }
    }
    var order: [(key: UInt64, row: Int32)] = []
    for row in isComplete.indices where isComplete[row] && isIn(row) {
      order.append((0, Int32(row)))
    }
    // A scale has at most 11 levels: sixteen answers make one number.
    let packed = columns.prefix(16)
    for column in packed {
      for place in order.indices {
        order[place].key =
          order[place].key << 4 | UInt64(truncatingIfNeeded: column[Int(order[place].row)])
      }
    }
    let others = columns.dropFirst(16)
    order.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      let (one, other) = (Int(left.row), Int(right.row))
      for column in others where column[one] != column[other] {
        return column[one] < column[other]
      }
      return weights.map { $0[one] < $0[other] } ?? false
    }
    let ordered = questions.map { question in
      var question = question
      let positions = question.positions
      question.positions = order.map { positions[Int($0.row)] }
      return question
    }
    self.overall = ordered[0]
    self.aspects = Array(ordered.dropFirst())
    self.weights = weights.map { weights in order.map { weights[Int($0.row)] } }
  }

  /// Whose answers to what the number of complete answers is of: the same people whichever stage
  /// tells of them.
  static func subject(
    _ scope: Source.Scope, overall: String, aspects: [String]
  ) -> String {
    "\(scope.rawValue)/complete/\(([overall] + aspects.sorted()).joined(separator: "+"))"
  }
}
