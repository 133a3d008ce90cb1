import Report
import Statistics
import Values

extension LoyaltyWriter {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  // MARK: Charts

  func ratesChart(_ question: LoyaltyOutput.Question) -> Chart? {
    let shown = question.groups.reversed().filter { $0.figures != nil }
    guard shown.count > 1 else { return nil }
    let intervals = shown.compactMap {
      $0.figures?.rate.wilson(confidence: output.settings.survey.confidence)
    }
    return Chart(
      id: "\(step)_rates_\(question.id)",
      title: wording(P.ratesTitle, ["item": .text(word(question))]),
      altText: wording(P.ratesWords, ["item": .text(word(question)), "days": days]),
      kind: .intervals(
        categories: shown.map { name($0, of: question) }, low: intervals.map(\.low),
        middle: shown.compactMap { $0.figures?.rate.share }, high: intervals.map(\.high)),
      style: .prose(.share), xTitle: wording(P.rateAxis))
  }

  // MARK: Tables

  func groupsTable(_ question: LoyaltyOutput.Question) -> ReportTable {
    let ends = { (unit: Unit) in
      [P.low, P.high].map { Column(wording($0), .prose(unit)) }
    }
    var columns = [
      Column(wording(P.answer), .text), Column(wording(P.customers), .count),
      Column(wording(P.bought), .count), Column(wording(P.rate), .share, shading: .bar),
    ]
    columns += ends(.share) + [Column(wording(P.spend), .prose(money))] + ends(money)
    if hasFuture(question) { columns += [Column(wording(P.future), .prose(money))] + ends(money) }
    return ReportTable(
      id: "\(step)_groups_\(question.id)",
      title: wording(P.levelsTable, ["item": .text(word(question))]), columns: columns,
      rows: (question.groups.reversed() + [question.total]).map { row($0, of: question) },
      hasTotal: true)
  }

  private func row(_ group: LoyaltyGroup, of question: LoyaltyOutput.Question) -> [Cell] {
    let title = Cell.text(name(group, of: question))
    guard let figures = group.figures else {
      let reason =
        group.visibility == .hidden ? hiddenReason : wording(GroupVisibility.emptyWords)
      let width = hasFuture(question) ? 11 : 8
      return [title] + [Cell](repeating: .missing(reason), count: width)
    }
    let confidence = output.settings.survey.confidence
    let rate = figures.rate.wilson(confidence: confidence)
    var cells: [Cell] = [
      title, .number(Double(group.n)), .number(Double(group.bought)),
      .number(figures.rate.share), .number(rate.low), .number(rate.high),
    ]
    func add(_ mean: MeanEstimate?, _ interval: Interval?) {
      let reason = mean == nil ? P.few : P.oneCustomer
      cells += [mean?.mean, interval?.low, interval?.high].map { value in
        value.map { .number(CoarseFigures.amount($0)) } ?? .missing(wording(reason))
      }
    }
    add(figures.spend, figures.spendInterval(confidence))
    if hasFuture(question) { add(figures.clv, figures.clvInterval(confidence)) }
    return cells
  }

  /// The value to come stands beside recommendation, which the texts tie to it.
  private func hasFuture(_ question: LoyaltyOutput.Question) -> Bool {
    output.hasFuture && question.isRecommendation
  }

  func range(_ interval: Interval, _ unit: Unit) -> String {
    let style = NumberStyle.prose(unit)
    return ReportPhrases.range[wording.language]
      .replacing("{low}", with: style.text(interval.low, wording.language))
      .replacing("{high}", with: style.text(interval.high, wording.language))
  }

  var ratioTable: ReportTable? {
    guard let ratio = output.ratio, let levels = output.levels, let upper = levels.groups.last,
      let lower = levels.groups.dropLast().last
    else { return nil }
    let none = Cell.missing(wording(P.noneBought))
    let wide = Cell.missing(wording(P.undefined))
    return ReportTable(
      id: "\(step)_ratio", title: wording(P.ratioTable),
      columns: [
        Column(wording(P.compared), .text), Column(wording(P.ratio), .ratio),
        Column(wording(P.interval), .text), Column(wording(P.most), .ratio),
        Column(wording(P.texts), NumberStyle(.ratio, decimals: 0)),
        Column(wording(P.verdict), .text),
      ],
      rows: [
        [
          .text(
            wording(
              P.against,
              [
                "upper": .text(name(upper, of: levels)), "lower": .text(name(lower, of: levels)),
              ])),
          ratio.ratio.map { .number($0.value) } ?? none,
          ratio.interval.map { .text(range($0, .ratio)) } ?? wide,
          ratio.most.map { .number($0) } ?? none, .number(SatisfactionRatio.texts.low),
          .text(wording(ratio.verdict.name)),
        ]
      ])
  }

