package import Pipeline
import Values

extension LedgerStage {
  package static let method: [Method] = [
    Method(
      title: Phrase("Purchase day", "购买日"),
      formula: "distinct local days with an amount > 0 (or = 0 by zero_amount)",
      meaning: Phrase(
        "Orders of one day are one visit; all counts of repeat buying rest on days.",
        "同日订单视为一次购买；复购统计均以购买日为准。"),
      source:
        "Fader, Hardie & Lee, Counting your customers the easy way, Marketing Science "
        + "24(2), 2005"),
    Method(
      title: Phrase("Came back", "复购率"),
      formula: "customers with 2 or more purchase days / customers",
      meaning: Phrase(
        "Share of customers who bought on a second day, with Wilson's interval.",
        "在第二个购买日再次购买的客户占比及其区间。"),
      source:
        "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22(158), "
        + "1927"),
    Method(
      title: Phrase("Median gap", "购买间隔中位数"),
      formula: "median of day(k + 1) - day(k) over all customers and k",
      meaning: Phrase(
        "How long customers usually wait until they buy again.", "客户通常相隔多久再次购买。"),
      source:
        "Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), "
        + "1996"
    ),
    Method(
      title: Phrase("Quarterly retention", "季度留存率"),
      formula: "|bought in q and q + 1| / |bought in q|",
      meaning: Phrase(
        "Share of a quarter's buyers who bought again in the next; compared between groups by a "
          + "test of two proportions.",
        "某季度购买客户在下一季度再次购买的占比；组间差异用两比例检验。"),
      source:
        "Fleiss, Levin & Paik, Statistical methods for rates and proportions, 3rd edition 2003, "
        + "section 3.1"
    ),
  ]
}
