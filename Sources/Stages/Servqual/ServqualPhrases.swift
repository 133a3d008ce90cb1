import Values

/// All words of stage `servqual`.
enum ServqualPhrases {
  static let title = Phrase("SERVQUAL", "服务质量差距")
  static let titleInternal = Phrase("Internal service", "内部服务质量差距")
  static let question = Phrase("Where does service fall short of what is expected?", "服务在哪些方面低于期望？")
  static let questionInternal = Phrase(
    "Where do departments fall short of what others expect?", "部门之间的服务在哪些方面低于期望？")

  // Headlines
  static let headline = Phrase(
    "Largest gap: {dimension} with {gap} ({low} to {high}); expected {expected}, perceived "
      + "{perceived}.",
    "差距最大的维度：{dimension}，为 {gap}（{low} 至 {high}）；期望 {expected}，感知 {perceived}。")
  static let headlineMet = Phrase(
    "Perceptions meet or exceed expectations in every dimension shown; nearest to falling short: "
      + "{dimension} with {gap} ({low} to {high}); expected {expected}, perceived {perceived}.",
    "所列各维度的感知均达到或超过期望；最接近未达期望的维度：{dimension}，差距 {gap}（{low} 至 {high}）；"
      + "期望 {expected}，感知 {perceived}。")
  static let headlineOne = Phrase(
    "{dimension}: gap {gap} from a single answer.", "{dimension}：差距 {gap}，仅 1 份作答。")
  static let headlinePerceived = Phrase(
    "Weakest dimension: {dimension} with {perceived}; expectations were not asked.",
    "最弱的维度：{dimension}，感知 {perceived}；未询问期望。")
  static let headlineEmpty = Phrase("Nobody answered.", "无人作答。")
  static let headlineNoExternal = Phrase(
    "No answer is of the external scope. Answers that name a consumer department are internal: "
      + "choose the internal scope for them.",
    "没有外部范围的作答。注明接受部门的作答属于内部范围，如需统计请改选内部范围。")
  static let headlineNoInternal = Phrase(
    "No answer is of the internal scope: none names a consumer department or a customer inside the "
      + "company. Choose the external scope for answers of customers.",
    "没有内部范围的作答：均未注明接受部门或公司内部客户。如需统计客户作答，请改选外部范围。")

  // Page
  static let scope = Phrase(
    "Figures are of wave {wave}: {n} respondents.", "本页统计批次 {wave}：{n} 份作答。")
  static let scopeAll = Phrase("Figures are of {n} respondents.", "本页统计 {n} 份作答。")
  static let scopeHidden = Phrase("Figures are of all answers.", "本页统计全部作答。")
  static let gapsTitle = Phrase("Gap by dimension", "各维度差距")
  static let gapsAlt = Phrase(
    "Each gap (perception less expectation) with its interval; lowest: {low} with {lowest}, "
      + "highest: {high} with {highest}.",
    "各项差距（感知减期望）及区间；最低：{low}（{lowest}），最高：{high}（{highest}）。")
  static let perceivedTitle = Phrase("Perception by dimension", "各维度感知")
  static let perceivedAlt = Phrase(
    "Perception of each dimension with its interval; lowest: {low} with {lowest}, highest: {high} "
      + "with {highest}.",
    "各维度感知及区间；最低：{low}（{lowest}），最高：{high}（{highest}）。")
  static let itemsChart = Phrase("Gap by item", "各题项差距")
  static let itemsChartPerceived = Phrase("Perception by item", "各题项感知")
  static let planeTitle = Phrase("Importance and gap", "重要性与差距")
  static let planeAlt = Phrase(
    "Each dimension by its points of 100 (right) and its gap (up); most points: {points}, lowest "
      + "gap: {gap}.",
    "各维度的权重分（横轴）与差距（感知减期望，纵轴）；权重最高：{points}，差距值最低：{gap}。")
  static let planeX = Phrase("Mean points of 100", "平均分配分数")
  static let planeY = Phrase("Gap (perception less expectation)", "差距（感知减期望）")
  static let fieldKeep = Phrase("important, near expectation", "重要且接近期望")
  static let fieldAct = Phrase("important, far below", "重要但差距大")
  static let fieldFine = Phrase("less important, near", "次要且接近期望")
  static let fieldWatch = Phrase("less important, far below", "次要但差距大")
  static let fieldAbove = Phrase("important, further above", "重要且高于期望较多")
  static let fieldAboveLess = Phrase("less important, further above", "次要且高于期望较多")
  static let groupsTitle = Phrase("Gap by {dimension}", "各{dimension}的差距")
  static let groupsTitlePerceived = Phrase("Perception by {dimension}", "各{dimension}的感知")
  static let groupsAlt = Phrase(
    "Score of each group with its interval; lowest: {low} with {lowest}, highest: {high} with "
      + "{highest}.",
    "各组得分及区间；最低：{low}（{lowest}），最高：{high}（{highest}）。")
  static let largest = Phrase("{title} (the {n} with most answers)", "{title}（作答最多的 {n} 组）")
  static let dimensionsTitle = Phrase("Dimensions", "各维度")
  static let itemsTitle = Phrase("Items", "各题项")
  static let groupTableTitle = Phrase("Scores by {dimension}", "各{dimension}的得分")
  static let toleranceTitle = Phrase("Zone of tolerance", "容忍区间")
  static let matrixTitle = Phrase(
    "Gap by provider (rows) and consumer (columns)", "提供部门（行）与接受部门（列）的差距")
  static let matrixTitlePerceived = Phrase(
    "Perception by provider (rows) and consumer (columns)", "提供部门（行）与接受部门（列）的感知")
  static let pairsTitle = Phrase("Departments that judge each other", "部门互评对比")

