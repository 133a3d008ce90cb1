package import Pipeline
import Statistics
import Values

extension CLV {
  static let spendSource =
    "Fader, Hardie & Lee, RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing Research 42(4), 2005; Fader & Hardie, The Gamma-Gamma model of monetary value, 2013"

  /// The paper of a model.
  static func source(of model: PurchaseModel?) -> String {
    switch model {
    case .bgNBD:
      "Fader, Hardie & Lee, “Counting your customers” the easy way: an alternative to the Pareto/NBD model, Marketing Science 24(2), 2005, equations 6, 9, 10"
    case .mbgNBD:
      "Batislam, Denizel & Filiztekin, Empirical validation and comparison of models for customer base analysis, International Journal of Research in Marketing 24(3), 2007"
    case .paretoNBD:
      "Schmittlein, Morrison & Colombo, Counting your customers: who are they and what will they do next?, Management Science 33(1), 1987"
    case .nbd:
      "Ehrenberg, The pattern of consumer purchases, Applied Statistics 8(1), 1959"
    case .bgBB:
      "Fader, Hardie & Shang, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29(6), 2010, equations 5, 7, 13, 14"
    case nil: "Jeffreys, Theory of probability, 1961, section 3.1"
    }
  }

  package static var method: [Method] { modelMethods + valueMethods + judgementMethods }

  private static var modelMethods: [Method] {
    [
      Method(
        title: Phrase("MBG/NBD", "MBG/NBD"),
        formula:
          "λ ~ Γ(r, α);  p ~ B(a, b);  L = Γ(r+x) αʳ / Γ(r) · B(a, b+x+1)/B(a, b) · {(α+T)^−(r+x) + a/(b+x) · (α+tₓ)^−(r+x)}",
        meaning: Phrase(
          "Customers buy at rates of their own and may leave after every purchase, the first included; so a customer who bought once may be gone.",
          "客户按各自速率购买，每次购买后（含首次）均可能离开；因此只买过一次的客户也可能已流失。"),
        source: source(of: .mbgNBD)),
      Method(
        title: Phrase("BG/NBD", "BG/NBD"),
        formula:
          "L = B(a, b+x)/B(a, b) · Γ(r+x) αʳ / Γ(r) · {(α+T)^−(r+x) + [x>0] a/(b+x−1) · (α+tₓ)^−(r+x)}",
        meaning: Phrase(
          "The same without leaving after the first purchase: who bought once counts as active for ever.",
          "同上，但首次购买后不会离开：只买过一次者永远视为活跃。"),
        source: source(of: .bgNBD)),
      Method(
        title: Phrase("Pareto/NBD", "帕累托/NBD"),
        formula:
          "λ ~ Γ(r, α);  μ ~ Γ(s, β);  L = Γ(r+x) αʳ βˢ / Γ(r) · {1/((α+T)ʳ⁺ˣ (β+T)ˢ) + s/(r+s+x) · A₀}",
        meaning: Phrase(
          "Customers may leave at any time, each at a rate of their own.",
          "客户可在任意时刻离开，流失速率各不相同。"),
        source: source(of: .paretoNBD)),
      Method(
        title: Phrase("NBD", "NBD"), formula: "L = Γ(r+x) αʳ / Γ(r) · (α+T)^−(r+x)",
        meaning: Phrase("Nobody ever leaves.", "没有客户会离开。"),
        source: source(of: .nbd)),
      Method(
        title: Phrase("BG/BB", "BG/BB"),
        formula:
          "L = B(α+x, β+n−x)/B(α, β) · B(γ, δ+n)/B(γ, δ) + Σᵢ B(α+x, β+tₓ−x+i)/B(α, β) · B(γ+1, δ+tₓ+i)/B(γ, δ)",
        meaning: Phrase(
          "Time comes in periods, in each of which a customer buys or not.",
          "时间按期计，每期客户购买或不购买。"),
        source: source(of: .bgBB)),
      Method(
        title: Phrase("Gamma-Gamma", "伽马-伽马金额模型"),
        formula:
          "ln f = lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln γ + (px−1) ln z̄ + px ln x − (px+q) ln(γ+xz̄);  E[M] = (γ+xz̄) p / (px+q−1)",
        meaning: Phrase(
          "The mean amount of a purchase is drawn towards that of all customers, the more so the fewer purchases there are; amounts do not depend on how often somebody buys.",
          "客户平均金额向总体均值收缩，购买越少收缩越多；假定金额与购买频次无关。"),
        source: spendSource),
      Method(
        title: Phrase("Covariates", "协变量"),
        formula: "αᵢ = α exp(−g′zᵢ);  βᵢ = β exp(−h′zᵢ);  aᵢ = a exp(h′zᵢ), bᵢ = b exp(k′zᵢ)",
        meaning: Phrase(
          "A property of a customer multiplies his purchase rate and moves his dropout; 0/1 columns against the most frequent level.",
          "客户属性使购买速率成倍变化并影响流失；以最常见类别为基准的 0/1 变量。"),
        source:
          "Fader & Hardie, Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models, 2007"
      ),
    ]
  }

