package import Diagnostics
package import Exports
package import Pipeline
package import Values

/// What a pipeline may say about a matrix step.
package struct MatrixSettings: StageSettings {
  package var x = MatrixAxis.value
  package var y = MatrixAxis.potential
  package var xCut = MatrixCut.median
  package var yCut = MatrixCut.median
  package var months: Int?
  package var refunds = Refunds.net
  package var item = "csat"
  package var names = MatrixNames()

  package init() {}

  package static var fields: [SettingField<MatrixSettings>] {
    [
      SettingField(
        "x", \.x,
        Phrase(
          "The axis to the right: value (revenue), margin, frequency (orders), basket (revenue an order), potential (value to come, of step clv) or satisfaction (survey)",
          "横轴：价值（收入）、毛利、频次（订单数）、客单价、潜力（客户终身价值步骤的未来价值）或满意度（调查）")),
      SettingField("y", \.y, Phrase("The axis upward, likewise", "纵轴，选项同上")),
      SettingField(
        "x_cut", \.xCut,
        Phrase("Where the axis to the right is cut; above it is high", "横轴分界；高于分界为高")),
      SettingField("y_cut", \.yCut, Phrase("Where the axis upward is cut", "纵轴分界")),
      SettingField(
        "months", \.months,
        Phrase(
          "Only purchases of so many months up to the as-of date; all without it",
          "仅计截至日前若干个月的购买；缺省为全部"),
        check: { (1...1200).contains($0 ?? 1) ? nil : "1 to 1200" }),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce revenue, stand beside it, or are left out", "退货从收入中扣除、单独列示，或不计")),
      SettingField(
        "item", \.item, Phrase("The question of the survey that satisfaction is", "作为满意度的调查题项")),
      SettingField("names", \.names, Phrase("Names of the four fields", "四个象限的名称")),
    ]
  }
}

/// What an axis of the matrix measures of a customer.
package enum MatrixAxis: String, CaseIterable, SettingValue {
  case value
  case margin
  case frequency
  case basket
  case potential
  case satisfaction

  package var title: Phrase {
    switch self {
    case .value: Phrase("Value", "价值")
    case .margin: Phrase("Margin", "毛利")
    case .frequency: Phrase("Orders", "订单数")
    case .basket: Phrase("Order size", "客单价")
    case .potential: Phrase("Value to come", "未来价值")
    case .satisfaction: Phrase("Satisfaction", "满意度")
    }
  }
}

/// Where an axis is cut into low and high.
package enum MatrixCut: SettingValue, Equatable {
  case median
  case mean
  case quantile(Double)
  /// In the unit of the axis: money in whole units.
  case at(Double)

  package static var accepted: String { "median, mean, {quantile: 0.8}, or a number" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> MatrixCut? {
    switch node.content {
    case .scalar("median", _): return .median
    case .scalar("mean", _): return .mean
    case .scalar(let text, false):
      if let number = Double(text), number.isFinite { return .at(number) }
    case .map(let entries) where entries.count == 1 && entries[0].key == "quantile":
      guard let share = Double.read(entries[0].value, &problems) else { return nil }
      if share > 0, share < 1 { return .quantile(share) }
    default: break
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho {
    switch self {
    case .median: .text("median")
    case .mean: .text("mean")
    case .quantile(let share): .map([SettingEcho.Entry("quantile", .number(share))])
    case .at(let number): .number(number)
    }
  }
}

/// Own names of the four fields, the axis to the right first.
package struct MatrixNames: KeyedSettings {
  package var highHigh: LocalizedText?
  package var highLow: LocalizedText?
  package var lowHigh: LocalizedText?
  package var lowLow: LocalizedText?

  package init() {}

  package static var fields: [SettingField<MatrixNames>] {
    [
      SettingField("high_high", \.highHigh, Phrase("High on both axes", "两轴均高")),
      SettingField("high_low", \.highLow, Phrase("High to the right, low upward", "横轴高、纵轴低")),
      SettingField("low_high", \.lowHigh, Phrase("Low to the right, high upward", "横轴低、纵轴高")),
      SettingField("low_low", \.lowLow, Phrase("Low on both axes", "两轴均低")),
    ]
  }
}
