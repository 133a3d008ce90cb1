import Values

/// Words on changes, differences and the aspects as a scale.
extension SatisfactionPhrases {
  static let median = Phrase("Median", "中位数")

  // Scales
  static let scalesTitle = Phrase("Scales", "量表与方向")
  static let scale = Phrase("Worst to best", "由差到好")
  static let topLevels = Phrase("Counts as best", "计为最高档")
  static let bottomLevels = Phrase("Counts as worst", "计为最低档")
  static let items = Phrase("Items", "题项")
  static let middle = Phrase("Middle", "中间档")
  static let noMiddle = Phrase("none", "无")
  static let ends = Phrase("{worst} to {best}", "{worst} 至 {best}")
  static let reversedEnds = Phrase("{worst} to {best}, turned round", "{worst} 至 {best}（反向）")
  static let dontKnow = Phrase("Don't know", "不清楚")
  static let dontKnowShare = Phrase("Don't know, share", "不清楚占比")
  static let withDontKnow = Phrase("{item} (don't know: {share})", "{item}（不清楚：{share}）")
  static let noCode = Phrase("no code", "无代码")
  static let noteDontKnow = Phrase(
    "Don't know is neither neutral nor an empty answer: it is counted apart and is in no base; its "
      + "share is of these and the answers on the scale.",
    "“不清楚”既非中立也非未作答：单独计数，不计入任何基数；其占比以“不清楚”与量表内作答之和为分母。")

  // Changes
  static let changesTitle = Phrase("Change from {before} to {after}", "{before} 至 {after} 的变化")
  static let before = Phrase("Before", "上批次")
  static let after = Phrase("Latest", "本批次")
  static let adjusted = Phrase("p, corrected", "校正后 p")
  static let reading = Phrase("Reading", "判读")
  static let rose = Phrase("rose", "上升")
  static let fell = Phrase("fell", "下降")
  static let steady = Phrase("no change shown", "未见显著变化")
  static let untested = Phrase("not testable", "无法检验")
  static let noteChanges = Phrase(
    "Recommendation in points of NPS, other items by their mean; p-values are corrected over the "
      + "items (Holm), so that 1 in 20 such tables names a change where there is none.",
    "推荐意愿以 NPS 分表示，其余题项以均值表示；显著性概率按题项数校正（霍尔姆法），同类表格约二十张才有一张误报。")
  static let itemsFell = Phrase(
    "From {before} to {after} fell: {items}.", "{before} 至 {after} 显著下降：{items}。")
  static let itemsRose = Phrase(
    "From {before} to {after} rose: {items}.", "{before} 至 {after} 显著上升：{items}。")
  static let itemBy = Phrase("{item} by {change} to {now}", "{item} {change}（现为 {now}）")
  static let separator = Phrase("; ", "；")
  static let itemsFellAction = Phrase(
    "Ask the owner of {item} what changed between the two waves, and read the comments below.",
    "请“{item}”负责人说明两批次间的变化，并阅读下方客户意见。")
  static let itemsRoseAction = Phrase(
    "Note what was done for {item} and keep it.", "记录“{item}”的改进做法并予以保持。")

  // Differences
  static let differencesTitle = Phrase("Which items differ by which grouping", "哪些题项因分组而异")
  static let groups = Phrase("Groups", "分组数")
  static let distributionP = Phrase("χ² p, corrected", "χ² 校正后 p")
  static let ranksP = Phrase("Ranks p, corrected", "秩和校正后 p")
  static let differs = Phrase("Differs", "差异")
  static let inHeight = Phrase("in height", "高低不同")
  static let inShape = Phrase("in spread", "分布不同")
  static let notShown = Phrase("not shown", "未见差异")
  static let lowest = Phrase("Lowest", "最低")
  static let highest = Phrase("Highest", "最高")
  static let noteDifferences = Phrase(
    "V (Cramér) and ε² run from 0 (alike) to 1; from about 0.1 of V or 0.01 of ε² a difference is "
      + "small, from 0.3 or 0.06 middling. p-values are corrected over all tests of their column "
      + "(Holm); NPS is compared by promoters, passives and detractors. Groups that are hidden or "
      + "not named are in no test.",
    "V（克莱姆系数）与 ε² 由 0（无差异）至 1；V 约 0.1、ε² 约 0.01 起为小差异，V 约 0.3、ε² 约 0.06 起为中等差异。"
      + "显著性概率按同列全部检验校正（霍尔姆法）；NPS 按推荐者、中立者、贬损者比较。隐藏或未注明的分组不参与检验。")
  static let noteRough = Phrase(
    "Where fewer than 5 answers would be expected at a level of a group, the chi-square p-value is "
      + "rough (tests: {n}).",
    "某分组某等级的期望作答不足 5 份时，卡方显著性概率较为粗略（此类检验 {n} 个）。")
  static let groupsDiffer = Phrase(
    "{item} differs most by {dimension}: {lowest} {low}, {highest} {high} (ε² {effect}).",
    "{item}因{dimension}差异最大：{lowest} {low}，{highest} {high}（ε² {effect}）。")
  static let groupsDifferAction = Phrase(
    "Set targets for {item} by {dimension}, not one for all.", "按{dimension}分别设定“{item}”目标，而非统一目标。")