  var testsTable: ReportTable? {
    guard !output.tests.isEmpty else { return nil }
    let p = NumberStyle(.ratio, decimals: 3)
    return ReportTable(
      id: "\(step)_tests", title: wording(P.testsTable),
      columns: [
        Column(wording(P.item), .text), Column(wording(P.statistic), .ratio),
        Column(wording(P.customers), .count), Column(wording(P.p), p),
        Column(wording(P.adjusted), p), Column(wording(P.test), .text),
      ],
      rows: output.tests.map { test in
        let question = output.questions.first { $0.id == test.question }
        return [
          .text(question.map(label) ?? test.question), .number(test.statistic),
          .number(Double(test.n)), .number(test.pValue), .number(test.adjusted),
          .text(wording(words(test, isRecommendation: question?.isRecommendation == true))),
        ]
      })
  }

  private func words(_ test: LoyaltyTest, isRecommendation: Bool) -> Phrase {
    switch test.kind {
    case .rateTrend: P.rateTrend
    case .rateDifference: isRecommendation ? P.ratePromoters : P.rateBest
    case .spendRanks: P.spendRanks
    case .spendDifference: P.spendPromoters
    case .clvRanks: P.futureRanks
    case .clvDifference: P.futurePromoters
    }
  }

  var valueTable: ReportTable {
    ReportTable(
      id: "\(step)_value", title: wording(P.valueTable),
      columns: [
        Column(wording(P.side), .text), Column(wording(P.number), .count),
        Column(wording(P.respondents), .count), Column(wording(P.unhappy), .count),
        Column(wording(P.unhappyPart), .share, shading: .bar), Column(wording(P.interval), .text),
        Column(wording(P.valuePart), NumberStyle(.share, decimals: 0)),
      ],
      rows: [true, false].map(valueRow))
  }

  private func valueRow(isTop: Bool) -> [Cell] {
    let side = output.side(isTop: isTop)
    let title =
      isTop
      ? output.standing.cut.map { wording(P.top, ["cut": .money($0)]) }
        ?? wording(P.valueTable) : wording(P.others)
    var cells: [Cell] = [.text(title), .number(Double(side.customers))]
    guard output.tells(isTop: isTop) else {
      return cells + [Cell](repeating: .missing(hiddenReason), count: 5)
    }
    cells += [.number(Double(side.respondents)), .number(Double(side.unhappy))]
    guard let share = Proportion(side.unhappy, of: side.respondents) else {
      return cells + [Cell](repeating: .missing(wording(P.noAnswers)), count: 3)
    }
    cells += [
      .number(share.share),
      .text(range(share.wilson(confidence: output.settings.survey.confidence), .share)),
    ]
    let hidden = Cell.missing(hiddenReason)
    guard output.tellsValue(isTop: isTop) else { return cells + [hidden] }
    cells.append(
      output.unhappyShare(side).map { .number($0) } ?? .missing(wording(P.undefined)))
    return cells
  }

  // MARK: List

  /// The most customers that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  var listPage: Page? {
    let named = output.named
    guard !named.isEmpty else { return nil }
    let hasOwners = output.standing.hasOwners
    let none = Cell.missing(wording(P.noAnswers))
    let level = NumberStyle(.score, decimals: 0)
    var columns = [Column(wording(P.customer), .text)]
    if hasOwners { columns.append(Column(wording(P.owner), .text)) }
    columns += [
      Column(wording(P.revenue), money), Column(wording(P.valuePart), .share),
      Column(wording(P.lastPurchase), .day), Column(wording(P.answered), .day),
    ]
    columns += output.questions.map { Column(label($0), level) }
    let rows = named.prefix(Self.listed).map { customer -> [Cell] in
      let respondent = customer.respondent
      var cells: [Cell] = [.text(wording.person(customer.id, .customer))]
      if hasOwners { cells.append(.text(wording.person(customer.owner, .name))) }
      cells += [
        .number(output.currency.major(respondent.value)),
        .number(output.valueShare(respondent.value) ?? 0),
        .day(Day(number: respondent.lastPurchase)), .day(Day(number: respondent.answered)),
      ]
      return cells
        + output.questions.map { question in
          output.answer(respondent, of: question).map { .number(Double($0)) } ?? none
        }
    }
    let table = ReportTable(
      id: "\(step)_customers", title: wording(P.listTitle), columns: columns, rows: rows,
      totalRows: named.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(named.count)]),
      blocks: [.table(table)])
  }
}
