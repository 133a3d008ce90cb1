import Values

extension DriversPhrases {
  static let noteListwise = Phrase(
    "Who left one of the questions out, or answered \"don't know\", is not in the ranking "
      + "(listwise); means are of all who answered the item.",
    "任一题未作答或回答“不清楚”者不进入排序（整例删除）；均值取该题全部作答。")
  static let noteUnanswered = Phrase(
    "Left out of the ranking: {item}. Nobody who answered the question on {overall} answered it; "
      + "check its column, or leave the item out in the settings.",
    "未纳入排序：{item}。回答{overall}者均未作答该题项；请核对该列，或在设置中剔除该题项。")
  static let noteOverlap = Phrase(
    "Where intervals overlap, the order of two items is not sure: {item} comes first in {share} of "
      + "the draws.",
    "区间重叠时两个题项的先后并不确定：{item}在 {share} 的抽样中居首。")
  static let noteMany = Phrase(
    "LMG is left out: it is worked out for up to {limit} items, and there are {n}.",
    "未计算 LMG：最多支持 {limit} 个题项，现有 {n} 个。")
  static let noteConstant = Phrase(
    "{item}: every complete answer is the same, so it can explain nothing.", "{item}：完整作答全部相同，无从解释。"
  )
  static let noteCollinear = Phrase(
    "{item} is determined by {others}: they share one part, and which of them it is nobody can "
      + "tell.",
    "{item}完全由{others}决定：它们共享同一份影响，无法区分。")
  static let noteNotRanked = Phrase(
    "Not ranked by {dimension} for want of answers ({needed} complete ones): {groups}.",
    "完整作答不足 {needed} 份、未按{dimension}排序的分组：{groups}。")
  static let noteCrosshair = Phrase(
    "Importance is the relative weight (Johnson), beside it LMG; both as shares of R², with "
      + "percentile intervals of {draws} draws (seed {seed}) at {confidence}. The plane is cut at "
      + "the means of the items.",
    "重要性为相对权重，旁列 LMG，均为占 R² 的份额；区间为 {draws} 次抽样（种子 {seed}）的百分位，置信水平 {confidence}。"
      + "象限以各题项均值为界。")
  static let noteMidpoint = Phrase(
    "Importance is the relative weight (Johnson), beside it LMG; both as shares of R², with "
      + "percentile intervals of {draws} draws (seed {seed}) at {confidence}. The plane is cut at "
      + "the middle of the scale for performance, and at the mean of the items for importance.",
    "重要性为相对权重，旁列 LMG，均为占 R² 的份额；区间为 {draws} 次抽样（种子 {seed}）的百分位，置信水平 {confidence}。"
      + "表现以量表中点为界，重要性以各题项均值为界。")
  static let noteStated = Phrase(
    "The plane shows importance as the settings state it, not as it is derived from the answers.",
    "象限图采用设置中给出的自述重要性，而非由作答推导的重要性。")
  static let noteScales = Phrase(
    "The items have different scales: performance is the share of the way from the worst to the "
      + "best answer.",
    "各题项量表不同：表现为由最差到最好的得分率。")
  static let noteDiagonal = Phrase(
    "Items go by their distance above the diagonal on which importance and performance are equal "
      + "by the standards of the items.",
    "题项按其高出“重要性与表现相当”对角线的距离排序（两轴均已标准化）。")
  static let noteReversed = Phrase(
    "{item}: 1 is the best answer; it is turned round, so that higher is better.",
    "{item}：最低分为最好，已反向，数值越高越好。")
  static let noteAgainst = Phrase(
    "{item} goes against {overall} (correlation {r}): if its lowest number is the best answer, "
      + "declare its scale that way (5-1).",
    "{item}与{overall}负相关（{r}）：如该题最低分为最好，请将量表声明为 5-1。")
  static let notePenalties = Phrase(
    "Penalty and reward: change of {overall} (in levels of its scale) where an item has one of the "
      + "two worst or two best answers, against middling ones; R² {r2}. Basic or excitement where "
      + "the two differ significantly, otherwise expected where one counts.",
    "惩罚与奖励：题项为最低两档或最高两档时，{overall}（量表档数）相对中间档的变化，R² 为 {r2}。"
      + "两者差异显著时为基本或兴奋需求，否则任一显著即为期望需求。")
  static let notePenaltiesFew = Phrase(
    "Penalties and rewards are not worked out: {n} complete answers, {needed} are needed (ten for "
      + "each mark).",
    "未计算惩罚与奖励：完整作答 {n} 份，需 {needed} 份（每个参数十份）。")
  static let noteRefused = Phrase(
    "Items are not ranked: {n} complete answers (effective number {effective}), and {needed} are "
      + "needed, ten for each item. Means are shown.",
    "未对题项排序：完整作答 {n} 份（有效样本量 {effective}），需 {needed} 份（每题十份）。仅显示均值。")
  static let noteLowest = Phrase(
    "The lowest groups are those with the lowest figure of all groups by {dimensions}; * marks "
      + "those whose interval lies below the figure of all.",
    "得分最低的群体取自{dimensions}各分组；标 * 者区间低于总体数值。")
  static let noteComplaints = Phrase(
    "Complaints are those of the last {months} months from customers who answered in the group, "
      + "without categories that fewer than {min} complained of; comments are of those who gave "
      + "the overall question the worst answers.",
    "投诉为该组作答客户近 {months} 个月的投诉，不含不足 {min} 位客户的分类；客户原话取自总体问题的低分者。")
  static let noteWeighted = Phrase(
    "Weighted; intervals and the rule of ten go by the effective number of answers. Rows left out "
      + "for want of a weight: {n}.",
    "已加权，区间与样本量要求以有效样本量计。无权重而剔除的行数：{n}。")
  static let noteAbsent = Phrase(
    "Not grouped by {dimension}: no export has the column.", "未按{dimension}分组：数据中没有该列。")
  static let noteUnknown = Phrase(
    "The settings name the item '{item}', which the survey does not have.",
    "设置中的题项“{item}”在调查数据中不存在。")

