import Statistics
import Values

/// All words of stage `kano`.
enum KanoPhrases {
  static let title = Phrase("Kano", "KANO 需求分类")
  static let question = Phrase(
    "Which features must we have, and which delight?", "哪些功能必须具备，哪些能带来惊喜？")

  /// What the texts call a letter.
  static func name(_ category: KanoCategory) -> Phrase {
    switch category {
    case .mustBe: Phrase("Basic", "基本需求")
    case .oneDimensional: Phrase("Expected", "期望需求")
    case .attractive: Phrase("Excitement", "兴奋需求")
    case .indifferent: Phrase("Indifferent", "无差异需求")
    case .reverse: Phrase("Reverse", "反向需求")
    case .questionable: Phrase("Questionable", "可疑结果")
    }
  }

  static func advice(_ category: KanoCategory) -> Phrase {
    switch category {
    case .mustBe: Phrase("keep it without fail; more of it earns nothing", "必须稳定做到；做得更多不会加分")
    case .oneDimensional: Phrase("the more the better: compete on it", "做得越好越满意：在此投入竞争")
    case .attractive: Phrase("use it to stand out", "用于形成差异与惊喜")
    case .indifferent: Phrase("do not spend on it", "不宜投入")
    case .reverse: Phrase("leave it out, or let customers choose", "取消，或由客户自选")
    case .questionable: Phrase("ask again in other words", "改换问法后重新调查")
    }
  }

  static func answer(_ answer: KanoAnswer) -> Phrase {
    switch answer {
    case .like: Phrase("like", "喜欢")
    case .mustBe: Phrase("must be", "理应如此")
    case .neutral: Phrase("neutral", "无所谓")
    case .liveWith: Phrase("live with", "勉强接受")
    case .dislike: Phrase("dislike", "不喜欢")
    }
  }

  static let letterName = Phrase("{letter} {name}", "{letter} {name}")

  // Headlines
  static let headline = Phrase(
    "Basic features: {basic}, expected: {expected}, exciting: {excitement}, of {all} in all; "
      + "first: {first}.",
    "{all} 项功能中，基本需求 {basic} 项、期望需求 {expected} 项、兴奋需求 {excitement} 项；首要：{first}。")
  static let headlineNone = Phrase(
    "No feature of {all} is basic, expected or exciting; most frequent class: {class}.",
    "{all} 项功能中没有基本、期望或兴奋需求；最多的类别：{class}。")
  static let headlinePenalties = Phrase(
    "By penalty and reward, basic items: {basic}, exciting: {excitement}, of {all} in all.",
    "按惩罚与奖励判断，{all} 个题项中基本需求 {basic} 项、兴奋需求 {excitement} 项。")
  static let headlineEmpty = Phrase("Nobody answered.", "无人作答。")
  static let headlineRefused = Phrase(
    "Too few complete answers to tell penalties from rewards.", "完整作答过少，无法区分惩罚与奖励。")
  static let headlineFlat = Phrase(
    "Penalties and rewards cannot be worked out: {overall} does not vary over {n} complete "
      + "answers.",
    "无法计算惩罚与奖励：{n} 份完整作答的{overall}没有差异。")

  // Page
  static let scope = Phrase(
    "Figures are of wave {wave}: {n} respondents.", "本页统计批次 {wave}：{n} 位受访者。")
  static let scopeHidden = Phrase("Figures are of wave {wave}.", "本页统计批次 {wave}。")
  static let scopeAll = Phrase("Figures are of {n} respondents.", "本页统计 {n} 位受访者。")
  static let scopeAllHidden = Phrase("Figures are of all answers.", "本页统计全部作答。")
  static let planeTitle = Phrase("Better and Worse", "满意系数与不满意系数")
  static let planeAlt = Phrase(
    "Each feature by how far it adds to satisfaction (up) and how far its absence takes from it "
      + "(right); farthest up: {up}, farthest right: {right}.",
    "各功能的满意系数（纵轴）与不满意系数绝对值（横轴）；最高：{up}，最右：{right}。")
  static let planeX = Phrase("Absence costs satisfaction (−Worse)", "缺少时降低满意（不满意系数绝对值）")
  static let planeY = Phrase("Presence adds satisfaction (Better)", "具备时提升满意（满意系数）")
  static let continuousTitle = Phrase("Continuous Kano", "连续 KANO 得分")
  static let continuousByImportance = Phrase(
    "Continuous Kano, weighted by importance", "连续 KANO 得分（按自述重要性加权）")
  static let continuousX = Phrase("Absence is minded", "不具备时得分")
  static let continuousY = Phrase("Presence is wanted", "具备时得分")
  static let mixTitle = Phrase("Letters by feature", "各功能的类别分布")
  static let mixAlt = Phrase(
    "Stacked shares of the letters of each feature, wanted ones to the right; most wanted: "
      + "{feature}.",
    "各功能各类别占比的堆积条形图，右侧为有需求；需求最强：{feature}。")
  static let mixAltNone = Phrase(
    "Stacked shares of the letters of each feature, wanted ones to the right; none is wanted.",
    "各功能各类别占比的堆积条形图，右侧为有需求；没有功能被需要。")
  static let prioritiesTitle = Phrase("Priorities", "投入优先顺序")
  static let featuresTitle = Phrase("Features", "各项功能")
  static let sharesTitle = Phrase("Shares with intervals", "各类别占比与区间")
  static let lettersTitle = Phrase("Letters by {dimension}", "各{dimension}的类别")
  static let differencesTitle = Phrase("Differences between groups", "分组差异")
  static let penaltiesTitle = Phrase(
    "Penalty and reward on {overall}", "对{overall}的惩罚与奖励")
  static let evaluationTitle = Phrase(
    "Evaluation table: with the feature (rows), without it (columns)", "评价表：具备时（行）与不具备时（列）")

