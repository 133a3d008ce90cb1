import Pipeline
package import Values

/// A column of the customers' export by which buying is compared.
package enum BasketGroup: String, CaseIterable, SettingValue {
  case segment
  case region
  case industry
  case channel
  case owner

  package var title: Phrase {
    switch self {
    case .segment: Phrase("Segment", "客户细分")
    case .region: Phrase("Region", "地区")
    case .industry: Phrase("Industry", "行业")
    case .channel: Phrase("Channel", "渠道")
    case .owner: Phrase("Owner", "负责人")
    }
  }
}
