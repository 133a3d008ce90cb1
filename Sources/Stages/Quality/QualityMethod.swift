package import Pipeline
import Values

extension Quality {
  package static let method: [Method] = [
    Method(
      title: Phrase("Account", "账目"),
      formula: "read = accepted + merged + rejected + excluded",
      meaning: Phrase(
        "Every row of every file went one of four ways; nothing is dropped in silence.",
        "每个文件的每一行必有去向，绝不静默丢弃。"),
      source: source),
    Method(
      title: Phrase("Completeness", "完整率"),
      formula: "filled / (rows + rejected for want of a value)",
      meaning: Phrase(
        "Share of rows in which the column has a value.", "该列有值的行所占比例。"), source: source),
    Method(
      title: Phrase("Validity", "有效率"),
      formula: "filled / (filled + rejected by the column's rules)",
      meaning: Phrase(
        "Share of the values read that passed the rules of the column.", "读取的值中通过该列规则的比例。"),
      source: source),
    Method(
      title: Phrase("Uniqueness", "唯一率"),
      formula: "distinct values / values; merged rows: keys that came again",
      meaning: Phrase(
        "1 where every row has its own value, as an id should.", "等于 1 表示各行取值互不相同，编号列应当如此。"),
      source: source),
    Method(
      title: Phrase("Freshness", "时效"),
      formula: "as_of - newest day",
      meaning: Phrase(
        "Days since the newest row of an export that has dates.", "带日期数据的最新记录距统计日的天数。"),
      source: source),
  ]

  private static let source =
    "DAMA UK, The six primary dimensions for data quality assessment, 2013"
}
