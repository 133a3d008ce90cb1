package import Values

/// The renderers' own words.
package enum ReportPhrases {
  package static let contents = Phrase("Contents", "目录")
  package static let asOf = Phrase("as of {day}", "截至 {day}")
  package static let version = Phrase("version {version}", "版本 {version}")
  package static let pageFooter = Phrase("Page &P of &N", "第 &P 页，共 &N 页")

  package static let measure = Phrase("Measure", "指标")
  package static let value = Phrase("Value", "数值")
  package static let interval = Phrase("95 % interval", "95% 区间")
  package static let range = Phrase("{low} to {high}", "{low} 至 {high}")
  package static let change = Phrase("Change", "变化")
  package static let previous = Phrase("Previous", "上期")
  package static let target = Phrase("Target", "目标")
  package static let trend = Phrase("Trend", "走势")
  package static let count = Phrase("n", "样本数")
  package static let changeFrom = Phrase("{change} from {previous}", "{change}（上期 {previous}）")
  package static let noPrevious = Phrase("no earlier run", "无上期数据")
  package static let targetMet = Phrase("target {target}: met", "目标 {target}：已达成")
  package static let targetMissed = Phrase("target {target}: missed", "目标 {target}：未达成")
  package static let percentagePoints = Phrase("{change} pp", "{change} 个百分点")
  package static let unchanged = Phrase("unchanged", "持平")

  package static let finding = Phrase("Finding", "发现")
  package static let seePage = Phrase("Page", "页面")
  package static let action = Phrase("Action", "行动")
  package static let owner = Phrase("Owner", "负责人")
  package static let reason = Phrase("Because", "依据")
  package static let question = Phrase("Question", "问题")
  package static let noFindings = Phrase("No findings.", "没有发现。")
  package static let noActions = Phrase("No actions.", "没有行动建议。")

  package static let note = Phrase("Note", "提示")
  package static let good = Phrase("Good", "良好")
  package static let warning = Phrase("Warning", "注意")
  package static let alarm = Phrase("Alarm", "警报")

  package static let notes = Phrase("Notes", "说明")
  package static let method = Phrase("Method", "方法")
  package static let source = Phrase("Source", "来源")
  package static let policy = Phrase("Policy", "口径")
  package static let caution = Phrase("Caution", "注意")
  package static let warnings = Phrase("Warnings", "注意事项")

  package static let chartData = Phrase("Data of the charts", "图表数据")
  package static let category = Phrase("Category", "类别")
  package static let low = Phrase("Low", "下限")
  package static let middle = Phrase("Value", "数值")
  package static let high = Phrase("High", "上限")
  package static let horizontal = Phrase("Across", "横轴")
  package static let vertical = Phrase("Upward", "纵轴")
  package static let cut = Phrase("Cut", "分界线")
  package static let halfOf = Phrase("{level} (half)", "{level}（半）")
  package static let noAnswers = Phrase("no answers", "无人作答")
  package static let noFigures = Phrase("no figures", "无数据")
  package static let more = Phrase(
    "The first {shown} of {total} rows; the whole list is the file {file} of the pack.",
    "此处为 {total} 行中的前 {shown} 行；完整列表见报告包中的文件 {file}。")
  package static let moreRows = Phrase(
    "The first {shown} of {total} rows.", "此处为 {total} 行中的前 {shown} 行。")
  package static let leftOut = Phrase("(left out)", "（略）")
  package static let noRows = Phrase("No rows.", "没有数据行。")

  package static let all: [Phrase] = [
    contents, asOf, version, pageFooter, measure, value, interval, range, change, previous, target,
    trend, count, changeFrom, noPrevious, targetMet, targetMissed, percentagePoints, unchanged,
    finding, seePage, action, owner, reason, question, noFindings, noActions, note, good, warning,
    alarm, notes, method, source, policy, caution, warnings, chartData, category, low, middle, high,
    horizontal, vertical, cut, halfOf, noAnswers, noFigures, more, moreRows, noRows,
  ]

  package static func word(_ severity: Finding.Severity) -> Phrase {
    switch severity {
    case .note: note
    case .good: good
    case .warning: warning
    case .alarm: alarm
    }
  }

  package static func word(_ kind: Note.Kind) -> Phrase {
    switch kind {
    case .method: method
    case .source: source
    case .policy: policy
    case .caution: caution
    }
  }
}

extension Finding.Severity {
  /// A sign besides the colour.
  var sign: String {
    switch self {
    case .note: "•"
    case .good: "✓"
    case .warning: "!"
    case .alarm: "!!"
    }
  }
}
