import Pipeline
import Statistics
import Values

/// Result tables of tests, of the aspects as a scale, of who answered, and of comments.
extension SatisfactionOutput {
  static let itemHead = ColumnHead("item", .text, Phrase("Column of the survey", "题项（数据列名）"))
  private static let dimensionHead = ColumnHead(
    "dimension", .text, Phrase("What answers are grouped by", "分组维度"))
  private static let waveHead = ColumnHead(
    "wave", .text, Phrase("Survey wave; empty where not stated", "调查批次；空为未注明"))
  private static let modeHead = ColumnHead(
    "mode", .text, Phrase("Mode; empty where not stated", "方式；空为未注明"))

  static let detailTables: [ResultTable] = [
    ResultTable(
      "scales", Phrase("Scale, direction and boxes of an item, one row each", "各题项的量表、方向与取值，每行一项"),
      scalesHeads),
    ResultTable(
      "changes",
      Phrase("An item in the latest wave against the one before, one row each", "各题项最近两批次的变化，每行一项"),
      changesHeads),
    ResultTable(
      "differences",
      Phrase("Whether the groups of a dimension differ on an item", "各分组在某题项上是否存在差异"),
      differencesHeads),
    ResultTable(
      "aspects",
      Phrase("What a single aspect adds to all of them as one scale", "各单项在总量表中的信度与权重"),
      aspectsHeads),
    ResultTable(
      "responses",
      Phrase("Invitations and answers by wave and mode of invitation", "按批次与邀请方式统计的邀请数与回答数"),
      responsesHeads),
    ResultTable(
      "modes", Phrase("Responses of a wave by mode, one row each", "各批次按调查方式的答卷数，每行一种方式"),
      modesHeads),
    ResultTable(
      "comments",
      Phrase(
        "Comments by score, lowest first; none of hidden groups, none in packs for outside",
        "客户意见，按评分由低到高；隐藏分组的意见不列出，对外报告不含意见"),
      commentsHeads),
  ]

  func detailTable(_ name: String) -> DataTable? {
    switch name {
    case "scales": scalesTable
    case "changes": changesTable
    case "differences": differencesTable
    case "aspects": aspectsTable
    case "responses": responsesTable
    case "modes": modesTable
    case "comments": commentsTable
    default: nil
    }
  }

  private static let scalesHeads = [
    itemHead,
    ColumnHead("scale", .text, Phrase("Scale, worst answer first", "量表（最差在前）")),
    ColumnHead("worst", .score, Phrase("Worst answer", "最差选项")),
    ColumnHead("best", .score, Phrase("Best answer", "最好选项")),
    ColumnHead("reversed", .text, Phrase("Whether the lowest number is best", "是否最低分为最好")),
    ColumnHead("top2_from", .score, Phrase("Best levels begin with this answer", "最高档起始选项")),
    ColumnHead("bottom2_to", .score, Phrase("Worst levels end with this answer", "最低档截止选项")),
    ColumnHead("middle", .score, Phrase("Neutral answer; empty for none", "中间选项；空为没有")),
    ColumnHead("n", .count, Phrase("Answers on the scale", "量表内作答数")),
    ColumnHead(
      "dont_know", .count, Phrase("Answers \"don't know\", in no base", "“不清楚”作答数，不计入基数")),
    ColumnHead(
      "dont_know_share", .share,
      Phrase("Their share of these and the answers", "占“不清楚”与有效作答之和的比例")),
  ]

  private var scalesTable: DataTable {
    var rows = ResultRows(Self.scalesHeads)
    for item in items {
      let (scale, answers) = (item.scale, item.scale.answers)
      rows.add([
        .text(item.id), .text(scale.text), .number(answers.first.map(Double.init)),
        .number(answers.last.map(Double.init)), .text(scale.isReversed ? "yes" : "no"),
        .number(Double(answers[scale.count - scale.box])),
        .number(Double(answers[scale.box - 1])),
        .number(scale.neutral.map { Double(answers[$0]) }),
        .count(item.total.figures?.n ?? (item.total.visibility == .empty ? 0 : nil)),
        .count(item.dontKnow), .number(item.dontKnowShare),
      ])
    }
    return rows.table("scales")
  }

