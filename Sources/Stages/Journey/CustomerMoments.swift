import Statistics

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

  func rows(_ customer: Int) -> ArraySlice<Int32> { sequence.rows(customer) }

  /// Those up to the day of the customer's overall answer, without the one that was given in the
  /// same answer: whoever is content at that moment says so twice.
  func rows(_ customer: Int, before overall: OverallAnswers) -> ArraySlice<Int32> {
    let own = overall.row[customer]
    guard own >= 0 else { return [] }
    let day = customers.days[Int(own)]
    let rows = sequence.rows(customer).prefix { customers.days[Int($0)] <= day }
    guard let place = rows.firstIndex(of: own) else { return rows }
    return place == rows.endIndex - 1 ? rows.dropLast() : ArraySlice(rows.filter { $0 != own })
  }

  func memory(_ rows: ArraySlice<Int32>) -> PeakEnd? {
    let neutral = Double(question.scale.low + question.scale.high) / 2
    return PeakEnd(rows.map { score($0) }, neutral: neutral)
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
