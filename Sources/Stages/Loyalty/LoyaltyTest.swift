import Statistics

/// One test of whether what customers answered goes with what they did.
struct LoyaltyTest: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    /// Repurchase along the levels.
    case rateTrend = "rate_trend"
    /// Repurchase of the best answer less that of the next, or of promoters less that of detractors.
    case rateDifference = "rate_difference"
    /// Spend by group, by ranks.
    case spendRanks = "spend_ranks"
    /// Mean spend of promoters less that of detractors.
    case spendDifference = "spend_difference"
    case clvRanks = "clv_ranks"
    case clvDifference = "clv_difference"
  }

  let question: String
  let kind: Kind
  let statistic: Double
  let n: Int
  let pValue: Double
  /// By Holm, over all tests of the step.
  fileprivate(set) var adjusted: Double = .nan

  /// The tests of all questions, each p-value adjusted for their number.
  static func all(_ questions: [LoyaltyOutput.Question]) -> [LoyaltyTest] {
    var tests = questions.flatMap(tests)
    let adjusted = Holm.adjusted(tests.map(\.pValue))
    for index in tests.indices { tests[index].adjusted = adjusted[index] }
    return tests
  }

  private static func tests(_ question: LoyaltyOutput.Question) -> [LoyaltyTest] {
    let groups = question.groups
    func test(_ kind: Kind, _ statistic: Double, _ n: Int, _ p: Double) -> LoyaltyTest {
      LoyaltyTest(question: question.id, kind: kind, statistic: statistic, n: n, pValue: p)
    }
    var tests: [LoyaltyTest] = []
    if let trend = CochranArmitage(
      events: groups.map { Double($0.bought) }, totals: groups.map { Double($0.n) },
      scores: groups.indices.map(Double.init))
    {
      tests.append(test(.rateTrend, trend.z, question.total.n, trend.pValue))
    }
    let best = groups.last
    let other = question.isRecommendation ? groups.first : groups.dropLast().last
    if let best, let other, let one = best.figures, let two = other.figures {
      if let difference = one.rate.difference(from: two.rate) {
        tests.append(
          test(.rateDifference, difference.z, best.n + other.n, difference.pValue))
      }
      if question.isRecommendation {
        if let now = one.spend, let then = two.spend,
          let difference = TTest.welch(now, less: then)
        {
          tests.append(
            test(.spendDifference, difference.t, best.n + other.n, difference.pValue))
        }
        if let now = one.clv, let then = two.clv,
          let difference = TTest.welch(now, less: then)
        {
          tests.append(
            test(.clvDifference, difference.t, one.clvN + two.clvN, difference.pValue))
        }
      }
    }
    if let ranks = question.spendRanks {
      tests.append(test(.spendRanks, ranks.statistic, Int(ranks.n), ranks.pValue))
    }
    if let ranks = question.clvRanks {
      tests.append(test(.clvRanks, ranks.statistic, Int(ranks.n), ranks.pValue))
    }
    return tests
  }
}