  private static let changesHeads = [
    itemHead,
    ColumnHead("before", .text, Phrase("Wave before", "上一批次")),
    ColumnHead("after", .text, Phrase("Latest wave", "最近批次")),
    ColumnHead("n_before", .count, Phrase("Answers in the wave before", "上一批次作答数")),
    ColumnHead("n_after", .count, Phrase("Answers in the latest wave", "最近批次作答数")),
    ColumnHead(
      "n_effective_before", .ratio, Phrase("Effective answers before (Kish)", "上一批次有效样本量")),
    ColumnHead(
      "n_effective_after", .ratio, Phrase("Effective answers latest (Kish)", "最近批次有效样本量")),
    ColumnHead("figure", .text, Phrase("nps in points, or mean", "指标：净推荐值或均值")),
    ColumnHead("value_before", .ratio, Phrase("Figure before", "上一批次数值")),
    ColumnHead("value_after", .ratio, Phrase("Figure in the latest wave", "最近批次数值")),
    ColumnHead("change", .ratio, Phrase("Change of the figure", "变化")),
    ColumnHead("low", .ratio, Phrase("Change, low end of the interval", "变化区间下限")),
    ColumnHead("high", .ratio, Phrase("Change, high end of the interval", "变化区间上限")),
    ColumnHead("p", .ratio, Phrase("p-value", "显著性概率")),
    ColumnHead("p_holm", .ratio, Phrase("p-value corrected over the items", "按题项数校正后的显著性概率")),
  ]

  private var changesTable: DataTable {
    var rows = ResultRows(Self.changesHeads)
    guard let waves = latestWaves else { return rows.table("changes") }
    for change in changes {
      let (before, after) = (change.before, change.after)
      rows.add([
        .text(change.item.id), .text(waves.before), .text(waves.after), .count(before.n),
        .count(after.n), .number(before.effectiveN), .number(after.effectiveN),
        .text(change.isPoints ? "nps" : "mean"), .number(ItemChange.headline(before)),
        .number(ItemChange.headline(after)), .number(change.value),
        .number(change.test?.interval.low), .number(change.test?.interval.high),
        .number(change.test?.pValue), .number(change.test?.adjusted),
      ])
    }
    return rows.table("changes")
  }

  private static let differencesHeads = [
    itemHead, dimensionHead,
    ColumnHead("groups", .count, Phrase("Groups that were compared", "参与比较的分组数")),
    ColumnHead("chi_square", .ratio, Phrase("Pearson's chi-square", "卡方统计量")),
    ColumnHead("chi_df", .count, Phrase("Its degrees of freedom", "卡方自由度")),
    ColumnHead("chi_p", .ratio, Phrase("Its p-value", "卡方显著性概率")),
    ColumnHead("chi_p_holm", .ratio, Phrase("The same, corrected", "校正后的卡方显著性概率")),
    ColumnHead("cramers_v", .ratio, Phrase("Effect size V, 0 to 1", "克莱姆系数 V（0–1）")),
    ColumnHead(
      "smallest_expected", .ratio,
      Phrase("Smallest expected count; below 5 rough", "最小期望频数；低于 5 较粗略")),
    ColumnHead("h", .ratio, Phrase("Kruskal-Wallis H", "秩和检验统计量 H")),
    ColumnHead("h_df", .count, Phrase("Its degrees of freedom", "秩和检验自由度")),
    ColumnHead("h_p", .ratio, Phrase("Its p-value", "秩和检验显著性概率")),
    ColumnHead("h_p_holm", .ratio, Phrase("The same, corrected", "校正后的秩和检验显著性概率")),
    ColumnHead("epsilon_squared", .ratio, Phrase("Effect size, 0 to 1", "效应量（0–1）")),
    ColumnHead(
      "differs", .text, Phrase("height, shape or no, once corrected", "校正后差异：高低、形态或无")),
    ColumnHead("lowest", .text, Phrase("Group with the lowest figure", "数值最低的分组")),
    ColumnHead("highest", .text, Phrase("Group with the highest figure", "数值最高的分组")),
  ]

  private var differencesTable: DataTable {
    var rows = ResultRows(Self.differencesHeads)
    for one in differences {
      let verdict =
        switch one.verdict(confidence) {
        case .height: "height"
        case .shape: "shape"
        case .none: "no"
        }
      rows.add([
        .text(one.item.id), .text(one.kind.rawValue), .count(one.groups.count),
        .number(one.distribution?.statistic), .count(one.distribution?.degreesOfFreedom),
        .number(one.distribution?.pValue), .number(one.distributionAdjusted),
        .number(one.distribution?.cramersV), .number(one.distribution?.smallestExpected),
        .number(one.ranks?.statistic), .count(one.ranks?.degreesOfFreedom),
        .number(one.ranks?.pValue), .number(one.ranksAdjusted), .number(one.ranks?.epsilonSquared),
        .text(verdict), .text(one.ends?.lowest.group ?? ""), .text(one.ends?.highest.group ?? ""),
      ])
    }
    return rows.table("differences")
  }

  private static let aspectsHeads = [
    itemHead,
    ColumnHead("n", .count, Phrase("Rows that answer all aspects", "全部单项均作答的答卷数")),
    ColumnHead("item_rest", .ratio, Phrase("Correlation with the sum of the others", "与其余题项合计的相关")),
    ColumnHead("alpha_if_deleted", .ratio, Phrase("Alpha without the item", "删除该题项后的信度")),
    ColumnHead("loading", .ratio, Phrase("Loading on one common factor", "单因子载荷")),
    ColumnHead("reversed", .text, Phrase("Whether it seems to run the other way", "是否疑似反向")),
    ColumnHead("index_weight", .share, Phrase("Weight in the satisfaction index", "在满意度指数中的权重")),
  ]

