package import Exports
package import Pipeline
import Values

/// What a pipeline may say about an acquisition step.
package struct AcquisitionSettings: StageSettings {
  package var period = AcquisitionGrain.quarter
  package var newBy = NewCustomerRule.firstPurchase
  package var margin: Double?
  package var discount = 0.1
  package var refunds = Refunds.net
  package var minCustomers = 10
  package var curveMonths = 24

  package init() {}

  package static var fields: [SettingField<AcquisitionSettings>] {
    [
      SettingField(
        "period", \.period,
        Phrase(
          "Periods of the table: month, quarter or year; never finer than the periods of the costs",
          "分期口径：月、季或年；不细于费用数据的期间")),
      SettingField(
        "new_by", \.newBy,
        Phrase(
          "A customer is new on the day of the first purchase, or of acquisition by the customers' export",
          "新客户的认定日：首次购买日，或客户档案中的获客日期")),
      SettingField(
        "margin", \.margin,
        Phrase(
          "Gross margin as a share of revenue, where orders have no margin; without it revenue counts whole",
          "订单无毛利时按收入计的毛利率；缺省则按收入全额计"),
        check: { $0.map { $0 > 0 && $0 <= 1 } ?? true ? nil : "above 0, at most 1" }),
      SettingField(
        "discount", \.discount, Phrase("Discount rate a year", "年折现率"),
        check: { (0...1).contains($0) ? nil : "0 to 1" }),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce revenue, stand beside it, or are left out", "退货从收入中扣除、单独列示，或不计")),
      SettingField(
        "min_customers", \.minCustomers,
        Phrase(
          "Customers that a month of the margin curve must rest on", "毛利曲线每个月至少依据的客户数"),
        check: { $0 >= 1 ? nil : "1 or more" }),
      SettingField(
        "curve_months", \.curveMonths,
        Phrase("Months of the margin curve at most", "毛利曲线的最多月数"),
        check: { (1...120).contains($0) ? nil : "1 to 120" }),
    ]
  }
}

/// How long the periods of the acquisition table are.
package enum AcquisitionGrain: String, CaseIterable, SettingValue {
  case month
  case quarter
  case year

  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

/// The day on which a customer is new.
package enum NewCustomerRule: String, CaseIterable, SettingValue {
  case firstPurchase = "first_purchase"
  case acquiredOn = "acquired_on"
}
