package import Pipeline
import Values

extension Satisfaction {
  package static let method = figureMethods + testMethods

  /// Of the figures themselves, and of what protects them.
  static let figureMethods: [Method] = [
    Method(
      title: Phrase("Net promoter score", "净推荐值（NPS）"),
      formula: "NPS = 100 (p - d), p: 9-10, d: 0-6 of 0-10",
      meaning: Phrase(
        "Share of promoters less share of detractors, in points from -100 to 100.",
        "推荐者占比减去贬损者占比，以 -100 至 100 分表示。"),
      source: "Reichheld, The one number you need to grow, Harvard Business Review 81(12), 2003"),
    Method(
      title: Phrase("Interval of the net promoter score", "净推荐值的置信区间"),
      formula:
        "n' = n + 3, p' = (p n + 3/4) / n', d' = (d n + 3/4) / n', "
        + "p' - d' ± z √((p' + d' - (p' - d')²) / n')",
      meaning: Phrase(
        "Adjusted Wald interval: the true score lies in it in 95 of 100 surveys like this one.",
        "调整后的区间：在 100 次同类调查中，约有 95 次包含真实值。"),
      source:
        "Rocks, Interval estimation for the net promoter score, The American Statistician 70(4), "
        + "2016"),
    Method(
      title: Phrase("Change of the net promoter score", "净推荐值变化的检验"),
      formula: "z = Δ / √(se₁² + se₂²), se² = (p + d - (p - d)²) / n",
      meaning: Phrase(
        "A change is called real where chance alone would bring one as large in fewer than 5 of "
          + "100 cases (1 - confidence), corrected for the number of items.",
        "按题项数校正后，若仅凭偶然出现同等变化的概率低于 5%（即 1 减置信水平），则认定变化真实。"),
      source:
        "Rocks, Interval estimation for the net promoter score, The American Statistician 70(4), "
        + "2016"),
    Method(
      title: Phrase("Mean", "均值与置信区间"),
      formula: "x̄ ± t(n_eff - 1) s / √n_eff, x̄ = Σwx / Σw, "
        + "s² = Σw(x - x̄)² / Σw · n_eff / (n_eff - 1)",
      meaning: Phrase(
        "The average answer, with Student's interval; missing answers are left out of it.",
        "平均得分及其区间；未作答者不计入。"),
      source: "Student, The probable error of a mean, Biometrika 6(1), 1908"),
    Method(
      title: Phrase("Top and bottom box", "最高两档与最低两档占比"),
      formula: "(p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)",
      meaning: Phrase(
        "Share of answers in the two best and in the two worst levels, with Wilson's interval; "
          + "of a "
          + "scale with two or three levels, in the best and in the worst.",
        "选择最高两档、最低两档的占比及其区间；仅有两三个等级的量表取最高一档、最低一档。"),
      source:
        "Wilson, Probable inference, the law of succession, and statistical inference, JASA "
        + "22(158), "
        + "1927"),
    Method(
      title: Phrase("Customer effort score", "客户费力度（CES）"),
      formula: "x̄ (1-7), p(x ≥ 5)",
      meaning: Phrase(
        "How easy it was, 7 the easiest; above the middle counts as easy.",
        "办理的轻松程度，7 分最轻松；高于中位等级视为轻松。"),
      source:
        "Dixon, Freeman & Toman, Stop trying to delight your customers, Harvard Business Review "
        + "88(7), 2010"),
    Method(
      title: Phrase("Weights", "加权"),
      formula: "n_eff = (Σw)² / Σw²",
      meaning: Phrase(
        "Weighted answers are worth as many plain ones; intervals rest on that number.",
        "加权样本折合的有效样本量，区间以此计算。"),
      source: "Kish, Survey sampling, 1965, section 11.7"),
    Method(
      title: Phrase("Small groups", "小样本保护"),
      formula: "n < m; max f(x) - min f(x) ≥ m, Ax = b, x ≥ 0; f = Σx, Σvx",
      meaning: Phrase(
        "Groups of fewer answers than the least cell (m) lose every figure. All figures of the "
          + "pack, and of earlier packs, are one linear system (Ax = b); as long as it confines a "
          + "hidden number or sum of answers, or that of newcomers, to a range narrower than m, "
          + "the next smallest group is hidden too.",
        "作答少于最小单元（m）的分组不显示任何数值。本报告与以往报告的全部数值构成一个线性方程组（Ax = b）；"
          + "只要由此可将某个隐藏分组（或新增作答者）的人数或分值总和限定在窄于 m 的范围内，便再隐藏次小的分组。"),
      source: "Hundepool et al., Statistical disclosure control, 2012, chapters 4 and 5"),
  ]
}
