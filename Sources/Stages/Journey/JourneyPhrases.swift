import Values

/// The words of stage `journey` on its page: headlines, charts, tables, measures and notes.
enum JourneyPhrases {
  static let title = Phrase("Journey", "客户旅程")
  static let question = Phrase(
    "Where on their way do customers have a bad moment, and which moments decide?",
    "客户在哪个环节体验变差，哪些时刻起决定作用？")

  // Headlines
  static let headlineDrop = Phrase(
    "Worst step: {touchpoint}, {item} {mean} on a scale to {best} ({low} to {high}), {drop} below "
      + "{before}.",
    "体验落差最大的环节：{touchpoint}，{item} {mean}（满分 {best}，区间 {low} 至 {high}），比{before}低 {drop}。")
  static let headlineTrough = Phrase(
    "Lowest step: {touchpoint}, {item} {mean} on a scale to {best} ({low} to {high}); no step falls "
      + "beyond chance from the one before.",
    "得分最低的环节：{touchpoint}，{item} {mean}（满分 {best}，区间 {low} 至 {high}）；各环节之间无显著下降。")
  static let headlineOne = Phrase(
    "{touchpoint}: {item} {mean} from a single answer.", "{touchpoint}：{item} {mean}，仅 1 份作答。")
  static let headlineEmpty = Phrase("Nobody answered.", "无人作答。")

  // Page
  static let scope = Phrase(
    "{item} in wave {wave}: {n} answers. Order of the touchpoints: {order}.",
    "批次 {wave} 的{item}：{n} 份作答。触点顺序：{order}。")
  static let scopeAll = Phrase(
    "{item}: {n} answers. Order of the touchpoints: {order}.", "{item}：{n} 份作答。触点顺序：{order}。")
  static let scopeHidden = Phrase(
    "Order of the touchpoints: {order}.", "触点顺序：{order}。")
  static let orderGiven = Phrase("from the settings", "按设置给定")
  static let orderDays = Phrase(
    "by the median place in the days of {n} customers who met several",
    "按 {n} 位经历多个触点的客户的日期先后（中位位次）推定")
  static let orderDaysHidden = Phrase(
    "by the median place in the days of customers who met several",
    "按经历多个触点的客户的日期先后（中位位次）推定")
  static let orderNames = Phrase(
    "by name, for no customer met several on known days", "按名称：没有客户在已知日期经历多个触点")

  static let chartTitle = Phrase("{item} along the journey", "旅程各触点的{item}")
  static let chartAlt = Phrase(
    "Mean of each touchpoint in order with its interval; lowest: {low} with {lowest}, highest: "
      + "{high} with {highest}.",
    "按先后顺序列出各触点均值及区间；最低：{low}（{lowest}），最高：{high}（{highest}）。")
  static let stepsTitle = Phrase("Steps of the journey: {item}", "旅程各触点：{item}")
  static let truthTitle = Phrase("Importance and moments of truth", "重要性与关键时刻")
  static let groupsTitle = Phrase("{item} at {touchpoint} by group", "{touchpoint}的{item}：各分组")
  static let dimension = Phrase("Grouped by", "分组维度")
  static let group = Phrase("Group", "分组")
  static let momentsTitle = Phrase(
    "Where the peak, the trough and the end of a customer's journey lie",
    "客户旅程的峰值、谷值与终点所在触点")
  static let modelsTitle = Phrase(
    "What goes with the overall score ({item})", "与总体得分（{item}）的关系")
  static let recoveryTitle = Phrase(
    "Recovery paradox: {item} by what went wrong in the {days} days before",
    "服务补救悖论：按作答前 {days} 天内失误情况统计的{item}")
  static let classesTitle = Phrase(
    "{item} by life-cycle class, each customer's latest answer", "各生命周期类别客户最近一次的{item}")

  static let hiddenStep = Phrase("(hidden)", "（隐藏）")
  static let lowest = Phrase("Lowest", "最低")

  static let touchpoint = Phrase("Touchpoint", "触点")
  static let n = Phrase("n", "作答数")
  static let customers = Phrase("Customers", "客户数")
  static let mean = Phrase("Mean", "均值")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let deviation = Phrase("SD", "标准差")
  static let top = Phrase("Top 2", "最高两档")
  static let bottom = Phrase("Bottom 2", "最低两档")
  static let fromLast = Phrase("From last", "较上一触点")
  static let pValue = Phrase("p (Holm)", "p（校正）")
  static let pPlain = Phrase("p", "p")
  static let importance = Phrase("Importance", "重要性")
  static let importanceN = Phrase("n (importance)", "依据样本数")
  static let isImportant = Phrase("Important", "重要")
  static let isUneven = Phrase("Uneven", "不稳定")
  static let momentOfTruth = Phrase("Moment of truth", "关键时刻")
  static let sinceWave = Phrase("{item} since {wave}", "{item}较 {wave}")
  static let npsOf = Phrase("NPS", "净推荐值")
  static let yes = Phrase("yes", "是")
  static let no = Phrase("no", "否")
  static let met = Phrase("Met it", "经历客户")
  static let peak = Phrase("Peak", "峰值")
  static let trough = Phrase("Trough", "谷值")
  static let end = Phrase("End", "终点")
  static let model = Phrase("Figure of the customer", "客户指标")
  static let peakEnd = Phrase("(Peak + end) / 2", "峰终得分")
  static let meanOfMoments = Phrase("Mean of moments", "全部评分均值")
  static let differenceRow = Phrase("Difference", "差值")
  static let correlation = Phrase("r", "相关系数")
  static let rSquared = Phrase("R²", "R²")
  static let failure = Phrase("Failure", "服务失误")
  static let difference = Phrase("Less no failure", "与无失误之差")
  static let lifecycleClass = Phrase("Class", "类别")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let notInClasses = Phrase("(in no class)", "（未归类）")
  static let undefined = Phrase("not defined", "无法计算")
  static let firstStep = Phrase("first", "首个触点")
  static let afterHidden = Phrase("after a hidden one", "前一触点已隐藏")
  static let tooFew = Phrase("too few", "样本不足")
  static let alike = Phrase("scores do not vary", "得分没有差异")
  static let noWave = Phrase("no wave before", "无上一批次")

