import Values

/// Findings, actions, owners and notes.
extension JourneyPhrases {
  // Findings
  static let dropFound = Phrase(
    "{item} falls by {drop} ({low} to {high}) from {before} to {touchpoint}, to {mean}: {n} answers"
      + "{wave}.",
    "从{before}到{touchpoint}，{item}下降 {drop}（区间 {low} 至 {high}），降至 {mean}；共 {n} 份作答{wave}。")
  static let ofWave = Phrase(" of wave {wave}", "（批次 {wave}）")
  static let dropAction = Phrase(
    "Walk through {touchpoint} with customers who scored it low, and remove the first cause",
    "回访{touchpoint}环节的低分客户，找出并消除首要原因")
  static let npsFell = Phrase(
    "NPS after {touchpoint} fell from {was} in {before} to {now} in {after} (by {low} to {high}; p "
      + "{p}); {others}.",
    "{touchpoint}后的净推荐值由 {before} 的 {was} 降至 {after} 的 {now}（降幅区间 {low} 至 {high}，p {p}）；{others}。")
  static let scoreFell = Phrase(
    "{item} at {touchpoint} fell from {was} in {before} to {now} in {after} (by {low} to {high}; p "
      + "{p}); {others}.",
    "{touchpoint}的{item}由 {before} 的 {was} 降至 {after} 的 {now}（降幅区间 {low} 至 {high}，p {p}）；{others}。")
  static let othersSteady = Phrase("no other touchpoint fell", "其他触点均无显著下降")
  static let othersFell = Phrase("{touchpoints} fell too", "{touchpoints}也显著下降")
  static let fellAction = Phrase(
    "Find out what changed in {touchpoint} since {before}, and call those who scored it lowest",
    "查明自 {before} 以来{touchpoint}发生了什么变化，并回访评分最低的客户")
  static let weakGroup = Phrase(
    "{dimension} {group} {mean} ({low} to {high})", "{dimension}“{group}” {mean}（{low} 至 {high}）")
  static let weakFound = Phrase(
    "{item} at {touchpoint} is lowest for {groups}, against {mean} of all who scored it.",
    "{touchpoint}的{item}在{groups}最低，该触点总体为 {mean}。")
  static let weakAction = Phrase(
    "Start with {groups}: call them about {touchpoint} first", "从{groups}入手，优先就{touchpoint}回访")
  static let truthFound = Phrase(
    "Moments of truth: {touchpoints}.", "关键时刻：{touchpoints}。")
  static let truthAction = Phrase(
    "Set a standard for {touchpoints}, and measure it on every case",
    "为{touchpoints}制定服务标准，并逐单检查执行情况")
  static let memoryAction = Phrase(
    "Put effort into the worst moment and a good end rather than into every step alike",
    "把资源优先用于改善最差时刻和做好收尾，而非平均投入")
  static let meanAction = Phrase(
    "Work on the level of every step: customers judge the whole, not single moments",
    "着力提升各环节的整体水平：客户评价的是全程而非个别时刻")
  static let recoverySupportedAction = Phrase(
    "Make the way complaints are resolved the rule, and go on preventing them",
    "把现有投诉处理做法固化为标准，同时继续预防失误")
  static let recoveryAgainstAction = Phrase(
    "Call customers after their complaint is closed: resolving it has not won them back",
    "投诉关闭后回访客户：仅解决问题尚未挽回满意度")
  static let classFound = Phrase(
    "{item} differs by life-cycle class (p {p}): lowest in {class} with {mean} ({low} to {high}), {n} "
      + "customers.",
    "{item}因生命周期类别而异（p {p}）：{class}最低，为 {mean}（区间 {low} 至 {high}），{n} 位客户。")
  static let classAction = Phrase(
    "Ask customers of the class {class} what is missing before offering them more",
    "先了解{class}的不满之处，再开展营销")

  static let service = Phrase("Customer service", "客户服务")
  static let delivery = Phrase("Head of the touchpoint", "触点负责人")