  static let dimension = Phrase("Dimension", "维度")
  static let item = Phrase("Item", "题项")
  static let group = Phrase("Group", "分组")
  static let n = Phrase("n", "人数")
  static let expectation = Phrase("Expected", "期望")
  static let perception = Phrase("Perceived", "感知")
  static let gap = Phrase("Gap", "差距")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let pValue = Phrase("p (Holm)", "p（校正）")
  static let ranks = Phrase("p (ranks)", "p（秩检验）")
  static let points = Phrase("Points", "权重分")
  static let alphaPerceived = Phrase("α perceived", "α 感知")
  static let alphaExpected = Phrase("α expected", "α 期望")
  static let minimum = Phrase("Least", "最低")
  static let desired = Phrase("Desired", "理想")
  static let adequacy = Phrase("Adequacy", "充足度")
  static let superiority = Phrase("Superiority", "优越度")
  static let position = Phrase("Position", "位置")
  static let provider = Phrase("Provider", "提供部门")
  static let pair = Phrase("Pair", "部门")
  static let given = Phrase("Gap given", "正向差距")
  static let returned = Phrase("Gap returned", "反向差距")
  static let difference = Phrase("Difference", "差值")
  static let pairOf = Phrase("{one} → {other}", "{one} → {other}")
  static let overall = Phrase("All dimensions", "全部维度")
  static let weighted = Phrase("By points", "按权重分")
  static let itemNumber = Phrase("Item {n}", "题项 {n}")
  static let itemNamed = Phrase("{n} {name}", "{n} {name}")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let undefined = Phrase("not defined", "无法计算")
  static let notAsked = Phrase("not asked", "未询问")
  static let nobody = Phrase("–", "–")

  // Measures
  static let respondents = Phrase("Respondents", "受访者")
  static let gapUnweighted = Phrase("Gap, unweighted", "未加权差距")
  static let gapWeighted = Phrase("Gap, weighted by points", "加权差距")
  static let perceived = Phrase("Perception (SERVPERF)", "感知（绩效得分）")
  static let gapOf = Phrase("Gap, {dimension}", "{dimension}差距")
  static let perceivedOf = Phrase("Perception, {dimension}", "{dimension}感知")

