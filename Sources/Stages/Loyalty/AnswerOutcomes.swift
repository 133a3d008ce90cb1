import Values

/// The answer of each customer to one question, and what the customer did in the days after it:
/// columns, one row a customer.
struct AnswerOutcomes: Sendable {
  /// Position in the purchase days, ascending.
  var customer: [Int32] = []
  /// On the scale, from the worst level (0).
  var position: [Int8] = []
  var bought: [Bool] = []
  /// Revenue in minor units.
  var spend: [Int64] = []
  /// Value to come in minor units, `Int64.min` for none; nil without step `clv`.
  var clv: [Int64]?
  var account = Account()

  var count: Int { customer.count }

  /// What became of every answer to the question.
  struct Account: Sendable, Equatable {
    var answers = 0
    var withoutCustomer = 0
    var withoutDay = 0
    /// The days after it are not over, or run past the as-of date.
    var unobserved = 0
    /// Nothing was bought up to the day of the answer, so nothing could be bought again.
    var withoutPurchase = 0
    /// A later answer of the same customer counts.
    var superseded = 0
    var used = 0

    static func += (left: inout Account, right: Account) {
      left.answers += right.answers
      left.withoutCustomer += right.withoutCustomer
      left.withoutDay += right.withoutDay
      left.unobserved += right.unobserved
      left.withoutPurchase += right.withoutPurchase
      left.superseded += right.superseded
      left.used += right.used
    }
  }

  static func += (left: inout AnswerOutcomes, right: AnswerOutcomes) {
    left.customer += right.customer
    left.position += right.position
    left.bought += right.bought
    left.spend += right.spend
    left.account += right.account
  }
}
