/// The scored moments of each customer in the order of time.
struct CustomerMoments: Sendable {
  let touchpoints: GroupColumn
  let customers: CustomerAnswers
  private let question: SurveyItem
  private let sequence: CustomerSequence

  /// Of one day, moments stand in the order of the journey.
  ///
  /// - Parameter touchpoints: in the order of the journey, answers without one last.
  init(
    _ question: SurveyItem, _ overall: SurveyItem?, _ customers: CustomerAnswers,
    _ touchpoints: GroupColumn
  ) {
    self.question = question
    self.customers = customers
    self.touchpoints = touchpoints
    var sequence = CustomerSequence(customers) { row in
      question.positions[row] >= 0 && !touchpoints.labels[Int(touchpoints.codes[row])].isEmpty
    }
    func key(_ row: Int) -> (Int32, Int32, Int8, Int8) {
      (
        customers.days[row], touchpoints.codes[row], question.positions[row],
        overall?.positions[row] ?? -1
      )
    }
    sequence.sort { key($0) < key($1) }
    self.sequence = sequence
  }

  /// Those up to the day of the customer's overall answer; all of them without one.
  func rows(_ customer: Int, upTo overall: OverallAnswers? = nil) -> ArraySlice<Int32> {
    let rows = sequence.rows(customer)
    guard let overall else { return rows }
    guard overall.row[customer] >= 0 else { return [] }
    let day = customers.days[Int(overall.row[customer])]
    return rows.prefix { customers.days[Int($0)] <= day }
  }

  /// Scored moments at each touchpoint.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: touchpoints.labels.count)
    for customer in 0..<customers.count {
      for row in sequence.rows(customer) { counts[touchpoint(row)] += 1 }
    }
    return counts
  }

  func touchpoint(_ row: Int32) -> Int { Int(touchpoints.codes[Int(row)]) }

  func score(_ row: Int32) -> Double {
    question.scale.values[Int(question.positions[Int(row)])]
  }

  /// Whether the moments are of two touchpoints at least.
  func areSeveral(_ rows: ArraySlice<Int32>) -> Bool {
    guard let first = rows.first else { return false }
    return rows.contains { touchpoint($0) != touchpoint(first) }
  }
}
