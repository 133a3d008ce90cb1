package import Pipeline
import Statistics
package import Values

extension LoyaltyOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "levels",
        Phrase("One row a question and answer: who bought again", "每个题项与答案一行：复购情况"),
        levelHeads(currency)),
      ResultTable(
        "ratio", Phrase("The best level against the next", "最高一档与次高一档之比"), ratioHeads),
      ResultTable(
        "tests", Phrase("Whether answers go with what customers do", "作答与购买行为是否相关的检验"),
        testHeads),
      ResultTable(
        "value",
        Phrase("Valuable customers and the others: who is unhappy", "高价值客户与其他客户：不满情况"),
        valueHeads(currency)),
      ResultTable(
        "customers",
        Phrase(
          "One row a valuable and unhappy customer, greatest first; none unless they may be listed",
          "每位高价值而不满的客户一行，按价值从高到低；仅在允许列出时提供"), customerHeads(currency)),
    ]
  }

  private static func levelHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("question", .text, Phrase("Question of the survey", "题项")),
      ColumnHead(
        "answer", .text,
        Phrase("Level as answered, group of recommendation, or all", "所选等级、推荐意愿分组，或合计")),
      ColumnHead("days", .count, Phrase("Days after the answer", "作答后的天数")),
      ColumnHead("customers", .count, Phrase("Customers who gave it", "给出该答案的客户数")),
      ColumnHead("bought", .count, Phrase("Of these, bought again in the days", "其中期内复购的客户数")),
      ColumnHead("rate", .share, Phrase("Repurchase rate", "复购率")),
      ColumnHead("rate_low", .share, Phrase("Lower end of its interval", "其区间下限")),
      ColumnHead("rate_high", .share, Phrase("Upper end of its interval", "其区间上限")),
      ColumnHead("spend", money, Phrase("Mean revenue of a customer in the days", "期内客均收入")),
      ColumnHead("spend_low", money, Phrase("Lower end of its interval", "其区间下限")),
      ColumnHead("spend_high", money, Phrase("Upper end of its interval", "其区间上限")),
      ColumnHead("clv_customers", .count, Phrase("Customers with a value to come", "有未来价值的客户数")),
      ColumnHead("clv", money, Phrase("Mean value to come", "平均未来价值")),
      ColumnHead("clv_low", money, Phrase("Lower end of its interval", "其区间下限")),
      ColumnHead("clv_high", money, Phrase("Upper end of its interval", "其区间上限")),
      ColumnHead("reason", .text, Phrase("Why there are no figures", "无数值的原因")),
    ]
  }

  private static let ratioHeads = [
    ColumnHead("question", .text, Phrase("Question of the survey", "题项")),
    ColumnHead("upper", .text, Phrase("Best level", "最高一档")),
    ColumnHead("lower", .text, Phrase("Next level", "次高一档")),
    ColumnHead("days", .count, Phrase("Days after the answer", "作答后的天数")),
    ColumnHead("upper_customers", .count, Phrase("Customers at the best level", "最高一档客户数")),
    ColumnHead("lower_customers", .count, Phrase("Customers at the next level", "次高一档客户数")),
    ColumnHead(
      "ratio", .ratio, Phrase("Repurchase rate of the best over that of the next", "两档复购率之比")),
    ColumnHead("low", .ratio, Phrase("Lower end of its interval", "其区间下限")),
    ColumnHead("high", .ratio, Phrase("Upper end of its interval", "其区间上限")),
    ColumnHead(
      "most", .ratio,
      Phrase("What it would be if all of the best bought again", "最高一档全部复购时的比值")),
    ColumnHead("texts", .ratio, Phrase("What the texts say", "文献数值")),
    ColumnHead("verdict", .text, Phrase("supported, contradicted or undecided", "支持、不支持或无法判断")),
  ]

  private static let testHeads = [
    ColumnHead("question", .text, Phrase("Question of the survey", "题项")),
    ColumnHead("test", .text, Phrase("What is tested", "检验内容")),
    ColumnHead("statistic", .ratio, Phrase("z, t or H", "检验统计量")),
    ColumnHead("customers", .count, Phrase("Customers the test rests on", "检验所用客户数")),
    ColumnHead("p", .ratio, Phrase("Chance of as much, were there nothing", "显著性概率")),
    ColumnHead(
      "p_adjusted", .ratio, Phrase("Adjusted for the number of tests", "多重检验校正后的概率")),
  ]

  private static func valueHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("side", .text, Phrase("top or other", "高价值或其他")),
      ColumnHead("customers", .count, Phrase("Customers with revenue", "有收入的客户数")),
      ColumnHead("value", money, Phrase("Their revenue", "其收入")),
      ColumnHead("least_value", money, Phrase("Least value of the valuable", "高价值客户的最低价值")),
      ColumnHead("respondents", .count, Phrase("Of these, with an answer", "其中有作答者")),
      ColumnHead(
        "unhappy", .count, Phrase("Of these, unhappy in the latest answer", "其中最近一次作答不满者")),
      ColumnHead("unhappy_share", .share, Phrase("Share of the respondents", "占作答者的比例")),
      ColumnHead("unhappy_low", .share, Phrase("Lower end of its interval", "其区间下限")),
      ColumnHead("unhappy_high", .share, Phrase("Upper end of its interval", "其区间上限")),
      ColumnHead(
        "unhappy_value_share", .share,
        Phrase("The unhappy's share of all revenue, to whole percent", "不满客户占全部收入的比例（取整到百分之一）")),
      ColumnHead("reason", .text, Phrase("Why there are no figures", "无数值的原因")),
    ]
  }

  private static func customerHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("owner", .text, Phrase("Who looks after the customer", "负责人"), personal: .name),
      ColumnHead("value", .money(currency), Phrase("Revenue of the months", "期间收入")),
      ColumnHead("value_share", .share, Phrase("Share of all revenue", "占全部收入的比例")),
      ColumnHead("last_purchase", .day, Phrase("Last purchase", "末次购买日期")),
      ColumnHead("answered_on", .day, Phrase("Day of the latest answer", "最近作答日期")),
      ColumnHead("level", .count, Phrase("Level answered; none where not", "所选满意度等级")),
      ColumnHead("recommendation", .count, Phrase("Likely to recommend, 0 to 10", "推荐意愿（0–10）")),
    ]
  }

  package func table(_ name: String) -> DataTable {
    guard let declared = LoyaltyOutput.tables(currency).first(where: { $0.name == name }) else {
      preconditionFailure("loyalty has no table '\(name)'")
    }
    var rows = ResultRows(declared.heads)
    switch name {
    case "levels":
      for question in questions {
        for group in question.groups + [question.total] { rows.add(cells(question, group)) }
      }
    case "ratio": addRatio(to: &rows)
    case "tests":
      for test in tests {
        rows.add([
          .text(test.question), .text(test.kind.rawValue), .number(test.statistic),
          .count(test.n), .number(test.pValue), .number(test.adjusted),
        ])
      }
    case "value": for isTop in [true, false] { rows.add(cells(isTop: isTop)) }
    default: for customer in named { rows.add(cells(customer)) }
    }
    return rows.table(name)
  }

  /// Minor units of an amount in major units, told coarsely.
  private func money(_ value: Double?) -> ResultRows.Cell {
    .money(
      value.map(CoarseFigures.amount).map {
        Int64(min(max($0 * Double(currency.minorPerMajor), -9e18), 9e18).rounded())
      })
  }

  private func cells(_ question: Question, _ group: LoyaltyGroup) -> [ResultRows.Cell] {
    let figures = group.figures
    let confidence = settings.survey.confidence
    let rate = figures?.rate.wilson(confidence: confidence)
    let spend = figures?.spendInterval(confidence)
    let clv = figures?.clvInterval(confidence)
    let isHidden = group.visibility == .hidden
    return [
      .text(question.id), .text(group.id), .count(settings.days),
      .count(isHidden ? nil : group.n), .count(isHidden ? nil : group.bought),
      .number(figures?.rate.share), .number(rate?.low), .number(rate?.high),
      money(figures?.spend?.mean), money(spend?.low), money(spend?.high),
      .count(figures?.clv == nil ? nil : figures?.clvN), money(figures?.clv?.mean),
      money(clv?.low), money(clv?.high), .text(group.visibility.reason(minCell)),
    ]
  }

  private func addRatio(to rows: inout ResultRows) {
    guard let ratio, let levels, let upper = levels.groups.last,
      let lower = levels.groups.dropLast().last
    else { return }
    rows.add([
      .text(levels.id), .text(upper.id), .text(lower.id), .count(settings.days),
      .count(upper.n), .count(lower.n), .number(ratio.ratio?.value),
      .number(ratio.interval?.low), .number(ratio.interval?.high), .number(ratio.most),
      .number(SatisfactionRatio.texts.low), .text(ratio.verdict.rawValue),
    ])
  }

  private func cells(isTop: Bool) -> [ResultRows.Cell] {
    let side = side(isTop: isTop)
    let isTold = tells(isTop: isTop)
    let hasValue = tellsValue(isTop: isTop) && side.respondents > 0
    let share = isTold ? Proportion(side.unhappy, of: side.respondents) : nil
    let interval = share?.wilson(confidence: settings.survey.confidence)
    return [
      .text(isTop ? "top" : "other"), .count(side.customers), .money(side.value),
      .money(isTop ? standing.cut : nil), .count(isTold ? side.respondents : nil),
      .count(isTold ? side.unhappy : nil), .number(share?.share), .number(interval?.low),
      .number(interval?.high), .number(hasValue ? unhappyShare(side) : nil),
      .text(
        isTold
          ? side.respondents == 0 ? GroupVisibility.empty.reason(minCell) : ""
          : GroupVisibility.hidden.reason(minCell)),
    ]
  }

  /// The part of the unhappy in the revenue of all with any, told coarsely; nil without.
  func unhappyShare(_ side: CustomerStanding.Side) -> Double? {
    valueShare(side.unhappyValue).map(CoarseFigures.share)
  }

  /// A part of the revenue of all with any; nil without.
  func valueShare(_ value: Int64) -> Double? {
    standing.total > 0 ? Double(value) / Double(standing.total) : nil
  }

  private func cells(_ customer: CustomerStanding.Named) -> [ResultRows.Cell] {
    let respondent = customer.respondent
    return [
      .text(customer.id), .text(customer.owner), .money(respondent.value),
      .number(valueShare(respondent.value)), .day(Day(number: respondent.lastPurchase)),
      .day(Day(number: respondent.answered)), .count(answer(respondent, of: levels)),
      .count(answer(respondent, of: recommendation)),
    ]
  }

  /// What a customer answered, as in the export; nil for nothing.
  func answer(_ respondent: CustomerStanding.Respondent, of question: Question?) -> Int? {
    guard let question, let place = questions.firstIndex(where: { $0.id == question.id }) else {
      return nil
    }
    let position = Int(respondent.positions[place])
    return position < 0 ? nil : question.scale.answers[position]
  }
}
