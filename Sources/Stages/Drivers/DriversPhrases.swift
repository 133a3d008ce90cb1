import Statistics
import Values

/// All words of stage `drivers`.
enum DriversPhrases {
  static let title = Phrase("Drivers", "满意度驱动因素")
  static let question = Phrase(
    "What moves overall satisfaction, and where should we begin?", "哪些因素最影响满意度，应从哪里着手？")

  static func quadrant(_ quadrant: ImportancePerformance) -> Phrase {
    switch quadrant {
    case .concentrateHere: Phrase("Concentrate here", "重点改进")
    case .keepUp: Phrase("Keep up the good work", "继续保持")
    case .lowPriority: Phrase("Low priority", "次要改进")
    case .possibleOverkill: Phrase("Possible overkill", "可能过度")
    }
  }

  // Headlines
  static let headlineFirst = Phrase(
    "Begin with {item}: it accounts for {share} of what moves {overall}, and scores {mean} against "
      + "{cut} on average.",
    "先改进{item}：占{overall}影响因素的 {share}，得分 {mean}，各题项平均 {cut}。")
  static let headlineFirstStated = Phrase(
    "Begin with {item}: it is important, and scores {mean} against {cut}.",
    "先改进{item}：重要性高，得分 {mean}，分界为 {cut}。")
  static let headlineNone = Phrase(
    "{item} moves {overall} most ({share} of what the items explain); nothing important does "
      + "badly.",
    "{item}对{overall}影响最大（占解释份额的 {share}）；重要题项均未落后。")
  static let headlineFlat = Phrase(
    "The items explain nothing of {overall}.", "各题项未能解释{overall}。")
  static let headlineRefused = Phrase(
    "Too few complete answers to rank what moves {overall}: {n}, and {needed} are needed.",
    "完整作答过少，无法对{overall}的影响因素排序：{n} 份，需 {needed} 份。")
  static let headlineNoVariance = Phrase(
    "Everybody gives {overall} the same score: nothing can move it.", "所有人对{overall}的评分相同，无法分析影响因素。"
  )
  static let headlineEmpty = Phrase("Nobody answered.", "无人作答。")
  static let headlineNoComplete = Phrase(
    "Nobody who answered the question on {overall} rated all {items} items: nothing to rank.",
    "回答{overall}者均未对全部 {items} 个题项作答，无法排序。")

  // Page
  static let scopeWave = Phrase("Figures are of wave {wave}.", "本页统计批次 {wave}。")
  static let scopeAll = Phrase("Figures are of all answers.", "本页统计全部作答。")
  static let scopeComplete = Phrase(
    "Of {all} answers to the question on {overall}, {n} rate all {items} items too; the ranking "
      + "rests on those. Together the items explain {r2} of the differences ({low} to {high}).",
    "{overall}共 {all} 份作答，其中 {n} 份对全部 {items} 个题项作答，排序以此为准。各题项合计解释差异的 {r2}"
      + "（{low} 至 {high}）。")
  static let planeTitle = Phrase("Importance and performance", "重要性与表现")
  static let planeAlt = Phrase(
    "Items by importance (up) and performance (right); most important: {up}, best: {right}.",
    "各题项的重要性（纵轴）与表现（横轴）；最重要：{up}，表现最好：{right}。")
  static let planeX = Phrase("Performance (mean, {scale})", "表现（均值，{scale}）")
  static let planeXShare = Phrase("Performance (share of the scale)", "表现（量表得分率）")
  static let planeY = Phrase("Importance (share of what is explained)", "重要性（解释份额）")
  static let planeYStated = Phrase("Importance as stated", "自述重要性")
  static let item = Phrase("Item", "题项")
  static let above = Phrase("Above the diagonal", "对角线以上")
  static let below = Phrase("Below the diagonal", "对角线以下")
  static let weightsTitle = Phrase("What moves {overall}", "{overall}的影响因素")
  static let weightsAlt = Phrase(
    "Share of each item in what moves {overall}, with its interval; largest: {item} with {share}.",
    "各题项对{overall}的影响份额及区间；最大：{item}，{share}。")
  static let importanceTitle = Phrase("Items by importance", "题项重要性排序")
  static let meansTitle = Phrase("Items", "各题项")
  static let byTitle = Phrase("Importance by {dimension}", "各{dimension}的重要性")
  static let penaltiesTitle = Phrase(
    "Penalty and reward on {overall}", "对{overall}的惩罚与奖励")
  static let lowestTitle = Phrase("Lowest-scoring groups", "得分最低的群体")
  static let commentsTitle = Phrase("In their words", "客户原话")

  static let rank = Phrase("No.", "序号")
  static let mean = Phrase("Mean", "均值")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let importance = Phrase("Importance", "重要性")
  static let lmg = Phrase("LMG", "LMG")
  static let stated = Phrase("Stated", "自述")
  static let quadrant = Phrase("What to do", "象限")
  static let distance = Phrase("Diagonal", "对角线")
  static let answers = Phrase("Answers", "作答数")
  static let penalty = Phrase("Penalty", "惩罚")
  static let reward = Phrase("Reward", "奖励")
  static let kind = Phrase("Class", "类别")
  static let dimension = Phrase("By", "维度")
  static let group = Phrase("Group", "分组")
  static let complaints = Phrase("Complaints", "投诉")
  static let complaintCount = Phrase("{category} {n}", "{category} {n}")
  static let comment = Phrase("Comment", "意见")
  static let all = Phrase("All", "合计")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let nps = Phrase("NPS", "净推荐值")
  static let groupN = Phrase("{group} (n {n}, R² {r2})", "{group}（{n} 份，R² {r2}）")
  static let rSquared = Phrase("R²", "R²")

  // Reasons
  static let undefined = Phrase("not defined", "无法计算")
  static let unanswered = Phrase("nobody answered it", "该题无人作答")
  static let alike = Phrase("everybody alike", "作答相同")
  static let fewer = Phrase("n < {needed}", "n < {needed}")
  static let flat = Phrase("same score", "评分相同")
  static let notStatedImportance = Phrase("none", "无")
  static let noComplaints = Phrase("fewer than {min} each", "每类不足 {min} 位")
  static let noCases = Phrase("no cases of customers", "无客户工单数据")

  // Measures
  static let complete = Phrase("Complete answers", "完整作答数")
  static let shareOf = Phrase("{item}, importance", "{item}：重要性")

  // Owners
  static let experience = Phrase("Customer experience", "客户体验")
}
