import Diagnostics
package import Exports
package import Pipeline
import Values

/// What a pipeline may say about a step of value tiers.
package struct TiersSettings: StageSettings {
  package var value = TiersValue.revenue
  package var refunds = Refunds.net
  /// Complete months that the amounts are taken from; nil for the whole history.
  package var months: Int?
  package var negatives = TiersNegatives.setAside
  package var abc = TiersABC()
  package var stars = TiersStars()
  package var keyAccounts = TiersKeyAccounts()
  package var clvStep = "clv"

  package init() {}

  package static var fields: [SettingField<TiersSettings>] {
    [
      SettingField(
        "value", \.value,
        Phrase("What customers are ranked by: revenue or margin", "客户排序依据：收入或毛利")),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce the amounts, stand beside them, or are left out",
          "退货从金额中扣除、单独列示，或不计")),
      SettingField(
        "months", \.months,
        Phrase(
          "Complete months that amounts are taken from; nothing for the whole history",
          "计入金额的完整月数；留空为全部历史"),
        check: { (1...1200).contains($0 ?? 1) ? nil : "1 to 1200" }),
      SettingField(
        "negatives", \.negatives,
        Phrase(
          "Customers who brought back more than they bought: set aside, or counted with zero",
          "退货多于购买的客户：剔除，或按零计入")),
      SettingField("abc", \.abc, Phrase("Classes A, B, C", "甲乙丙类划分（ABC 分类）")),
      SettingField("stars", \.stars, Phrase("Star ladder", "星级阶梯")),
      SettingField(
        "key_accounts", \.keyAccounts,
        Phrase("Who is a key account: one reason is enough", "大客户认定：符合任一条件即可")),
      SettingField(
        "clv_step", \.clvStep,
        Phrase("The step whose customer lifetime values are used", "提供客户终身价值的步骤")),
    ]
  }
}

package enum TiersValue: String, CaseIterable, SettingValue {
  case revenue
  case margin
}

/// What becomes of customers whose amount is below zero.
package enum TiersNegatives: String, CaseIterable, SettingValue {
  /// They get no class and count in no share.
  case setAside = "set_aside"
  /// They count as customers of amount zero.
  case zero
}

/// Classes by cumulative share or by number of customers.
package struct TiersABC: KeyedSettings, Equatable {
  package var by = TiersABCBasis.share
  package var cuts: [Double] = []
  package var boundary = TiersBoundary.include

  package init() {}

  package static var fields: [SettingField<TiersABC>] {
    [
      SettingField(
        "by", \.by,
        Phrase(
          "Classes by cumulative share of the amount, or by number of customers",
          "按金额累计占比，或按客户人数划分")),
      SettingField(
        "cuts", \.cuts,
        Phrase(
          "Where a class ends, shares that ascend; without any 0.8, 0.95 by share and 0.1, 0.3 by number",
          "各类的累计上限，升序；缺省时按占比为 0.8、0.95，按人数为 0.1、0.3"),
        check: { cuts in
          zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 } && cuts.count <= 8
            && cuts.allSatisfy { $0 > 0 && $0 < 1 }
            ? nil : "up to eight shares between 0 and 1 that ascend"
        }),
      SettingField(
        "boundary", \.boundary,
        Phrase(
          "The customer with whom a boundary is passed belongs to the higher class (include) or the lower (exclude)",
          "跨越界限的客户归入较高类（计入）或较低类（不计入）")),
    ]
  }

  /// The cuts in use.
  package var limits: [Double] {
    guard cuts.isEmpty else { return cuts }
    return by == .share ? [0.8, 0.95] : [0.1, 0.3]
  }
}

package enum TiersABCBasis: String, CaseIterable, SettingValue {
  case share
  case headCount = "head_count"
}

package enum TiersBoundary: String, CaseIterable, SettingValue {
  case include
  case exclude
}

/// Stars for spending enough, month after month.
package struct TiersStars: KeyedSettings, Equatable {
  package var thresholds: [Double] = [300, 500, 800]
  package var lowest = 3
  package var months = 6
  package var comparator = TiersComparator.above
  package var by = TiersLadderBasis.each
  package var riskMargin = 0.2

  package init() {}

  package static var fields: [SettingField<TiersStars>] {
    [
      SettingField(
        "thresholds", \.thresholds,
        Phrase(
          "Monthly amount of each star, in whole units of money, ascending",
          "各星级的月消费额门槛，以货币单位计，升序"),
        check: { levels in
          !levels.isEmpty && levels.count <= 10 && levels.allSatisfy { $0 >= 0 && $0 <= 1e12 }
            && zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
            ? nil : "one to ten amounts from 0 on that ascend"
        }),
      SettingField(
        "lowest", \.lowest, Phrase("Stars of the first threshold", "首个门槛对应的星级"),
        check: { (1...10).contains($0) ? nil : "1 to 10" }),
      SettingField(
        "months", \.months, Phrase("Complete months that count", "考察的连续完整月数"),
        check: { (1...36).contains($0) ? nil : "1 to 36" }),
      SettingField(
        "comparator", \.comparator,
        Phrase("Amounts must lie above a threshold, or reach it", "月消费额须高于门槛，或达到门槛即可")),
      SettingField(
        "by", \.by,
        Phrase("Each month must pass, or the mean of the months", "每月均须达标，或按月均判定")),
      SettingField(
        "risk_margin", \.riskMargin,
        Phrase(
          "A star is about to be lost where the last complete month lies less than this share above what keeps it",
          "最近完整月高出保级所需金额不足该比例时，视为即将失去星级"),
        check: { (0...10).contains($0) ? nil : "0 to 10" }),
    ]
  }
}

package enum TiersComparator: String, CaseIterable, SettingValue {
  case above
  case atLeast = "at_least"
}

package enum TiersLadderBasis: String, CaseIterable, SettingValue {
  case each
  case mean
}

/// What makes a customer a key account.
package struct TiersKeyAccounts: KeyedSettings, Equatable {
  package var tiers = ["A"]
  package var clvTop = 0.0
  package var stars = 0
  package var segments: [String] = []

  package init() {}

  package static var fields: [SettingField<TiersKeyAccounts>] {
    [
      SettingField("tiers", \.tiers, Phrase("Classes that are key accounts", "属于大客户的类别")),
      SettingField(
        "clv_top", \.clvTop,
        Phrase(
          "Share of customers, by customer lifetime value, that are key accounts; 0 for none",
          "按客户终身价值排序，计为大客户的人数占比；0 为不使用"),
        check: { (0...1).contains($0) ? nil : "0 to 1" }),
      SettingField(
        "stars", \.stars, Phrase("Stars from which on it is one; 0 for none", "达到该星级即为大客户；0 为不使用"),
        check: { (0...20).contains($0) ? nil : "0 to 20" }),
      SettingField(
        "segments", \.segments,
        Phrase(
          "Segments of the customers' export that are, whatever they buy: the list kept by hand",
          "客户档案中直接认定的客户细分（人工名单）")),
    ]
  }
}
