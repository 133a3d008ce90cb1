import Values

/// The columns of the tables of `clv`, with what they mean.
enum CLVColumns {
  /// Horizons name columns: those of the settings, in the declaration the usual ones.
  static func customers(_ currency: Currency, _ horizons: [CLVHorizon]) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("customers", .count, Phrase("Customers of the row", "该行的客户数")),
      ColumnHead("x", .count, Phrase("Repeat purchase days", "重复购买天数")),
      ColumnHead(
        "t_x", .ratio,
        Phrase(
          "Time from the first to the last purchase, in the unit of the settings",
          "首次至末次购买的时长，单位见设置")),
      ColumnHead(
        "age", .ratio,
        Phrase(
          "Time from the first purchase to the as-of date, in the unit of the settings",
          "首次购买至截止日的时长，单位见设置")),
      ColumnHead(
        "mean_spend", .money(currency),
        Phrase("Mean amount of the repeat purchases", "重复购买的平均金额")),
      ColumnHead("last_purchase", .day, Phrase("Last purchase", "末次购买日期")),
      ColumnHead(
        "historic_value", .money(currency),
        Phrase("Net amount up to the as-of date", "截至截止日的净额（历史价值）")),
      ColumnHead(
        "p_alive", .share, Phrase("Probability of still being a customer", "仍为客户的概率")),
      ColumnHead(
        "p_no_purchase", .share,
        Phrase(
          "Probability that no purchase comes in the silence of the settings",
          "在设定天数内不再购买的概率")),
    ]
      + horizons.flatMap { horizon in
        [
          ColumnHead(
            "purchases_\(horizon.text)", .ratio,
            Phrase("Expected purchases in \(horizon.text)", "\(horizon.text) 内预计购买次数")),
          ColumnHead(
            "value_\(horizon.text)", .money(currency),
            Phrase(
              "Expected value in \(horizon.text), not discounted", "\(horizon.text) 内预计价值（未折现）")),
        ]
      } + [
        ColumnHead(
          "purchases_low", .count,
          Phrase(
            "Low end of the purchases over the longest horizon, predictive",
            "最长预测期内购买次数的预测区间下限")),
        ColumnHead("purchases_high", .count, Phrase("High end of them", "其上限")),
        ColumnHead(
          "expected_spend", .money(currency),
          Phrase("Expected amount of a purchase", "每次购买的预计金额")),
        ColumnHead(
          "clv", .money(currency),
          Phrase("Discounted value over the longest horizon", "最长预测期内的折现价值")),
        ColumnHead(
          "clv_low", .money(currency),
          Phrase("Low end of it, predictive interval", "其预测区间下限")),
        ColumnHead("clv_high", .money(currency), Phrase("High end of it", "其预测区间上限")),
        ColumnHead(
          "clv_endless", .money(currency),
          Phrase(
            "Discounted value without a horizon; for pareto-nbd and bg-bb",
            "不设期限的折现价值；仅限帕累托/NBD 与 BG/BB")),
        ColumnHead(
          "at_stake", .money(currency),
          Phrase("Value that is lost if the customer is gone", "若已流失所损失的价值")),
        ColumnHead("decile", .score, Phrase("Tenth by value, 1 the greatest", "按价值的十分位，1 为最高")),
      ]
  }

  static let models = [
    ColumnHead("model", .text, Phrase("Model", "模型")),
    ColumnHead("chosen", .text, Phrase("Whether it stands", "是否采用")),
    ColumnHead(
      "state", .text,
      Phrase("How the fit ended, or why there is none", "拟合结果，或未能拟合的原因")),
    ColumnHead("parameters", .count, Phrase("Parameters", "参数个数")),
    ColumnHead("log_likelihood", .ratio, Phrase("Log-likelihood", "对数似然")),
    ColumnHead("aic", .ratio, Phrase("Akaike's criterion, less is better", "赤池信息量，越小越好")),
    ColumnHead(
      "bic", .ratio, Phrase("Bayesian criterion, less is better", "贝叶斯信息量，越小越好")),
    ColumnHead(
      "gradient_norm", .ratio,
      Phrase("Greatest slope that is left at the estimates", "估计处余下的最大梯度")),
    ColumnHead("iterations", .count, Phrase("Iterations", "迭代次数")),
    ColumnHead("starts", .count, Phrase("Starting points", "起始点个数")),
    ColumnHead("classes", .count, Phrase("Distinct histories", "不同历史的个数")),
    ColumnHead(
      "holdout_expected", .ratio, Phrase("Purchases expected in the hold-out", "留出期预计购买次数")),
    ColumnHead("holdout_actual", .ratio, Phrase("Purchases that came", "实际购买次数")),
    ColumnHead(
      "holdout_error", .ratio,
      Phrase("Root mean square error a customer", "每位客户的均方根误差")),
    ColumnHead(
      "holdout_absolute_error", .ratio, Phrase("Mean absolute error a customer", "每位客户的平均绝对误差")),
  ]

  static let parameters = [
    ColumnHead("part", .text, Phrase("Of purchases or of spend", "所属部分：购买或金额")),
    ColumnHead("parameter", .text, Phrase("Parameter", "参数")),
    ColumnHead("estimate", .ratio, Phrase("Estimate", "估计值")),
    ColumnHead("standard_error", .ratio, Phrase("Standard error", "标准误")),
    ColumnHead("low", .ratio, Phrase("Low end of the interval", "区间下限")),
    ColumnHead("high", .ratio, Phrase("High end of the interval", "区间上限")),
    ColumnHead("previous", .ratio, Phrase("Estimate of the card before", "上一张模型卡的估计值")),
  ]

  static let tracking = [
    ColumnHead("period_end", .day, Phrase("Last day of the period", "期间末日")),
    ColumnHead("actual", .count, Phrase("Repeat purchases", "重复购买次数")),
    ColumnHead("expected", .ratio, Phrase("Expected repeat purchases", "预计重复购买次数")),
    ColumnHead("actual_so_far", .count, Phrase("The same from the start on", "自期初累计")),
    ColumnHead("expected_so_far", .ratio, Phrase("Expected from the start on", "自期初累计预计")),
    ColumnHead("held_out", .text, Phrase("Whether the fit did not know it", "是否为留出期")),
  ]

  static let calibration = [
    ColumnHead(
      "tenth", .score, Phrase("Tenth by expected purchases, 1 the most", "按预计购买的十分位，1 为最多")),
    ColumnHead("customers", .count, Phrase("Customers", "客户数")),
    ColumnHead("expected", .ratio, Phrase("Expected purchases a customer", "每位客户预计购买次数")),
    ColumnHead("actual", .ratio, Phrase("Purchases a customer", "每位客户实际购买次数")),
    ColumnHead("low", .ratio, Phrase("Low end of the actual mean", "实际均值区间下限")),
    ColumnHead("high", .ratio, Phrase("High end of the actual mean", "实际均值区间上限")),
  ]

  static func totals(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("tier", .text, Phrase("All customers, or a tenth by value", "全部客户或价值十分位")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("purchases", .ratio, Phrase("Expected purchases", "预计购买次数")),
      ColumnHead("clv", .money(currency), Phrase("Discounted value", "折现价值")),
      ColumnHead("clv_share", .share, Phrase("Share of all value", "价值占比")),
      ColumnHead(
        "low", .money(currency), Phrase("Low end, prediction and parameters", "区间下限（预测与参数）")),
      ColumnHead("high", .money(currency), Phrase("High end of both", "区间上限（预测与参数）")),
      ColumnHead(
        "predictive_low", .money(currency), Phrase("Low end, prediction alone", "区间下限（仅预测）")),
      ColumnHead(
        "predictive_high", .money(currency), Phrase("High end, prediction alone", "区间上限（仅预测）")),
      ColumnHead(
        "parameter_low", .money(currency), Phrase("Low end, parameters alone", "区间下限（仅参数）")),
      ColumnHead(
        "parameter_high", .money(currency), Phrase("High end, parameters alone", "区间上限（仅参数）")),
      ColumnHead(
        "historic_value", .money(currency), Phrase("Net amount so far", "截至目前的净额")),
    ]
  }

  static func newcomer(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("horizon", .text, Phrase("Time from the first purchase on", "首次购买后的时长")),
      ColumnHead("purchases", .ratio, Phrase("Expected repeat purchases", "预计重复购买次数")),
      ColumnHead("value", .money(currency), Phrase("Their value", "其价值")),
      ColumnHead("discounted", .money(currency), Phrase("Their discounted value", "其折现价值")),
      ColumnHead(
        "with_first", .money(currency),
        Phrase("Discounted value with the first purchase", "含首次购买的折现价值")),
    ]
  }

  static func atRisk(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("owner", .text, Phrase("Who looks after the customer", "负责人")),
      ColumnHead("last_purchase", .day, Phrase("Last purchase", "末次购买日期")),
      ColumnHead(
        "p_alive", .share, Phrase("Probability of still being a customer", "仍为客户的概率")),
      ColumnHead(
        "p_alive_before", .share,
        Phrase("The same before the silence of the settings", "设定天数之前的同一概率")),
      ColumnHead("clv", .money(currency), Phrase("Discounted value", "折现价值")),
      ColumnHead(
        "at_stake", .money(currency),
        Phrase("Value that is lost if the customer is gone", "若已流失所损失的价值")),
    ]
  }
}