  // Notes
  static let noteInterval = Phrase(
    "Low and high are {confidence} intervals (Student's t); changes from the touchpoint before are "
      + "tested by Welch and corrected by Holm. Answers of one customer at two touchpoints count as "
      + "independent.",
    "上下限为 {confidence} 区间（学生 t 分布）；与上一触点之差用韦尔奇检验并经霍尔姆校正。同一客户在两个触点的作答视为相互独立。")
  static let noteCell = Phrase(
    "Groups of fewer than {min} answers or customers show no figure; more are hidden where one could "
      + "be worked out.",
    "不足 {min} 份作答或 {min} 位客户的分组不显示数值；能据以推算的分组一并隐藏。")
  static let noteWeights = Phrase(
    "Scores at touchpoints are weighted; intervals rest on the effective number of answers. Figures "
      + "of customers count each customer once. Rows left out for want of a weight: {n}.",
    "触点得分已加权，区间按有效样本量计算；以客户为单位的数值每位客户计一次。因无权重剔除：{n} 行。")
  static let noteRelation = Phrase(
    "Overall score: each customer's latest answer to {item} that belongs to no touchpoint.",
    "总体得分：每位客户最近一次不属于任何触点的{item}作答。")
  static let noteLatest = Phrase(
    "Overall score: each customer's latest answer to {item}, for no survey asks of the relation "
      + "apart from a touchpoint. Only moments before that answer are held against it: a score given "
      + "together with it would go with itself.",
    "总体得分：每位客户最近一次的{item}作答，因没有独立于触点的关系调查。只用该次作答之前的评分与之比较，同时给出的评分会造成自相关。")
  static let noteMoments = Phrase(
    "Peak, trough and end by touchpoint are of customers with {least} or more scored moments in all "
      + "waves. Of equal scores the earliest counts.",
    "各触点的峰值、谷值与终点：统计在全部批次中至少有 {least} 次评分的客户；得分相同取最早者。")
  static let noteFailures = Phrase(
    "A failure is a complaint (which kinds of cases count stands in the settings) that came in before "
      + "the answer; it counts as resolved where the last of them was resolved by then. Of each "
      + "customer the latest answer counts.",
    "服务失误：作答前受理的投诉类工单（计入的类型见附录设置）；截至作答日均已解决者计为已解决。每位客户取最近一次作答。")
  static let noteNoCustomers = Phrase(
    "Not looked at: order in the data, importance by customer, peak and end, recovery, life cycle. "
      + "No answer names both customer and day.",
    "未分析：数据中的先后顺序、按客户的重要性、峰终、服务补救与生命周期，因作答未同时注明客户与日期。")
  static let noteNoOverall = Phrase(
    "Not looked at: importance by customer, peak and end, recovery. The survey has no second question "
      + "that could stand for the whole relation.",
    "未分析：按客户的重要性、峰终与服务补救，因调查中没有第二个可代表整体关系的题目。")
  static let noteNoCases = Phrase(
    "Not looked at: recovery. No export of cases names customer and kind.",
    "未分析：服务补救，因没有注明客户与类型的工单数据。")
  static let noteNoFailures = Phrase(
    "Not looked at: recovery. No case is of a kind that is a failure by the settings ({kinds}); "
      + "write them as the export of cases has them.",
    "未分析：服务补救，因没有工单属于设置中的失误类型（{kinds}）；请按工单数据中的写法填写。")
  static let noteKindNear = Phrase(
    "The settings call '{kind}' a failure, and no case is of that kind; did you mean '{near}'?",
    "设置中的失误类型“{kind}”在工单数据中不存在；是否指“{near}”？")
  static let noteKind = Phrase(
    "The settings call '{kind}' a failure, and no case is of that kind; write it as the export of "
      + "cases has it.",
    "设置中的失误类型“{kind}”在工单数据中不存在；请按工单数据中的写法填写。")
  static let noteNoLifecycle = Phrase(
    "Not looked at: satisfaction by life-cycle class. No step named lifecycle ran before.",
    "未分析：各生命周期类别的满意度，因此前未运行生命周期步骤。")
  static let noteFewMoments = Phrase(
    "Whether peak and end or the mean explains the overall score better could not be tested: fewer "
      + "than {least} customers have {moments} scored moments before it, or their scores do not vary.",
    "未能检验峰终与均值何者更能解释总体得分：此前有 {moments} 次评分的客户不足 {least} 位，或得分没有差异。")
  static let noteNoImportance = Phrase(
    "No importance: the data are not enough for the way the settings ask for.",
    "未计算重要性：数据不足以支持设置所要求的方法。")
  static let noteAlike = Phrase(
    "No importance: everybody whose answers are shown gives {item} the same score, so no "
      + "touchpoint can move it.",
    "未计算重要性：所示作答的{item}得分全部相同，任何触点都无从产生影响。")
  static let noteWithout = Phrase(
    "Answers without customer or day, which count at their touchpoint only: {n}.",
    "未注明客户或日期的作答仅计入触点得分：{n} 份。")
  static let noteAbsent = Phrase(
    "Not grouped by {dimension}: no export has the column.", "未按{dimension}分组：数据中没有该列。")
  static let noteUnknown = Phrase(
    "The settings name {name}, which the survey does not have.", "设置中的“{name}”在调查数据中不存在。")
}
