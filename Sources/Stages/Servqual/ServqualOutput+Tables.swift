package import Pipeline
import Statistics
package import Values

extension ServqualOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "scores",
        Phrase(
          "Expectation, perception and gap of a question in a group, one row each",
          "各分组各题的期望、感知与差距，每行一组一题"), scoreHeads),
      ResultTable(
        "reliability", Phrase("How consistently the items of a dimension measure", "各维度题项的一致性"),
        reliabilityHeads),
      ResultTable(
        "tolerance", Phrase("Where perception lies in the zone of tolerance", "感知在容忍区间中的位置"),
        toleranceHeads),
      ResultTable(
        "departments",
        Phrase(
          "A department's service to another, and that other's to it", "部门之间互评：提供方对接受方及其反向"),
        departmentHeads),
      ResultTable(
        "points", Phrase("Points of 100 shared out among the dimensions", "100 分在各维度间的分配"),
        pointHeads),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "scores": scoresTable
    case "reliability": reliabilityTable
    case "tolerance": toleranceTable
    case "departments": departmentsTable
    case "points": pointsTable
    default: preconditionFailure("servqual has no table \(name)")
    }
  }

  private static let reasonHead = ColumnHead(
    "reason", .text, Phrase("Why there is no figure", "无数值的原因"))

  private static func interval(_ id: String, _ meaning: Phrase) -> [ColumnHead] {
    [
      ColumnHead(id, .score, meaning),
      ColumnHead(
        "\(id)_low", .score, Phrase("\(meaning.english), low end", "\(meaning.chinese)区间下限")),
      ColumnHead(
        "\(id)_high", .score, Phrase("\(meaning.english), high end", "\(meaning.chinese)区间上限")),
    ]
  }

  private static let questionHeads = [
    ColumnHead("level", .text, Phrase("Item, dimension or score", "题项、维度或总分")),
    ColumnHead("question", .text, Phrase("Which one", "具体题项或维度")),
  ]

  private static let scoreHeads =
    [
      ColumnHead("dimension", .text, Phrase("What answers are grouped by", "分组维度")),
      ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
    ] + questionHeads + [ColumnHead("n", .count, Phrase("Respondents", "作答人数"))]
    + interval("expectation", Phrase("Expected level", "期望"))
    + interval("perception", Phrase("Perceived level (SERVPERF)", "感知（绩效得分）"))
    + interval("gap", Phrase("Perception less expectation", "差距（感知减期望）"))
    + [
      ColumnHead("gap_sd", .score, Phrase("Spread of respondents' gaps", "差距标准差")),
      ColumnHead("t", .ratio, Phrase("Paired t", "配对检验统计量")),
      ColumnHead("p", .ratio, Phrase("Chance of such a gap", "显著性概率")),
      ColumnHead("p_holm", .ratio, Phrase("After Holm's correction", "经霍尔姆校正")),
      ColumnHead("p_ranks", .ratio, Phrase("By ranks (Wilcoxon)", "秩检验显著性概率")), reasonHead,
    ]

  private static let reliabilityHeads =
    [
      ColumnHead("dimension", .text, Phrase("Dimension", "维度")),
      ColumnHead("answers", .text, Phrase("Expectation, perception or gap", "期望、感知或差距")),
      ColumnHead("items", .count, Phrase("Items", "题项数")),
      ColumnHead("n", .count, Phrase("Respondents who answered all", "全部作答的人数")),
      ColumnHead("alpha", .ratio, Phrase("Cronbach's alpha", "克隆巴赫系数")),
      ColumnHead("alpha_low", .ratio, Phrase("Alpha, low end", "系数区间下限")),
      ColumnHead("alpha_high", .ratio, Phrase("Alpha, high end", "系数区间上限")),
      ColumnHead("reversed", .text, Phrase("Items that run the other way", "疑似反向题项")),
    ]

  private static let toleranceHeads =
    questionHeads + [
      ColumnHead("n", .count, Phrase("Respondents", "作答人数")),
      ColumnHead("minimum", .score, Phrase("Least acceptable", "最低可接受")),
      ColumnHead("desired", .score, Phrase("Desired", "理想")),
      ColumnHead("perception", .score, Phrase("Perceived", "感知")),
    ] + interval("adequacy", Phrase("Perceived less least acceptable", "充足度"))
    + interval("superiority", Phrase("Perceived less desired", "优越度"))
    + [
      ColumnHead("position", .ratio, Phrase("0 at the least, 1 at the desired", "区间位置（0 最低，1 理想）"))
    ]

  private static let departmentHeads =
    [
      ColumnHead("provider", .text, Phrase("Who serves", "服务提供部门")),
      ColumnHead("consumer", .text, Phrase("Who is served", "接受服务部门")),
      ColumnHead("n", .count, Phrase("Respondents", "作答人数")),
      ColumnHead("expectation", .score, Phrase("Expected level", "期望")),
      ColumnHead("perception", .score, Phrase("Perceived level", "感知")),
    ] + interval("gap", Phrase("Gap", "差距"))
    + [
      ColumnHead("returned", .score, Phrase("Gap the other way round", "反向差距")),
      ColumnHead("difference", .score, Phrase("Gap less the one returned", "与反向差距之差")),
      ColumnHead("p_holm", .ratio, Phrase("After Holm's correction", "经霍尔姆校正")), reasonHead,
    ]

  private static let pointHeads = [
    ColumnHead("dimension", .text, Phrase("Dimension", "维度")),
    ColumnHead("points", .ratio, Phrase("Mean points of 100", "平均分配分数")),
    ColumnHead("n", .count, Phrase("Respondents whose points count", "有效分配人数")),
    ColumnHead("wrong", .count, Phrase("Whose points do not add up to 100", "合计不为 100 的人数")),
    ColumnHead("without", .count, Phrase("Who gave no points", "未分配的人数")),
  ]

  // MARK: Rows

  func level(_ question: ServqualQuestion) -> String {
    switch question {
    case .item: "item"
    case .dimension: "dimension"
    case .overall, .weighted: "score"
    }
  }

  func name(_ question: ServqualQuestion) -> String {
    switch question {
    case .item(let place): items[place]
    case .dimension(let place): dimensionNames[place]
    case .overall: "unweighted"
    case .weighted: "weighted"
    }
  }

  private var scoresTable: DataTable {
    var rows = ResultRows(Self.scoreHeads)
    for (dimension, scores) in [("total", [total])]
      + dimensions.map({ ($0.kind.rawValue, $0.groups) })
    {
      let adjusted = adjusted(scores)
      for (score, p) in zip(scores, adjusted) {
        for question in questions {
          rows.add(
            [
              .text(dimension), .text(score.group), .text(level(question)),
              .text(name(question)),
            ] + cells(score, question, p[question]))
        }
      }
    }
    return rows.table("scores")
  }

  private func cells(
    _ score: ServqualScore, _ question: ServqualQuestion, _ adjusted: Double?
  ) -> [ResultRows.Cell] {
    let reason = ResultRows.Cell.text(score.visibility(question).reason(minCell))
    guard let figure = score.figures[question] else {
      return [.count(score.visibility(question) == .empty ? 0 : nil)]
        + [ResultRows.Cell](repeating: .number(nil), count: 14) + [reason]
    }
    let test = figure.gap.flatMap { TTest.paired($0) }
    let deviation = figure.gap?.standardDeviation
    return [.count(figure.n)] + cells(figure.expectation) + cells(figure.perception)
      + cells(figure.gap) + [
        .number(deviation), .number(test?.t), .number(test?.pValue), .number(adjusted),
        .number(figure.rankP), reason,
      ]
  }

  private func cells(_ mean: MeanEstimate?) -> [ResultRows.Cell] {
    let interval = mean?.interval(confidence: settings.confidence)
    return [.number(mean?.mean), .number(interval?.low), .number(interval?.high)]
  }

  private var reliabilityTable: DataTable {
    var rows = ResultRows(Self.reliabilityHeads)
    for one in reliability {
      for (answers, alpha) in [
        ("expectation", one.expectation), ("perception", one.perception), ("gap", one.gap),
      ] where answers == "perception" || hasExpectations {
        let interval = alpha?.interval(confidence: settings.confidence)
        rows.add([
          .text(dimensionNames[one.dimension]), .text(answers), .count(one.items),
          .count(alpha.map { Int($0.n) }), .number(alpha?.value), .number(interval?.low),
          .number(interval?.high),
          .text(
            answers == "perception" ? one.reversed.map { items[$0] }.joined(separator: "; ") : ""),
        ])
      }
    }
    return rows.table("reliability")
  }

  private var toleranceTable: DataTable {
    var rows = ResultRows(Self.toleranceHeads)
    for zone in tolerance?.zones ?? [] {
      rows.add(
        [
          .text(level(zone.question)), .text(name(zone.question)), .count(zone.n),
          .number(zone.zone.minimum), .number(zone.zone.desired), .number(zone.zone.perceived),
        ] + cells(zone.adequacy) + cells(zone.superiority) + [.number(zone.zone.position)])
    }
    return rows.table("tolerance")
  }

  private var departmentsTable: DataTable {
    var rows = ResultRows(Self.departmentHeads)
    guard let departments else { return rows.table("departments") }
    let pairs = departments.pairs
    for cell in departments.cells {
      let provider = departments.providers[cell.provider]
      let consumer = departments.consumers[cell.consumer]
      let figure = cell.score.figures[.overall]
      let back = departments.cell(consumer, provider)?.score.figures[.overall]
      let ahead = pairs.first { $0.one == provider && $0.other == consumer }
      let behind = pairs.first { $0.one == consumer && $0.other == provider }
      rows.add(
        [
          .text(provider), .text(consumer),
          .count(figure?.n ?? (cell.score.visibility(.overall) == .empty ? 0 : nil)),
          .number(figure?.expectation?.mean), .number(figure?.perception?.mean),
        ] + cells(figure?.gap) + [
          .number(back?.gap?.mean),
          .number(ahead?.difference?.value ?? behind?.difference.map { -$0.value }),
          .number((ahead ?? behind)?.adjusted),
          .text(cell.score.visibility(.overall).reason(minCell)),
        ])
    }
    return rows.table("departments")
  }

  private var pointsTable: DataTable {
    var rows = ResultRows(Self.pointHeads)
    guard hasPoints, total.visibility == .shown else { return rows.table("points") }
    for (place, name) in dimensionNames.enumerated() {
      rows.add([
        .text(name), .number(total.points?[place]),
        .count(total.figures[.weighted]?.n), .count(points.wrong), .count(points.none),
      ])
    }
    return rows.table("points")
  }
}
