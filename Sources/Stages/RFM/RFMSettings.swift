import Diagnostics
package import Exports
package import Pipeline
import Values

/// What a pipeline may say about an RFM step.
package struct RFMSettings: StageSettings {
  package var bins = 5
  package var binning = RFMBinning.quantiles
  package var cuts = RFMCuts.rightClosed
  package var thresholds = RFMThresholds()
  package var frequency = RFMFrequency.orders
  package var monetary = RFMMonetary.total
  package var refunds = Refunds.net
  package var weights = RFMWeights()
  package var segments = RFMSegmentChoice.named(.eleven)

  package init() {}

  package static var fields: [SettingField<RFMSettings>] {
    [
      SettingField(
        "bins", \.bins, Phrase("Scores on each axis, 3 to 10", "每个维度的分档数，3 至 10"),
        check: { (3...10).contains($0) ? nil : "3 to 10" }),
      SettingField(
        "binning", \.binning,
        Phrase(
          "How values become scores: quantiles (equal values share a score), equal counts (ties broken by id), nested, fixed thresholds, natural breaks",
          "如何由数值得到分数：分位数（相同数值同分）、等人数（相同数值按客户编号区分）、嵌套、固定阈值、自然断点")),
      SettingField(
        "cuts", \.cuts,
        Phrase(
          "Quantiles: a value equal to a cut point belongs below it; or, to compare with the R package, every cut point is raised by one",
          "分位数：等于切点的数值归入下一档；或与 R 语言同名软件包对照，各切点加一")),
      SettingField(
        "thresholds", \.thresholds,
        Phrase(
          "Fixed thresholds: the upper ends of all classes but the last, one fewer than bins",
          "固定阈值：除末档外各档的上限，比分档数少一个")),
      SettingField(
        "frequency", \.frequency,
        Phrase("Frequency counts orders or purchase days", "频次按订单数或按购买天数计")),
      SettingField(
        "monetary", \.monetary,
        Phrase("Monetary is the total or the average of an order", "金额取合计或每单平均")),
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns reduce the amounts, stand beside them, or are left out",
          "退货从金额中扣除、单独列示，或不计")),
      SettingField(
        "weights", \.weights,
        Phrase(
          "Weights of the weighted score; they are divided by their sum",
          "加权得分的权重；按总和归一")),
      SettingField(
        "segments", \.segments,
        Phrase(
          "The map from scores to segments: eleven or eight segments, or rules of your own",
          "由分数到分层的规则：十一类、八类，或自定规则")),
    ]
  }
}

/// How values become scores.
package enum RFMBinning: String, CaseIterable, SettingValue {
  case quantiles
  case equalCount = "equal_count"
  case nested
  case fixed
  case naturalBreaks = "natural_breaks"
}

/// On which side of a quantile a value equal to it falls.
package enum RFMCuts: String, CaseIterable, SettingValue {
  /// value ≤ cut belongs below.
  case rightClosed = "right-closed"
  /// value < cut + 1 belongs below, as the R package rfm has it.
  case plusOne = "plus-one"
}

package enum RFMFrequency: String, CaseIterable, SettingValue {
  case orders
  case days
}

package enum RFMMonetary: String, CaseIterable, SettingValue {
  case total
  case average
}

/// Upper ends of the classes of `binning: fixed`, right-closed: days, a count, major units.
package struct RFMThresholds: KeyedSettings {
  package var recency: [Double] = []
  package var frequency: [Double] = []
  package var monetary: [Double] = []

  package init() {}

  package static var fields: [SettingField<RFMThresholds>] {
    let ascend = "numbers that ascend"
    return [
      SettingField(
        "recency", \.recency, Phrase("Days since the last purchase", "距上次购买的天数"),
        check: { isAscending($0) && $0.allSatisfy { $0 >= 0 } ? nil : "\(ascend) from 0 on" }),
      SettingField(
        "frequency", \.frequency, Phrase("Orders or purchase days", "订单数或购买天数"),
        check: { isAscending($0) ? nil : ascend }),
      SettingField(
        "monetary", \.monetary, Phrase("Amounts in whole units of money", "以货币单位计的金额"),
        check: { isAscending($0) ? nil : ascend }),
    ]
  }

  private static func isAscending(_ numbers: [Double]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}

/// Weights of the three scores, in any unit.
package struct RFMWeights: KeyedSettings, Equatable {
  package var r = 1.0
  package var f = 1.0
  package var m = 1.0

  package init() {}

  package static var fields: [SettingField<RFMWeights>] {
    let check: @Sendable (Double) -> String? = { $0 >= 0 ? nil : "0 or more" }
    return [
      SettingField("r", \.r, Phrase("Weight of recency", "最近购买的权重"), check: check),
      SettingField("f", \.f, Phrase("Weight of frequency", "频次的权重"), check: check),
      SettingField("m", \.m, Phrase("Weight of monetary", "金额的权重"), check: check),
    ]
  }

  var sum: Double { r + f + m }
}
