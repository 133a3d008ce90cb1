import Pipeline
import Values

extension Satisfaction {
  /// Tests, reliability, the index and response rates.
  static let testMethods: [Method] = [
    Method(
      title: Phrase("Change of a mean between waves", "均值变化的检验"),
      formula: "t = (x̄₂ - x̄₁) / √(s₁²/n₁ + s₂²/n₂)",
      meaning: Phrase(
        "Whether the mean of an item differs between the last two waves by more than chance; with "
          + "weights n is the effective number.",
        "检验最近两批次的题项均值差异是否超出偶然；加权时 n 为有效样本量。"),
      source:
        "Welch, The generalization of Student's problem when several different population variances "
        + "are involved, Biometrika 34(1-2), 1947"),
    Method(
      title: Phrase("Many tests at once", "多重检验校正"),
      formula: "p'(i) = max(j ≤ i) min(1, (m - j + 1) p(j)), p(1) ≤ … ≤ p(m)",
      meaning: Phrase(
        "p-values are raised by how many tests were made: over the items for changes, over items and "
          + "groupings for differences.",
        "按检验个数上调显著性概率：变化按题项数，分组差异按题项与分组维度的组合数。"),
      source:
        "Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of "
        + "Statistics 6(2), 1979"),
    Method(
      title: Phrase("Groups by distribution", "分组分布差异"),
      formula: "χ² = Σ(o - e)² / e, V = √(χ² / (n (min(r, c) - 1)))",
      meaning: Phrase(
        "Whether groups spread their answers differently over the levels; each group counts by its "
          + "effective number.",
        "检验各分组在各等级上的作答分布是否不同；各分组按有效样本量计。"),
      source: "Cramér, Mathematical methods of statistics, 1946, chapter 21"),
    Method(
      title: Phrase("Groups by height", "分组高低差异"),
      formula: "H = 12 / (n (n + 1)) Σ R² / nᵢ - 3 (n + 1), ε² = H / (n - 1)",
      meaning: Phrase(
        "Whether some groups answer higher than others, by ranks: the levels need an order only.",
        "以秩次检验某些分组是否整体更高；只要求等级有序。"),
      source:
        "Kruskal & Wallis, Use of ranks in one-criterion variance analysis, JASA 47(260), 1952; "
        + "Tomczak & Tomczak, The need to report effect size estimates revisited, Trends in Sport "
        + "Sciences 1(21), 2014"),
    Method(
      title: Phrase("Reliability of the aspects", "单项题信度"),
      formula: "α = k / (k - 1) (1 - Σσ² / σ_T²), 1 - (1 - α) F",
      meaning: Phrase(
        "How consistently the single aspects measure one thing, with Feldt's interval; below 0.7 "
          + "they are better told apart. Responses that rate all aspects count.",
        "各单项衡量同一事物的一致程度，附费尔特区间；低于 0.7 宜分别解读。仅计全部单项均作答的答卷。"),
      source:
        "Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16(3), "
        + "1951; Feldt, The approximate sampling distribution of Kuder-Richardson reliability "
        + "coefficient twenty, Psychometrika 30(3), 1965"),
    Method(
      title: Phrase("Omega of the aspects", "单项题信度（ω）"),
      formula: "ω = (Σλ)² / ((Σλ)² + Σθ)",
      meaning: Phrase(
        "The same from a model of one common factor, which does not ask that all aspects measure it "
          + "equally well.",
        "以单因子模型计算的信度，不要求各单项同等有效。"),
      source: "McDonald, Test theory: a unified treatment, 1999"),
    Method(
      title: Phrase("Customer satisfaction index", "客户满意度指数（CSI）"),
      formula: "Σ(w x̄ / h) / Σw ± t(n - 1) √(Σᵢ Σⱼ aᵢ aⱼ cᵢⱼ / n), a = w / (h Σw)",
      meaning: Phrase(
        "Means of the aspects as shares of their highest level (h), weighted by stated importance, "
          + "or all alike; of responses that rate all aspects.",
        "各单项均值占最高等级（h）的比例，按陈述的重要性加权，未给出时等权；仅计全部单项均作答的答卷。"),
      source: "Hill, Brierley & MacDougall, How to measure customer satisfaction, 2nd edition, 2003"
    ),
    Method(
      title: Phrase("Response rate", "回答率"),
      formula: "r = a / b",
      meaning: Phrase(
        "Invited customers who answered in the wave (a) among those invited (b), with Wilson's "
          + "interval.",
        "某批次受邀客户（b）中作答客户（a）的比例，附威尔逊区间。"),
      source:
        "American Association for Public Opinion Research, Standard definitions, 9th edition, 2016"),
  ]
}
