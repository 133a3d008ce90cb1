package import Pipeline
import Values

extension RFM {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Axes", "三个维度"),
        formula: "R = t − tₓ;  F = n;  M = Σ a",
        meaning: Phrase(
          "R: whole days from the last purchase day to the as-of date; F: orders or purchase days; M: amount by the policy for returns, in total or an order. The highest score is best on every axis, so few days score high.",
          "R：末次购买日至截止日的整天数；F：订单数或购买天数；M：按退货口径计算的金额，取合计或每单平均。各维度均以最高分为最佳，故天数越少分数越高。"),
        source: "Hughes, Strategic database marketing, 1994, chapter on RFM"),
      Method(
        title: Phrase("Quantiles: equal values share a score", "分位数：相同数值同分"),
        formula: "cₖ = x₍ₕ₎ + (h − ⌊h⌋)(x₍ₕ₊₁₎ − x₍ₕ₎),  h = (n − 1) k / b;  s = 1 + #{k : x > cₖ}",
        meaning: Phrase(
          "Cut points are type 7 quantiles; a value equal to a cut point belongs below it (plus-one: a value below the cut point plus one). For recency the score counts from the top.",
          "切点为第 7 类分位数；等于切点的数值归入下一档（对照口径：小于切点加一者归入下一档）。最近购买一项的分数自高向低计。"),
        source:
          "Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996, definition 7; plus-one: R package rfm 0.3.0"
      ),
      Method(
        title: Phrase("Equal counts: ties broken by id", "等人数：相同数值按编号区分"),
        formula: "s = ⌊(ρ − 1) b / n⌋ + 1",
        meaning: Phrase(
          "ρ is the rank over value, then customer id, least first; the days of recency count as negative.",
          "ρ 为按数值、再按客户编号升序的名次；最近购买的天数取负值。"),
        source: "SQL:2003, window function NTILE (classes differ by at most one customer)"),
      Method(
        title: Phrase("Nested", "嵌套"),
        formula: "R;  F | R;  M | R, F",
        meaning: Phrase(
          "Frequency is scored among customers of one recency score, money among those of one recency and frequency score, each by quantiles.",
          "频次在同一最近购买分数内评分，金额在同一最近购买与频次分数内评分，均按分位数。"),
        source: "IBM SPSS Statistics, Direct Marketing, RFM analysis: nested binning"),
      Method(
        title: Phrase("Natural breaks", "自然断点"),
        formula: "min Σⱼ Σᵢ (xᵢ − x̄ⱼ)²",
        meaning: Phrase(
          "The classes with the least variation inside them; exact, over distinct values with their counts.",
          "使各档内部差异最小的分档；对不同数值及其人数求精确解。"),
        source:
          "Fisher, On grouping for maximum homogeneity, JASA 53(284), 1958; Jenks, The data model concept in statistical mapping, 1967"
      ),
      Method(
        title: Phrase("Weighted score", "加权得分"),
        formula: "S = (w₁ R + w₂ F + w₃ M) / (w₁ + w₂ + w₃)",
        meaning: Phrase("One figure from 1 to the number of bins.", "介于 1 与分档数之间的单一数值。"),
        source: "Hughes, Strategic database marketing, 1994"),
      Method(
        title: Phrase("Eleven segments", "十一类分层"),
        formula: "FM = ⌊(F + M + 1) / 2⌋;  s′ = ⌊1 + 4 (s − 1) / (b − 1) + ½⌋",
        meaning: Phrase(
          "A table of R by FM on 1 to 5 gives each of the 25 cells one segment; other numbers of bins are scaled to 1 to 5.",
          "以 R 与 FM（1 至 5）的二维表划分，25 格各属一类；其他分档数先折算为 1 至 5。"),
        source: "–"),
      Method(
        title: Phrase("Eight segments", "八类分层"),
        formula: "R > R̄;  F > F̄;  M > M̄",
        meaning: Phrase(
          "Each score above, or not above, the mean score of all customers.",
          "各维度分数高于或不高于全体客户的平均分。"),
        source: "–"),
      Method(
        title: Phrase("Distance to the next score", "距下一分的差距"),
        formula: "d = min {|x′ − x| : s(x′) > s(x)}",
        meaning: Phrase(
          "The least change of the customer's own value, all others as they are, that reaches a higher score; quantiles and ranks move with it, natural breaks stay where they are. None at the top, or where no value reaches it.",
          "其他客户不变时，该客户自身数值升至更高分数所需的最小变化；分位数与名次随之变动，自然断点保持不动。已在最高分或无法达到者为空。"),
        source: "–"),
    ]
  }
}