  // Notes
  static let noteGap = Phrase(
    "Gap: perception less expectation, on {scale}; below 0 service falls short. Expectation, "
      + "perception and gap are always told together, since gaps say little beyond perception.",
    "差距为感知减期望，量表 {scale}；低于 0 表示未达期望。期望、感知与差距一并列出，因差距在感知之外信息有限。")
  static let notePerceived = Phrase(
    "Expectations were not asked: perception alone, on {scale}.", "未询问期望：仅列感知得分，量表 {scale}。")
  static let noteMissing = Phrase(
    "An item counts where it is answered both ways; a dimension where at least {share} of its "
      + "items are, as the mean of those answered; all dimensions together where each counts.",
    "题项须期望与感知均作答方计入；维度须至少回答 {share} 的题项，取已答题项均值；总分须各维度均计入。")
  static let noteIntervals = Phrase(
    "Intervals at {confidence} (Student's t of each respondent's own gap); p by paired tests, "
      + "corrected by Holm over the gaps tested together.",
    "区间置信水平为 {confidence}（按受访者自身差距的学生分布）；p 为配对检验，并对同组检验作校正。")
  static let notePoints = Phrase(
    "Points are divided by 100. Weighted score: {n} respondents; left out for points that do not "
      + "add up to 100 (± {tolerance}): {wrong}, without points: {none}.",
    "权重分除以 100。加权总分含 {n} 人；因合计不为 100（± {tolerance}）剔除 {wrong} 人，未分配 {none} 人。")
  static let noteNoPoints = Phrase(
    "No weighted score: not every dimension has a column of points.", "无加权总分：并非每个维度都有权重分列。")
  static let noteItems = Phrase(
    "Items are named in short after the questionnaire of 1991.", "题项简称依 1991 年问卷。")
  static let noteAbsent = Phrase(
    "Not grouped by {dimension}: no export has the column.", "未按{dimension}分组：数据中没有该列。")
  static let noteAbsentItems = Phrase(
    "Items of the dimensions that the export lacks or has one way only: {items}.",
    "维度中缺失或仅有一侧作答的题项：{items}。")
  static let noteUnused = Phrase(
    "Items that belong to no dimension, in no figure: {items}.", "不属于任何维度、未计入的题项：{items}。")
  static let noteWeights = Phrase(
    "The column of answer weights is not used: every respondent counts once.", "未使用作答权重列：每位受访者计一次。")
  static let alphaOf = Phrase("{dimension} {alpha}", "{dimension} {alpha}")
  static let noteAlpha = Phrase(
    "α of perception below 0.7: {dimensions}; the means of such items say little.",
    "感知 α 低于 0.7 的维度：{dimensions}；其题项均值意义有限。")
  static let noteGroups = Phrase(
    "Tables by group show all dimensions together with the gap of each beside them; the list "
      + "has expectation, perception and gap of every dimension and item by group.",
    "分组表列出全部维度的期望、感知与差距及各维度差距；各分组各维度、各题项的三项得分见清单。")
  static let notePairs = Phrase(
    "No pair of departments is told: each has fewer than {min} answers, or protects one that has.",
    "不显示任何一对部门的结果：作答均少于 {min} 份，或须保护此类部门。")
  static let noteReversed = Phrase(
    "Items that seem to run the other way: {items}; were they asked in reverse?",
    "疑似反向的题项：{items}；是否为反向提问？")
  static let noteSwapped = Phrase(
    "The least acceptable level lies above the desired one in: {dimensions}; are their columns "
      + "swapped? Check how 'minimum' and 'desired' are mapped.",
    "以下维度的最低可接受水平高于理想水平：{dimensions}；两者的列是否对调？请检查列的对应关系。")
  static let swappedLevels = Phrase(
    "{dimension} (least {minimum}, desired {desired})", "{dimension}（最低 {minimum}，理想 {desired}）")
  static let noteWrongPoints = Phrase(
    "{wrong} respondents gave points that do not add up to 100; they are not in the weighted "
      + "score.",
    "{wrong} 位受访者的权重分合计不为 100，未计入加权总分。")
  static let noteName = Phrase(
    "The setting 'names' names '{item}', which is no dimension or item.", "设置中的名称“{item}”不是维度或题项。")
  static let noteLargest = Phrase(
    "Tables by group show the {n} groups with most answers; the list holds all.",
    "分组表仅列作答最多的 {n} 组，完整数据见清单。")

  // Findings
  static let largestGap = Phrase(
    "{dimension} falls {gap} short of what is expected ({low} to {high}); expected {expected}, "
      + "perceived {perceived}. Worst item: {item} with {worst}.",
    "{dimension}低于期望 {gap}（{low} 至 {high}）；期望 {expected}，感知 {perceived}。最差题项：{item}（{worst}）。")
  static let largestAction = Phrase(
    "Start with {item}: find what keeps it from being done as expected.", "从“{item}”入手，查明未达期望的原因。")
  static let weakGroup = Phrase(
    "{kind} {group}: {dimension} gap {gap} ({low} to {high}), all {total}.",
    "{kind}{group}：{dimension}差距 {gap}（{low} 至 {high}），总体 {total}。")
  static let weakAction = Phrase(
    "Go through {dimension} with {group} and learn from the best group.",
    "与{group}逐项复盘{dimension}，借鉴最佳分组。")
  static let worse = Phrase(
    "The gap in {dimension} grew from {before} to {after}: {was} to {is} (p {p}).",
    "{dimension}差距由 {before} 的 {was} 扩大到 {after} 的 {is}（p {p}）。")
  static let better = Phrase(
    "The gap in {dimension} shrank from {before} to {after}: {was} to {is} (p {p}).",
    "{dimension}差距由 {before} 的 {was} 缩小到 {after} 的 {is}（p {p}）。")
  static let worseAction = Phrase(
    "Find what changed in {dimension} between the two waves.", "查明两个批次之间{dimension}的变化。")
  static let betterAction = Phrase(
    "Keep what changed in {dimension} between the two waves.", "保持两个批次之间{dimension}的改进。")
  static let belowZone = Phrase(
    "{dimension} lies below the least that is accepted, by {adequacy} ({low} to {high}).",
    "{dimension}低于最低可接受水平 {adequacy}（{low} 至 {high}）。")
  static let belowAction = Phrase(
    "Bring {dimension} back above the least accepted level first.", "首先使{dimension}恢复到最低可接受水平以上。")
  static let uneven = Phrase(
    "{one} serves {other} with a gap of {given}, and is served by it with {returned} (p {p}).",
    "{one}服务{other}的差距为 {given}，反向为 {returned}（p {p}）。")
  static let unevenAction = Phrase(
    "Let {one} and {other} agree what each needs of the other.", "由{one}与{other}共同约定彼此的服务要求。")
  static let service = Phrase("Customer service", "客户服务")
  static let operations = Phrase("Heads of department", "部门负责人")
}
