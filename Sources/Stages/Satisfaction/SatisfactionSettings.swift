package import Pipeline
import Values

/// What stage `satisfaction` can be told.
package struct SatisfactionSettings: StageSettings {
  package var survey = SurveySettings()
  package var groupBy: [SurveyDimension] = [.segment, .touchpoint, .wave]
  package var overall: String?
  package var importance = ItemMap<Double>()

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
      SettingField(
        "importance", \.importance,
        Phrase(
          "What single aspects weigh in the satisfaction index, as customers or managers stated; "
            + "without it all weigh alike",
          "满意度指数中各单项的权重（客户或管理层陈述的重要性）；未给出时各项等权")
      ) { stated in
        if stated.entries.contains(where: { !$0.item.hasPrefix("item_") }) {
          return "a map of single aspects, such as item_price: 3"
        }
        let weights = stated.entries.map(\.value)
        return weights.contains { !(0...1e6).contains($0) }
          || (!weights.isEmpty && weights.allSatisfy { $0 == 0 })
          ? "weights from 0 to 1000000, one of them above 0" : nil
      },
    ]
  }
}
