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
  /// Where each of them stands among all answers.
  private let rows: [Int32]

  var count: Int { rows.count }

  init(_ overall: SurveyItem, _ aspects: [SurveyItem], weights: [Double]?) {
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
    for row in isComplete.indices where isComplete[row] {
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
    self.init(overall, aspects, weights, order.map(\.row), of: order.map(\.row))
  }

  /// - Parameter places: where the answers of `rows` stand in the columns given.
  private init(
    _ overall: SurveyItem, _ aspects: [SurveyItem], _ weights: [Double]?, _ rows: [Int32],
    of places: [Int32]
  ) {
    func picked(_ item: SurveyItem) -> SurveyItem {
      var item = item
      let positions = item.positions
      item.positions = places.map { positions[Int($0)] }
      return item
    }
    self.overall = picked(overall)
    self.aspects = aspects.map(picked)
    self.weights = weights.map { weights in places.map { weights[Int($0)] } }
    self.rows = rows
  }

  /// Those of each group, in the same order.
  ///
  /// - Parameter codes: the group of each of all answers; below 0 for none.
  func split(_ codes: [Int32], groups: Int) -> [CompleteAnswers] {
    var places = [[Int32]](repeating: [], count: groups)
    for (place, row) in rows.enumerated() where codes[Int(row)] >= 0 {
      places[Int(codes[Int(row)])].append(Int32(place))
    }
    return places.map { own in
      CompleteAnswers(overall, aspects, weights, own.map { rows[Int($0)] }, of: own)
    }
  }

  /// How many each group has.
  func counts(_ codes: [Int32], groups: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: groups)
    for row in rows where codes[Int(row)] >= 0 { counts[Int(codes[Int(row)])] += 1 }
    return counts
  }

  /// Whose answers to what the number of complete answers is of: the same people whichever stage
  /// tells of them.
  static func subject(
    _ scope: Source.Scope, overall: String, aspects: [String]
  ) -> String {
    "\(scope.rawValue)/complete/\(([overall] + aspects.sorted()).joined(separator: "+"))"
  }
}
