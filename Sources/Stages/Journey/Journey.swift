package import Diagnostics
import Pipeline
import Statistics
package import Values

/// How customers fare from touchpoint to touchpoint, and which of them decide.
package struct Journey: Stage {
  package static let name = "journey"
  package static let summary = Phrase(
    "How customers fare from touchpoint to touchpoint, and which moments decide",
    "客户在各触点的体验，以及哪些时刻起决定作用")
  package static let example = """
    - stage: journey
      settings:
        question: csat
        order: [ordering, delivery, installation, support]
        names: {delivery: {en: Delivery, zh-Hans: 交付}}
        waves: latest
        failure_days: 90
    """

  private let settings: JourneySettings

  package init(_ settings: JourneySettings) throws(Diagnostic) {
    if let question = settings.question, question == settings.overall {
      throw Diagnostic(
        .configuration, "same-question",
        "moments and the whole relation are scored by one question, '\(question)'",
        help: "name another question as overall")
    }
    self.settings = settings
  }

  package func run(_ input: JourneyInput) throws(Diagnostic) -> JourneyOutput {
    let focus = input.answers.groups.focus(settings.survey.waves)
    let order = JourneyOrder(input.touchpoints, input.customers, given: settings.order)
    let touchpoints = input.touchpoints.reordered(order.permutation)
    let questions = [input.question] + [input.overall].compactMap(\.self)
    var output = JourneyOutput(
      scope: input.scope, minCell: input.minCell, settings: settings, focus: focus,
      isWeighted: input.answers.weights != nil, withoutWeight: input.answers.withoutWeight,
      order: order,
      questions: questions.map { question in
        JourneyQuestion(question, touchpoints, input.answers, focus)
      })
    let dimensions = input.answers.groups.dimensions(focus).filter { $0.kind != .touchpoint }
    output.trough = TroughGroups(
      output.scored, input.question, touchpoints, dimensions, input.answers,
      minCell: input.minCell)
    output.missing = input.answers.groups.missing.filter { $0 != .touchpoint }
    output.withoutCustomer = input.customers?.without ?? 0
    output.unknownLabels =
      input.answers.unknownLabels + order.unknown
      + settings.names.items.filter { !touchpoints.labels.contains($0) }
    guard let customers = input.customers else {
      output.absent = [.customers]
      return output
    }
    let moments = CustomerMoments(input.question, input.overall, customers, touchpoints)
    output.places = MomentPlaces(moments, least: settings.leastMoments)
    remember(input, moments, &output)
    if let classes = input.classes {
      output.classes = latest(input.question, customers, touchpoints, classes)
    } else {
      output.absent.append(.lifecycle)
    }
    return output
  }

  /// What needs an overall score of each customer.
  private func remember(
    _ input: JourneyInput, _ moments: CustomerMoments, _ output: inout JourneyOutput
  ) {
    guard let item = input.overall else {
      output.absent.append(.overall)
      return
    }
    let overall = OverallAnswers(
      item, moments.customers, moments.touchpoints, least: settings.leastCustomers)
    output.overallKind = overall.kind
    output.importance = CustomerImportance(
      moments, overall, moments.counts.map { $0 >= settings.leastCustomers }, settings)
    output.memory = PeakEndComparison(moments, overall, least: settings.leastMoments)
    guard let failures = input.failures else {
      output.absent.append(.cases)
      return
    }
    output.unknownKinds = failures.unknown
    guard failures.hasKind else {
      output.absent.append(.failures)
      return
    }
    let days = overall.row.map { $0 < 0 ? Int32.min : moments.customers.days[Int($0)] }
    let states = GroupColumn(
      labels: FailureHistory.State.allCases.map(\.id),
      codes: failures.states(on: days, within: settings.failureDays))
    output.recovery = scores(item, overall, states)
  }

  /// The latest score of each customer by the customer's group.
  private func latest(
    _ question: SurveyItem, _ customers: CustomerAnswers, _ touchpoints: GroupColumn,
    _ groups: GroupColumn
  ) -> [GroupScore] {
    // More customers than there are never have a survey of the relation.
    let latest = OverallAnswers(question, customers, touchpoints, least: .max)
    return scores(question, latest, groups)
  }

  private func scores(
    _ item: SurveyItem, _ overall: OverallAnswers, _ groups: GroupColumn
  ) -> [GroupScore] {
    let counts = AnswerCounts(
      positions: overall.row.map { $0 < 0 ? SurveyItem.missing : item.positions[Int($0)] },
      levels: item.scale.count, groups: groups.codes, groupCount: groups.labels.count,
      weights: nil)
    return groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
  }
}
