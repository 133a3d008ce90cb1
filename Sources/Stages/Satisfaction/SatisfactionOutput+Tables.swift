package import Pipeline
import Statistics
package import Values

extension SatisfactionOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "scores", Phrase("Figures of an item in a group, one row each", "各题项在各分组的指标，每行一组"),
        group(item: true) + scoreHeads + [reasonHead]),
      ResultTable(
        "distribution",
        Phrase(
          "Answers at a level of an item in a group; levels nobody chose included",
          "各题项在各分组的作答分布，含无人选择的等级"),
        group(item: true) + levelHeads + [reasonHead]),
      ResultTable(
        "nps", Phrase("Net promoter score of a group, one row each", "各分组的净推荐值，每行一组"),
        group(item: false) + npsHeads + [reasonHead]),
    ] + detailTables
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "scores": scoresTable
    case "distribution": distributionTable
    case "nps": npsTable
    default:
      if let table = detailTable(name) {
        table
      } else {
        preconditionFailure("satisfaction has no table \(name)")
      }
    }
  }

  private static func group(item: Bool) -> [ColumnHead] {
    let all = [
      itemHead,
      ColumnHead("dimension", .text, Phrase("What answers are grouped by", "分组维度")),
      ColumnHead("group", .text, Phrase("Group; empty where not stated", "分组；空为未注明")),
    ]
    return item ? all : Array(all.dropFirst())
  }

  private static let reasonHead = ColumnHead(
    "reason", .text, Phrase("Why there is no figure", "无数值的原因"))

  private static let levelHeads = [
    ColumnHead("level", .score, Phrase("Answer", "选项")),
    ColumnHead("n", .count, Phrase("Answers at this level", "选择人数")),
    ColumnHead("share", .share, Phrase("Share of the answers, weighted", "占比（加权）")),
  ]

  private static let scoreHeads = [
    ColumnHead("n", .count, Phrase("Answers", "作答数")),
    ColumnHead("n_effective", .ratio, Phrase("Effective number of answers (Kish)", "有效样本量")),
    ColumnHead("mean", .score, Phrase("Mean", "均值")),
    ColumnHead("sd", .score, Phrase("Standard deviation", "标准差")),
    ColumnHead("low", .score, Phrase("Mean, low end of the interval", "均值区间下限")),
    ColumnHead("high", .score, Phrase("Mean, high end of the interval", "均值区间上限")),
    ColumnHead("median", .score, Phrase("Median", "中位数")),
    ColumnHead("top2", .share, Phrase("Share in the two best levels", "最高两档占比")),
    ColumnHead("top2_low", .share, Phrase("Best levels, low end", "最高两档区间下限")),
    ColumnHead("top2_high", .share, Phrase("Best levels, high end", "最高两档区间上限")),
    ColumnHead("bottom2", .share, Phrase("Share in the two worst levels", "最低两档占比")),
    ColumnHead("bottom2_low", .share, Phrase("Worst levels, low end", "最低两档区间下限")),
    ColumnHead("bottom2_high", .share, Phrase("Worst levels, high end", "最低两档区间上限")),
    ColumnHead(
      "favourable", .share,
      Phrase("Share above the middle (CES: 5 to 7)", "高于中位等级的占比（CES 为 5–7）")),
    ColumnHead("favourable_low", .share, Phrase("Above the middle, low end", "高于中位区间下限")),
    ColumnHead("favourable_high", .share, Phrase("Above the middle, high end", "高于中位区间上限")),
  ]

  private static let npsHeads = [
    ColumnHead("n", .count, Phrase("Answers", "作答数")),
    ColumnHead("n_effective", .ratio, Phrase("Effective number of answers (Kish)", "有效样本量")),
    ColumnHead("promoters", .share, Phrase("Answered 9 or 10", "推荐者（9–10）")),
    ColumnHead("passives", .share, Phrase("Answered 7 or 8", "中立者（7–8）")),
    ColumnHead("detractors", .share, Phrase("Answered 0 to 6", "贬损者（0–6）")),
    ColumnHead("nps", .points, Phrase("Net promoter score", "净推荐值")),
    ColumnHead("low", .points, Phrase("Low end of the interval", "区间下限")),
    ColumnHead("high", .points, Phrase("High end of the interval", "区间上限")),
    ColumnHead("change", .points, Phrase("Change from the wave before", "较上一批次变化")),
    ColumnHead("z", .ratio, Phrase("Change in standard errors", "变化的检验统计量")),
    ColumnHead("p", .ratio, Phrase("Chance of such a change without a cause", "变化的显著性概率")),
  ]

  /// Every group of an item, the total first.
  func allGroups(_ item: Item) -> [(dimension: String, score: GroupScore)] {
    [("total", item.total)]
      + item.dimensions.flatMap { dimension in
        dimension.groups.map { (dimension.kind.rawValue, $0) }
      }
  }

  private var scoresTable: DataTable {
    var rows = ResultRows(Self.group(item: true) + Self.scoreHeads + [Self.reasonHead])
    for item in items {
      for (dimension, score) in allGroups(item) {
        rows.add(
          [.text(item.id), .text(dimension), .text(score.group), .count(count(score))]
            + scoreCells(score.figures) + [.text(score.visibility.reason(minCell))])
      }
    }
    return rows.table("scores")
  }

  private func scoreCells(_ figures: GroupScore.Figures?) -> [ResultRows.Cell] {
    guard let figures else { return [ResultRows.Cell](repeating: .number(nil), count: 15) }
    let mean = figures.mean.interval(confidence: confidence)
    let deviation = figures.mean.standardDeviation
    return [
      .number(figures.effectiveN), .number(figures.mean.mean), .number(deviation),
      .number(mean?.low), .number(mean?.high), .number(figures.median),
    ]
      + [figures.top, figures.bottom, figures.favourable].flatMap { share in
        let interval = share.wilson(confidence: confidence)
        return [
          ResultRows.Cell.number(share.share), .number(interval.low), .number(interval.high),
        ]
      }
  }

  private var distributionTable: DataTable {
    var rows = ResultRows(Self.group(item: true) + Self.levelHeads + [Self.reasonHead])
    for item in items {
      for (dimension, score) in allGroups(item) {
        for (position, answer) in item.scale.answers.enumerated() {
          let nobody = score.visibility == .empty ? 0 : nil
          rows.add([
            .text(item.id), .text(dimension), .text(score.group), .number(Double(answer)),
            .count(score.figures?.counts[position] ?? nobody),
            .number(score.figures?.shares[position]), .text(score.visibility.reason(minCell)),
          ])
        }
      }
    }
    return rows.table("distribution")
  }

  private var npsTable: DataTable {
    var rows = ResultRows(Self.group(item: false) + Self.npsHeads + [Self.reasonHead])
    for item in items where item.id == "nps" {
      for (dimension, score) in allGroups(item) {
        rows.add(
          [.text(dimension), .text(score.group), .count(count(score))] + npsCells(score)
            + [.text(score.visibility.reason(minCell))])
      }
    }
    return rows.table("nps")
  }

  private func npsCells(_ score: GroupScore) -> [ResultRows.Cell] {
    guard let figures = score.figures, let nps = figures.nps else {
      return [ResultRows.Cell](repeating: .number(nil), count: 10)
    }
    let interval = nps.adjustedWald(confidence: confidence)
    return [
      .number(figures.effectiveN), .number(nps.promoters),
      .number(max(0, 1 - nps.promoters - nps.detractors)), .number(nps.detractors),
      .number(nps.score * 100), .number(interval.low * 100), .number(interval.high * 100),
      .number(score.change.map { $0.value * 100 }), .number(score.change?.z),
      .number(score.change?.pValue),
    ]
  }

  /// A hidden group's number of answers is hidden with its figures.
  private func count(_ score: GroupScore) -> Int? {
    score.figures?.n ?? (score.visibility == .empty ? 0 : nil)
  }
}
