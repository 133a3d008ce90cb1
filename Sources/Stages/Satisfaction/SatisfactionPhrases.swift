import Values

/// All words of stage `satisfaction`.
enum SatisfactionPhrases {
  static let title = Phrase("Satisfaction", "满意度")
  static let question = Phrase("Are our customers content?", "客户是否满意？")

  // Headlines
  static let headlineFallReal = Phrase(
    "NPS {nps} ({low} to {high}), down {change}: the change is real.",
    "NPS 为 {nps}（{low} 至 {high}），下降 {change}：变化真实。")
  static let headlineRiseReal = Phrase(
    "NPS {nps} ({low} to {high}), up {change}: the change is real.",
    "NPS 为 {nps}（{low} 至 {high}），上升 {change}：变化真实。")
  static let headlineFallNoise = Phrase(
    "NPS {nps} ({low} to {high}), down {change}: within what chance alone brings.",
    "NPS 为 {nps}（{low} 至 {high}），下降 {change}：在随机波动范围内。")
  static let headlineRiseNoise = Phrase(
    "NPS {nps} ({low} to {high}), up {change}: within what chance alone brings.",
    "NPS 为 {nps}（{low} 至 {high}），上升 {change}：在随机波动范围内。")
  static let headlineNPS = Phrase(
    "NPS {nps} ({low} to {high}) from {n} answers.", "NPS 为 {nps}（{low} 至 {high}），共 {n} 份作答。")
  static let headlineMean = Phrase(
    "{item}: {mean} of {best} ({low} to {high}), {top} in the two best levels.",
    "{item}：{mean} 分（满分 {best}，{low} 至 {high}），{top} 选择最高两档。")
  static let headlineOne = Phrase(
    "{item}: {mean} from a single answer.", "{item}：{mean} 分，仅 1 份作答。")
  static let headlineHidden = Phrase(
    "No figure is shown: it would tell the answers of fewer than {min} people.",
    "不显示数值：否则会透露不足 {min} 人的作答。")
  static let headlineEmpty = Phrase("Nobody answered.", "无人作答。")

  // Measures
  static let responses = Phrase("Responses", "答卷数")
  static let npsScore = Phrase("NPS", "净推荐值（NPS）")
  static let meanOf = Phrase("{item}, mean", "{item}均值")
  static let topOf = Phrase("{item}, two best levels", "{item}最高两档占比")
  static let favourableOf = Phrase("{item}, 5 to 7", "{item} 5–7 分占比")

  // Reasons
  static let undefined = Phrase("not defined for one answer", "仅一份作答，无法计算")

  // Page
  static let scope = Phrase(
    "Figures are of wave {wave}: {n} of {all} responses.", "本页统计批次 {wave}：{n} 份答卷（共 {all} 份）。")
  static let scopeHidden = Phrase("Figures are of wave {wave}.", "本页统计批次 {wave}。")
  static let scopeAllHidden = Phrase("Figures are of all responses.", "本页统计全部答卷。")
  static let scopeAll = Phrase("Figures are of all {all} responses.", "本页统计全部 {all} 份答卷。")
  static let level = Phrase("{level}", "{level}")
  static let worst = Phrase("{level} (worst)", "{level}（最差）")
  static let best = Phrase("{level} (best)", "{level}（最好）")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let distributionTitle = Phrase("Answers by item, {scale}", "各题项作答分布（{scale}）")
  static let distributionAlt = Phrase(
    "Stacked shares of the levels of each item, worst to the left; lowest mean: {item} with "
      + "{mean}.",
    "各题项各等级占比的堆积条形图，左侧为差评；均值最低的是{item}（{mean}）。")
  static let npsBy = Phrase("NPS by {dimension}", "各{dimension}的 NPS")
  static let meanBy = Phrase("{item} by {dimension}", "各{dimension}的{item}")
  static let groupAlt = Phrase(
    "Interval of each group; lowest: {low} with {lowest}, highest: {high} with {highest}.",
    "各组数值及区间；最低：{low}（{lowest}），最高：{high}（{highest}）。")
  static let largest = Phrase("{title} (the {n} with most answers)", "{title}（作答最多的 {n} 组）")
  static let itemsTitle = Phrase("Items", "各题项")
  static let npsTableTitle = Phrase("NPS by group", "各分组的 NPS")
  static let meansTitle = Phrase("Means by {dimension}", "各{dimension}的均值")
  static let total = Phrase("All", "合计")

  static let item = Phrase("Item", "题项")
  static let dimension = Phrase("By", "维度")
  static let group = Phrase("Group", "分组")
  static let n = Phrase("Answers", "作答数")
  static let effectiveN = Phrase("Effective answers", "有效样本量")
  static let mean = Phrase("Mean", "均值")
  static let deviation = Phrase("SD", "标准差")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let top = Phrase("Two best", "最高两档")
  static let topLow = Phrase("Two best, low", "最高两档下限")
  static let topHigh = Phrase("Two best, high", "最高两档上限")
  static let bottom = Phrase("Two worst", "最低两档")
  static let bottomLow = Phrase("Two worst, low", "最低两档下限")
  static let bottomHigh = Phrase("Two worst, high", "最低两档上限")
  static let favourable = Phrase("Above middle", "高于中位")
  static let promoters = Phrase("Promoters", "推荐者")
  static let passives = Phrase("Passives", "中立者")
  static let detractors = Phrase("Detractors", "贬损者")
  static let change = Phrase("Change", "较上批次")
  static let firstWave = Phrase("no wave before", "无上一批次")
  static let noChange = Phrase("not testable", "无法检验")
  static let noCompare = Phrase("–", "–")

