package import Diagnostics
import Pipeline
import Statistics
package import Values

/// Whether satisfied customers come back, and which of the valuable ones are unhappy.
package struct Loyalty: Stage {
  package static let name = "loyalty"
  package static let summary = Phrase(
    "Who buys again, by satisfaction and recommendation, and which valuable customers are unhappy",
    "按满意程度与推荐意愿比较复购，并找出高价值而不满的客户")
  package static let example = """
    - stage: loyalty
      settings:
        item: csat
        days: 90
        months: 12
        top_share: 0.2
        list: false
    """

  private let settings: LoyaltySettings

  package init(_ settings: LoyaltySettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: LoyaltyInput) throws(Diagnostic) -> LoyaltyOutput {
    let questions = input.questions.map { question($0, input) }
    return LoyaltyOutput(
      asOf: input.asOf, currency: input.currency, scope: input.scope, minCell: input.minCell,
      settings: settings, hasFuture: input.hasFuture, questions: questions,
      tests: LoyaltyTest.all(questions), standing: input.worth)
  }

  private func question(
    _ question: LoyaltyInput.Question, _ input: LoyaltyInput
  ) -> LoyaltyOutput.Question {
    let outcomes = question.outcomes
    var rows = question.scale.answers.map { _ in [Int]() }
    for row in 0..<outcomes.count { rows[Int(outcomes.position[row])].append(row) }
    let parts =
      question.id == "nps"
      ? [("detractor", 0...6), ("passive", 7...8), ("promoter", 9...10)]
      : question.scale.answers.enumerated().map { (String($1), $0...$0) }
    // Where one group has a few, their mean would be what is left of the mean of all.
    let tellsFuture = parts.allSatisfy { _, positions in
      let known = positions.reduce(0) { sum, position in
        sum + rows[position].count { outcomes.clv?[$0] ?? .min != .min }
      }
      return known == 0 || known >= input.minCell
    }
    func group(_ id: String, _ positions: ClosedRange<Int>) -> LoyaltyGroup {
      LoyaltyGroup(
        id, positions, outcomes, rows: positions.flatMap { rows[$0] },
        minor: Double(input.currency.minorPerMajor), tellsFuture: tellsFuture)
    }
    let groups = parts.map { group($0, $1) }
    func ranks(_ values: [Int64]?) -> KruskalWallis? {
      values.flatMap { values in
        KruskalWallis(
          groups: groups.map { group in
            group.positions.flatMap { rows[$0] }.filter { values[$0] != .min }
              .map { Double(values[$0]) }
          })
      }
    }
    let isRecommendation = question.id == "nps"
    return LoyaltyOutput.Question(
      id: question.id, scale: question.scale, isRecommendation: isRecommendation,
      groups: groups, total: group("all", 0...question.scale.count - 1),
      answers: question.answers,
      levels: rows.map { own in
        (own.count { !outcomes.bought[$0] }, own.count { outcomes.bought[$0] })
      }, account: outcomes.account,
      spendRanks: isRecommendation ? ranks(outcomes.spend) : nil,
      clvRanks: isRecommendation && tellsFuture ? ranks(outcomes.clv) : nil)
  }
}
