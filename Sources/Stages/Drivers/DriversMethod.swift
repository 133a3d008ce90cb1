package import Pipeline
import Values

extension Drivers {
  package static let method: [Method] = [
    Method(
      title: Phrase("Relative weights", "相对权重"),
      formula: "R = QΔ²Qᵀ, Λ = QΔQᵀ, β* = Λ⁻¹r, εⱼ = Σ λⱼₖ² β*ₖ², Σε = R²",
      meaning: Phrase(
        "How much of the differences in the overall question each item accounts for, fairly shared "
          + "where items go together; the shares add up to 100 %.",
        "各题项对总体问题差异的解释份额；题项彼此相关时公平分摊，各份额合计为 100%。"),
      source:
        "Johnson, A heuristic method for estimating the relative weight of predictor variables in "
        + "multiple regression, Multivariate Behavioral Research 35(1), 2000; Tonidandel & "
        + "LeBreton, RWA web, Journal of Business and Psychology 30, 2015"),
    Method(
      title: Phrase("Gain averaged over all orders (LMG)", "全排列平均增量（LMG）"),
      formula: "LMGⱼ = Σ_{S ∌ j} |S|! (p - 1 - |S|)! / p! (R²(S ∪ j) - R²(S))",
      meaning: Phrase(
        "What an item adds to R², averaged over all orders in which items can come in; exact, up "
          + "to 15 items. Where it says otherwise than the relative weight, trust neither too far.",
        "题项按所有先后顺序加入时对 R² 的平均贡献，精确计算，最多 15 个题项；与相对权重不一致时，两者均应谨慎使用。"),
      source:
        "Lindeman, Merenda & Gold, Introduction to bivariate and multivariate analysis, 1980, page "
        + "119; Grömping, Relative importance for linear regression in R, Journal of Statistical "
        + "Software 17(1), 2006"),
    Method(
      title: Phrase("Bootstrap intervals", "自助法区间"),
      formula: "[θ*₍α/2₎, θ*₍1-α/2₎]",
      meaning: Phrase(
        "Percentiles of what the same number of respondents, drawn again from those who answered, "
          + "would have given; the draws come from the seed in the settings. From 4,000 answers on "
          + "they are drawn in 2,000 random groups.",
        "从作答者中有放回地重复抽取同样人数所得结果的百分位；抽样由设置中的种子决定。作答达 4,000 份时，随机分为 2,000 组后按组抽取。"),
      source:
        "Efron & Tibshirani, An introduction to the bootstrap, 1993, chapter 13; Tonidandel, "
        + "LeBreton & Johnson, Psychological Methods 14(4), 2009; Wolter, Introduction to variance "
        + "estimation, 2nd edition 2007, chapter 2"),
    Method(
      title: Phrase("Enough answers", "样本量要求"),
      formula: "n ≥ 10 p",
      meaning: Phrase(
        "Items are ranked only where there are ten complete answers for each of them; with weights "
          + "the effective number counts.",
        "每个题项至少需十份完整作答才排序；加权时以有效样本量计。"),
      source: "Harrell, Regression modeling strategies, 2nd edition 2015, section 4.4"),
    Method(
      title: Phrase("Importance and performance", "重要性—表现分析"),
      formula: "I ⋛ Ī, P ⋛ P̄; (I - Ī)/s_I - (P - P̄)/s_P",
      meaning: Phrase(
        "Important and done worse than the crosshair: concentrate here. The distance from the "
          + "diagonal says the same without a step at the lines.",
        "重要而表现低于分界者为“重点改进”。与对角线的距离表达同样的含义，但不受分界线突变影响。"),
      source:
        "Martilla & James, Importance-performance analysis, Journal of Marketing 41(1), 1977; "
        + "Bacon, A comparison of approaches to importance-performance analysis, International "
        + "Journal of Market Research 45(1), 2003"),
    Method(
      title: Phrase("Penalty and reward", "惩罚与奖励"),
      formula: "y = b₀ + Σ(p L + r H), |p| > r, |p| ≈ r, |p| < r",
      meaning: Phrase(
        "What poor and good answers to an item do to the overall question, against middling ones. "
          + "Where poor ones cost more than good ones earn, the item is basic; the other way "
          + "round, it excites.",
        "题项低分与高分相对中间分对总体问题的影响：低分损失大于高分收益者为基本因素，反之为兴奋因素。"),
      source:
        "Brandt, A procedure for identifying value-enhancing service components using customer "
        + "satisfaction survey data, 1987; Matzler & Sauerwein, International Journal of Service "
        + "Industry Management 13(4), 2002"),
    Method(
      title: Phrase("Lowest groups", "得分最低的群体"),
      formula: "x̄ ± t s / √n; NPS: p - d",
      meaning: Phrase(
        "Groups with the lowest mean (of the recommendation: the lowest net promoter score), and "
          + "what their customers complained of in the months before.",
        "均值最低的分组（推荐意愿按净推荐值），以及其客户近几个月的投诉内容。"),
      source: "Student, The probable error of a mean, Biometrika 6(1), 1908"),
  ]
}
