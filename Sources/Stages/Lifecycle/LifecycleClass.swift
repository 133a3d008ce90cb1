import Values

/// Where a customer stands in the life of the relation, and what to do about it.
package struct LifecycleClass: Sendable, Equatable {
  /// Stable, `snake_case`: `at_risk`.
  package let id: String
  let name: Phrase
  /// What it means, in a sentence.
  let meaning: Phrase?
  let action: Phrase?
  /// Who would do it.
  let owner: Phrase?
  /// Higher is better; moves down are losses, moves up are gains.
  let standing: Int

  init(
    _ id: String, _ name: Phrase, _ meaning: Phrase? = nil, action: Phrase? = nil,
    owner: Phrase? = nil, standing: Int
  ) {
    self.id = id
    self.name = name
    self.meaning = meaning
    self.action = action
    self.owner = owner
    self.standing = standing
  }

  /// The classes that rules can name without saying more.
  static let known = [
    LifecycleClass(
      "potential", Phrase("Potential", "潜在客户"),
      Phrase("Has not bought and could.", "尚未购买，具有潜力。"),
      action: Phrase("Keep in touch with news of products", "定期推送产品资讯，保持联系"),
      owner: RFMSegmentMap.marketing, standing: 1),
    LifecycleClass(
      "target", Phrase("Target", "目标客户"),
      Phrase("Has not bought and clearly means to.", "尚未购买，意向明确。"),
      action: Phrase("Make an offer within a week", "一周内给出报价"), owner: RFMSegmentMap.sales,
      standing: 2),
    LifecycleClass(
      "existing", Phrase("Existing", "存量客户"),
      Phrase("Buys, and keeps buying.", "持续购买。"),
      action: Phrase("Look after them as their value deserves", "按价值等级维护"),
      owner: RFMSegmentMap.sales, standing: 5),
    LifecycleClass(
      "won_back", Phrase("Won back", "赢回客户"),
      Phrase("Buys again after a long silence.", "长期沉默后重新购买。"),
      action: Phrase("Thank them, and find out what brought them back", "致谢并了解回归原因"),
      owner: RFMSegmentMap.service, standing: 5),
    LifecycleClass(
      "at_risk", Phrase("At risk", "风险客户"),
      Phrase("Is overdue by the customer's own rhythm.", "按自身节奏已逾期未购。"),
      action: Phrase("Call before the silence grows, and ask what is missing", "尽快回访，了解未购原因"),
      owner: RFMSegmentMap.sales, standing: 4),
    LifecycleClass(
      "silent", Phrase("Silent", "沉默客户"),
      Phrase("Has not bought for many times the usual wait.", "未购时间远超自身购买间隔。"),
      action: Phrase("Win back with a personal offer; large ones by a visit", "给出专属赢回方案，大客户上门拜访"),
      owner: RFMSegmentMap.sales, standing: 3),
    LifecycleClass(
      "lost", Phrase("Lost", "流失客户"),
      Phrase("Has gone to a competitor, or is silent for too long.", "已转向竞争对手，或沉默过久。"),
      action: Phrase("Ask why they left, and settle what can be settled", "访谈流失原因，落实改进"),
      owner: RFMSegmentMap.service, standing: 0),
  ]

  /// Customers whom nobody knew at the earlier date.
  static let notYet = LifecycleClass("not_yet", Phrase("Not yet known", "尚未建档"), standing: 1)
}