  // Notes
  static let noteInterval = Phrase(
    "Intervals at {confidence}: adjusted Wald for NPS, Student's t for means, Wilson for shares.",
    "区间置信水平为 {confidence}：NPS 用调整正态近似区间，均值用学生分布区间，占比用威尔逊区间。")
  static let noteMissingHidden = Phrase(
    "A question left empty is left out of that question alone.", "未作答的题目仅在该题中剔除。")
  static let noteMissing = Phrase(
    "A question left empty is left out of that question alone. Responses without any answer: {n}.",
    "未作答的题目仅在该题中剔除。全部未作答的答卷：{n} 份。")
  static let noteCell = Phrase(
    "Groups of fewer than {min} answers show no figure. Where one could be worked out from other "
      + "figures of this pack or of an earlier one, more are hidden, and no cell says which it is. "
      + "Counts are protected, each answer counted once; weights are not told.",
    "作答少于 {min} 份的分组不显示数值。若可由本报告或以往报告的其他数值推算，则一并隐藏更多分组，且不注明属于哪种情形。"
      + "保护的对象是作答人数（每份计一次），不透露权重。")
  static let noteWeights = Phrase(
    "Weighted; intervals rest on the effective number of answers. Rows left out for want of a "
      + "weight: {n}.",
    "已加权，区间按有效样本量计算。无权重而剔除的行数：{n}。")
  static let noteNeutral = Phrase(
    "The middle level of an odd scale stands half on either side of zero; an even scale has none.",
    "奇数等级量表的中间等级平分于零线两侧，偶数等级量表无中间等级。")
  static let noteReversed = Phrase(
    "{item}: 1 is the best answer; it is turned round in means, so that higher is better.",
    "{item}：最低分为最好，计算均值时已反向，数值越高越好。")
  static let noteCES = Phrase(
    "Ease: mean of 1 to 7 and the share of 5 to 7.", "办理轻松度：1–7 分的均值与 5–7 分的占比。")
  static let noteAbsent = Phrase(
    "Not grouped by {dimension}: no export has the column.", "未按{dimension}分组：数据中没有该列。")
  static let noteLabel = Phrase(
    "The survey has no item '{item}' that a label was given for.", "为题项“{item}”指定了名称，但数据中没有该题项。")
  static let noteWithoutWave = Phrase(
    "Responses without a wave, in no figure of the latest one: {n}.", "未注明批次、不计入最近批次的答卷：{n} 份。")
  static let noteManyTests = Phrase(
    "A group is named as weak where the groups of its kind differ, once corrected, and its interval "
      + "lies below the figure of all.",
    "同一维度的分组经校正后确有差异、且某分组区间低于总体数值时，该分组列为偏弱。")

  // Findings
  static let service = Phrase("Customer service", "客户服务")
  static let operations = Phrase("Heads of department", "部门负责人")
  static let npsFell = Phrase(
    "NPS fell by {change} points from {before} to {after}.",
    "NPS 由 {before} 到 {after} 下降 {change} 分。")
  static let npsRose = Phrase(
    "NPS rose by {change} points from {before} to {after}.",
    "NPS 由 {before} 到 {after} 上升 {change} 分。")
  static let npsFellAction = Phrase(
    "Call back this wave's detractors and sort what they say by cause.", "回访本批次的贬损者，按原因归类其意见。")
  static let npsRoseAction = Phrase(
    "Find what changed between the two waves and keep it.", "找出两个批次之间的改进并予以保持。")
  static let groupWeak = Phrase(
    "{dimension} {group}: {figure} ({low} to {high}) against {total} over all.",
    "{dimension}“{group}”：{figure}（{low} 至 {high}），总体为 {total}。")
  static let npsName = Phrase("NPS {value}", "NPS 为 {value}")
  static let meanName = Phrase("{item} {value}", "{item}为 {value}")
  static let touchpointAction = Phrase(
    "Walk through {group} with the team that runs it and mend the first cause that is named.",
    "与“{group}”环节的负责团队一起走查流程，先解决首要原因。")
  static let groupAction = Phrase(
    "Ask ten customers of {group} what is missing, and name an owner.",
    "访谈十位“{group}”客户，找出不足并指定负责人。")
  static let itemWeak = Phrase(
    "Weakest item: {item} with {mean} ({low} to {high}); the items' average is {total}.",
    "最弱题项：{item}，{mean}（{low} 至 {high}）；各题项平均为 {total}。")
  static let itemAction = Phrase(
    "Read the comments of those who gave {item} the two worst levels and set a target.",
    "阅读对“{item}”打最低两档客户的意见，并设定改进目标。")
}
