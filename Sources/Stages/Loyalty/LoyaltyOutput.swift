import Exports
package import Pipeline
import Statistics
import Values

/// Repurchase by answer, and the valuable who are unhappy, with what is hidden already left out.
package struct LoyaltyOutput: StageOutput {
  struct Question: Sendable {
    let id: String
    let scale: SurveyScale
    let isRecommendation: Bool
    /// From the worst answer to the best.
    fileprivate(set) var groups: [LoyaltyGroup]
    fileprivate(set) var total: LoyaltyGroup
    /// All answers at each level, used or not.
    let answers: [Int]
    /// Customers at each level who did not buy again, and who did.
    let levels: [(no: Int, yes: Int)]
    /// nil where it would tell of a few answers that do not count.
    fileprivate(set) var account: AnswerOutcomes.Account?
    let spendRanks: KruskalWallis?
    let clvRanks: KruskalWallis?

    /// Whether any group with customers has no figures, so that none may be worked out of all.
    var isPartlyHidden: Bool { (groups + [total]).contains { $0.visibility == .hidden } }
  }

  let asOf: Day
  let currency: Currency
  let scope: Source.Scope
  let minCell: Int
  let settings: LoyaltySettings
  let hasFuture: Bool
  private(set) var questions: [Question]
  private(set) var tests: [LoyaltyTest]
  let standing: CustomerStanding
  /// Sides of the value cut of which no answers may be told.
  private(set) var hiddenSides: Set<Bool> = []

  init(
    asOf: Day, currency: Currency, scope: Source.Scope, minCell: Int, settings: LoyaltySettings,
    hasFuture: Bool, questions: [Question], tests: [LoyaltyTest], standing: CustomerStanding
  ) {
    self.asOf = asOf
    self.currency = currency
    self.scope = scope
    self.minCell = minCell
    self.settings = settings
    self.hasFuture = hasFuture
    self.questions = questions
    self.tests = tests
    self.standing = standing
  }

  /// The question of the levels; nil where the survey does not have it.
  var levels: Question? { questions.first { !$0.isRecommendation } }
  var recommendation: Question? { questions.first { $0.isRecommendation } }

  /// The best level against the next; nil where either has no figures.
  var ratio: SatisfactionRatio? {
    guard let groups = levels?.groups, groups.count > 1,
      let upper = groups.last?.figures?.rate, let lower = groups.dropLast().last?.figures?.rate
    else { return nil }
    return SatisfactionRatio(
      upper, lower, confidence: settings.survey.confidence, wide: settings.wide)
  }

  func test(_ question: Question?, _ kind: LoyaltyTest.Kind) -> LoyaltyTest? {
    tests.first { $0.question == question?.id && $0.kind == kind }
  }

  // MARK: Valuable and unhappy

  func side(isTop: Bool) -> CustomerStanding.Side { isTop ? standing.top : standing.others }

  /// Whether the number of the unhappy of a side may be told.
  func tells(isTop: Bool) -> Bool { !hiddenSides.contains(isTop) }

  /// Whether their revenue may be told: that of few customers would tell who they are.
  func tellsValue(isTop: Bool) -> Bool {
    let side = side(isTop: isTop)
    return tells(isTop: isTop)
      && [side.unhappy, side.content].allSatisfy { $0 == 0 || $0 >= minCell }
  }

  /// Customers who may be named, and are worth it.
  var named: [CustomerStanding.Named] {
    settings.mayList(minCell: minCell) ? standing.named : []
  }
}

extension LoyaltyOutput {
  private func cells(_ question: Question) -> LoyaltyCells {
    LoyaltyCells(question: question.id, scope: scope)
  }

  /// The unhappy: one subject whatever the cut, for two cuts would tell of those between them.
  private var unhappy: String {
    ([scope.rawValue, "unhappy"] + questions.map(\.id)).joined(separator: "/")
  }

  private func place(isTop: Bool) -> AnswerCell.ID {
    AnswerCell.ID(unhappy, ["value=\(isTop ? "top" : "other")"])
  }

  package var answers: AnswerTables {
    var tables = AnswerTables()
    for question in questions {
      let cells = cells(question)
      cells.add(
        to: &tables, values: question.scale.values, levels: question.levels,
        groups: question.groups.map { ($0.id, $0.n - $0.bought, $0.bought) })
      cells.addUnused(to: &tables, answers: question.answers, levels: question.levels)
    }
    tables.declare(unhappy, levels: [0, 1])
    for isTop in [true, false] {
      let side = side(isTop: isTop)
      tables.add(
        AnswerCell(
          place(isTop: isTop), counts: [side.content, side.unhappy], telling: .levels))
    }
    return tables
  }

  package func hiding(_ hidden: Set<AnswerCell.ID>) -> LoyaltyOutput {
    var copy = self
    for index in questions.indices {
      let cells = cells(questions[index])
      let hidesAll = cells.hidesAll(hidden)
      copy.questions[index].groups = questions[index].groups.map { group in
        hidesAll || hidden.contains(cells.group(group.id)) ? group.hiding() : group
      }
      if hidesAll || hidden.contains(cells.everybody) {
        copy.questions[index].total = questions[index].total.hiding()
      }
      if hidesAll || hidden.contains(cells.unused) { copy.questions[index].account = nil }
    }
    let partly = Set(copy.questions.filter(\.isPartlyHidden).map(\.id))
    copy.tests = tests.filter { !partly.contains($0.question) }
    for isTop in [true, false] where hidden.contains(place(isTop: isTop)) {
      copy.hiddenSides.insert(isTop)
    }
    return copy
  }
}
