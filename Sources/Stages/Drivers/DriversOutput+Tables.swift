package import Pipeline
import Statistics
package import Values

extension DriversOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "importance",
        Phrase("How much an item moves the overall question, one row each", "题项对总体问题的影响，每行一项"),
        importanceHeads),
      ResultTable(
        "plane",
        Phrase("Items between importance and performance", "题项的重要性与表现"), planeHeads),
      ResultTable(
        "fit", Phrase("How well the items explain, one row a group", "各题项合计的解释程度，每行一组"),
        fitHeads),
      ResultTable(
        "penalties",
        Phrase(
          "What poor and good answers to an item do to the overall question", "题项低分与高分对总体问题的影响"),
        penaltyHeads),
      ResultTable(
        "groups", Phrase("The overall question in each group", "各分组的总体问题得分"), groupHeads),
      ResultTable(
        "complaints",
        Phrase("What customers of the lowest groups complained of", "得分最低群体的投诉"), complaintHeads),
      ResultTable(
        "comments", Phrase("What the least satisfied of the lowest groups wrote", "得分最低群体中低分者的意见"),
        commentHeads),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "importance": importanceTable
    case "plane": planeTable
    case "fit": fitTable
    case "penalties": penaltiesTable
    case "groups": groupsTable
    case "complaints": complaintsTable
    case "comments": commentsTable
    default: preconditionFailure("drivers has no table \(name)")
    }
  }

  private static let group = [
    ColumnHead("dimension", .text, Phrase("What answers are grouped by", "分组维度")),
    ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
  ]
  private static let item = ColumnHead("item", .text, Phrase("Column of the survey", "题项（数据列名）"))
  private static let reason = ColumnHead(
    "reason", .text, Phrase("Why there is no figure", "无数值的原因"))

  private static func interval(_ id: String, _ unit: Unit, _ meaning: Phrase) -> [ColumnHead] {
    [
      ColumnHead(id, unit, meaning),
      ColumnHead(
        "\(id)_low", unit, Phrase("\(meaning.english), low end", "\(meaning.chinese)区间下限")),
      ColumnHead(
        "\(id)_high", unit, Phrase("\(meaning.english), high end", "\(meaning.chinese)区间上限")),
    ]
  }

  private static let importanceHeads =
    group + [item, ColumnHead("rank", .count, Phrase("Place by relative weight", "按相对权重的名次"))]
    + interval("relative_weight", .share, Phrase("Share of all differences (R²)", "相对权重"))
    + interval(
      "relative_share", .share, Phrase("Share of what the items explain", "相对权重占解释总量的份额"))
    + interval("lmg", .share, Phrase("Gain in R² averaged over all orders", "全排列平均增量"))
    + interval("lmg_share", .share, Phrase("The same as a share of R²", "全排列平均增量的份额"))
    + [
      ColumnHead("first", .share, Phrase("R² of the item alone", "单独解释的 R²")),
      ColumnHead("last", .share, Phrase("What R² loses without it", "剔除后 R² 的损失")),
      ColumnHead("beta", .ratio, Phrase("Standardised coefficient", "标准化系数")),
      ColumnHead(
        "correlation", .ratio, Phrase("Correlation with the overall question", "与总体问题的相关系数")),
      ColumnHead("inflation", .ratio, Phrase("Variance inflation", "方差膨胀因子")),
      ColumnHead("leads", .share, Phrase("Draws in which it comes first", "抽样中居首的比例")),
      reason,
    ]

  private static let planeHeads =
    [item, ColumnHead("n", .count, Phrase("Answers", "作答数"))]
    + interval("mean", .score, Phrase("Performance: mean", "表现均值"))
    + [
      ColumnHead("derived", .share, Phrase("Derived importance", "推导重要性")),
      ColumnHead("stated", .ratio, Phrase("Stated importance", "自述重要性")),
      ColumnHead("quadrant", .text, Phrase("Field of the plane", "所在象限")),
      ColumnHead("distance", .ratio, Phrase("Above the diagonal of equal priority", "与对角线的距离")),
      reason,
    ]

  private static let fitHeads =
    group + [
      ColumnHead("n", .count, Phrase("Complete answers", "完整作答数")),
      ColumnHead("n_effective", .ratio, Phrase("Effective number (Kish)", "有效样本量")),
      ColumnHead("items", .count, Phrase("Items", "题项数")),
    ] + interval("r_squared", .share, Phrase("R²", "R²"))
    + [
      ColumnHead("adjusted", .ratio, Phrase("Adjusted R²", "调整 R²")),
      ColumnHead("draws", .count, Phrase("Draws of the bootstrap", "自助法抽样次数")),
      ColumnHead("constant", .text, Phrase("Items that do not vary", "没有差异的题项")),
      ColumnHead("collinear", .text, Phrase("Items that others determine", "由其他题项决定的题项")),
      reason,
    ]

  private static let penaltyHeads =
    [item] + interval("penalty", .score, Phrase("Change where it is poor", "低分的影响"))
    + [ColumnHead("penalty_p", .ratio, Phrase("p of the penalty", "低分影响的显著性概率"))]
    + interval("reward", .score, Phrase("Change where it is good", "高分的影响"))
    + [ColumnHead("reward_p", .ratio, Phrase("p of the reward", "高分影响的显著性概率"))]
    + interval("asymmetry", .score, Phrase("Penalty less reward", "惩罚与奖励之差"))
    + [
      ColumnHead(
        "class", .text,
        Phrase("basic, performance, excitement or indifferent", "基本、期望、兴奋或无差异")),
      ColumnHead("n", .count, Phrase("Complete answers", "完整作答数")), reason,
    ]

  private static let groupHeads =
    group + [ColumnHead("n", .count, Phrase("Answers", "作答数"))]
    + interval("figure", .score, Phrase("Mean, or net promoter score", "均值或净推荐值"))
    + [reason]

  private static let complaintHeads =
    group + [
      ColumnHead("category", .text, Phrase("What it is about", "问题分类")),
      ColumnHead("cases", .count, Phrase("Complaints", "投诉数")),
      ColumnHead("customers", .count, Phrase("Different customers", "投诉客户数")),
    ]

  private static let commentHeads =
    group + [
      ColumnHead("comment", .text, Phrase("In the customer's words", "客户原话"), personal: .comment)
    ]
}