  private var aspectsTable: DataTable {
    var rows = ResultRows(Self.aspectsHeads)
    guard let aspects, let alpha = aspects.alpha else { return rows.table("aspects") }
    let weights = index?.weights ?? []
    for (place, item) in aspects.items.enumerated() {
      let id = items[item].id
      rows.add([
        .text(id), .count(aspects.covariance.n), .number(alpha.items[place].itemRest),
        .number(alpha.items[place].alphaIfDeleted), .number(aspects.loading(place)),
        .text(aspects.reversed.contains(item) ? "yes" : "no"),
        .number(weights.first { $0.item == id }?.weight ?? (index == nil ? nil : 0)),
      ])
    }
    return rows.table("aspects")
  }

  private static let responsesHeads = [
    ColumnHead("wave", .text, Phrase("Wave; all for every wave", "批次；all 为全部批次")),
    ColumnHead("mode", .text, Phrase("Mode of the invitation; any for all", "邀请方式；any 为全部方式")),
    ColumnHead("invited", .count, Phrase("Customers invited", "受邀客户数")),
    ColumnHead("answered", .count, Phrase("Of them, those who answered", "其中作答客户数")),
    ColumnHead("rate", .share, Phrase("Response rate", "回答率")),
    ColumnHead("low", .share, Phrase("Rate, low end", "回答率区间下限")),
    ColumnHead("high", .share, Phrase("Rate, high end", "回答率区间上限")),
    ColumnHead("reason", .text, Phrase("Why there is no figure", "无数值的原因")),
  ]

  private var responsesTable: DataTable {
    var rows = ResultRows(Self.responsesHeads)
    for row in responseRows {
      let interval = row.rate?.wilson(confidence: confidence)
      rows.add([
        .text(row.wave ?? "all"), .text(row.mode ?? "any"), .count(row.invited),
        .count(row.answered), .number(row.rate?.share), .number(interval?.low),
        .number(interval?.high), .text(row.visibility.reason(minCell)),
      ])
    }
    return rows.table("responses")
  }

  private static let modesHeads = [
    waveHead, modeHead, ColumnHead("n", .count, Phrase("Responses", "答卷数")),
    ColumnHead("share", .share, Phrase("Share of the wave's responses", "占该批次答卷的比例")),
    ColumnHead("reason", .text, Phrase("Why there is no figure", "无数值的原因")),
  ]

  private var modesTable: DataTable {
    var rows = ResultRows(Self.modesHeads)
    for row in mixRows {
      rows.add([
        .text(row.wave), .text(row.mode), .count(row.n), .number(row.share),
        .text(row.visibility.reason(minCell)),
      ])
    }
    return rows.table("modes")
  }

  private static let commentsHeads = [
    // What one person answered goes where the person's words go.
    ColumnHead(
      "score", .text, Phrase("Answer to the overall item", "总体题项的评分"), personal: .comment),
    ColumnHead(
      "customer_id", .text, Phrase("Customer who wrote it", "留言客户编号"), personal: .author),
    ColumnHead("comment", .text, Phrase("In the customer's words", "客户原话"), personal: .comment),
  ]

  private var commentsTable: DataTable {
    guard let list = toldComments else {
      return ResultRows(Self.commentsHeads).table("comments")
    }
    var scores = TextColumn()
    var customers = TextColumn()
    var comments = TextColumn()
    for entry in list.entries {
      scores.append(score(entry).map(String.init) ?? "")
      customers.append(list.customer(entry))
      comments.append(list.comment(entry))
    }
    return DataTable(
      name: "comments", heads: Self.commentsHeads,
      columns: [.text(scores), .text(customers), .text(comments)])
  }

  /// What the author of a comment answered to the overall item, as in the export.
  func score(_ entry: CommentList.Entry) -> Int? {
    guard entry.position >= 0, let item = item(overall) else { return nil }
    return item.scale.answers[Int(entry.position)]
  }
}

extension SatisfactionOutput.Item {
  /// Those who answered "don't know" among them and those who answered on the scale.
  var dontKnowShare: Double? {
    guard let dontKnow else { return nil }
    let n = total.visibility == .empty ? 0 : total.figures?.n
    return n.flatMap { dontKnow + $0 > 0 ? Double(dontKnow) / Double(dontKnow + $0) : nil }
  }
}

extension AspectScale {
  /// The loading of an aspect, by its place in the scale; nil where it does not vary.
  func loading(_ place: Int) -> Double? {
    guard let omega, let factor = omega.items.firstIndex(of: place) else { return nil }
    return omega.factor.loadings[factor]
  }
}
