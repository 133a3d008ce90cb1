package import Pipeline
import Values

extension Retention {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Retention of a period", "周期留存率"),
        formula: "r = |A(p) ∩ A(p + 1)| / |A(p)|;  c = 1 − r;  (E − N) / S",
        meaning: Phrase(
          "Share of a period's customers, A(p), who bought again in the next, with Wilson's interval; beside it end less new over start, which counts customers who came back after a pause.",
          "某周期客户 A(p) 在下一周期再次购买的占比，附威尔逊区间；并列（期末−新增）/期初，其中含间断后回流的客户。"),
        source:
          "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), 1927"
      ),
      Method(
        title: Phrase("Cohort retention", "同期群留存率"),
        formula: "C(k) = nₖ / n;  R(k) = |{i : ℓ ≥ k}| / n",
        meaning: Phrase(
          "Of the n customers whose first purchase is in one period, those who bought in the k-th period after it (classic), in it or later (rolling), or once in a range (bracket).",
          "首次购买落在同一周期的 n 位客户中，在其后第 k 期购买（经典）、第 k 期及以后购买（滚动）或在期数区间内购买（区间）的占比。"),
        source: "–"),
      Method(
        title: Phrase("Means over cohorts", "各组平均"),
        formula: "r̄ₖ = Σ nₖ / Σ n;  Σ (nₖ / n) / m",
        meaning: Phrase(
          "Weighted by cohort size, and the simple mean of the m cohorts that were seen for the whole k-th period.",
          "按组内客户数加权平均，以及完整观察到第 k 期的 m 个组的简单平均。"),
        source: "–"),
      Method(
        title: Phrase("Time until lost", "流失时间"),
        formula: "S(t) = Π (1 − d / n);  V = S² Σ d / (n (n − d))",
        meaning: Phrase(
          "Share of customers not lost by day t, from d losses among n customers seen; the interval is log-log, S^exp(± z √(V/S²) / |ln S|). Customers who enter late are at risk from then on.",
          "第 t 天未流失的客户占比，d 为当日流失数，n 为在观察客户数；区间为对数对数形式。延迟进入者自进入时起计入。"),
        source:
          "Kaplan & Meier, Nonparametric estimation from incomplete observations, JASA 53(282), 1958; Greenwood, The natural duration of cancer, 1926"
      ),
      Method(
        title: Phrase("Median and restricted mean", "中位数与限定平均"),
        formula: "t½ = min {t : S(t) ≤ ½};  μ(τ) = ∫ S, 0…τ",
        meaning: Phrase(
          "Days after which half of the customers are lost, and the mean days until lost counted up to day τ.",
          "半数客户流失的天数，以及截至第 τ 天的平均留存天数。"),
        source:
          "Brookmeyer & Crowley, A confidence interval for the median survival time, Biometrics 38(1), 1982; Klein & Moeschberger, Survival analysis, 2nd edition 2003, section 4.5"
      ),
      Method(
        title: Phrase("Log-rank test", "对数秩检验"),
        formula: "χ² = (O − E)ᵀ V⁻¹ (O − E)",
        meaning: Phrase(
          "Whether groups are lost at one pace: losses seen, O, beside those expected, E, if all were alike.",
          "各组流失快慢是否一致：实际流失 O 与一致时的预期 E 之比较。"),
        source:
          "Mantel, Evaluation of survival data and two new rank order statistics arising in its consideration, 1966; Peto & Peto, Asymptotically efficient rank invariant test procedures, JRSS A 135(2), 1972"
      ),
      Method(
        title: Phrase("Contract renewals", "合同续约"),
        formula: "S(t) = B(α, β + t) / B(α, β);  r(t) = (β + t − 1) / (α + β + t − 1)",
        meaning: Phrase(
          "Every contract has a chance of its own to end at each renewal; those likely to end go first, so that retention rises.",
          "每份合同在续约时各有终止概率；易终止者先离开，故续约率逐次上升。"),
        source:
          "Fader & Hardie, How to project customer retention, Journal of Interactive Marketing 21(1), 2007"
      ),
      Method(
        title: Phrase("Expected payments", "预期付费期数"),
        formula: "Σ S(t) / S(n − 1) / (1 + d)^(t − n), t = n…∞",
        meaning: Phrase(
          "Discounted number of payments still expected of a customer just before the n-th renewal (DERL); of a new customer with the first payment counted (DEL).",
          "第 n 次续约前客户仍可预期的折现付费期数；新客户则含首次付费。"),
        source:
          "Fader & Hardie, Customer-base valuation in a contractual setting, Marketing Science 29(1), 2010, equations 5 and 6"
      ),
      Method(
        title: Phrase("Net and gross revenue retention", "净收入与总收入留存率"),
        formula: "Σ y / Σ x;  Σ min(x, y) / Σ x",
        meaning: Phrase(
          "Recurring revenue now, y, of the customers of an earlier month over their revenue then, x; gross without expansion. The interval is that of a ratio over customers.",
          "较早月份客户的当月经常性收入 y 与其当时收入 x 之比；总留存不计增购。区间按客户间的比率估计。"),
        source: "Cochran, Sampling techniques, 3rd edition 1977, section 2.11"),
    ]
  }
}
