package import Pipeline
import Values

/// What every stage on the satisfaction survey can be told of its questions.
package struct SurveySettings: KeyedSettings {
  package var waves: SurveyWaves = .latest
  package var scales = ItemMap<SurveyScale>()
  package var noAnswer: [Int] = []
  package var labels = ItemMap<LocalizedText>()
  package var weighted = true
  package var confidence = 0.95

  static let nps = Phrase("Recommendation", "推荐意愿")
  static let csat = Phrase("Overall satisfaction", "总体满意度")
  static let ces = Phrase("Ease", "办理轻松度")

  package init() {}

  package static var fields: [SettingField<SurveySettings>] {
    [
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
        "weighted", \.weighted,
        Phrase("Whether the weights of the export are used", "是否使用数据中的权重")),
      SettingField(
        "confidence", \.confidence, Phrase("Level of the intervals and tests", "区间与检验的置信水平")
      ) { $0 > 0.5 && $0 < 1 ? nil : "above 0.5 and below 1" },
    ]
  }

  /// The label that was given to a question, its usual name, or its header without the prefix.
  func label(_ item: String) -> Phrase {
    if let text = labels[item] { return Phrase(text[.english], text[.simplifiedChinese]) }
    switch item {
    case "nps": return SurveySettings.nps
    case "csat": return SurveySettings.csat
    case "ces": return SurveySettings.ces
    default:
      let text = String(item.trimmingPrefix("item_")).replacing("_", with: " ")
      return Phrase(text, text)
    }
  }
}