  static let rank = Phrase("No.", "序号")
  static let feature = Phrase("Feature", "功能")
  static let letter = Phrase("Letter", "类别")
  static let grouped = Phrase("Grouped", "分组判定")
  static let differs = Phrase("{letter} ≠", "{letter} ≠")
  static let classOf = Phrase("Class", "含义")
  static let advice = Phrase("What to do", "做法")
  static let n = Phrase("n", "人数")
  static let better = Phrase("Better", "满意系数")
  static let worse = Phrase("Worse", "不满意系数")
  static let low = Phrase("Low", "下限")
  static let high = Phrase("High", "上限")
  static let fong = Phrase("Sure", "显著")
  static let strength = Phrase("Strength", "类别强度")
  static let total = Phrase("Total", "总强度")
  static let importance = Phrase("Importance", "重要性")
  static let functional = Phrase("With", "具备时")
  static let dysfunctional = Phrase("Without", "不具备时")
  static let quadrant = Phrase("Field", "象限")
  static let yes = Phrase("yes", "是")
  static let no = Phrase("no", "否")
  static let mixed = Phrase("{share} mixed", "{share} 混合")
  static let dimension = Phrase("By", "维度")
  static let groups = Phrase("Compared", "比较对象")
  static let chiSquare = Phrase("Chi-square", "卡方")
  static let pValue = Phrase("p (Holm)", "p（校正）")
  static let cramer = Phrase("Cramér's V", "关联强度")
  static let item = Phrase("Item", "题项")
  static let penalty = Phrase("Penalty", "惩罚")
  static let reward = Phrase("Reward", "奖励")
  static let kind = Phrase("Class", "类别")
  static let agrees = Phrase("Agrees", "一致")
  static let all = Phrase("All", "合计")
  static let notStated = Phrase("(not stated)", "（未注明）")
  static let undefined = Phrase("not defined", "无法计算")
  static let notAsked = Phrase("not asked", "未询问")
  static let noPair = Phrase("no paired question", "无对应功能")

  // Measures
  static let respondents = Phrase("Respondents", "受访者")
  static let questionable = Phrase("Contradicting answers (Q)", "自相矛盾回答占比（Q）")
  static let count = Phrase("{name} features", "{name}项数")
  static let betterOf = Phrase("{feature}, Better", "{feature}：满意系数")
  static let worseOf = Phrase("{feature}, Worse", "{feature}：不满意系数")

