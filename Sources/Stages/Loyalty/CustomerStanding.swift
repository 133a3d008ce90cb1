import Values

/// What customers are worth, and which of those who answered are unhappy.
struct CustomerStanding: Sendable {
  struct Respondent: Sendable, Equatable {
    /// Position in the purchase days.
    let customer: Int32
    /// Revenue of the months, minor units.
    let value: Int64
    let lastPurchase: Int32
    let answered: Int32
    /// Of the latest answer by question, below 0 for none.
    let positions: [Int8]
    let isUnhappy: Bool
  }

  /// A valuable customer with an unhappy answer, by name.
  struct Named: Sendable, Equatable {
    let id: String
    let owner: String
    let respondent: Respondent
  }

  /// Customers of one side of the cut.
  struct Side: Sendable, Equatable {
    var customers = 0
    /// Minor units.
    var value: Int64 = 0
    var respondents = 0
    var unhappy = 0
    var unhappyValue: Int64 = 0
  }

  /// Of every customer who bought up to the as-of date, minor units.
  var values: [Int64] = []
  /// Customers with an answer on a known day.
  var respondents: [Respondent] = []
  /// The least value of the valuable; nil where nobody had revenue.
  private(set) var cut: Int64?
  private(set) var top = Side()
  private(set) var others = Side()
  /// By value, greatest first, then by id; empty unless they may be named.
  private(set) var named: [Named] = []

  static func += (left: inout CustomerStanding, right: CustomerStanding) {
    left.values += right.values
    left.respondents += right.respondents
  }

  /// Puts the greatest of the customers with revenue on the side of the valuable: the share rounded
  /// to whole customers, at least one; whoever is worth as much as the last of them is valuable too.
  mutating func cut(topShare: Double) {
    let earning = values.filter { $0 > 0 }.sorted(by: >)
    guard !earning.isEmpty else { return }
    let count = Int((topShare * Double(earning.count)).rounded(.toNearestOrAwayFromZero))
    let least = earning[max(1, count) - 1]
    cut = least
    for value in values where value > 0 {
      if value >= least { top.take(value) } else { others.take(value) }
    }
    for respondent in respondents where respondent.value > 0 {
      if respondent.value >= least { top.take(respondent) } else { others.take(respondent) }
    }
  }

  /// Revenue of all customers with any, minor units.
  var total: Int64 { top.value + others.value }

  mutating func nameUnhappy(_ ids: TextColumn, _ customers: DataTable?) {
    guard let cut else { return }
    let unhappy = respondents.filter { $0.isUnhappy && $0.value >= cut && $0.value > 0 }
      .sorted { ($1.value, $0.customer) < ($0.value, $1.customer) }
    let wanted = ids.selected(unhappy.map(\.customer))
    let owners = customers.flatMap { CustomerJoin(wanted, $0)?.groups("owner") }
    named = unhappy.enumerated().map { row, respondent in
      Named(
        id: wanted[row], owner: owners.map { $0.labels[Int($0.codes[row])] } ?? "",
        respondent: respondent)
    }
  }

  /// Whether any of the listed has an owner.
  var hasOwners: Bool { named.contains { !$0.owner.isEmpty } }
}

extension CustomerStanding.Side {
  fileprivate mutating func take(_ value: Int64) {
    customers += 1
    self.value += value
  }

  fileprivate mutating func take(_ respondent: CustomerStanding.Respondent) {
    respondents += 1
    if respondent.isUnhappy {
      unhappy += 1
      unhappyValue += respondent.value
    }
  }

  var content: Int { respondents - unhappy }
}
