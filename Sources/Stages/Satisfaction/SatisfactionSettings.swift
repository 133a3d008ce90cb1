package import Pipeline
import Values

/// What stage `satisfaction` can be told.
package struct SatisfactionSettings: StageSettings {
  package var survey = SurveySettings()
  package var groupBy: [SurveyDimension] = [.segment, .touchpoint, .wave]
  package var overall: String?

  package init() {}

  package static var fields: [SettingField<SatisfactionSettings>] {
    SurveySettings.fields.map { $0.within(\.survey) } + [
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns to group the answers by; those that no export has are left out",
          "按哪些列分组；数据中没有的列自动略过")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "overall", \.overall,
        Phrase(
          "The item in the headline; without it NPS, else overall satisfaction, else the first",
          "标题所用的题项；默认依次取 NPS、总体满意度、第一个题项")),
    ]
  }
}
