package import Pipeline
import Values

extension Quality {
  package static let method: [Method] = [
    Method(
      title: Phrase("Account", "账目"),
      formula: "N = A + M + R + E",
      meaning: Phrase(
        "Every row read (N) was accepted, merged, rejected or excluded; nothing is dropped in "
          + "silence.",
        "读取的每一行（N）或被接收、合并，或被拒收、排除，绝不静默丢弃。"),
      source: source),
    Method(
      title: Phrase("Completeness", "完整率"),
      formula: "v / (n + r)",
      meaning: Phrase(
        "Rows with a value (v) among current rows (n) and rows rejected for want of one (r).",
        "有值行（v）占当前行（n）与因缺值被拒收行（r）之和的比例。"),
      source: source),
    Method(
      title: Phrase("Validity", "有效率"),
      formula: "v / (v + x)",
      meaning: Phrase(
        "Values that passed (v) among them and those that broke a rule of the column (x).",
        "通过规则的值（v）占通过与违规值（x）之和的比例。"),
      source: source),
    Method(
      title: Phrase("Uniqueness", "唯一率"),
      formula: "d / v",
      meaning: Phrase(
        "Distinct values (d) among all values (v): 1 where every row has its own, as an id should. "
          + "Keys that came again are counted as merged rows.",
        "不同值个数（d）占全部值（v）的比例：等于 1 表示各行互不相同，编号列应当如此。重复的键计入合并行。"),
      source: source),
    Method(
      title: Phrase("Freshness", "时效"),
      formula: "T - max(t)",
      meaning: Phrase(
        "Days from the newest row (t) to the as-of date (T), for exports with dates.",
        "带日期数据的最新记录（t）距统计日（T）的天数。"),
      source: source),
    Method(
      title: Phrase("Duplicates", "疑似重复"),
      formula: "a ~ b: k(a) = k(b)",
      meaning: Phrase(
        "Customers a and b that share a key k belong to one group, and so does everyone tied to "
          + "either; a tax number must pass its check digit, a legal form is no part of a name.",
        "客户 a 与 b 有任一键 k 相同即归为一组，与其任一方相连者亦然；税号须通过校验码，组织形式不计入名称。"),
      source: "GB 32100-2015, 4.5; GB 11643-1999, 5; RFC 2606, 1999, 3; ITU-T E.164, 2010, 6.2.1"),
  ]

  private static let source =
    "DAMA UK, The six primary dimensions for data quality assessment, 2013"
}
