package import Diagnostics
package import Pipeline
import Values

/// The rules that tell the class of a customer.
package typealias LifecycleRules = RuleChoice<LifecycleRuleSet, LifecycleRule>

/// The sets of rules that have a name.
package enum LifecycleRuleSet: String, CaseIterable, Sendable {
  /// The four classes of the texts.
  case four
  /// The four, with existing customers told apart by how overdue they are.
  case seven
}

/// One rule: a class, and the conditions that all must hold; without any it takes everybody.
package struct LifecycleRule: KeyedSettings {
  /// `class` in the pipeline file.
  package var id: String?
  package var name: LocalizedText?
  package var action: LocalizedText?
  package var bought: Bool?
  package var lead: Bool?
  package var intent: Bool?
  package var competitor: Bool?
  package var cameBack: Bool?
  package var waitsOver: Double?
  package var daysOver: Int?
  package var standing: Int?
  package var place: Diagnostic.Place?

  package init() {}

  init(
    _ id: String, bought: Bool? = nil, intent: Bool? = nil, competitor: Bool? = nil,
    cameBack: Bool? = nil, waitsOver: Double? = nil
  ) {
    self.id = id
    self.bought = bought
    self.intent = intent
    self.competitor = competitor
    self.cameBack = cameBack
    self.waitsOver = waitsOver
  }

  package static var fields: [SettingField<LifecycleRule>] {
    [
      SettingField(
        "class", \.id,
        Phrase(
          "The class: potential, target, existing, won_back, at_risk, silent, lost, or one of your own",
          "类别标识：七个既有类别之一，或自定"),
        check: { id in
          id.map(RFMSegmentMap.isIdentifier) ?? true
            ? nil : "small letters, digits and underscores, a letter first"
        }),
      SettingField("name", \.name, Phrase("What an own class is called", "自定类别的名称")),
      SettingField("action", \.action, Phrase("What to do about it", "建议动作")),
      SettingField("bought", \.bought, Phrase("Has bought, or has not", "是否购买过")),
      SettingField("lead", \.lead, Phrase("Marked as a lead, or not", "是否标记为线索")),
      SettingField("intent", \.intent, Phrase("Has a clear intent to buy", "是否有明确意向")),
      SettingField(
        "competitor", \.competitor, Phrase("Has moved to a competitor", "是否已转向竞争对手")),
      SettingField(
        "came_back", \.cameBack,
        Phrase("Bought again lately after a long silence", "近期是否在长期沉默后重新购买")),
      SettingField(
        "waits_over", \.waitsOver,
        Phrase(
          "No purchase for more than so many times the customer's own median gap",
          "未购时间超过自身购买间隔中位数的倍数"),
        check: { ($0 ?? 0) >= 0 ? nil : "0 or more" }),
      SettingField(
        "days_over", \.daysOver, Phrase("No purchase for more than so many days", "未购天数超过"),
        check: { ($0 ?? 0) >= 0 ? nil : "0 or more" }),
      SettingField(
        "standing", \.standing,
        Phrase(
          "How good an own class is, 0 (lost) to 5 (buys): moves down are losses",
          "自定类别的优劣，0（流失）至 5（购买中）：下移视为流失"),
        check: { (0...5).contains($0 ?? 0) ? nil : "0 to 5" }),
    ]
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> LifecycleRule? {
    var rule = LifecycleRule()
    rule.place = node.place
    let before = problems.all.count
    rule.update(from: node, &problems)
    if rule.id == nil, problems.all.count == before {
      problems.add(
        Diagnostic(
          .configuration, "missing-key", "a rule needs a class, found \(node.found)",
          at: node.place, help: "write class: and its conditions, such as waits_over: 3"))
    }
    return problems.all.count == before ? rule : nil
  }

  /// Whether the rule takes a customer.
  func takes(_ state: LifecycleState) -> Bool {
    func agrees(_ wanted: Bool?, _ found: Bool) -> Bool { wanted.map { $0 == found } ?? true }
    return agrees(bought, state.bought) && agrees(lead, state.lead)
      && agrees(intent, state.intent) && agrees(competitor, state.competitor)
      && agrees(cameBack, state.cameBack)
      // Not a number, where there is no rhythm, is over nothing.
      && (waitsOver.map { state.waits > $0 } ?? true)
      && (daysOver.map { state.bought && state.wait > $0 } ?? true)
  }

  /// Whether it has no condition but, perhaps, on having bought.
  func takesAll(bought isBuyer: Bool) -> Bool {
    (bought ?? isBuyer) == isBuyer && lead == nil && intent == nil && competitor == nil
      && cameBack == nil && waitsOver == nil && daysOver == nil
  }

  /// The conditions as ids: `bought, waits > 3`; `any` for none.
  var symbols: String {
    func flag(_ name: String, _ wanted: Bool?) -> String? {
      wanted.map { $0 ? name : "not \(name)" }
    }
    let parts = [
      flag("bought", bought), flag("lead", lead), flag("intent", intent),
      flag("competitor", competitor), flag("came_back", cameBack),
      waitsOver.map { "waits > \(SettingEcho.number($0).line)" }, daysOver.map { "days > \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? "any" : parts.joined(separator: ", ")
  }
}
