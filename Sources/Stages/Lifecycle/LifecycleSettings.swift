import Diagnostics
package import Exports
package import Pipeline
import Values

/// What a pipeline may say about a life-cycle step.
package struct LifecycleSettings: StageSettings {
  package var rules = LifecycleRules.named(.four)
  package var atRiskAfter = 2.0
  package var silentAfter = 3.0
  package var lostAfter = 6.0
  package var wonBackDays = 90
  package var minGaps = 2
  package var leastGapDays = 14
  package var compareMonths = 3
  package var refunds = Refunds.net
  package var clvStep = "clv"

  package init() {}

  package static var fields: [SettingField<LifecycleSettings>] {
    let times: @Sendable (Double) -> String? = { $0 > 0 && $0 <= 1000 ? nil : "above 0, to 1000" }
    return [
      SettingField(
        "rules", \.rules,
        Phrase(
          "The classes: the four of the texts, seven that tell buyers apart by how overdue they are, or rules of your own",
          "类别：文献的四类、按逾期程度细分的七类，或自定规则")),
      SettingField(
        "at_risk_after", \.atRiskAfter,
        Phrase(
          "At risk: no purchase for more than so many times the own median gap",
          "风险：未购时间超过自身购买间隔中位数的倍数"), check: times),
      SettingField(
        "silent_after", \.silentAfter,
        Phrase(
          "Silent: no purchase for more than so many times the own median gap",
          "沉默：未购时间超过自身购买间隔中位数的倍数"), check: times),
      SettingField(
        "lost_after", \.lostAfter,
        Phrase(
          "Lost: no purchase for more than so many times the own median gap",
          "流失：未购时间超过自身购买间隔中位数的倍数"), check: times),
      SettingField(
        "won_back_days", \.wonBackDays,
        Phrase("Won back: for so many days after the return", "赢回：重新购买后计入的天数"),
        check: { (1...3650).contains($0) ? nil : "1 to 3650" }),
      SettingField(
        "min_gaps", \.minGaps,
        Phrase(
          "Gaps that a customer needs for an own rhythm; with fewer that of all customers counts",
          "形成自身节奏所需的间隔次数；不足时用全体客户的间隔"),
        check: { (1...100).contains($0) ? nil : "1 to 100" }),
      SettingField(
        "least_gap_days", \.leastGapDays,
        Phrase("The shortest gap that counts, in days", "计入的最短间隔天数"),
        check: { (1...3650).contains($0) ? nil : "1 to 3650" }),
      SettingField(
        "compare_months", \.compareMonths,
        Phrase("Months back to the date that flows begin at", "流向对比的起点为若干月之前"),
        check: { (1...120).contains($0) ? nil : "1 to 120" }),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce the amounts, stand beside them, or are left out",
          "退货从金额中扣除、单独列示，或不计")),
      SettingField(
        "clv_step", \.clvStep,
        Phrase(
          "The step whose probabilities of being alive rank whom to call first",
          "提供存活概率的步骤，用于排定回访顺序")),
    ]
  }

  /// The rules in use, first to last.
  var list: [LifecycleRule] {
    switch rules {
    case .own(let own): own
    case .named(.four):
      [
        LifecycleRule("lost", bought: true, competitor: true),
        LifecycleRule("lost", bought: true, waitsOver: lostAfter),
        LifecycleRule("existing", bought: true), LifecycleRule("target", intent: true),
        LifecycleRule("potential"),
      ]
    case .named(.seven):
      [
        LifecycleRule("lost", bought: true, competitor: true),
        LifecycleRule("lost", bought: true, waitsOver: lostAfter),
        LifecycleRule("silent", bought: true, waitsOver: silentAfter),
        LifecycleRule("at_risk", bought: true, waitsOver: atRiskAfter),
        LifecycleRule("won_back", bought: true, cameBack: true),
        LifecycleRule("existing", bought: true), LifecycleRule("target", intent: true),
        LifecycleRule("potential"),
      ]
    }
  }
}
