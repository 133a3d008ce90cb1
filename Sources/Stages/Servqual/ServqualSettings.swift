package import Pipeline
import Values

/// What stage `servqual` can be told.
package struct ServqualSettings: StageSettings {
  package var groupBy: [SurveyDimension]?
  package var waves: SurveyWaves = .latest
  package var dimensions = ServqualMap.standard
  package var scale = SurveyScale.ease
  package var noAnswer: [Int] = []
  package var names = ItemMap<LocalizedText>()
  package var leastAnswered = 0.5
  package var pointsTolerance = 0.5
  package var confidence = 0.95

  package init() {}

  package static var fields: [SettingField<ServqualSettings>] {
    [
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns to group the answers by; without it unit, segment and wave, inside the company "
            + "provider, consumer and wave",
          "按哪些列分组；默认外部按单位、细分与批次，内部按提供部门、接受部门与批次")
      ) { ($0.map { Set($0).count == $0.count } ?? true) ? nil : "a list without repeats" },
      SettingField(
        "waves", \.waves,
        Phrase(
          "Whether figures are of the latest wave or of all waves together",
          "统计最近一次调查，还是合并全部批次")),
      SettingField(
        "dimensions", \.dimensions,
        Phrase("The dimensions and the items of each", "各维度及其题项")),
      SettingField(
        "scale", \.scale,
        Phrase("Levels of the items, worst answer first", "题项的量表，最差在前")),
      SettingField(
        "no_answer", \.noAnswer,
        Phrase(
          "Codes of items that mean \"don't know\" or \"does not apply\": no answer",
          "题项中表示“不清楚”或“不适用”的代码，视为未作答")),
      SettingField(
        "names", \.names,
        Phrase("What dimensions and items are called in reports", "维度与题项在报告中的名称")),
      SettingField(
        "least_answered", \.leastAnswered,
        Phrase(
          "Share of a dimension's items that must be answered for a respondent to count in it",
          "受访者须回答某维度多大占比的题项，方计入该维度")
      ) { $0 > 0 && $0 <= 1 ? nil : "above 0 and at most 1" },
      SettingField(
        "points_tolerance", \.pointsTolerance,
        Phrase(
          "How far from 100 a respondent's points may add up", "每位受访者的权重分合计允许偏离 100 的幅度")
      ) { $0 >= 0 && $0 <= 10 ? nil : "0 to 10" },
      SettingField(
        "confidence", \.confidence, Phrase("Level of the intervals and tests", "区间与检验的置信水平")
      ) { $0 > 0.5 && $0 < 1 ? nil : "above 0.5 and below 1" },
    ]
  }
}
