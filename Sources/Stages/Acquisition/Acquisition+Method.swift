package import Pipeline
import Values

extension Acquisition {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Acquisition cost", "单客获取成本"),
        formula: "CAC = S / N",
        meaning: Phrase(
          "S: acquisition spend of the period or channel; N: customers who were new in the same days. Without spend or without new customers it is not defined.",
          "S：该期或该渠道的获客费用；N：同期新客户数。无费用或无新客户时不作定义。"),
        source:
          "Farris, Bendle, Pfeifer & Reibstein, Marketing metrics, 2nd edition 2010, chapter 5"),
      Method(
        title: Phrase("Value for cost", "价值成本比"),
        formula: "LTV / CAC;  LTV = H + V",
        meaning: Phrase(
          "H: what a new customer has earned so far; V: the value still to come of step clv, where it ran; both are means over the new customers. The interval is that of the mean over customers; the cost is taken as it is. A ratio of 3 is often named as a target; it has no source that tests it.",
          "H：新客户迄今贡献；V：客户终身价值步骤给出的未来价值（若已运行）；均为新客户均值。区间为客户均值的区间，成本视为已知。常见的 3 倍目标并无可检验的出处。"),
        source:
          "Gupta & Lehmann, Customers as assets, Journal of Interactive Marketing 17(1), 2003"),
      Method(
        title: Phrase("Margin curve", "毛利曲线"),
        formula: "cₖ = Σ mᵢₖ / nₖ;  Cₖ = Σ cⱼ (1 + d)^(−(j + ½) / 12)",
        meaning: Phrase(
          "mᵢₖ: earned by customer i in month k after the first purchase; nₖ: new customers whose month k is over; d: discount rate a year, 0 for the plain curve. Payback is the point where the curve reaches CAC, within a month in proportion.",
          "mᵢₖ：客户 i 首购后第 k 个月的贡献；nₖ：该月已满的新客户数；d：年折现率，不折现时为 0。曲线达到单客获取成本之处即为收回期，月内按比例折算。"),
        source:
          "Kaplan & Meier, Nonparametric estimation from incomplete observations, JASA 53(282), 1958 (the idea of counting each month over those seen in it)"
      ),
      Method(
        title: Phrase("Simple payback", "简易收回期"),
        formula: "CAC / (A g)",
        meaning: Phrase(
          "A g: what a new customer earns a month, over all months since the first purchases.",
          "A g：新客户自首购以来的月均贡献。"),
        source:
          "Farris, Bendle, Pfeifer & Reibstein, Marketing metrics, 2nd edition 2010, chapter 5"),
      Method(
        title: Phrase("Winning against keeping", "获客与维系之比"),
        formula: "(S / N) / (K / M)",
        meaning: Phrase(
          "Over the last twelve months of the costs: K: retention spend; M: customers who bought before these months and again within them.",
          "取费用数据的最近十二个月：K：维系费用；M：此前购买过且期内再次购买的客户数。"),
        source:
          "Reichheld & Sasser, Zero defections, Harvard Business Review 68(5), 1990 (the question; 5 to 15 stands in the texts without a study)"
      ),
    ]
  }
}
