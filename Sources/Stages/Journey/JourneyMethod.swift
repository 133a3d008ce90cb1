package import Pipeline
import Values

extension Journey {
  package static let method: [Method] = [
    Method(
      title: Phrase("Drop from the touchpoint before", "较上一触点的变化"),
      formula: "d = x̄ₖ − x̄ₖ₋₁, d ± t √(s²ₖ/nₖ + s²ₖ₋₁/nₖ₋₁)",
      meaning: Phrase(
        "How far the mean score changes from one touchpoint to the next, with Welch's interval; "
          + "p-values are corrected by Holm for the number of steps. Answers count as independent.",
        "相邻两个触点均值之差及韦尔奇区间；显著性概率按步数以霍尔姆法校正，各份作答视为相互独立。"),
      source:
        "Welch, The generalization of \"Student's\" problem, Biometrika 34, 1947; Holm, A simple "
        + "sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979"
    ),
    Method(
      title: Phrase("Importance of a touchpoint", "触点重要性"),
      formula: "ε; r(x̄ₖ, y); nₖ(ȳₖ − ȳ)²/Σ(y − ȳ)²",
      meaning: Phrase(
        "The first that the data are enough for: Johnson's relative weights of the touchpoints in "
          + "the customer's overall score, over customers who scored all of them; the correlation of "
          + "both, over customers who scored several; else each touchpoint's part in the variance of "
          + "the overall score over all answers (the parts sum to η²). An answer that gives the "
          + "overall score is left out of the first two: it would go with itself.",
        "取数据足以支持的第一种：对全部触点都评过分的客户，用各触点对总体得分的相对权重；对评过多个触点的客户，用两者的相关系数；"
          + "否则用各触点在全部作答总体得分方差中的份额（合计为 η²）。前两种剔除给出总体得分的那次作答，以免自相关。"),
      source:
        "Johnson, A heuristic method for estimating the relative weight of predictor variables, "
        + "Multivariate Behavioral Research 35, 2000; Fisher, Statistical methods for research "
        + "workers, 1925"),
    Method(
      title: Phrase("Moment of truth", "关键时刻"),
      formula: "I > a·Ī, P < α; s > b·s̄, d < −b·f̄, P < α",
      meaning: Phrase(
        "A touchpoint that is important and uneven: its importance is beyond chance and above the "
          + "mean importance (times a setting), and its spread is above the mean spread, or its fall "
          + "from the step before is beyond chance and above the mean fall (times a setting).",
        "重要且不稳定的触点：重要性显著且高于平均重要性（乘以设定倍数），并且标准差高于平均标准差，或较上一触点的降幅显著且高于平均降幅（乘以设定倍数）。"),
      source:
        "Normann, Service management, 1984; Carlzon, Moments of truth, 1987; the rule is ours"),
    Method(
      title: Phrase("Peak and end", "峰终得分"),
      formula: "(P + E)/2, R²₁ − R²₂",
      meaning: Phrase(
        "Of each customer's moments in the order of time the one furthest from the middle of the "
          + "scale (of equally far ones the lower) and the last, without a moment scored in the "
          + "answer that gives the overall score. Whether it goes better with the "
          + "customer's overall score than the mean of all moments is tested between the two "
          + "correlations, with an interval for the difference of R².",
        "按时间顺序取每位客户离量表中点最远的一次评分（同样远者取较低）与最后一次评分，剔除与总体得分同时给出的评分。检验其与客户总体得分的相关是否高于全部评分的均值，并给出解释力之差的区间。"
      ),
      source:
        "Kahneman, Fredrickson, Schreiber & Redelmeier, When more pain is preferred to less, "
        + "Psychological Science 4, 1993; Meng, Rosenthal & Rubin, Comparing correlated correlation "
        + "coefficients, Psychological Bulletin 111, 1992; Zou, Toward using confidence intervals "
        + "to compare correlations, Psychological Methods 12, 2007"),
    Method(
      title: Phrase("Recovery paradox", "服务补救悖论"),
      formula: "x̄ᵣ − x̄₀ ± t √(s²ᵣ/nᵣ + s²₀/n₀)",
      meaning: Phrase(
        "Whether customers whose failure was resolved before they answered score the whole higher "
          + "than customers without a failure: supported where the interval lies above 0, "
          + "contradicted where it lies below, else undecided.",
        "作答前失误已获解决的客户，其总体得分是否高于未遇失误的客户：区间全在 0 以上为成立，全在 0 以下为不成立，否则未定。"),
      source:
        "McCollough & Bharadwaj, The recovery paradox, in Marketing theory and applications, 1992"),
  ]
}
