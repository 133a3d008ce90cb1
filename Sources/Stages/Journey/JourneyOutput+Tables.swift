package import Pipeline
import Statistics
package import Values

extension JourneyOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "touchpoints",
        Phrase(
          "Scores at a touchpoint, one row each question and touchpoint", "各题目在各触点的得分，每行一个触点"),
        groupHeads + scoreHeads + stepHeads + changeHeads + [reasonHead]),
      ResultTable(
        "groups",
        Phrase("Scores of the lowest touchpoint by group", "得分最低的触点在各分组的得分"),
        [touchpointHead] + groupHeads + answerHeads + [reasonHead]),
      ResultTable(
        "moments",
        Phrase(
          "Customers whose journey has its peak, trough or end at a touchpoint",
          "体验峰值、谷值与终点位于各触点的客户数"),
        Array(groupHeads.dropFirst()) + momentHeads + [reasonHead]),
      ResultTable(
        "models",
        Phrase(
          "What explains the overall score of customers, and their difference",
          "峰终与均值对总体得分的解释力及其差异"),
        modelHeads),
      ResultTable(
        "recovery",
        Phrase(
          "Overall score of customers with and without a failure", "有无服务失误客户的总体得分"),
        Array(groupHeads.dropFirst()) + customerHeads + differenceHeads + [reasonHead]),
      ResultTable(
        "lifecycle", Phrase("Score of customers by life-cycle class", "各生命周期类别客户的得分"),
        Array(groupHeads.dropFirst()) + customerHeads + [reasonHead]),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "touchpoints": touchpointsTable
    case "groups": groupsTable
    case "moments": momentsTable
    case "models": modelsTable
    case "recovery": recoveryTable
    case "lifecycle": lifecycleTable
    default: preconditionFailure("journey has no table \(name)")
    }
  }

  // MARK: Heads

  private static let reasonHead = ColumnHead(
    "reason", .text, Phrase("Why there is no figure", "无数值的原因"))

  private static let touchpointHead = ColumnHead(
    "touchpoint", .text, Phrase("The lowest touchpoint", "得分最低的触点"))

  private static let groupHeads = [
    ColumnHead("item", .text, Phrase("Column of the survey", "题项（数据列名）")),
    ColumnHead("dimension", .text, Phrase("What is grouped by", "分组维度")),
    ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
  ]

  private static let scoreHeads = [
    ColumnHead("step", .count, Phrase("Place in the journey", "旅程中的位次")),
    ColumnHead("n", .count, Phrase("Answers", "作答数")),
    ColumnHead("n_effective", .ratio, Phrase("Effective number of answers (Kish)", "有效样本量")),
    ColumnHead("mean", .score, Phrase("Mean", "均值")),
    ColumnHead("sd", .score, Phrase("Standard deviation", "标准差")),
    ColumnHead("low", .score, Phrase("Mean, low end of the interval", "均值区间下限")),
    ColumnHead("high", .score, Phrase("Mean, high end of the interval", "均值区间上限")),
    ColumnHead("top2", .share, Phrase("Share in the two best levels", "最高两档占比")),
    ColumnHead("bottom2", .share, Phrase("Share in the two worst levels", "最低两档占比")),
    ColumnHead("nps", .points, Phrase("Net promoter score", "净推荐值")),
    ColumnHead("nps_low", .points, Phrase("Net promoter score, low end", "净推荐值区间下限")),
    ColumnHead("nps_high", .points, Phrase("Net promoter score, high end", "净推荐值区间上限")),
  ]

  private static let stepHeads = [
    ColumnHead("drop", .score, Phrase("Mean less that of the step before", "较上一触点的变化")),
    ColumnHead("drop_low", .score, Phrase("Change from the step before, low end", "变化区间下限")),
    ColumnHead("drop_high", .score, Phrase("Change from the step before, high end", "变化区间上限")),
    ColumnHead("drop_p", .ratio, Phrase("Chance of such a change", "变化的显著性概率")),
    ColumnHead("drop_p_holm", .ratio, Phrase("After Holm's correction", "经霍尔姆校正")),
    ColumnHead(
      "importance", .ratio,
      Phrase("Relative weight, correlation, or part in the variance", "相对权重、相关系数或方差份额")),
    ColumnHead("importance_low", .ratio, Phrase("Importance, low end", "重要性区间下限")),
    ColumnHead("importance_high", .ratio, Phrase("Importance, high end", "重要性区间上限")),
    ColumnHead("importance_n", .count, Phrase("What it rests on", "重要性所依据的样本数")),
    ColumnHead("importance_by", .text, Phrase("How it is measured", "重要性的计算方法")),
    ColumnHead("moment_of_truth", .text, Phrase("Important and uneven", "是否关键时刻")),
  ]

  private static let changeHeads = [
    ColumnHead(
      "change", .ratio, Phrase("Change from the wave before; of nps in points", "较上一批次变化")),
    ColumnHead("change_low", .ratio, Phrase("Change, low end", "变化区间下限")),
    ColumnHead("change_high", .ratio, Phrase("Change, high end", "变化区间上限")),
    ColumnHead("change_p", .ratio, Phrase("Chance of such a change", "变化的显著性概率")),
    ColumnHead("change_p_holm", .ratio, Phrase("After Holm's correction", "经霍尔姆校正")),
  ]

  private static let momentHeads = [
    ColumnHead("n", .count, Phrase("Customers", "客户数")),
    ColumnHead("share", .share, Phrase("Share of customers with moments enough", "占评分次数足够客户的比例")),
  ]

  private static let modelHeads = [
    ColumnHead("model", .text, Phrase("Peak and end, mean, or their difference", "峰终、均值或两者之差")),
    ColumnHead("n", .count, Phrase("Customers", "客户数")),
    ColumnHead("mean", .score, Phrase("Mean over customers", "客户均值")),
    ColumnHead("sd", .score, Phrase("Standard deviation", "标准差")),
    ColumnHead("r", .ratio, Phrase("Correlation with the overall score", "与总体得分的相关系数")),
    ColumnHead(
      "r_squared", .ratio, Phrase("Share of variance explained, or difference", "解释的方差份额或其差")),
    ColumnHead("low", .ratio, Phrase("Low end of the interval", "区间下限")),
    ColumnHead("high", .ratio, Phrase("High end of the interval", "区间上限")),
    ColumnHead("p", .ratio, Phrase("Chance of such a difference", "差异的显著性概率")),
    reasonHead,
  ]

  private static let answerHeads =
    [
      ColumnHead("n", .count, Phrase("Answers", "作答数")),
      ColumnHead("mean", .score, Phrase("Mean", "均值")),
    ] + spreadHeads

  private static let customerHeads =
    [
      ColumnHead("n", .count, Phrase("Customers", "客户数")),
      ColumnHead("mean", .score, Phrase("Mean of their latest answers", "最近一次作答的均值")),
    ] + spreadHeads

  private static let spreadHeads = [
    ColumnHead("sd", .score, Phrase("Standard deviation", "标准差")),
    ColumnHead("low", .score, Phrase("Mean, low end of the interval", "均值区间下限")),
    ColumnHead("high", .score, Phrase("Mean, high end of the interval", "均值区间上限")),
    ColumnHead("top2", .share, Phrase("Share in the two best levels", "最高两档占比")),
  ]

  private static let differenceHeads = [
    ColumnHead("difference", .score, Phrase("Mean less that without a failure", "与无失误客户之差")),
    ColumnHead("difference_low", .score, Phrase("Difference, low end", "差值区间下限")),
    ColumnHead("difference_high", .score, Phrase("Difference, high end", "差值区间上限")),
    ColumnHead("p", .ratio, Phrase("Chance of such a difference", "差异的显著性概率")),
  ]

  // MARK: Rows

  /// A hidden group's number of answers is hidden with its figures.
  private func count(_ score: GroupScore) -> Int? {
    score.figures?.n ?? (score.visibility == .empty ? 0 : nil)
  }

  private var touchpointsTable: DataTable {
    var rows = ResultRows(
      Self.groupHeads + Self.scoreHeads + Self.stepHeads + Self.changeHeads + [Self.reasonHead])
    let path = JourneyPath(self)
    for (index, question) in questions.enumerated() {
      func add(_ dimension: String, _ score: GroupScore, place: Int?) {
        let step = place.flatMap { place in path.steps.first { $0.place == place } }
        let change = index == 0 ? step?.sinceBefore : step?.overallSinceBefore
        rows.add(
          [
            .text(question.id), .text(dimension), .text(score.group),
            .count(place.flatMap { score.group.isEmpty || score.figures == nil ? nil : $0 + 1 }),
            .count(count(score)),
          ] + scoreCells(score.figures) + stepCells(index == 0 ? step : nil, path)
            + changeCells(change) + [.text(score.visibility.reason(minCell))])
      }
      add("total", question.total, place: nil)
      for (place, score) in question.touchpoints.enumerated() {
        add("touchpoint", score, place: place)
      }
    }
    return rows.table("touchpoints")
  }

  private func scoreCells(_ figures: GroupScore.Figures?) -> [ResultRows.Cell] {
    let interval = figures?.mean.interval(confidence: settings.survey.confidence)
    let nps = figures?.nps
    let range = nps.map { self.interval($0) }
    return [
      .number(figures?.effectiveN), .number(figures?.mean.mean),
      .number(figures?.mean.standardDeviation), .number(interval?.low), .number(interval?.high),
      .number(figures?.top.share), .number(figures?.bottom.share),
      .number(nps.map { $0.score * 100 }), .number(range.map { $0.low * 100 }),
      .number(range.map { $0.high * 100 }),
    ]
  }

  private func stepCells(
    _ step: JourneyPath.Step?, _ path: JourneyPath
  ) -> [ResultRows.Cell] {
    let interval = step?.test?.interval(confidence: settings.survey.confidence)
    let importance = step?.importance
    return [
      .number(step?.change), .number(interval?.low), .number(interval?.high),
      .number(step?.test?.pValue), .number(step?.adjusted), .number(importance?.value),
      .number(importance?.interval?.low), .number(importance?.interval?.high),
      .count(importance?.n),
      .text(importance == nil ? "" : path.basis.map { "\($0)" } ?? ""),
      .text(step.map { $0.isMomentOfTruth ? "yes" : "no" } ?? ""),
    ]
  }

  private func changeCells(_ change: JourneyPath.Change?) -> [ResultRows.Cell] {
    [
      .number(change?.value), .number(change?.interval.low), .number(change?.interval.high),
      .number(change?.pValue), .number(change?.adjusted),
    ]
  }

  private var groupsTable: DataTable {
    var rows = ResultRows(
      [Self.touchpointHead] + Self.groupHeads + Self.answerHeads + [Self.reasonHead])
    guard let trough else { return rows.table("groups") }
    func add(_ dimension: String, _ group: String, _ score: GroupScore) {
      rows.add(
        [
          .text(trough.touchpoint), .text(scored.id), .text(dimension), .text(group),
        ] + groupCells(score) + [.text(score.visibility.reason(minCell))])
    }
    add("total", "", scored.touchpoints[trough.place])
    for (kind, groups) in trough.dimensions {
      for score in groups { add(kind.rawValue, score.group, score) }
    }
    return rows.table("groups")
  }

  private var momentsTable: DataTable {
    var rows = ResultRows(
      Array(Self.groupHeads.dropFirst()) + Self.momentHeads + [Self.reasonHead])
    guard let places, places.n > 0 else { return rows.table("moments") }
    rows.add([.text("total"), .text(""), .count(places.n), .number(1), .text("")])
    for place in MomentPlaces.Place.allCases {
      for (index, touchpoint) in touchpoints.enumerated() where !touchpoint.isEmpty {
        let n = places.count(place, index)
        rows.add([
          .text(place.rawValue), .text(touchpoint), .count(n),
          .number(n.map { Double($0) / Double(places.n) }),
          .text(n == nil ? GroupVisibility.hidden.reason(minCell) : ""),
        ])
      }
    }
    return rows.table("moments")
  }

  private var modelsTable: DataTable {
    var rows = ResultRows(Self.modelHeads)
    guard let memory, memory.n > 0 else { return rows.table("models") }
    let confidence = settings.survey.confidence
    let pair = memory.correlations
    let reason =
      pair != nil
      ? ""
      : memory.n < PeakEndComparison.leastCompared
        ? "n < \(PeakEndComparison.leastCompared)" : "a score does not vary"
    func add(
      _ name: String, _ mean: MeanEstimate?, _ r: Double?, _ squared: Double?,
      _ interval: Interval?, p: Double? = nil
    ) {
      rows.add([
        .text(name), .count(memory.n), .number(mean?.mean), .number(mean?.standardDeviation),
        .number(r), .number(squared), .number(interval?.low), .number(interval?.high),
        .number(p), .text(reason),
      ])
    }
    add(
      "peak_end", memory.peakEnd, pair?.first, pair?.firstRSquared,
      pair?.firstInterval(confidence: confidence))
    add(
      "mean", memory.mean, pair?.second, pair?.secondRSquared,
      pair?.secondInterval(confidence: confidence))
    let difference = pair?.rSquaredDifference(confidence: confidence)
    add(
      "difference", nil, nil, difference?.value, difference?.interval,
      p: pair?.difference?.pValue)
    return rows.table("models")
  }

  private func groupCells(_ score: GroupScore) -> [ResultRows.Cell] {
    let figures = score.figures
    let interval = figures?.mean.interval(confidence: settings.survey.confidence)
    return [
      .count(count(score)), .number(figures?.mean.mean),
      .number(figures?.mean.standardDeviation), .number(interval?.low), .number(interval?.high),
      .number(figures?.top.share),
    ]
  }

  private var recoveryTable: DataTable {
    var rows = ResultRows(
      Array(Self.groupHeads.dropFirst()) + Self.customerHeads + Self.differenceHeads
        + [Self.reasonHead])
    for state in FailureHistory.State.allCases {
      guard let score = recovery(state) else { continue }
      let test = recoveryTest(state)
      let interval = test?.interval(confidence: settings.survey.confidence)
      rows.add(
        [.text("failure"), .text(score.group)] + groupCells(score) + [
          .number(test?.value), .number(interval?.low), .number(interval?.high),
          .number(test?.pValue), .text(score.visibility.reason(minCell)),
        ])
    }
    return rows.table("recovery")
  }

  private var lifecycleTable: DataTable {
    var rows = ResultRows(
      Array(Self.groupHeads.dropFirst()) + Self.customerHeads + [Self.reasonHead])
    for score in classes {
      rows.add(
        [.text("class"), .text(score.group)] + groupCells(score)
          + [.text(score.visibility.reason(minCell))])
    }
    return rows.table("lifecycle")
  }
}

extension JourneyOutput {
  /// The interval of a net promoter score; where the answers that it adds pull it off the score of
  /// very few, it is widened up to it.
  func interval(_ nps: NetPromoter) -> Interval {
    let interval = nps.adjustedWald(confidence: settings.survey.confidence)
    return Interval(low: min(interval.low, nps.score), high: max(interval.high, nps.score))
  }

  func recovery(_ state: FailureHistory.State) -> GroupScore? {
    recovery.first { $0.group == state.id }
  }

  /// The overall score of customers in a state less that of those without a failure; nil for those
  /// themselves, and where it cannot be tested.
  func recoveryTest(_ state: FailureHistory.State) -> TTest? {
    guard state != .none, let none = recovery(.none)?.figures?.mean,
      let own = recovery(state)?.figures?.mean
    else { return nil }
    return TTest.welch(own, less: none)
  }
}
