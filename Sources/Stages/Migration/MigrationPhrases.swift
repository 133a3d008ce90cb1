import Values

/// The words of the pages of `migration`.
enum MigrationPhrases {
  static let title = Phrase("Customer migration", "客户迁移")
  static let question = Phrase(
    "Who moved up, who moved down, and has the whole changed?", "谁上升、谁下降，整体是否变化？")
  static let headline = Phrase(
    "Between {before} and {now}: {parts}.", "{before} 至 {now}：{parts}。")
  static let headlinePart = Phrase(
    "{scheme} {up} up and {down} down", "{scheme} {up} 位上升、{down} 位下降")
  static let headlineEarly = Phrase(
    "The orders do not reach back to {before}: nothing to compare with.",
    "订单未覆盖 {before}，无法对比。")
  static let comma = Phrase(", ", "，")
  static let new = Phrase("Not there before", "期间新增")

  static func name(_ scheme: MigrationScheme) -> Phrase {
    switch scheme {
    case .rfm: Phrase("RFM segments", "客户分层")
    case .tier: Phrase("Value classes", "价值类别")
    case .star: Phrase("Stars", "星级")
    case .lifecycle: Phrase("Life cycle", "生命周期")
    }
  }

  // MARK: Measures

  static let known = Phrase("{scheme}: known at both dates", "{scheme}：两期均有记录的客户数")
  static let movedShare = Phrase("{scheme}: share that moved", "{scheme}：变动占比")
  static let upShare = Phrase("{scheme}: share that moved up", "{scheme}：上升占比")
  static let downShare = Phrase("{scheme}: share that moved down", "{scheme}：下降占比")
  static let newCustomers = Phrase("{scheme}: new customers", "{scheme}：新增客户数")
  static let marginsP = Phrase("{scheme}: p-value of marginal homogeneity", "{scheme}：边际同质性显著性概率")
  static let symmetryP = Phrase("{scheme}: p-value of symmetry", "{scheme}：对称性显著性概率")
  static let reasonEarly = Phrase("the orders do not reach back to that day", "订单未覆盖该日期")
  static let reasonNobody = Phrase("nobody was known at both dates", "两期均无客户记录")
  static let reasonStill = Phrase("nobody moved", "无人变动")
  static let reasonStars = Phrase("fewer complete months than the ladder needs", "完整月数不足")

  // MARK: Findings

  static let findingDown = Phrase(
    "Since {before} {down} of {known} customers moved down and {up} up by {scheme}, beyond chance ({p}){others}. Those who moved down have bought for {amount}.",
    "自 {before} 以来，按{scheme} {known} 位客户中 {down} 位下降、{up} 位上升，超出偶然（{p}）{others}；下降客户累计购买 {amount}。")
  static let findingUp = Phrase(
    "Since {before} {up} of {known} customers moved up and {down} down by {scheme}, beyond chance ({p}){others}.",
    "自 {before} 以来，按{scheme} {known} 位客户中 {up} 位上升、{down} 位下降，超出偶然（{p}）{others}。")
  static let findingOthers = Phrase("; likewise by {schemes}", "；{schemes}亦然")
  static let findingJoin = Phrase(", ", "、")
  static let findingDownAction = Phrase(
    "Go through those who moved down, largest first: {names}.",
    "按金额由大到小逐一跟进下降客户：{names}。")
  static let findingUpAction = Phrase(
    "Find out what moved them up, and do the same for those who moved down.",
    "总结上升原因，并推广至下降客户。")
  static let pBelow = Phrase("p < 0.001", "p < 0.001")
  static let pValue = Phrase("p = {p}", "p = {p}")

  // MARK: Charts and tables

  static let chartTitle = Phrase("{scheme}: from {before} to {now}", "{scheme}：{before} 至 {now}")
  static let chartWords = Phrase(
    "{scheme} of customers on {before} (rows) and {now} (columns): {stayed} stayed, {up} moved up, {down} down, {new} are new.",
    "客户在 {before}（行）与 {now}（列）的{scheme}：{stayed} 位未变，{up} 位上升，{down} 位下降，{new} 位新增。")
  static let from = Phrase("On {day}", "{day}")
  static let summary = Phrase("Moves in short", "迁移概览")
  static let scheme = Phrase("By", "维度")
  static let knownTitle = Phrase("Known at both dates", "两期均有记录")
  static let stayed = Phrase("Stayed", "未变")
  static let up = Phrase("Up", "上升")
  static let upPart = Phrase("Share up", "上升占比")
  static let down = Phrase("Down", "下降")
  static let downPart = Phrase("Share down", "下降占比")
  static let newTitle = Phrase("New", "新增")
  static let test = Phrase("Change of the whole", "整体变化")
  static let real = Phrase("real ({p})", "显著（{p}）")
  static let chance = Phrase("may be chance ({p})", "可能为偶然（{p}）")
  static let none = Phrase("none", "无")
  static let fallenTitle = Phrase("The largest customers who moved down", "金额最大的下降客户")
  static let customer = Phrase("Customer", "客户编号")
  static let amount = Phrase("Amount", "金额")
  static let move = Phrase("{from} → {to}", "{from} → {to}")
  static let listTitle = Phrase("Customers who moved", "迁移客户清单")
  static let listQuestion = Phrase("Which customers stand behind each cell?", "每个流向包含哪些客户？")
  static let listHeadline = Phrase(
    "{customers} customers moved in one way or another, largest amount first.",
    "共 {customers} 位客户发生变动，按金额从高到低排列。")
  static let beforeColumn = Phrase("{scheme}, before", "{scheme}（前期）")
  static let nowColumn = Phrase("{scheme}, now", "{scheme}（现期）")

  // MARK: Notes

  static let noteStates = Phrase(
    "The states are those of the stages themselves, run on what was bought up to each date; limits by rank or share are those of each date.",
    "状态由各步骤按相应日期前的购买记录得出；按名次或占比划分的界限以各自日期为准。")
  static let noteTests = Phrase(
    "Tests are among customers known at both dates. Marginal homogeneity asks whether the sizes of the states changed, symmetry whether as many went one way as the other. A change counts as real below {p}.",
    "检验仅限两期均有记录的客户：边际同质性检验各状态规模是否变化，对称性检验双向流动是否相等；显著性概率低于 {p} 视为显著。")
  static let noteOrder = Phrase(
    "Up and down: classes and stars by their order, the life cycle from lost to buying, segments in the order of their map, best first.",
    "升降次序：类别与星级按等级，生命周期由流失至购买，分层按规则所列由优到劣的次序。")
  static let noteShare = Phrase(
    "Segments and classes compare customers with each other: where some rise or new ones come, others must fall. The life cycle and the stars measure customers by themselves.",
    "分层与类别为客户间的相对比较，有人上升或新增即有人下降；生命周期与星级则按客户自身衡量。")
  static let noteAmount = Phrase(
    "Amounts are all that was bought up to {day}, returns taken off.", "金额为截至 {day} 的累计购买净额。")
}
