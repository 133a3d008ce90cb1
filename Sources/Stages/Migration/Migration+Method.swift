package import Pipeline
import Values

extension Migration {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("States at two dates", "两个日期的状态"),
        formula: "sᵢ(t₀), sᵢ(t₁)",
        meaning: Phrase(
          "The rules of the segments, classes, stars and life cycle, applied to the purchases up to each date.",
          "将分层、类别、星级与生命周期规则分别应用于各日期前的购买记录。"),
        source: "–"),
      Method(
        title: Phrase("Up and down", "上升与下降"),
        formula: "r(s₁) > r(s₀);  r(s₁) < r(s₀)",
        meaning: Phrase(
          "Classes and stars by their order, the life cycle from lost to buying, segments in the order of their map, best first.",
          "类别与星级按次序，生命周期由流失至购买，分层按规则所列由优到劣的次序。"),
        source: "–"),
      Method(
        title: Phrase("Marginal homogeneity", "边际同质性检验"),
        formula: "χ² = dᵀ S⁻ d;  dᵢ = nᵢ₊ − n₊ᵢ;  Sᵢᵢ = nᵢ₊ + n₊ᵢ − 2nᵢᵢ;  Sᵢⱼ = −(nᵢⱼ + nⱼᵢ)",
        meaning: Phrase(
          "Whether the sizes of the states have changed among customers known at both dates, beyond chance.",
          "两期均有记录的客户中，各状态规模的变化是否超出偶然。"),
        source:
          "Stuart, A test for homogeneity of the marginal distributions in a two-way classification, Biometrika 42(3/4), 1955; Maxwell, Comparing the classification of subjects by two independent judges, British Journal of Psychiatry 116(535), 1970"
      ),
      Method(
        title: Phrase("Symmetry", "对称性检验"),
        formula: "χ² = Σᵢ﹤ⱼ (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ)",
        meaning: Phrase(
          "Whether as many moved one way as the other, for every pair of states.",
          "任意两种状态之间双向流动人数是否相等。"),
        source: "Bowker, A test for symmetry in contingency tables, JASA 43(244), 1948"),
      Method(
        title: Phrase("Shares of movers", "变动占比"),
        formula: "p ± z",
        meaning: Phrase("With Wilson's interval.", "附威尔逊区间。"),
        source:
          "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), 1927"
      ),
    ]
  }
}
