package import Pipeline
import Values

/// What stage `satisfaction` can be told.
package struct SatisfactionSettings: StageSettings {
  /// Which answers the figures are of.
  package enum Waves: String, CaseIterable, SettingValue {
    /// Those of the latest wave; the wave before is compared with it.
    case latest
    /// Those of all waves together.
    case all
  }

  package var groupBy: [SurveyDimension] = [.segment, .touchpoint, .wave]
  package var waves: Waves = .latest
  package var scales = ItemMap<SurveyScale>()
  package var noAnswer: [Int] = []
  package var labels = ItemMap<LocalizedText>()
  package var overall: String?
  package var weighted = true
  package var confidence = 0.95

  package init() {}

  package static var fields: [SettingField<SatisfactionSettings>] {
    [
      SettingField(
        "group_by", \.groupBy,
        Phrase(
          "Columns to group the answers by; those that no export has are left out",
          "按哪些列分组；数据中没有的列自动略过")
      ) { Set($0).count == $0.count ? nil : "a list without repeats" },
      SettingField(
        "waves", \.waves,
        Phrase(
          "Whether figures are of the latest wave or of all waves together",
          "统计最近一次调查，还是合并全部批次")),
      SettingField(
        "scales", \.scales,
        Phrase(
          "Levels of an item, worst answer first (5-1: 1 is best); 1-5 where nothing is said",
          "各题项的量表，最差在前（5-1 表示 1 分最好）；未说明时为 1-5")
      ) { $0["nps"] == nil ? nil : "without nps, which is always 0-10" },
      SettingField(
        "no_answer", \.noAnswer,
        Phrase(
          "Codes of items that mean \"don't know\" or \"does not apply\": no answer",
          "题项中表示“不清楚”或“不适用”的代码，视为未作答")),
      SettingField(
        "items", \.labels, Phrase("What items are called in reports", "题项在报告中的名称")),
      SettingField(
        "overall", \.overall,
        Phrase(
          "The item in the headline; without it NPS, else overall satisfaction, else the first",
          "标题所用的题项；默认依次取 NPS、总体满意度、第一个题项")),
      SettingField(
        "weighted", \.weighted,
        Phrase("Whether the weights of the export are used", "是否使用数据中的权重")),
      SettingField(
        "confidence", \.confidence, Phrase("Level of the intervals and tests", "区间与检验的置信水平")
      ) { $0 > 0.5 && $0 < 1 ? nil : "above 0.5 and below 1" },
    ]
  }
}
