package import Pipeline
import Values

/// What stage `journey` can be told.
package struct JourneySettings: StageSettings {
  /// How much a touchpoint matters is measured by.
  package enum Importance: String, CaseIterable, SettingValue {
    /// The first of the others that the data are enough for.
    case auto
    /// Relative weights, over customers who scored every touchpoint.
    case weights
    /// Correlation with the overall score, over customers who scored several.
    case correlation
    /// The touchpoint's part in the variance of the overall score, over all answers.
    case variance
  }

  package var survey = SurveySettings()
  package var question: String?
  package var overall: String?
  package var order: [String] = []
  package var names = ItemMap<LocalizedText>()
  package var groupBy: [SurveyDimension] = [.segment, .region]
  package var importance: Importance = .auto
  package var leastCustomers = 50
  package var importantAbove = 1.0
  package var unevenAbove = 1.0
  package var leastMoments = 3
  package var failures = ["complaint", "grievance", "投诉", "抱怨"]
  package var failureDays = 90

  package init() {}

  package static var fields: [SettingField<JourneySettings>] {
    SurveySettings.fields.map { $0.within(\.survey) } + questionFields + truthFields
      + failureFields
  }

  private static var questionFields: [SettingField<JourneySettings>] {
    [
      SettingField(
        "question", \.question,
        Phrase(
          "The question that scores a moment; by default overall satisfaction, else NPS, else ease",
          "用于给触点评分的题目；默认依次取总体满意度、推荐意愿、轻松度")),
      SettingField(
        "overall", \.overall,
        Phrase(
          "The question on the whole relation, another than that of the moments; by default NPS, "
            + "else overall satisfaction, else ease",
          "反映整体关系的题目，须不同于评分题目；默认依次取推荐意愿、总体满意度、轻松度")),
      SettingField(
        "order", \.order,
        Phrase(
          "Touchpoints in the order of the journey; without it by the days of customers who met "
            + "several",
          "触点的先后顺序；未给出时按经历多个触点的客户的日期推定")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns that the lowest touchpoint is broken down by; those that no export has are left "
            + "out",
          "得分最低的触点按哪些列细分；数据中没有的列自动略过")
      ) { kinds in
        Set(kinds).count == kinds.count && !kinds.contains(.touchpoint) && !kinds.contains(.wave)
          ? nil : "a list without repeats, touchpoint and wave"
      },
      SettingField(
        "names", \.names, Phrase("What touchpoints are called in reports", "触点在报告中的名称")),
    ]
  }

  private static var truthFields: [SettingField<JourneySettings>] {
    [
      SettingField(
        "importance", \.importance,
        Phrase(
          "How importance is measured: relative weights, correlation, part in the variance, or "
            + "the first of these that the data are enough for",
          "重要性的计算方法：相对权重、相关系数、方差份额，或自动取数据足以支持的第一种")),
      SettingField(
        "least_customers", \.leastCustomers,
        Phrase(
          "Customers a touchpoint needs for weights and correlation",
          "计算相对权重与相关系数时每个触点至少需要的客户数")
      ) { $0 >= 10 ? nil : "10 or more" },
      SettingField(
        "important_above", \.importantAbove,
        Phrase(
          "A moment of truth is more important than this many times the mean touchpoint",
          "关键时刻：重要性高于平均值的倍数")
      ) { $0 > 0 && $0 <= 10 ? nil : "above 0, up to 10" },
      SettingField(
        "uneven_above", \.unevenAbove,
        Phrase(
          "A moment of truth spreads, or falls from the step before, more than this many times the "
            + "mean",
          "关键时刻：标准差或较上一触点的降幅高于平均值的倍数")
      ) { $0 > 0 && $0 <= 10 ? nil : "above 0, up to 10" },
    ]
  }

  private static var failureFields: [SettingField<JourneySettings>] {
    [
      SettingField(
        "least_moments", \.leastMoments,
        Phrase(
          "Scored moments a customer needs for a peak and an end",
          "计算峰值与终点时每位客户至少需要的评分次数")
      ) { (2...20).contains($0) ? nil : "2 to 20" },
      SettingField(
        "failures", \.failures,
        Phrase("Kinds of cases that are failures", "视为服务失误的工单类型")
      ) { $0.isEmpty ? "a list of kinds" : nil },
      SettingField(
        "failure_days", \.failureDays,
        Phrase(
          "Days before the answer in which a failure counts", "作答前多少天内的失误计入")
      ) { (1...1095).contains($0) ? nil : "1 to 1095" },
    ]
  }
}
