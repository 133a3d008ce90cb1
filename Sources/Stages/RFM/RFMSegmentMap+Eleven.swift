import Values

extension RFMSegmentMap {
  /// R and FM on 1 to 5: `1 + 4 (s − 1) / (bins − 1)` with FM = (F + M) / 2, rounded half up.
  ///
  /// With five bins R is itself; with ten, 9 and 10 become 5.
  static func scaled(r: Int, f: Int, m: Int, bins: Int) -> (r: Int, fm: Int) {
    let steps = bins - 1
    return (
      1 + (8 * (r - 1) + steps) / (2 * steps), 1 + (4 * (f + m - 2) + steps) / (2 * steps)
    )
  }

  /// The segment of R and FM, both 1 to 5.
  static func eleven(r: Int, fm: Int) -> Int { elevenCells[r - 1][fm - 1] }

  /// Rows R 1 to R 5, columns FM 1 to FM 5; indices into `elevenSegments`.
  private static let elevenCells = [
    [10, 9, 7, 8, 8],
    [9, 9, 7, 7, 8],
    [6, 6, 5, 1, 1],
    [4, 4, 2, 1, 0],
    [3, 2, 2, 0, 0],
  ]

  static let elevenSegments = [
    RFMSegment(
      "champion", Phrase("Champion", "冠军"),
      action: Phrase(
        "Reward them, show them new products first, ask for recommendations",
        "给予专属礼遇，新品优先体验，邀请转介绍"),
      owner: keyAccounts, role: .best),
    RFMSegment(
      "loyal", Phrase("Loyal", "忠诚"),
      action: Phrase(
        "Offer the next better product, ask for their opinion", "推荐升级产品，定期征求意见"),
      owner: sales),
    RFMSegment(
      "potential_loyalist", Phrase("Potential loyalist", "潜力忠诚"),
      action: Phrase(
        "Invite them to the loyalty programme, recommend what goes with their purchases",
        "邀请加入会员计划，推荐关联产品"),
      owner: marketing),
    RFMSegment(
      "new", Phrase("New", "新客户"),
      action: Phrase(
        "Welcome them, help with the first use, win the second order within a month",
        "欢迎并协助首次使用，一个月内促成第二单"),
      owner: service),
    RFMSegment(
      "promising", Phrase("Promising", "有希望"),
      action: Phrase(
        "Stay in sight with useful news and a small offer for the next order",
        "推送有用资讯，以小额优惠促成下一单"),
      owner: marketing),
    RFMSegment(
      "need_attention", Phrase("Need attention", "需要关注"),
      action: Phrase(
        "Make an offer for a limited time, based on what they bought", "依据购买记录提供限时优惠"),
      owner: sales),
    RFMSegment(
      "about_to_sleep", Phrase("About to sleep", "即将沉睡"),
      action: Phrase(
        "Remind them with popular products and a reason to come back", "推荐热销产品，给出回访理由"),
      owner: marketing),
    RFMSegment(
      "at_risk", Phrase("At risk", "有风险"),
      action: Phrase(
        "Call them, ask what is wrong, make a personal offer", "电话回访，了解不满，给出个性化方案"),
      owner: sales, role: .atRisk),
    RFMSegment(
      "cant_lose", Phrase("Can't lose", "不能失去"),
      action: Phrase(
        "Visit them within two weeks, with the power to settle what drove them away",
        "两周内上门拜访，授权现场解决问题"),
      owner: keyAccounts, role: .atRisk),
    RFMSegment(
      "hibernating", Phrase("Hibernating", "休眠"),
      action: Phrase(
        "Write to them at low cost; let the answer decide about more", "低成本触达，视回应再投入"),
      owner: marketing),
    RFMSegment(
      "lost", Phrase("Lost", "流失"),
      action: Phrase(
        "One last try with a campaign to win them back, then no more cost",
        "开展一次赢回活动，之后不再投入"),
      owner: marketing),
  ]

  static let keyAccounts = Phrase("Key account management", "大客户管理")
  static let sales = Phrase("Sales", "销售部")
  static let marketing = Phrase("Marketing", "市场部")
  static let service = Phrase("Customer service", "客户服务部")
}
