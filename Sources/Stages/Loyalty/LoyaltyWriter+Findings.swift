import Pipeline
import Report
import Statistics
import Values

extension LoyaltyWriter {
  var findings: [Finding] {
    [unhappyFinding, ratioFinding, trendFinding, spendFinding].compactMap(\.self)
      .sorted { ($0.severity, $0.weight) > ($1.severity, $1.weight) }
  }

  private var unhappyFinding: Finding? {
    let side = output.side(isTop: true)
    guard output.tells(isTop: true), side.unhappy > 0,
      let share = Proportion(side.unhappy, of: side.respondents)
    else { return nil }
    let hasValue = output.tellsValue(isTop: true)
    return Finding(
      id: "\(step).unhappy", severity: .warning,
      // In the order of amounts the finding stands as its share of all revenue.
      weight: hasValue
        ? CoarseFigures.amount(
          (output.unhappyShare(side) ?? 0) * output.currency.major(output.standing.total)) : 0,
      sentence: wording(
        hasValue ? P.findingUnhappy : P.findingUnhappyPlain,
        [
          "unhappy": .count(side.unhappy), "respondents": .count(side.respondents),
          "share": .share(share.share),
          "part": .text(
            NumberStyle(.share, decimals: 0).text(
              output.unhappyShare(side) ?? 0, wording.language)),
        ]), page: step, action: wording(P.actionUnhappy),
      owner: wording(RFMSegmentMap.keyAccounts))
  }

  private var ratioFinding: Finding? {
    guard let ratio = output.ratio, let value = ratio.ratio?.value, let interval = ratio.interval
    else { return nil }
    let (sentence, action): (Phrase, Phrase) =
      switch ratio.verdict {
      case .supported: (P.findingRatioHeld, P.actionRatioHeld)
      case .contradicted: (P.findingRatio, P.actionRatio)
      case .undecided, .notTested: (P.findingRatioOpen, P.actionRatioOpen)
      }
    return Finding(
      id: "\(step).ratio", severity: ratio.verdict == .supported ? .good : .note,
      sentence: wording(sentence, ratioWords(ratio, value, interval)), page: step,
      action: wording(action), owner: wording(RFMSegmentMap.marketing))
  }

  private var trendFinding: Finding? {
    guard let question = output.levels, let test = output.test(question, .rateTrend) else {
      return nil
    }
    let shown = question.groups.filter { $0.figures != nil }
    guard let worst = shown.first, let best = shown.last, worst.id != best.id,
      let low = worst.figures?.rate.share, let high = best.figures?.rate.share
    else { return nil }
    let isReal = test.adjusted < significance
    let words: KeyValuePairs<String, Wording.Argument> = [
      "item": .text(word(question)), "low": .share(low), "high": .share(high), "days": days,
      "worst": .text(name(worst, of: question)), "best": .text(name(best, of: question)),
      "p": .text(wording.pValue(test.adjusted)),
    ]
    let isRise = test.statistic > 0
    return Finding(
      id: "\(step).trend", severity: isReal ? isRise ? .good : .warning : .note,
      sentence: wording(
        isReal ? isRise ? P.findingTrend : P.findingFall : P.findingFlat, words), page: step,
      action: wording(isReal ? isRise ? P.actionTrend : P.actionFall : P.actionFlat),
      owner: wording(RFMSegmentMap.service))
  }

  private var spendFinding: Finding? {
    guard let question = output.recommendation,
      let test = output.test(question, .spendRanks), test.adjusted < significance,
      let promoters = question.groups.last?.figures?.spend.map({ CoarseFigures.amount($0.mean) }),
      let detractors = question.groups.first?.figures?.spend.map({ CoarseFigures.amount($0.mean) })
    else { return nil }
    return Finding(
      id: "\(step).spend", severity: promoters > detractors ? .good : .warning,
      sentence: wording(
        P.findingSpend,
        [
          "promoters": .value(promoters, money), "detractors": .value(detractors, money),
          "days": days, "p": .text(wording.pValue(test.adjusted)),
        ]), page: step, action: wording(P.actionSpend), owner: wording(RFMSegmentMap.marketing))
  }

  // MARK: Measures

  var measures: [Measure] {
    var all: [Measure] = []
    for question in output.questions {
      let prefix = question.isRecommendation ? "nps" : "level"
      for group in question.groups.reversed() {
        all.append(rate("repurchase.\(prefix)_\(group.id)", group, of: question))
        if question.isRecommendation { all.append(spend(group, of: question)) }
      }
    }
    if let question = output.questions.first {
      all.insert(rate("repurchase", question.total, of: question), at: 0)
    }
    let ratio = output.ratio
    let value = ratio?.ratio?.value
    if let levels = output.levels {
      let isHidden = levels.groups.suffix(2).contains { $0.visibility == .hidden }
      all.append(
        Measure(
          id: "satisfaction_ratio", label: wording(P.ratioOf), value: value, unit: .ratio,
          low: ratio?.interval?.low, high: ratio?.interval?.high,
          n: ratio.map { Int($0.upper.n + $0.lower.n) },
          reason: value != nil
            ? nil
            : isHidden ? hiddenReason : wording(ratio == nil ? P.noAnswers : P.noneBought)))
    }
    return all + unhappyMeasures
  }