  // Findings
  static let first = Phrase(
    "{item} is where to begin: {share} of what moves {overall} ({low} to {high}), mean {mean} "
      + "against {cut}.",
    "应先改进{item}：占{overall}影响因素的 {share}（{low} 至 {high}），得分 {mean}，分界为 {cut}。")
  static let firstStated = Phrase(
    "{item} is where to begin: stated importance {importance}, mean {mean} against {cut}.",
    "应先改进{item}：自述重要性 {importance}，得分 {mean}，分界为 {cut}。")
  static let firstAction = Phrase(
    "Go through the last ten poor ratings of {item} with those who do it, mend the first cause, and "
      + "set a target for the next wave.",
    "与责任团队逐一复盘{item}最近十份低分作答，先消除首要原因，并为下一批次设定目标。")
  static let basic = Phrase(
    "Poor answers to {item} cost {overall} {penalty} levels; good ones bring {reward}.",
    "{item}的低分使{overall}变化 {penalty} 档，高分变化 {reward} 档。")
  static let basicAction = Phrase(
    "Make {item} fail less often before making it better.", "先减少{item}的失误，再谈提升。")
  static let lowestGroup = Phrase(
    "{dimension} {group} is lowest: {figure} ({low} to {high}) against {total} over all.",
    "{dimension}“{group}”得分最低：{figure}（{low} 至 {high}），总体为 {total}。")
  static let lowestComplaint = Phrase(
    "{sentence} Its customers complained most of {category} ({n} complaints).",
    "{sentence}该组客户投诉最多的是{category}（{n} 起）。")
  static let lowestAction = Phrase(
    "Call the customers of {group} who complained, and report what was mended.",
    "逐一回访“{group}”的投诉客户，并反馈整改结果。")
  static let lowestActionOpen = Phrase(
    "Ask ten customers of {group} what is missing, and name an owner.",
    "访谈十位“{group}”客户，找出不足并指定负责人。")
}
