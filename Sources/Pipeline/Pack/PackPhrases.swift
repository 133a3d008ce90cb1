import Values

/// The words of the pages that belong to no stage: cover, summary, appendix.
enum PackPhrases {
  static let cover = Phrase("Cover", "封面")
  static let contents = Phrase("Contents", "目录")
  static let summary = Phrase("Summary", "摘要")
  static let summaryQuestion = Phrase("How are we doing, and what changed?", "总体情况如何，有哪些变化？")
  static let nothingFound = Phrase(
    "Nothing in this period calls for attention.", "本期没有需要特别关注的事项。")
  static let keyFigures = Phrase("Key figures", "关键指标")
  static let figureOfPage = Phrase("{page}: {figure}", "{page}：{figure}")
  static let findings = Phrase("What was found", "主要发现")
  static let actions = Phrase("What to do", "建议行动")
  static let coverQuestion = Phrase("Which company, which period?", "哪家公司，哪个期间？")
  static let coverLine = Phrase(
    "State at the end of {day}. {orders}", "截至 {day} 日终。{orders}")
  static let coverFacts = Phrase(
    "{files} files with {rows} rows were read: {accepted} accepted, {merged} merged, {rejected} rejected, {excluded} excluded.",
    "共读取 {files} 个文件、{rows} 行：采用 {accepted} 行，合并 {merged} 行，拒收 {rejected} 行，排除 {excluded} 行。")
  static let version = Phrase("Version {version}", "版本 {version}")
  static let period = Phrase("Q{quarter} {year}", "{year} 年第 {quarter} 季度")
  static let periodOpen = Phrase("Q{quarter} {year} to {day}", "{year} 年第 {quarter} 季度（至 {day}）")
  static let appendix = Phrase("Appendix", "附录")
  static let appendixQuestion = Phrase("How was it computed?", "如何计算？")
  static let appendixLine = Phrase(
    "{methods} methods in {steps} steps; every setting that was used is listed.",
    "共 {steps} 个步骤、{methods} 种方法；所用设置全部列出。")
  static let methods = Phrase("Methods and sources", "方法与来源")
  static let step = Phrase("Step", "步骤")
  static let method = Phrase("Method", "方法")
  static let formula = Phrase("Formula", "公式")
  static let meaning = Phrase("Meaning", "含义")
  static let source = Phrase("Source", "来源")
  static let settings = Phrase("Settings", "设置")
  static let setting = Phrase("Setting", "设置项")
  static let value = Phrase("Value", "取值")
  static let measures = Phrase("All measures", "全部指标")
  static let measure = Phrase("Measure", "指标")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let previous = Phrase("Previous", "上期")
  static let target = Phrase("Target", "目标")
  static let base = Phrase("n", "样本量")
  static let unit = Phrase("Unit", "单位")
  static let managementNote = Phrase(
    "For management: contact data and the authors of comments are left out, and rejects.csv holds "
      + "no row's text.",
    "管理层版本：不含联系方式与意见填写人，rejects.csv 不含原始行内容。")
  static let externalNote = Phrase(
    "For readers outside: pseudonyms stand for customer numbers; names, contact data, comments and "
      + "the file of rejected rows are left out. Figures are those of the internal pack.",
    "外部版本：客户编号以代号代替，不含名称、联系方式、意见与拒收行文件；各项数值与内部版本相同。")
  static let warnings = Phrase("Read with care", "阅读提示")
}