  private func rate(
    _ id: String, _ group: LoyaltyGroup, of question: LoyaltyOutput.Question
  ) -> Measure {
    let rate = group.figures?.rate
    let interval = rate?.wilson(confidence: output.settings.survey.confidence)
    let isAll = id == "repurchase"
    return Measure(
      id: id,
      label: isAll
        ? wording(P.rateAll, ["days": days])
        : wording(P.rateOf, ["group": .text(name(group, of: question))]),
      value: rate?.share, unit: .share, low: interval?.low, high: interval?.high,
      n: rate.map { Int($0.n) }, reason: rate == nil ? reason(group) : nil, betterWhen: .higher,
      isKey: isAll)
  }

  private func spend(_ group: LoyaltyGroup, of question: LoyaltyOutput.Question) -> Measure {
    let spend = group.figures?.spend
    let interval = group.figures?.spendInterval(output.settings.survey.confidence)
    return Measure(
      id: "spend.nps_\(group.id)",
      label: wording(P.spendOf, ["days": days, "group": .text(name(group, of: question))]),
      value: spend.map { CoarseFigures.amount($0.mean) }, unit: money,
      low: interval.map { CoarseFigures.amount($0.low) },
      high: interval.map { CoarseFigures.amount($0.high) },
      n: spend == nil ? nil : group.n,
      reason: spend != nil ? nil : group.figures == nil ? reason(group) : wording(P.few),
      betterWhen: .higher)
  }

  private func reason(_ group: LoyaltyGroup) -> String {
    group.visibility == .hidden ? hiddenReason : wording(P.noAnswers)
  }

  private var unhappyMeasures: [Measure] {
    let side = output.side(isTop: true)
    let isTold = output.tells(isTop: true)
    let hasValue = output.tellsValue(isTop: true) && side.respondents > 0
    let share = isTold ? Proportion(side.unhappy, of: side.respondents) : nil
    let interval = share?.wilson(confidence: output.settings.survey.confidence)
    let part = hasValue ? output.unhappyShare(side) : nil
    let none = wording(P.noAnswers)
    let valueReason = !isTold || side.respondents > 0 ? hiddenReason : none
    return [
      Measure(
        id: "unhappy_valuable", label: wording(P.unhappyCount),
        value: isTold ? Double(side.unhappy) : nil, unit: .count,
        n: isTold ? side.respondents : nil, reason: isTold ? nil : hiddenReason,
        betterWhen: .lower),
      Measure(
        id: "unhappy_share", label: wording(P.unhappyShare), value: share?.share, unit: .share,
        low: interval?.low, high: interval?.high, n: share.map { Int($0.n) },
        reason: share != nil ? nil : isTold ? none : hiddenReason, betterWhen: .lower),
      Measure(
        id: "unhappy_value_share", label: wording(P.unhappyValueShare), value: part,
        unit: .share, reason: part != nil ? nil : valueReason, betterWhen: .lower, isKey: true),
    ]
  }

  // MARK: Notes

  var notes: [Note] {
    let settings = output.settings
    var notes: [Note] = []
    for question in output.questions {
      guard let account = question.account else { continue }
      notes.append(
        Note(
          .policy,
          wording(
            P.noteCounted,
            [
              "item": .text(label(question)), "answers": .count(account.answers),
              "used": .count(account.used), "unobserved": .count(account.unobserved),
              "superseded": .count(account.superseded),
              "without": .count(account.withoutPurchase),
              "nameless": .count(account.withoutCustomer), "undated": .count(account.withoutDay),
              "days": days,
            ])))
    }
    let window =
      settings.months.map { wording(P.windowMonths, ["months": .count($0)]) }
      ?? wording(P.windowAll)
    notes += [
      Note(.policy, wording(P.noteWeights)),
      Note(
        .policy,
        wording(
          P.noteValue, ["share": .share(settings.topShare), "window": .text(window)])),
      Note(
        .policy,
        wording(settings.mayList(minCell: output.minCell) ? P.noteListed : P.noteList)),
      Note(.policy, wording(P.noteCell, ["min": .count(output.minCell)])),
      Note(
        .method, wording(P.noteIntervals, ["confidence": .share(settings.survey.confidence)])),
      Note(.caution, wording(P.noteCause)),
    ]
    if !output.hasFuture { notes.append(Note(.caution, wording(P.noteFuture))) }
    return notes + Loyalty.method.sourceNotes
  }
}
