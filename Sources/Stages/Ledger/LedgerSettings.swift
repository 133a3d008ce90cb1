package import Exports
package import Pipeline
package import Values

/// A column of the customers' export that changes of revenue are split by.
package enum CustomerDimension: String, CaseIterable, SettingValue {
  case region
  case segment
  case industry
  case channel
  case owner

  package var title: Phrase {
    switch self {
    case .region: Phrase("Region", "地区")
    case .segment: Phrase("Segment", "客户细分")
    case .industry: Phrase("Industry", "行业")
    case .channel: Phrase("Channel", "渠道")
    case .owner: Phrase("Owner", "负责人")
    }
  }
}

/// What stage `ledger` can be told.
package struct LedgerSettings: StageSettings {
  package var refunds: Refunds = .net
  package var groupBy: [CustomerDimension] = [.region, .segment]

  package init() {}

  package static var fields: [SettingField<LedgerSettings>] {
    [
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Whether returns lower a customer's revenue, stand beside it, or are left out",
          "退货的处理：冲减收入、单独列示或不计")),
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns of the customers' export that changes of revenue are split by",
          "收入变化按客户档案的哪些列拆分")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
    ]
  }
}