  // Notes
  static let noteLetters = Phrase(
    "Letters: M basic, O expected, A excitement, I indifferent, R reverse, Q questionable. The "
      + "letter is the most frequent one, ties in the order M > O > A > I > R > Q; ≠ marks "
      + "features where the comparison of O+A+M with I+R+Q says otherwise, ~ mixed ones, ? fields "
      + "whose interval crosses a line.",
    "M 基本、O 期望、A 兴奋、I 无差异、R 反向、Q 可疑。类别取占比最高者，并列时依 M > O > A > I > R > Q；"
      + "标 ≠ 者按 O+A+M 与 I+R+Q 比较得出的类别不同，~ 为混合类别，? 表示区间跨越象限界线。")
  static let noteBase = Phrase(
    "Better and Worse rest on respondents who answered neither R nor Q.", "满意系数与不满意系数不含回答 R、Q 者。")
  static let noteIntervals = Phrase(
    "Intervals at {confidence}: Wilson for Better and Worse, Goodman for all six shares at once, "
      + "Student's t for means. Sure: Fong's test (90 %). Mixed: strength below 6 %.",
    "区间置信水平为 {confidence}：满意与不满意系数用威尔逊区间，六类占比用同时区间，均值用学生分布区间。"
      + "显著：类别之差检验（90%）。混合：类别强度低于 6%。")
  static let noteImportance = Phrase(
    "Continuous scores are weighted by self-stated importance; the table holds the plain means.",
    "连续得分按自述重要性加权，未加权均值见表。")
  static let noteNoDifference = Phrase(
    "No difference between groups or waves is real: {n} tests, corrected for their number; the list "
      + "has them all.",
    "各分组、批次之间无显著差异：共 {n} 项检验，已按个数校正，明细见清单。")
  static let noteRough = Phrase(
    "Tests between groups are rough where expected counts are below 5.", "期望频数低于 5 时，分组检验仅供参考。")
  static let noteWeights = Phrase(
    "Weighted; intervals rest on the effective number of answers. Rows left out for want of a "
      + "weight: {n}.",
    "已加权，区间按有效样本量计算。无权重而剔除的行数：{n}。")
  static let noteAbsent = Phrase(
    "Not grouped by {dimension}: no export has the column.", "未按{dimension}分组：数据中没有该列。")
  static let notePenalties = Phrase(
    "Penalty and reward: change of {overall} where an item is answered poorly or well, against "
      + "middling answers; {n} complete answers, R² {r2}. Basic or excitement where the two differ "
      + "significantly, otherwise expected where one counts.",
    "惩罚与奖励：题项低分或高分时{overall}相对中间分的变化；完整作答 {n} 份，R² 为 {r2}。"
      + "两者差异显著时为基本或兴奋需求，否则任一显著即为期望需求。")
  static let notePenaltiesFew = Phrase(
    "Penalties and rewards are not worked out: {n} complete answers, {needed} are needed (ten for "
      + "each mark).",
    "未计算惩罚与奖励：完整作答 {n} 份，需 {needed} 份（每个参数十份）。")
  static let notePenaltiesFlat = Phrase(
    "Penalties and rewards are not worked out: {overall} does not vary.", "未计算惩罚与奖励：{overall}没有差异。")
  static let noteAgreement = Phrase(
    "Paired questions and penalties agree on {agree} of {all} features.",
    "两种方法对 {all} 项功能中的 {agree} 项判断一致。")
  static let noteUnmatched = Phrase(
    "The setting 'features' names '{feature}', which the paired questions do not have.",
    "设置中的功能“{feature}”在成对问题中不存在。")
  static let noteName = Phrase(
    "The setting 'names' names '{feature}', which is no feature or item.",
    "设置中的名称“{feature}”不是功能或题项。")

  // Findings and warnings
  static let basicFirst = Phrase(
    "{feature} is a basic need: without it {worse} of customers are dissatisfied ({low} to "
      + "{high}).",
    "{feature}为基本需求：缺少时 {worse} 的客户会不满（{low} 至 {high}）。")
  static let basicAction = Phrase(
    "Check that {feature} never fails before spending on anything new.", "投入新功能之前，先确保{feature}从不出错。"
  )
  static let excitement = Phrase(
    "{feature} excites: with it {better} of customers are more satisfied ({low} to {high}), and "
      + "few miss it.",
    "{feature}为兴奋需求：具备时 {better} 的客户更满意（{low} 至 {high}），缺少时少有不满。")
  static let excitementAction = Phrase(
    "Use {feature} to stand out in the next offer.", "在下一期方案中以{feature}形成差异。")
  static let reverse = Phrase(
    "{share} of customers would rather do without {feature}.", "{share} 的客户不希望有{feature}。")
  static let reverseAction = Phrase(
    "Make {feature} optional, or end it.", "将{feature}改为自选，或予以取消。")
  static let between = Phrase(
    "{feature} is not the same to every {dimension}: {groups} (p {p}).",
    "不同{dimension}对{feature}的看法不同：{groups}（p {p}）。")
  static let betweenAction = Phrase(
    "Offer {feature} by {dimension} instead of to all alike.", "按{dimension}分别提供{feature}。")
  static let changed = Phrase(
    "{feature} has changed between {before} and {after}: from {from} to {to} (p {p}).",
    "{feature}在 {before} 至 {after} 之间由{from}变为{to}（p {p}）。")
  static let changedAction = Phrase(
    "Plan {feature} by its new class.", "按新类别重新规划{feature}。")
  static let groupIs = Phrase("{group} {letter}", "{group} {letter}")
  static let questionableFeature = Phrase(
    "{share} of the answers on {feature} contradict themselves; above {limit} the question is "
      + "doubted.",
    "{feature}有 {share} 的回答自相矛盾；超过 {limit} 时题目存疑。")
  static let questionableAll = Phrase(
    "{share} of all answers contradict themselves; above {limit} the questionnaire is doubted.",
    "全部回答中 {share} 自相矛盾；超过 {limit} 时问卷存疑。")
  static let questionableAction = Phrase(
    "Ask again in other words, and test the questions on a few customers first.",
    "改换问法，先在少量客户中试测再重新调查。")

  static let product = Phrase("Product management", "产品管理")
  static let quality = Phrase("Quality and delivery", "质量与交付")
  static let research = Phrase("Market research", "市场调研")
}
