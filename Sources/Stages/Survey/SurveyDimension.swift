import Pipeline
package import Values

/// A column that answers are grouped by; the survey's own, or the customer's.
package enum SurveyDimension: String, CaseIterable, SettingValue {
  case segment
  case touchpoint
  case wave
  case mode
  case unit
  case provider
  case consumer
  case region
  case industry
  case channel
  case owner

  /// Whether the customers' export has it too; the survey's own column goes first.
  var isOfCustomer: Bool {
    switch self {
    case .segment, .region, .industry, .channel, .owner: true
    case .touchpoint, .wave, .mode, .unit, .provider, .consumer: false
    }
  }

  package var title: Phrase {
    switch self {
    case .segment: Phrase("Segment", "客户细分")
    case .touchpoint: Phrase("Touchpoint", "触点")
    case .wave: Phrase("Wave", "调查批次")
    case .mode: Phrase("Survey mode", "调查方式")
    case .unit: Phrase("Unit", "被评单位")
    case .provider: Phrase("Provider", "服务提供部门")
    case .consumer: Phrase("Consumer", "接受服务部门")
    case .region: Phrase("Region", "地区")
    case .industry: Phrase("Industry", "行业")
    case .channel: Phrase("Channel", "渠道")
    case .owner: Phrase("Owner", "负责人")
    }
  }
}
