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
    func told(_ hasAmount: (Int) -> Bool) -> ToldAmounts {
      ToldAmounts(
        parts.map { _, positions in
          positions.reduce(0) { $0 + rows[$1].count(where: hasAmount) }
        }, minCell: input.minCell)
    }
    let spend = told { outcomes.spend[$0] != 0 }
    let future = told { outcomes.clv?[$0] ?? .min != .min }
    func group(
      _ id: String, _ positions: ClosedRange<Int>, tellsSpend: Bool, tellsFuture: Bool
    ) -> LoyaltyGroup {
      LoyaltyGroup(
        id, positions, outcomes, rows: positions.flatMap { rows[$0] },
        minor: Double(input.currency.minorPerMajor), tellsSpend: tellsSpend,
        tellsFuture: tellsFuture)
    }
    let groups = parts.enumerated().map { place, part in
      group(
        part.0, part.1, tellsSpend: spend.groups[place], tellsFuture: future.groups[place])
    }
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
      groups: groups,
      total: group(
        "all", 0...question.scale.count - 1, tellsSpend: spend.all, tellsFuture: future.all),
      answers: question.answers,
      levels: rows.map { own in
        (own.count { !outcomes.bought[$0] }, own.count { outcomes.bought[$0] })
      }, account: outcomes.account,
      spendRanks: isRecommendation && !spend.groups.contains(false) ? ranks(outcomes.spend) : nil,
      clvRanks: isRecommendation && !future.groups.contains(false) ? ranks(outcomes.clv) : nil)
  }
}
