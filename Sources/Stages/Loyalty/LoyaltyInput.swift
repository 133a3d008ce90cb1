package import Diagnostics
import Exports
package import Pipeline
import Values

/// What customers answered, what they did after it, and what they are worth.
package struct LoyaltyInput: StageInput {
  struct Question: Sendable {
    let id: String
    let scale: SurveyScale
    var outcomes: AnswerOutcomes
    /// How many answers at each level, all that the survey has.
    let answers: [Int]
  }

  let asOf: Day
  let currency: Currency
  let scope: Source.Scope
  let minCell: Int
  /// The question of the levels, then recommendation; those that the survey has.
  var questions: [Question]
  var worth: CustomerStanding
  let hasFuture: Bool

  /// The step whose value to come is compared.
  static let valueStep = "clv"

  package static func needs(_ settings: LoyaltySettings) -> [Need] {
    [
      .purchaseDays, .facts(contract: "survey", required: true),
      .columns(contract: "customers", ["customer_id", "owner"], required: false),
      .output(step: valueStep, required: false),
    ]
  }

  package init(from source: Source, _ settings: LoyaltySettings) throws(Diagnostic) {
    guard let days = source.purchaseDays else {
      throw Diagnostic(
        .missingExport, "no-orders", "loyalty found no orders",
        help: "give an export of the contract orders, or purchase days")
    }
    guard let survey = source.facts["survey"] else {
      throw Diagnostic(
        .missingExport, "missing-export", "stage loyalty needs the export 'survey'",
        help: "name a survey file")
    }
    guard case .text(let ids)? = survey.values("customer_id") else {
      throw Diagnostic(
        .data, "missing-column", "the survey does not say which customer answered",
        help: "map a column with --column survey.customer_id=HEADER")
    }
    guard case .day(let dates)? = survey.values("date") else {
      throw Diagnostic(
        .data, "missing-column", "the survey does not say on which day customers answered",
        help: "map a column with --column survey.date=HEADER")
    }
    let items = try Self.items(survey, settings)
    asOf = source.asOf
    currency = source.currency
    scope = source.scope
    minCell = source.minCell
    var keys: TextColumn?
    if case .text(let texts)? = survey.values("response_id") { keys = texts }
    let fold = LoyaltyFold(
      days: days, dates: dates,
      rows: AnswersOfCustomers(ids, of: days.customers, days: dates, keys: keys), items: items,
      settings: settings, asOf: source.asOf)
    var (outcomes, worth) = fold.made()
    let future = source.outputs[Self.valueStep]?.table("customers", having: "clv")
    hasFuture = future != nil
    if let future {
      for place in outcomes.indices {
        let respondents = days.customers.selected(outcomes[place].customer)
        outcomes[place].clv = CustomerJoin(respondents, future)?.money("clv")
      }
    }
    if settings.mayList(minCell: source.minCell) {
      worth.nameUnhappy(days.customers, source.facts["customers"])
    }
    self.worth = worth
    questions = zip(items, outcomes).map { item, outcomes in
      var answers = [Int](repeating: 0, count: item.scale.count)
      for position in item.positions where position >= 0 { answers[Int(position)] += 1 }
      return Question(id: item.id, scale: item.scale, outcomes: outcomes, answers: answers)
    }
  }

  /// The question of the levels and recommendation; at least one of them.
  private static func items(
    _ survey: DataTable, _ settings: LoyaltySettings
  ) throws(Diagnostic) -> [SurveyItem] {
    let ids = SurveyItem.questions(of: survey)
    guard !ids.isEmpty else {
      throw Diagnostic(
        .data, "missing-column", "the survey has none of the columns nps, csat, ces, item_*",
        help: "map one with --column survey.csat=HEADER")
    }
    let named = settings.item == LoyaltySettings().item ? [] : [settings.item]
    try SurveyItem.check(settings.survey.scales.items + named, among: ids)
    var items: [SurveyItem] = []
    for id in [settings.item, "nps"] {
      let item = try SurveyItem(
        id, of: survey, settings.survey.scales, noAnswer: settings.survey.noAnswer)
      if let item { items.append(item) }
    }
    guard !items.isEmpty else {
      throw Diagnostic(
        .data, "missing-column", "the survey has neither \(settings.item) nor nps",
        help: "set item to one of: \(ids.joined(separator: ", "))")
    }
    return items
  }
}

extension LoyaltySettings {
  /// Whether a customer's own answer may be told: where it was allowed, or needs no protection.
  func mayList(minCell: Int) -> Bool { list || minCell <= 1 }
}