  // Aspects as a scale
  static let aspectsTitle = Phrase("The aspects as one scale", "单项题合成量表")
  static let itemRest = Phrase("With the others", "与其余相关")
  static let alphaWithout = Phrase("Alpha without it", "删除后 α")
  static let loading = Phrase("Loading", "载荷")
  static let weight = Phrase("Weight in index", "指数权重")
  static let alpha = Phrase("Cronbach's alpha of the aspects", "单项题信度（α）")
  static let omega = Phrase("McDonald's omega of the aspects", "单项题信度（ω）")
  static let index = Phrase("Customer satisfaction index", "客户满意度指数（CSI）")
  static let aspectsSentence = Phrase(
    "{n} responses rate all {items} aspects. {alpha} {omega}",
    "{n} 份答卷对全部 {items} 个单项作答。{alpha}{omega}")
  static let alphaSentence = Phrase(
    "Cronbach's alpha is {alpha} ({low} to {high}): {verdict}.",
    "克朗巴哈 α 为 {alpha}（{low} 至 {high}）：{verdict}。")
  static let alphaOne = Phrase("Cronbach's alpha is {alpha}.", "克朗巴哈 α 为 {alpha}。")
  static let noAlpha = Phrase(
    "Cronbach's alpha is not defined: the answers do not vary.", "作答无差异，无法计算克朗巴哈 α。")
  static let consistent = Phrase("they can be taken as one scale", "可合成一个量表")
  static let doubtful = Phrase("as one scale they are doubtful", "合成量表存疑")
  static let inconsistent = Phrase(
    "they measure different things and are better told apart", "各项衡量不同内容，宜分别解读")
  static let omegaSentence = Phrase("McDonald's omega is {omega}.", "麦克唐纳 ω 为 {omega}。")
  static let omegaHeywood = Phrase(
    "McDonald's omega is {omega}, which is not to be relied on: one factor leaves {items} no "
      + "variance of its own (Heywood case).",
    "麦克唐纳 ω 为 {omega}，但不可采信：单因子模型使{items}的独有方差为零（海伍德情形）。")
  static let indexEqual = Phrase(
    "Customer satisfaction index {index} ({low} to {high}) of the highest possible; the aspects "
      + "weigh alike.",
    "客户满意度指数为最高可能值的 {index}（{low} 至 {high}）；各单项等权。")
  static let indexStated = Phrase(
    "Customer satisfaction index {index} ({low} to {high}) of the highest possible; weights are "
      + "the stated importance: {weights}.",
    "客户满意度指数为最高可能值的 {index}（{low} 至 {high}）；权重为陈述的重要性：{weights}。")
  static let indexWeight = Phrase("{item} {weight}", "{item} {weight}")
  static let noteIndex = Phrase(
    "The satisfaction index is a share of the highest level, so a scale that begins at 1 cannot "
      + "come down to 0.",
    "满意度指数以最高等级为分母，从 1 开始的量表不会降到 0。")
  static let noteAspectsLeft = Phrase(
    "Not in the scale and the index, for another length of scale or too few answers: {items}.",
    "因量表长度不同或作答过少，未计入量表与指数：{items}。")
  static let tooFewRows = Phrase("no response rates all aspects", "没有答卷对全部单项作答")
  static let warnReversed = Phrase(
    "{item} seems to run the other way than the other aspects: check which of its answers is the "
      + "best, and declare its scale as {scale} (worst answer first) if so.",
    "{item}似与其他单项方向相反：请核对哪一端为最好；若确为反向，请将其量表声明为 {scale}（最差在前）。")

  // Comments
  static let commentsTitle = Phrase("Comments by score, lowest first", "客户意见（按评分由低到高）")
  static let score = Phrase("Score", "评分")
  static let customer = Phrase("Customer", "客户")
  static let comment = Phrase("Comment", "客户原话")
  static let noScore = Phrase("no score", "未评分")
  static let notStatedCustomer = Phrase("not stated", "未注明")
  static let noteComments = Phrase(
    "Comments are those of the responses that figures are of, with the answer on {item}; none of "
      + "groups that are hidden, and none in packs for readers outside.",
    "所列意见来自本页统计的答卷，评分为“{item}”；隐藏分组的意见不列出，对外报告不含意见。")
}
