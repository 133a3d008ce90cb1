package import Pipeline
import Values

/// What stage `drivers` can be told.
package struct DriversSettings: StageSettings {
  /// What the importance of the importance–performance plane is.
  package enum Importance: String, CaseIterable, SettingValue {
    /// What an item explains of the overall question.
    case derived
    /// What customers or the company say it is.
    case stated
  }

  /// Where the importance–performance plane is cut.
  package enum Crosshair: String, CaseIterable, SettingValue {
    /// At the mean of the items, on both axes.
    case mean
    /// At the middle of the scale, for performance; importance has no scale and is cut at its mean.
    case midpoint
  }

  package var survey = SurveySettings()
  package var overall: String?
  package var leaveOut: [String] = []
  package var stated = ItemMap<Double>()
  package var importance: Importance = .derived
  package var crosshair: Crosshair = .mean
  package var diagonal = false
  package var by: SurveyDimension?
  package var groupBy: [SurveyDimension] = [.segment, .touchpoint, .region]
  package var lowest = 3
  package var complaintKinds = ["complaint", "grievance", "投诉", "抱怨"]
  package var complaintMonths = 3
  package var owners = ItemMap<LocalizedText>()
  package var resamples = 1000
  package var seed = 1

  package init() {}

  package static var fields: [SettingField<DriversSettings>] {
    SurveySettings.fields.map { $0.within(\.survey) } + driverFields + groupFields
  }

  private static var driverFields: [SettingField<DriversSettings>] {
    [
      SettingField(
        "overall", \.overall,
        Phrase(
          "The question that is to be explained: csat, nps or ces; by default the first that the "
            + "survey has",
          "要解释的总体问题：总体满意度、推荐意愿或轻松度；默认取先有者")
      ) { $0.map { overallQuestions.contains($0) } ?? true ? nil : "csat, nps or ces" },
      SettingField(
        "leave_out", \.leaveOut,
        Phrase("Items that are not looked at", "不纳入分析的题项")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "stated", \.stated,
        Phrase(
          "Importance as customers or the company state it, by item, on any scale",
          "自述重要性：由客户或企业给出，按题项填写，量纲不限")
      ) { $0.entries.allSatisfy { $0.value >= 0 } ? nil : "numbers of 0 or more" },
      SettingField(
        "importance", \.importance,
        Phrase(
          "Whether the plane shows derived or stated importance", "象限图采用推导重要性还是自述重要性")),
      SettingField(
        "crosshair", \.crosshair,
        Phrase(
          "Where the plane is cut: at the means of the items, or performance at the middle of its "
            + "scale",
          "象限图的分界：各题项均值，或以量表中点划分表现")),
      SettingField(
        "diagonal", \.diagonal,
        Phrase(
          "Whether items go by their distance from the diagonal of equal priority instead of "
            + "by quadrant",
          "是否按与等优先对角线的距离排序，而非按象限")),
      SettingField(
        "owners", \.owners, Phrase("Who answers for an item, in findings", "各题项的负责人，用于建议")),
      SettingField(
        "resamples", \.resamples,
        Phrase("Draws of the bootstrap intervals", "自助法区间的抽样次数")
      ) { (100...100_000).contains($0) ? nil : "100 to 100000" },
      SettingField(
        "seed", \.seed, Phrase("Seed of the random draws", "随机抽样的种子")
      ) { $0 >= 0 ? nil : "0 or more" },
    ]
  }

  private static var groupFields: [SettingField<DriversSettings>] {
    [
      SettingField(
        "by", \.by,
        Phrase(
          "A column by which importance is worked out group by group too, where answers allow",
          "另按此列分组计算重要性（作答数足够时）")),
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns among whose groups the lowest-scoring are sought; those that no export has are "
            + "left out",
          "在哪些列的分组中寻找得分最低者；数据中没有的列自动略过")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "lowest", \.lowest, Phrase("How many of them are shown", "展示得分最低的组数")
      ) { (1...20).contains($0) ? nil : "1 to 20" },
      SettingField(
        "complaint_kinds", \.complaintKinds,
        Phrase("Kinds of cases that are complaints", "视为投诉的工单类型")),
      SettingField(
        "complaint_months", \.complaintMonths,
        Phrase("Months of complaints up to the as-of date", "统计截至日前若干个月的投诉")
      ) { (1...120).contains($0) ? nil : "1 to 120" },
    ]
  }

  /// Questions that can be explained, in the order in which they are looked for.
  static let overallQuestions = ["csat", "nps", "ces"]
}
