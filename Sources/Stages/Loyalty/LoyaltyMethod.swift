package import Pipeline
import Values

extension Loyalty {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Repurchase after an answer", "作答后的复购"),
        formula: "p = x / n;  t₀ < t ≤ t₀ + k ≤ T",
        meaning: Phrase(
          "The share of the customers who bought again within k days after the day t₀ of their answer. Only answers whose k days lie before the as-of date T count, and of each customer the latest of these: several answers of one customer are not independent. Who had bought nothing by t₀ cannot buy again.",
          "作答日 t₀ 之后 k 天内再次购买的客户占比。仅计 k 天已满（不晚于截至日 T）的作答；同一客户多次作答并不独立，取其中最近一次。作答前从未购买者无从复购，不计入。"),
        source:
          "Jones & Sasser, Why satisfied customers defect, Harvard Business Review 73(6), 1995"),
      Method(
        title: Phrase("Interval of a share", "占比的区间"),
        formula: "(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)",
        meaning: Phrase(
          "All true shares that a test would not reject; useful near 0 and 1.",
          "检验不能排除的全部真实占比；在 0 与 1 附近同样适用。"),
        source:
          "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), 1927"
      ),
      Method(
        title: Phrase("Very satisfied against satisfied", "非常满意与满意之比"),
        formula: "R = p₁ / p₂;  exp(ln R ± z √((1−p₁)/(n₁p₁) + (1−p₂)/(n₂p₂)))",
        meaning: Phrase(
          "How many times as often customers of the best level buy again as those of the next. It cannot be above 1 / p₂: where half of the satisfied come back anyway, not above 2.",
          "最高一档客户的复购率是次高一档的几倍。其上限为 1 / p₂：若满意客户本有一半复购，则不会超过 2 倍。"),
        source:
          "Katz, Baptista, Azen & Pike, Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34(3), 1978, method C"
      ),
      Method(
        title: Phrase("Trend over the levels", "沿等级的趋势"),
        formula: "z = Σ tᵢ (xᵢ − nᵢp) / √(p(1−p) Σ nᵢ(tᵢ − t̄)²)",
        meaning: Phrase(
          "Whether repurchase rises from level to level, each a step; above 0 it does.",
          "复购率是否随等级逐档上升；大于 0 为上升。"),
        source:
          "Cochran, Some methods for strengthening the common χ² tests, Biometrics 10(4), 1954; Armitage, Tests for linear trends in proportions and frequencies, Biometrics 11(3), 1955"
      ),
      Method(
        title: Phrase("Groups of recommendation", "推荐意愿分组"),
        formula: "H = 12/(n(n+1)) Σ Rᵢ²/nᵢ − 3(n+1);  t = (x̄₁ − x̄₂) / √(s₁²/n₁ + s₂²/n₂)",
        meaning: Phrase(
          "Promoters answer 9 or 10, passives 7 or 8, detractors less. Spend by ranks, since a few large orders carry the means; the difference of the means in money.",
          "推荐者 9–10 分，被动者 7–8 分，贬损者更低。金额受少数大单左右，故按秩检验；另给出均值之差。"),
        source:
          "Reichheld, The one number you need to grow, Harvard Business Review 81(12), 2003; Kruskal & Wallis, Use of ranks in one-criterion variance analysis, JASA 47(260), 1952; Welch, The generalization of Student's problem, Biometrika 34, 1947"
      ),
      Method(
        title: Phrase("Several tests", "多重检验"),
        formula: "p̃₍ᵢ₎ = max { (m − j + 1) p₍ⱼ₎ : j ≤ i }",
        meaning: Phrase(
          "All tests of the page are one family: with this correction the chance of any false alarm is 1 − confidence.",
          "本页全部检验作为一组校正：出现任一误报的概率不超过 1 减置信水平。"),
        source:
          "Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2), 1979"
      ),
      Method(
        title: Phrase("Valuable and unhappy", "高价值而不满"),
        formula: "v ≥ v₍⌈s·n⌋₎;  q ≤ 2 ∨ r ≤ 6",
        meaning: Phrase(
          "Of the customers with revenue the greatest share s, those of equal revenue with them; unhappy is who chose one of the two worst levels or 0 to 6 for recommendation in the latest answer. Their revenue is told where neither they nor the content among the respondents are fewer than min_cell; a customer is listed only where the setting allows it.",
          "在有收入的客户中取价值最高的比例 s（同值并列计入）；最近一次作答选最低两档或推荐意愿 0–6 分即为不满。仅当不满者与其余作答者均不少于最小单元数时给出收入；仅在设置允许时列出客户。"
        ),
        source:
          "Hundepool et al., Statistical disclosure control, 2012, chapter 4 (minimum frequency rule)"
      ),
    ]
  }
}