  private static var valueMethods: [Method] {
    [
      Method(
        title: Phrase("Discounted value", "折现价值"),
        formula: "V = m E[M] Σₖ (E[Y(tₖ)] − E[Y(tₖ₋₁)]) / (1+d)^((tₖ − Δₖ/2)/365.25)",
        meaning: Phrase(
          "Expected purchases of each calendar month times the expected amount, discounted from the middle of the month; m is 1 for revenue or the margin rate.",
          "逐月预计购买次数乘以每次预计金额，自月中折现；m 为 1（收入）或毛利率。"),
        source: spendSource),
      Method(
        title: Phrase("Value without a horizon", "不设期限的价值"),
        formula: "V∞ = m E[M] αʳ βˢ δˢ⁻¹ Γ(r+x+1) Ψ(s, s; δ(β+T)) / (Γ(r) (α+T)ʳ⁺ˣ⁺¹ L)",
        meaning: Phrase(
          "All purchases still to come, discounted continuously; for Pareto/NBD, and by periods for BG/BB.",
          "此后全部购买按连续折现；适用于帕累托/NBD，BG/BB 按期折现。"),
        source:
          "Fader, Hardie & Lee, Journal of Marketing Research 42(4), 2005; Fader, Hardie & Shang, Marketing Science 29(6), 2010"
      ),
      Method(
        title: Phrase("Predictive interval of one customer", "单个客户的预测区间"),
        formula: "P(Y = k | x, tₓ, T);  S | k ~ (γ + xz̄) · B′(pk, px+q)",
        meaning: Phrase(
          "What chance leaves open: how often the customer buys and for how much; from 0 where no purchase at all is likely enough.",
          "随机性所留的余地：客户购买几次、金额多少；若不购买的可能性足够大，则下限为 0。"),
        source: spendSource),
      Method(
        title: Phrase("Interval of totals and tenths", "合计与十分位的区间"),
        formula: "V(θ) ,  θ ~ N(θ̂, H⁻¹);  S | θ ~ LN(V(θ), Σ σᵢ²)",
        meaning: Phrase(
          "Both parts: chance over all customers, and the error of the estimates by draws on the logarithms of the parameters.",
          "含两部分：全体客户的随机性，以及参数对数抽样所得的估计误差。"),
        source:
          "Krinsky & Robb, On approximating the statistical properties of elasticities, Review of Economics and Statistics 68(4), 1986"
      ),
      Method(
        title: Phrase("Mean rate of all customers", "全体平均速率"),
        formula: "λ = (Σx + ½) / ΣT",
        meaning: Phrase(
          "Stands where data are too few for a model: everybody buys at the same rate and nobody is known to be gone.",
          "数据不足以建模时采用：所有客户速率相同，且无法判断流失。"),
        source: source(of: nil)),
    ]
  }

  private static var judgementMethods: [Method] {
    [
      Method(
        title: Phrase("Choice of the model", "模型选择"),
        formula: "e = √(Σ (E[Y] − y)² / n);  BIC = k ln n − 2 ln L",
        meaning: Phrase(
          "Each model is fitted before a hold-out and compared with it; the least error stands, and within one per cent of it the least Bayesian criterion.",
          "各模型以留出期之前的数据拟合并与留出期比较；取误差最小者，误差相差百分之一以内者取贝叶斯信息量最小者。"),
        source: "Schwarz, Estimating the dimension of a model, Annals of Statistics 6(2), 1978"),
      Method(
        title: Phrase("Value at stake", "风险价值"), formula: "V (1 − p) / p",
        meaning: Phrase(
          "What a customer would bring if sure to be active, beyond what is expected.",
          "若确定客户仍活跃，其价值超出预期的部分。"),
        source: "–"),
      Method(
        title: Phrase("Frequency and spend", "频次与金额的相关"),
        formula: "z = ½ ln((1+ρ)/(1−ρ)) ± 1.96/√(n−3)",
        meaning: Phrase(
          "The spend model needs amounts that do not go with frequency: a warning is told where the interval lies beyond 0.2.",
          "金额模型要求金额与频次无关：区间超出 0.2 时提示。"),
        source:
          "Fisher, On the “probable error” of a coefficient of correlation, Metron 1, 1921; Bonett & Wright, Psychometrika 65(1), 2000"
      ),
    ]
  }
}
