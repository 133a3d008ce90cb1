package import Pipeline
import Values

extension Lifecycle {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Four classes", "四类客户"),
        formula: "–",
        meaning: Phrase(
          "Potential: has not bought, and could. Target: has not bought, and clearly means to. Existing: has bought and keeps buying. Lost: has gone to a competitor, or is silent for too long.",
          "潜在客户：尚未购买，具有潜力。目标客户：尚未购买，意向明确。存量客户：购买过并保持忠诚。流失客户：已转向竞争对手，或沉默过久。"),
        source: "Handbook of customer relationship management, section 2.1.1"),
      Method(
        title: Phrase("Wait in gaps", "未购时间与间隔之比"),
        formula: "w = (t − tₓ) / max(g, g₀);  g = med(tₖ₊₁ − tₖ)",
        meaning: Phrase(
          "How many times the usual gap between purchase days a customer has waited; customers with too few gaps are held against the median of all customers' gaps.",
          "客户未购时间相当于通常购买间隔的多少倍；间隔次数不足者采用全体客户间隔的中位数。"),
        source:
          "Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996 (median)"
      ),
      Method(
        title: Phrase("At risk, silent, lost", "风险、沉默与流失"),
        formula: "w > k₁;  w > k₂;  w > k₃",
        meaning: Phrase(
          "Overdue by the customer's own rhythm: frequent buyers are missed sooner than rare ones.",
          "按客户自身节奏判断逾期：高频客户更早被发现。"),
        source:
          "Platzer & Reutterer, Ticking away the moments: timing regularity helps to better predict customer activity, Marketing Science 35(5), 2016 (the idea)"
      ),
      Method(
        title: Phrase("Won back", "赢回"),
        formula: "max {tₖ − tₖ₋₁ : tₖ > t − d} > k₂ max(g, g₀)",
        meaning: Phrase(
          "A purchase in the last days ended a wait that had made the customer silent.",
          "近期购买结束了达到沉默标准的等待。"),
        source: "–"),
      Method(
        title: Phrase("Whom to call first", "回访顺序"),
        formula: "a (1 − p)",
        meaning: Phrase(
          "The amount of the year up to the last purchase, times the chance that the customer has left where a model tells it.",
          "末次购买前一年的金额，有模型时乘以已流失的概率。"),
        source: "–"),
    ]
  }
}
