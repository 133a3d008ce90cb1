import Values

extension RFMSegmentMap {
  /// The segment of a customer whose scores lie above (true) or not above the mean scores.
  static func eight(r: Bool, f: Bool, m: Bool) -> Int {
    switch (r, f, m) {
    case (true, true, true): 0
    case (true, false, true): 1
    case (false, true, true): 2
    case (false, false, true): 3
    case (true, true, false): 4
    case (true, false, false): 5
    case (false, true, false): 6
    case (false, false, false): 7
    }
  }

  static let eightSegments = [
    RFMSegment(
      "important_value", Phrase("Important: value", "重要价值"),
      action: Phrase(
        "Give the best service and terms, ask for recommendations", "提供最优服务与政策，邀请转介绍"),
      owner: keyAccounts, role: .best),
    RFMSegment(
      "important_develop", Phrase("Important: develop", "重要发展"),
      action: Phrase(
        "Raise how often they buy: loyalty programme, supply plans", "提升购买频次：会员计划、供货计划"),
      owner: sales),
    RFMSegment(
      "important_keep", Phrase("Important: keep", "重要保持"),
      action: Phrase(
        "Call them before the habit is gone, ask what has changed", "趁习惯未失主动联系，了解变化"),
      owner: keyAccounts, role: .atRisk),
    RFMSegment(
      "important_win_back", Phrase("Important: win back", "重要挽留"),
      action: Phrase(
        "Visit them with a personal offer, find out why they left", "上门拜访并给出专属方案，查明流失原因"),
      owner: keyAccounts, role: .atRisk),
    RFMSegment(
      "general_value", Phrase("General: value", "一般价值"),
      action: Phrase(
        "Raise what they spend on an order: bundles, larger packs", "提升单笔金额：组合销售、大包装"),
      owner: sales),
    RFMSegment(
      "general_develop", Phrase("General: develop", "一般发展"),
      action: Phrase("Welcome them, win the next order", "欢迎并促成下一单"), owner: marketing),
    RFMSegment(
      "general_keep", Phrase("General: keep", "一般保持"),
      action: Phrase(
        "Remind them of what they used to buy", "提醒其曾购买的产品"), owner: marketing),
    RFMSegment(
      "general_win_back", Phrase("General: win back", "一般挽留"),
      action: Phrase("Write to them at low cost, or let them go", "低成本触达，或放弃"),
      owner: marketing),
  ]
}