  static func state(_ state: FailureHistory.State) -> Phrase {
    switch state {
    case .none: Phrase("None", "无失误")
    case .resolved: Phrase("Resolved", "已解决")
    case .unresolved: Phrase("Open", "未解决")
    }
  }

  static func place(_ place: MomentPlaces.Place) -> Phrase {
    switch place {
    case .met: met
    case .peak: peak
    case .trough: trough
    case .end: end
    }
  }

  // Measures
  static let answersOf = Phrase("Scored moments", "触点评分数")
  static let meanOf = Phrase("{item}, {touchpoint}", "{touchpoint}{item}")
  static let npsAt = Phrase("NPS, {touchpoint}", "{touchpoint}净推荐值")
  static let worstDrop = Phrase("Worst drop between touchpoints", "触点间最大降幅")
  static let peakEndOf = Phrase("R² of peak and end", "峰终得分的解释力")
  static let meanRSquared = Phrase("R² of the mean of moments", "评分均值的解释力")
  static let recoveryOf = Phrase("Recovery: resolved less no failure", "服务补救：已解决与无失误之差")
  static let noDrop = Phrase("no step falls beyond chance", "各触点之间无显著下降")

  // Paragraphs
  static let importanceBy = Phrase(
    "Importance: {rule}. A moment of truth has an importance above {limit} and is uneven: a standard "
      + "deviation above {spread}, or a significant fall of more than {drop}.",
    "重要性：{rule}。关键时刻须重要性高于 {limit}，且标准差高于 {spread} 或显著下降超过 {drop}。")
  static let byWeights = Phrase(
    "relative weight of the touchpoint in the overall score ({item}) of {n} customers who scored "
      + "all of them, R² {explained}",
    "{n} 位对全部触点评过分的客户中，该触点对总体得分（{item}）的相对权重，R² 为 {explained}")
  static let byCorrelation = Phrase(
    "correlation of a customer's mean score there with the overall score ({item}), over customers "
      + "who scored several touchpoints",
    "对多个触点评过分的客户中，该触点平均得分与总体得分（{item}）的相关系数")
  static let byVariance = Phrase(
    "the touchpoint's part in the variance of {item}{why}; all parts together η² {explained}, p {p}",
    "该触点在{item}方差中的份额{why}；合计 η² 为 {explained}，p {p}")
  static let fewScoredSeveral = Phrase(
    " (too few customers scored several)", "（对多个触点评过分的客户过少）")
  static let memoryBetter = Phrase(
    "Peak and end go better with {item} than the mean of all moments does: R² {first} against "
      + "{second}, difference {low} to {high}, {n} customers.",
    "峰终得分比全部评分均值更能解释{item}：R² {first} 对 {second}，差值区间 {low} 至 {high}，{n} 位客户。")
  static let memoryWorse = Phrase(
    "The mean of all moments goes better with {item} than peak and end do: R² {second} against "
      + "{first}, difference {low} to {high}, {n} customers.",
    "全部评分均值比峰终得分更能解释{item}：R² {second} 对 {first}，差值区间 {low} 至 {high}，{n} 位客户。")
  static let memoryOpen = Phrase(
    "Undecided whether peak and end or the mean of all moments goes better with {item}: R² {first} "
      + "against {second}, difference {low} to {high}, {n} customers.",
    "峰终得分与全部评分均值何者更能解释{item}尚无定论：R² {first} 对 {second}，差值区间 {low} 至 {high}，{n} 位客户。")
  static let recoverySupported = Phrase(
    "Recovery paradox supported: after a resolved failure {item} is {value} above that without one "
      + "({low} to {high}).",
    "服务补救悖论成立：失误解决后，{item}比无失误客户高 {value}（区间 {low} 至 {high}）。")
  static let recoveryAgainst = Phrase(
    "No recovery paradox: after a resolved failure {item} is {value} below that without one ({low} "
      + "to {high}).",
    "服务补救悖论不成立：失误解决后，{item}仍比无失误客户低 {value}（区间 {low} 至 {high}）。")
  static let recoveryOpen = Phrase(
    "Recovery paradox undecided: {item} after a resolved failure less that without one is {value} "
      + "({low} to {high}).",
    "服务补救悖论未定：失误解决后的{item}与无失误客户相差 {value}（区间 {low} 至 {high}）。")
}
