package import Exports
package import Pipeline
import Values

/// What a pipeline may say about a customer value step.
package struct CLVSettings: StageSettings {
  package var model = CLVModelChoice.mbgNBD
  package var fit = CLVFitPolicy.always
  package var refitAfter = DayCount(92)
  package var refunds = Refunds.net
  package var horizons = CLVHorizon.presets
  package var discount = 0.10
  package var step: DayCount?
  package var stepRate: Double?
  package var basis = CLVBasis.revenue
  package var margin: Double?
  package var timeUnit = CLVTimeUnit.day
  package var holdout: CLVHorizon?
  package var confidence = 0.95
  package var silence = DayCount(90)
  package var riskBelow = 0.5
  package var goneBelow = 0.1
  package var covariates: [CustomerDimension] = []
  package var minRepeaters = 10
  package var draws = 400
  package var seed = 1

  package init() {}

  package static var fields: [SettingField<CLVSettings>] {
    modelFields + valueFields + uncertaintyFields
  }

  private static var modelFields: [SettingField<CLVSettings>] {
    [
      SettingField(
        "model", \.model,
        Phrase(
          "The purchase model, or auto: all of them are fitted and compared on a hold-out",
          "购买模型；自动模式下逐一拟合，并以留出期比较后选用")),
      SettingField(
        "fit", \.fit,
        Phrase(
          "Fit at every run, or only when the kept model card is due; scores are made anew each time",
          "每次运行都拟合，或仅在模型卡到期时重新拟合；评分每次重算")),
      SettingField(
        "refit_after", \.refitAfter,
        Phrase("Age from which a kept model card is due", "模型卡使用多久后需重新拟合")),
      SettingField(
        "covariates", \.covariates,
        Phrase(
          "Columns of the customers' export that shift purchasing and dropout; for mbg-nbd, bg-nbd and pareto-nbd",
          "影响购买与流失的客户属性列；用于 MBG/NBD、BG/NBD 与帕累托/NBD")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "min_repeaters", \.minRepeaters,
        Phrase(
          "Fewest customers with a repeat purchase for a model; below it the cohort mean stands",
          "建立模型所需的最少复购客户数；不足时采用群体均值")
      ) { $0 >= 2 ? nil : "2 or more" },
      SettingField(
        "holdout", \.holdout,
        Phrase(
          "Last stretch of time that the back-test predicts; a third of the observed time if left out",
          "回测所预测的最后一段时间；缺省为观察期的三分之一")
      ) { $0.map { $0.count > 0 } ?? true ? nil : "longer than nothing" },
      SettingField(
        "refunds", \.refunds,
        Phrase(
          "Returns are taken off the latest purchases, stand beside them, or are left out",
          "退货从最近的购买中扣除、单独列示，或不计")),
      SettingField(
        "time_unit", \.timeUnit,
        Phrase(
          "Unit of the times of aggregated histories and of the parameters; the period of bg-bb",
          "汇总历史与模型参数的时间单位；亦为 BG/BB 的期长")),
    ]
  }

  private static var valueFields: [SettingField<CLVSettings>] {
    let isShare: @Sendable (Double) -> String? = { (0...1).contains($0) ? nil : "0 to 1" }
    return [
      SettingField(
        "horizons", \.horizons,
        Phrase(
          "How far ahead purchases and value are expected, shortest first; calendar months by real dates",
          "预测期，由短至长；月份按实际日历计")
      ) { CLVHorizon.problem(of: $0) },
      SettingField(
        "discount", \.discount, Phrase("Annual discount rate", "年折现率"),
        check: { (0...10).contains($0) ? nil : "0 to 10, such as 0.1 for 10 %" }),
      SettingField(
        "step", \.step,
        Phrase(
          "Counts months as steps of so many days, to compare with other programs",
          "将每月按固定天数计，供与其他软件对照")
      ) { $0.map { $0.days > 0 } ?? true ? nil : "1d or more" },
      SettingField(
        "step_rate", \.stepRate,
        Phrase(
          "Discount rate a step, applied at its end, instead of the annual rate; needs step",
          "每一步长的折现率，于期末折现，代替年折现率；须同时设定步长")
      ) { $0.map { $0 >= 0 && $0 <= 10 } ?? true ? nil : "0 to 10" },
      SettingField(
        "basis", \.basis,
        Phrase("Value counts revenue, or revenue times the margin rate", "价值按收入计，或按收入乘毛利率计")),
      SettingField(
        "margin", \.margin,
        Phrase(
          "Margin as a share of revenue; from the margins of the orders if left out",
          "毛利率；缺省由订单中的毛利得出")
      ) { $0.flatMap { isShare($0) } },
      SettingField(
        "silence", \.silence,
        Phrase("Days for the probability that no purchase comes", "计算“不再购买概率”的天数")
      ) { $0.days > 0 ? nil : "1d or more" },
      SettingField(
        "risk_below", \.riskBelow,
        Phrase(
          "Probability of being alive below which a customer is at risk", "活跃概率低于此值即为有流失风险"),
        check: isShare),
      SettingField(
        "gone_below", \.goneBelow,
        Phrase(
          "Probability of being alive below which a customer counts as gone and is not listed at risk",
          "活跃概率低于此值视为已流失，不列入风险名单"), check: isShare),
    ]
  }

  private static var uncertaintyFields: [SettingField<CLVSettings>] {
    [
      SettingField(
        "confidence", \.confidence, Phrase("Share of cases that an interval holds", "区间的置信水平"),
        check: { $0 >= 0.5 && $0 <= 0.999 ? nil : "0.5 to 0.999" }),
      SettingField(
        "draws", \.draws,
        Phrase(
          "Draws of the parameters for intervals of totals and tiers", "合计与分层区间所用的参数抽样次数"),
        check: { (100...10_000).contains($0) ? nil : "100 to 10000" }),
      SettingField(
        "seed", \.seed, Phrase("Seed of those draws", "抽样所用的随机种子"),
        check: { $0 >= 0 ? nil : "0 or more" }),
    ]
  }
}

/// Which purchase model is taken.
package enum CLVModelChoice: String, CaseIterable, SettingValue {
  case mbgNBD = "mbg-nbd"
  case bgNBD = "bg-nbd"
  case paretoNBD = "pareto-nbd"
  case nbd
  case bgBB = "bg-bb"
  case auto
}

/// When a model is fitted.
package enum CLVFitPolicy: String, CaseIterable, SettingValue {
  case always
  case whenDue = "when-due"
}

/// What a customer's value is counted in.
package enum CLVBasis: String, CaseIterable, SettingValue {
  case revenue
  case margin
}

/// The unit of times outside; inside all times are days.
package enum CLVTimeUnit: String, CaseIterable, SettingValue {
  case day
  case week
  case month
  case year

  /// Days in one; a month is a twelfth of the mean year of 365.25 days.
  var days: Double {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 365.25 / 12
    case .year: 365.25
    }
  }
}
