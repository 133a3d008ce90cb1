import Statistics

/// What each customer says of the whole relation: the latest answer to the overall question.
struct OverallAnswers: Sendable {
  enum Kind: Sendable, Equatable {
    /// From answers without a touchpoint: a survey of the relation.
    case relationship
    /// From whichever answer is the latest: it was given together with a moment.
    case latest
  }

  let item: SurveyItem
  let kind: Kind
  /// The answer by customer; -1 for none.
  let row: [Int32]

  var count: Int { row.count { $0 >= 0 } }

  func value(_ customer: Int) -> Double {
    item.scale.values[Int(item.positions[Int(row[customer])])]
  }

  /// Answers without a touchpoint where enough customers gave one, else all; of one day those of the
  /// last touchpoint, then the better one.
  ///
  /// - Parameter touchpoints: in the order of the journey, answers without one last.
  init(
    _ item: SurveyItem, _ customers: CustomerAnswers, _ touchpoints: GroupColumn, least: Int
  ) {
    func latest(where counts: (Int) -> Bool) -> [Int32] {
      var row = [Int32](repeating: -1, count: customers.count)
      for candidate in customers.customer.indices where item.positions[candidate] >= 0 {
        let customer = Int(customers.customer[candidate])
        guard customer >= 0, counts(candidate) else { continue }
        let known = Int(row[customer])
        if known < 0 || key(known) < key(candidate) { row[customer] = Int32(candidate) }
      }
      return row
    }
    func key(_ row: Int) -> (Int32, Int32, Int8) {
      (customers.days[row], touchpoints.codes[row], item.positions[row])
    }
    self.item = item
    let relation = latest { touchpoints.labels[Int(touchpoints.codes[$0])].isEmpty }
    if relation.count(where: { $0 >= 0 }) >= least {
      (kind, row) = (.relationship, relation)
    } else {
      (kind, row) = (.latest, latest { _ in true })
    }
  }
}
