package import Pipeline
import Values

extension LedgerStage {
  package static let method: [Method] = [
    Method(
      title: Phrase("Purchase day", "购买日"),
      formula: "|{t : a > 0}|, or |{t : a ≥ 0}|",
      meaning: Phrase(
        "Distinct local days (t) with an amount (a) above zero, or of zero where free orders "
          + "count; "
          + "all counts of repeat buying rest on days.",
        "金额（a）大于零的不同日期（t）数，免费订单计入时含零金额；复购统计均以购买日为准。"),
      source:
        "Fader, Hardie & Lee, Counting your customers the easy way, Marketing Science "
        + "24(2), 2005"),
    Method(
      title: Phrase("Came back", "复购率"),
      formula: "|{i : x ≥ 2}| / n",
      meaning: Phrase(
        "Share of the customers (n) who bought on two days or more (x), with Wilson's interval.",
        "购买日数（x）不少于两天的客户占全部客户（n）的比例及其区间。"),
      source:
        "Wilson, Probable inference, the law of succession, and statistical inference, JASA "
        + "22(158), "
        + "1927"),
    Method(
      title: Phrase("Median gap", "购买间隔中位数"),
      formula: "med(t(i, k + 1) - t(i, k))",
      meaning: Phrase(
        "How long customers usually wait until they buy again: days between one purchase day "
          + "and the "
          + "next, over all customers.",
        "客户通常相隔多久再次购买：全部客户相邻购买日间隔天数的中位数。"),
      source:
        "Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), "
        + "1996"
    ),
    Method(
      title: Phrase("Quarterly retention", "季度留存率"),
      formula: "|B(q) ∩ B(q + 1)| / |B(q)|",
      meaning: Phrase(
        "Share of a quarter's buyers, B(q), who bought again in the next; compared between "
          + "groups by a "
          + "test of two proportions.",
        "某季度购买客户 B(q) 在下一季度再次购买的占比；组间差异用两比例检验。"),
      source:
        "Fleiss, Levin & Paik, Statistical methods for rates and proportions, 3rd edition 2003, "
        + "section 3.1"
    ),
  ]
}
