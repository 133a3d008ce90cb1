package import Pipeline
import Statistics
package import Values

extension KanoOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "features", Phrase("What a feature is to a group, one row each", "各项功能在各分组的类别，每行一组"),
        group + figureHeads + [reasonHead]),
      ResultTable(
        "shares",
        Phrase(
          "Share of a category with the interval that holds for all six at once",
          "各类别占比与六类同时成立的区间"),
        [featureHead] + shareHeads + [reasonHead]),
      ResultTable(
        "continuous", Phrase("Scores of a feature on the continuous plane", "各项功能的连续得分"),
        [featureHead] + continuousHeads + [reasonHead]),
      ResultTable(
        "priorities", Phrase("Features in the order of their claim to money", "功能投入优先顺序"),
        priorityHeads),
      ResultTable(
        "differences", Phrase("Whether groups place a feature differently", "各分组对功能的分类是否不同"),
        differenceHeads),
      ResultTable(
        "penalties",
        Phrase(
          "What poor and good answers to an item do to the overall score",
          "题项低分与高分对总体得分的影响"), penaltyHeads),
      ResultTable(
        "evaluation", Phrase("The evaluation table, one row a pair of answers", "评价表，每行一对回答"),
        evaluationHeads),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "features": featuresTable
    case "shares": sharesTable
    case "continuous": continuousTable
    case "priorities": prioritiesTable
    case "differences": differencesTable
    case "penalties": penaltiesTable
    case "evaluation": evaluationTable
    default: preconditionFailure("kano has no table \(name)")
    }
  }

  private static let featureHead = ColumnHead("feature", .text, Phrase("Feature", "功能"))
  private static let reasonHead = ColumnHead(
    "reason", .text, Phrase("Why there is no figure", "无数值的原因"))

  private static let group = [
    featureHead,
    ColumnHead("dimension", .text, Phrase("What answers are grouped by", "分组维度")),
    ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
  ]

  private static let figureHeads =
    [
      ColumnHead("n", .count, Phrase("Respondents", "作答人数")),
      ColumnHead("n_effective", .ratio, Phrase("Effective number (Kish)", "有效样本量")),
    ]
    + KanoCategory.allCases.map { category in
      ColumnHead(
        category.letter.lowercased(), .count,
        Phrase("Respondents in \(category.letter)", "\(category.letter) 类人数"))
    } + [
      ColumnHead("category", .text, Phrase("Most frequent letter", "众数类别")),
      ColumnHead(
        "category_grouped", .text,
        Phrase("Letter by (O+A+M) against (I+R+Q)", "按（O+A+M）与（I+R+Q）比较的类别")),
      ColumnHead("differs", .text, Phrase("Whether the two letters differ", "两种类别是否不同")),
      ColumnHead("better", .ratio, Phrase("(A+O)/(A+O+M+I)", "满意系数")),
      ColumnHead("better_low", .ratio, Phrase("Better, low end", "满意系数区间下限")),
      ColumnHead("better_high", .ratio, Phrase("Better, high end", "满意系数区间上限")),
      ColumnHead("worse", .ratio, Phrase("-(O+M)/(A+O+M+I)", "不满意系数")),
      ColumnHead("worse_low", .ratio, Phrase("Worse, low end", "不满意系数区间下限")),
      ColumnHead("worse_high", .ratio, Phrase("Worse, high end", "不满意系数区间上限")),
      ColumnHead("fong_difference", .ratio, Phrase("First less second letter", "首位与次位人数差")),
      ColumnHead("fong_critical", .ratio, Phrase("Least difference that counts", "显著所需人数差")),
      ColumnHead("significant", .text, Phrase("Whether the letter is sure (Fong)", "类别是否显著")),
      ColumnHead("category_strength", .share, Phrase("First less second share", "类别强度")),
      ColumnHead("mixed", .text, Phrase("Whether the strength is below 6 %", "是否混合类别")),
      ColumnHead("total_strength", .share, Phrase("Share of A, M and O", "总强度")),
    ]

  private static let shareHeads = [
    ColumnHead("category", .text, Phrase("Letter", "类别")),
    ColumnHead("n", .count, Phrase("Respondents", "作答人数")),
    ColumnHead("share", .share, Phrase("Share, weighted", "占比（加权）")),
    ColumnHead("low", .share, Phrase("Low end (Goodman)", "区间下限")),
    ColumnHead("high", .share, Phrase("High end (Goodman)", "区间上限")),
  ]

  private static let continuousHeads =
    [
      ("functional", Phrase("How much it is wanted, -2 to 4", "具备时得分（-2 至 4）")),
      ("dysfunctional", Phrase("How much its absence is minded", "不具备时得分")),
      ("weighted_functional", Phrase("Wanted, by importance", "具备时得分（按重要性加权）")),
      ("weighted_dysfunctional", Phrase("Minded, by importance", "不具备时得分（按重要性加权）")),
      ("importance", Phrase("Self-stated importance, 1 to 9", "自述重要性（1–9）")),
    ].flatMap { id, meaning in
      [
        ColumnHead(id, .score, meaning),
        ColumnHead(
          "\(id)_low", .score,
          Phrase("\(meaning.english), low end", "\(meaning.chinese)区间下限")),
        ColumnHead(
          "\(id)_high", .score,
          Phrase("\(meaning.english), high end", "\(meaning.chinese)区间上限")),
      ]
    } + [
      ColumnHead("importance_n", .count, Phrase("Stated importance", "说明重要性的人数")),
      ColumnHead("quadrant", .text, Phrase("Field of the plane", "所在象限")),
      ColumnHead("unsure", .text, Phrase("Whether an interval crosses the lines", "区间是否跨越界线")),
    ]

  private static let priorityHeads = [
    ColumnHead("rank", .count, Phrase("Place", "序号")), featureHead,
    ColumnHead("category", .text, Phrase("Letter", "类别")),
    ColumnHead("class", .text, Phrase("What the letter means", "类别含义")),
    ColumnHead("better", .ratio, Phrase("Better", "满意系数")),
    ColumnHead("worse", .ratio, Phrase("Worse", "不满意系数")),
    ColumnHead("importance", .score, Phrase("Self-stated importance", "自述重要性")),
  ]

  private static let differenceHeads = [
    featureHead, ColumnHead("dimension", .text, Phrase("What is compared", "比较维度")),
    ColumnHead("groups", .text, Phrase("Groups compared", "参与比较的分组")),
    ColumnHead("chi_square", .ratio, Phrase("Pearson's statistic", "卡方统计量")),
    ColumnHead("df", .count, Phrase("Degrees of freedom", "自由度")),
    ColumnHead("p", .ratio, Phrase("Chance of such a difference", "显著性概率")),
    ColumnHead("p_holm", .ratio, Phrase("After Holm's correction", "经霍尔姆校正")),
    ColumnHead("cramers_v", .ratio, Phrase("Strength, 0 to 1", "关联强度")),
    ColumnHead("smallest_expected", .ratio, Phrase("Smallest expected count", "最小期望频数")),
  ]

  private static let penaltyHeads =
    [ColumnHead("item", .text, Phrase("Survey item", "满意度题项"))]
    + [
      ("penalty", Phrase("Change where the answer is poor", "低分时的变化")),
      ("reward", Phrase("Change where the answer is good", "高分时的变化")),
      ("asymmetry", Phrase("Penalty less reward", "惩罚与奖励之差")),
    ].flatMap { id, meaning in
      [
        ColumnHead(id, .score, meaning),
        ColumnHead(
          "\(id)_low", .score, Phrase("\(meaning.english), low end", "\(meaning.chinese)区间下限")),
        ColumnHead(
          "\(id)_high", .score, Phrase("\(meaning.english), high end", "\(meaning.chinese)区间上限")),
        ColumnHead(
          "\(id)_p", .ratio, Phrase("\(meaning.english), chance", "\(meaning.chinese)显著性概率")),
      ]
    } + [
      ColumnHead("class", .text, Phrase("Class by penalty and reward", "惩罚奖励类别")),
      featureHead, ColumnHead("category", .text, Phrase("Letter of the feature", "功能类别")),
      ColumnHead("agrees", .text, Phrase("Whether both say the same", "是否一致")),
      ColumnHead("n", .count, Phrase("Complete answers", "完整作答数")),
      reasonHead,
    ]

  private static let evaluationHeads = [
    ColumnHead("functional", .count, Phrase("Answer with the feature", "具备时的回答")),
    ColumnHead("dysfunctional", .count, Phrase("Answer without it", "不具备时的回答")),
    ColumnHead("category", .text, Phrase("Letter", "类别")),
  ]

  // MARK: Rows

  static func flag(_ value: Bool) -> ResultRows.Cell { .text(value ? "yes" : "no") }

  private var featuresTable: DataTable {
    var rows = ResultRows(Self.group + Self.figureHeads + [Self.reasonHead])
    for feature in features {
      for (dimension, score) in allGroups(feature) {
        rows.add(
          [.text(feature.id), .text(dimension), .text(score.group)] + figureCells(score)
            + [.text(score.visibility.reason(minCell))])
      }
    }
    return rows.table("features")
  }

  private func figureCells(_ score: KanoScore) -> [ResultRows.Cell] {
    let nobody = score.visibility == .empty ? 0 : nil
    guard let figures = score.figures else {
      return [.count(nobody), .number(nil)]
        + [ResultRows.Cell](repeating: .count(nobody), count: KanoCategory.allCases.count)
        + [.text(""), .text(""), .text("")]
        + [ResultRows.Cell](repeating: .number(nil), count: 8) + [.text("")]
        + [.number(nil), .text(""), .number(nil)]
    }
    let plane = figures.betterWorse(confidence: settings.confidence)
    let fong = figures.fong
    return [.count(score.n), .number(figures.n)] + score.answers.map { .count($0) }
      + [
        .text(figures.category.letter), .text(figures.groupedCategory.letter),
        Self.flag(figures.category != figures.groupedCategory),
        .number(plane?.better), .number(plane?.betterInterval.low),
        .number(plane?.betterInterval.high), .number(plane?.worse),
        .number(plane?.worseInterval.low), .number(plane?.worseInterval.high),
        .number(fong.difference), .number(fong.critical), Self.flag(fong.isSignificant),
        .number(figures.categoryStrength), Self.flag(figures.isMixed),
        .number(figures.totalStrength),
      ]
  }

  private var sharesTable: DataTable {
    var rows = ResultRows([Self.featureHead] + Self.shareHeads + [Self.reasonHead])
    for feature in features {
      let intervals = intervals(feature.total)
      for category in KanoCategory.allCases {
        let place = category.rawValue
        rows.add([
          .text(feature.id), .text(category.letter), .count(feature.total.counts?[place]),
          .number(feature.total.figures?.share(category)), .number(intervals?[place].low),
          .number(intervals?[place].high), .text(feature.total.visibility.reason(minCell)),
        ])
      }
    }
    return rows.table("shares")
  }

  /// Goodman's intervals of the six shares.
  func intervals(_ score: KanoScore) -> [Interval]? {
    score.figures.flatMap {
      MultinomialIntervals.goodman(
        $0.counts, effectiveN: $0.n, confidence: settings.confidence)
    }
  }

  private var continuousTable: DataTable {
    var rows = ResultRows([Self.featureHead] + Self.continuousHeads + [Self.reasonHead])
    for feature in features {
      let shown = feature.continuous
      func cells(_ mean: MeanEstimate?) -> [ResultRows.Cell] {
        let interval = mean?.interval(confidence: settings.confidence)
        return [.number(mean?.mean), .number(interval?.low), .number(interval?.high)]
      }
      let scores = shown.map(scores)
      let unsure = scores?.isUnsure(confidence: settings.confidence)
      rows.add(
        [.text(feature.id)] + cells(shown?.plain.functional) + cells(shown?.plain.dysfunctional)
          + cells(shown?.weighted?.functional) + cells(shown?.weighted?.dysfunctional)
          + cells(shown?.importance) + [
            .count(shown?.importanceN), .text(scores?.quadrant.letter ?? ""),
            unsure.map(Self.flag) ?? .text(""),
            .text(feature.total.visibility.reason(minCell)),
          ])
    }
    return rows.table("continuous")
  }

  private var prioritiesTable: DataTable {
    var rows = ResultRows(Self.priorityHeads)
    for (place, priority) in KanoPriority.ranked(features).enumerated() {
      let feature = features[priority.feature]
      let plane = feature.total.figures?.betterWorse(confidence: settings.confidence)
      rows.add([
        .count(place + 1), .text(feature.id), .text(priority.category.letter),
        .text(KanoPhrases.name(priority.category).english.lowercased()),
        .number(plane?.better), .number(plane?.worse),
        .number(feature.continuous?.importance?.mean),
      ])
    }
    return rows.table("priorities")
  }

  private var differencesTable: DataTable {
    var rows = ResultRows(Self.differenceHeads)
    for difference in KanoDifference.all(self) {
      rows.add([
        .text(features[difference.feature].id), .text(difference.kind.rawValue),
        .text(difference.groups.joined(separator: "; ")), .number(difference.test.statistic),
        .count(difference.test.degreesOfFreedom), .number(difference.test.pValue),
        .number(difference.adjusted), .number(difference.test.cramersV),
        .number(difference.test.smallestExpected),
      ])
    }
    return rows.table("differences")
  }

  private var penaltiesTable: DataTable {
    var rows = ResultRows(Self.penaltyHeads)
    guard let penalties else { return rows.table("penalties") }
    for item in penalties.items {
      func cells(_ test: TTest?) -> [ResultRows.Cell] {
        let interval = test?.interval(confidence: settings.confidence)
        return [
          .number(test?.value), .number(interval?.low), .number(interval?.high),
          .number(test?.pValue),
        ]
      }
      let named = settings.features[item.id]
      let letter = named.flatMap { feature($0)?.total.figures?.category }
      let kind = item.effects?.kind
      let agrees = kind.flatMap { kind in letter.map { $0 == kind.category } }
      rows.add(
        [.text(item.id)] + cells(item.effects?.penalty) + cells(item.effects?.reward)
          + cells(item.effects?.asymmetry) + [
            .text(kind.map { "\($0)" } ?? ""), .text(named ?? ""),
            .text(letter?.letter ?? ""), agrees.map(Self.flag) ?? .text(""),
            .count(penalties.n), .text(penalties.reason(item, minCell)),
          ])
    }
    return rows.table("penalties")
  }

  private var evaluationTable: DataTable {
    var rows = ResultRows(Self.evaluationHeads)
    for functional in KanoAnswer.allCases {
      for dysfunctional in KanoAnswer.allCases {
        let category = KanoCategory(functional: functional, dysfunctional: dysfunctional)
        rows.add([
          .count(functional.rawValue), .count(dysfunctional.rawValue), .text(category.letter),
        ])
      }
    }
    return rows.table("evaluation")
  }
}
