package import Pipeline
import Values

extension Claims {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Verdict", "结论规则"),
        formula: "[l, h] ∩ [t₁, t₂] = ∅;  [l, h] ⊆ [t₁, t₂] ∨ h − l ≤ w (t₁ + t₂)/2",
        meaning: Phrase(
          "Contradicted: our interval does not reach what the texts say. Supported, or rather not contradicted: it lies within their range, or holds their figure and is no wider than the part w of it. Undecided: it holds their figure and is wider. Not tested: there is no interval. Each sentence stands by itself: with seven of them at 95 %, one in three pages would contradict a true one.",
          "不支持：本企业区间与文献数值无交集。支持（未被否定）：区间落在文献范围内，或包含文献数值且宽度不超过其比例 w。无法判断：包含文献数值但过宽。未检验：没有区间。各条分别判断：七条 95% 区间同时检验时，约三分之一的报告会误否一条真实论断。"
        ),
        source:
          "Neyman, Outline of a theory of statistical estimation, Philosophical Transactions A 236, 1937"
      ),
      Method(
        title: Phrase("Share of the greatest", "大客户占比"),
        formula: "s = Σ x₍ᵢ₎ (i > n − pn) / Σ x;  Bₖ ~ P(1);  Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))",
        meaning: Phrase(
          "What the greatest tenth or fifth of the customers with revenue (or margin) above 0 hold. The interval is that of draws of as many customers from these, each coming in 0, 1, 2, … times, corrected for bias and skewness. Money is heavy-tailed: where a few giants decide, the true interval is wider.",
          "收入（或毛利）为正的客户中，前 10% 或前 20% 所占份额。区间来自对这些客户的有放回抽样，并作偏差与偏度校正。金额分布厚尾：若由少数巨头决定，真实区间更宽。"),
        source:
          "Efron, Better bootstrap confidence intervals, JASA 82(397), 1987; Hanley & MacGibbon, Creating non-parametric bootstrap samples using Poisson frequencies, Computer Methods and Programs in Biomedicine 83(1), 2006"
      ),
      Method(
        title: Phrase("Very satisfied against satisfied", "非常满意与满意之比"),
        formula: "R = p₁ / p₂;  exp(ln R ± z √((1−p₁)/(n₁p₁) + (1−p₂)/(n₂p₂)))",
        meaning: Phrase(
          "Repurchase rates of step loyalty, the best level over the next.",
          "忠诚度步骤中最高一档与次高一档的复购率之比。"),
        source:
          "Katz, Baptista, Azen & Pike, Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34(3), 1978, method C"
      ),
      Method(
        title: Phrase("Want of care", "关怀不足"),
        formula: "(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)",
        meaning: Phrase(
          "Of the customers whose cases state a reason for leaving, those with a reason that means want of care, each customer once, the latest reason. Beside it a hint: of the lost of step lifecycle, those without any case in the days before they fell silent; a missing case is no reason, so it decides nothing.",
          "工单中写明离开原因的客户里，属于关怀不足者的占比；每位客户取最近一次原因。另附线索：生命周期步骤的流失客户中，沉默前若干天内没有任何工单者的占比；没有工单不等于原因，故不作判断。"
        ),
        source:
          "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), 1927"
      ),
      Method(
        title: Phrase("Winning against keeping", "获客与维系之比"),
        formula: "R = (A / m) / (K / k);  exp(ln R ± z √(1/m + 1/k))",
        meaning: Phrase(
          "Costs A of step acquisition for each of m customers won over costs K for each of k kept. Costs are as booked; how many came and stayed is counted, and counts vary.",
          "获客步骤中单客获取成本（A / m）与单客维系成本（K / k）之比。费用按账面，不计误差；新客与留存客户数按计数误差处理。"),
        source: "Rothman, Greenland & Lash, Modern epidemiology, 3rd edition 2008, chapter 14"),
    ]
  }
}
