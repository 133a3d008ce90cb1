import Values

/// All words of stage `quality`.
enum QualityPhrases {
  static let title = Phrase("Data account", "数据账目")
  static let question = Phrase("Can the figures be trusted?", "数据是否可信？")
  static let headline = Phrase(
    "Of {read} rows read {share} were rejected; every row is accounted for (files: {files}).",
    "共读取 {read} 行（{files} 个文件），拒收 {share}；每一行均有去向。")
  static let headlineUnbalanced = Phrase(
    "Files that do not add up: {n} of {files}; rows are not accounted for.",
    "{files} 个文件中有 {n} 个账目不平，存在去向不明的行。")
  static let headlineNothing = Phrase("No file was read.", "未读取任何文件。")

  static let rowsRead = Phrase("Rows read", "读取行数")
  static let acceptedShare = Phrase("Accepted rows", "接收占比")
  static let rejectedShare = Phrase("Rejected rows", "拒收占比")
  static let completeness = Phrase("Completeness", "完整率")
  static let newestAge = Phrase("Age of the newest row", "最新记录距统计日天数")
  static let nothingRead = Phrase("no rows read", "未读取数据")
  static let noCells = Phrase("no table at hand", "无数据表")
  static let noDates = Phrase("no dated rows", "无带日期的记录")

  static let accountTitle = Phrase("Account of the files", "文件账目")
  static let rulesTitle = Phrase("Rejected and excluded rows", "拒收与排除明细")
  static let columnsTitle = Phrase("Quality by column", "各列数据质量")
  static let freshTitle = Phrase("Newest rows", "数据时效")
  static let chartTitle = Phrase("Rejected rows by rule", "按规则统计的拒收行数")
  static let chartAlt = Phrase(
    "Rejected rows of each rule, most first; {rule}: {n}.", "各规则的拒收行数，由多到少：{rule}最多，{n} 行。"
  )

  static let file = Phrase("File", "文件")
  static let contract = Phrase("Export", "数据类型")
  static let read = Phrase("Read", "读取")
  static let accepted = Phrase("Accepted", "接收")
  static let merged = Phrase("Merged", "合并")
  static let rejected = Phrase("Rejected", "拒收")
  static let excluded = Phrase("Excluded", "排除")
  static let withdrawn = Phrase("Withdrawn", "撤下")
  static let rounded = Phrase("Rounded", "舍入")
  static let balanced = Phrase("Balanced", "账目平衡")
  static let yes = Phrase("yes", "是")
  static let no = Phrase("no", "否")
  static let total = Phrase("Total", "合计")
  static let kind = Phrase("Fate", "去向")
  static let rule = Phrase("Rule", "规则")
  static let column = Phrase("Column", "列")
  static let rows = Phrase("Rows", "行数")
  static let required = Phrase("Required", "必填")
  static let validity = Phrase("Validity", "有效率")
  static let distinct = Phrase("Distinct", "不同值")
  static let uniqueness = Phrase("Uniqueness", "唯一率")
  static let newest = Phrase("Newest", "最新日期")
  static let age = Phrase("Age", "距统计日天数")
  static let hidden = Phrase("hidden: tells of few people", "隐藏：会透露少数人")
  static let noValue = Phrase("–", "–")
  static let wholeRow = Phrase("(whole row)", "（整行）")
  static let member = Phrase("{family}: {name}", "{family}：{name}")

  static let rejectedFinding = Phrase(
    "{file}: {n} of {read} rows ({share}) were rejected, most by the rule: {rule}.",
    "{file}：{read} 行中有 {n} 行（{share}）被拒收，主要规则：{rule}。")
  static let rejectedAction = Phrase(
    "Have the export mended at its source; the rejected rows are listed with their reason.",
    "请在数据源头修正导出；拒收的行及原因已列出。")
  static let staleFinding = Phrase(
    "{contract}: the newest row is of {day}, {age} before the as-of date.",
    "{contract}：最新记录为 {day}，距统计日 {age}。")
  static let staleAction = Phrase("Ask for a newer export.", "请重新导出最新数据。")
  static let unbalancedFinding = Phrase(
    "{file}: {read} rows were read, {sum} are accounted for.", "{file}：读取 {read} 行，仅有 {sum} 行有去向。")
  static let unbalancedAction = Phrase(
    "Do not use this pack; report the fault with the file.", "请勿使用本报告，并连同文件一并上报故障。")

  static let noteBalance = Phrase(
    "Read = accepted + merged + rejected + excluded, for every file.",
    "读取 = 接收 + 合并 + 拒收 + 排除，逐文件核对。")
  static let noteMerged = Phrase(
    "Merged: a row of the same key was there, the later one stands. Withdrawn: earlier rows of "
      + "orders that a later file no longer lists.",
    "合并：键相同的行以后来者为准。撤下：新文件中已不再列出的旧订单行。")
  static let noteColumns = Phrase(
    "Completeness: rows with a value, rows rejected for want of one counted as without. Validity: "
      + "values that passed among all values. Uniqueness: distinct values among all values.",
    "完整率：有值行的占比，因缺值被拒收的行计为无值。有效率：通过规则的值的占比。唯一率：不同值的占比。")
  static let noteRule = Phrase(
    "A row that breaks several rules is counted under its first.", "一行违反多条规则时，计入第一条。")

  /// What an export is called in a report.
  static func contract(_ name: String) -> Phrase {
    switch name {
    case "orders": Phrase("Orders", "订单")
    case "customers": Phrase("Customers", "客户档案")
    case "survey": Phrase("Survey", "满意度调查")
    case "kano": Phrase("Kano", "卡诺问卷")
    case "servqual": Phrase("Service quality", "服务质量问卷")
    case "contract_periods": Phrase("Contract periods", "合同期收入")
    case "invitations": Phrase("Invitations", "调查邀请")
    case "cases": Phrase("Cases", "工单")
    case "costs": Phrase("Costs", "费用")
    case "rates": Phrase("Rates", "汇率")
    default: Phrase(name, name)
    }
  }

  /// What a rule of the reader asks for.
  static func rule(_ name: String) -> Phrase {
    switch name {
    case "columns": Phrase("number of fields", "列数不符")
    case "required": Phrase("value missing", "必填项缺失")
    case "date": Phrase("not a date", "日期无效")
    case "number": Phrase("not a number", "不是数字")
    case "integer": Phrase("not a whole number", "不是整数")
    case "range": Phrase("out of range", "超出范围")
    case "encoding": Phrase("damaged text", "编码错误")
    case "level": Phrase("unknown level", "不在可选值内")
    case "quote": Phrase("damaged quotes", "引号错误")
    case "total": Phrase("a total line", "合计行")
    case "currency": Phrase("not a currency, or another one", "币种无效或不符")
    case "rate": Phrase("no exchange rate", "缺少汇率")
    case "scientific":
      Phrase("id rounded by a spreadsheet", "编号被电子表格改成科学计数法")
    default: Phrase(name, name)
    }
  }
}
