import Values

/// Words on who was asked and how they answered.
extension SatisfactionPhrases {
  static let responseRate = Phrase("Response rate", "回答率")
  static let responsesTitle = Phrase("Response rate by wave and mode", "各批次与邀请方式的回答率")
  static let wave = Phrase("Wave", "批次")
  static let allWaves = Phrase("All", "全部")
  static let mode = Phrase("Mode", "方式")
  static let anyMode = Phrase("All", "合计")
  static let invited = Phrase("Invited", "受邀")
  static let answered = Phrase("Answered", "作答")
  static let rate = Phrase("Rate", "回答率")
  static let noInvitations = Phrase("no customer was invited", "无受邀客户")
  static let noRateWave = Phrase(
    "no invitation states this wave", "邀请数据未注明该批次")
  static let modesTitle = Phrase("Survey mode by wave", "各批次的调查方式构成")
  static let responsesOf = Phrase("{wave}, responses", "{wave} 答卷数")
  static let shareOf = Phrase("{wave}, share", "{wave} 占比")
  static let allResponses = Phrase("All responses", "全部答卷")
  static let noteMatched = Phrase(
    "An invitation is answered where the same customer has a response in the same wave; further "
      + "invitations of a customer in a wave are reminders.",
    "同一客户在同一批次有答卷即视为应答；同一批次内的重复邀请视为催答。")
  static let noteMatchedCustomer = Phrase(
    "An invitation is answered where the same customer has a response; one of the exports states "
      + "no waves.",
    "同一客户有答卷即视为应答（其中一份数据未注明批次）。")
  static let noteUninvited = Phrase(
    "Responses without an invitation, in no rate: {n}.", "没有对应邀请、不计入回答率的答卷：{n} 份。")
  static let noteNameless = Phrase(
    "Invitations without a customer, in no rate: {n}.", "未注明客户、不计入回答率的邀请：{n} 份。")
  static let noteMix = Phrase(
    "Modes from {before} to {after}: χ² {statistic}, {df} degrees of freedom, p {p}, V {effect}.",
    "{before} 至 {after} 调查方式构成的检验：χ² {statistic}，自由度 {df}，p {p}，V {effect}。")
  static let warnMix = Phrase(
    "The modes of the survey shifted from {before} to {after} (p {p}, V {effect}): {mode} went from "
      + "{earlier} to {later}. Changes of scores may come from that; compare within one mode "
      + "(group_by: [mode]).",
    "{before} 至 {after} 调查方式构成明显变化（p {p}，V {effect}）：{mode}由 {earlier} 变为 {later}。"
      + "分数变化可能由此引起，请在同一方式内比较（设置按调查方式分组）。")
  static let warnRate = Phrase(
    "The response rate went from {earlier} in {before} to {later} in {after} (p {p}): those who "
      + "answer may be others than before.",
    "回答率由 {before} 的 {earlier} 变为 {after} 的 {later}（p {p}）：作答者构成可能已不同。")
}
