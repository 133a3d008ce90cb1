package import Pipeline
import Values

/// What stage `kano` can be told.
package struct KanoSettings: StageSettings {
  package var groupBy: [SurveyDimension] = [.segment, .wave]
  package var waves: SurveyWaves = .latest
  package var names = ItemMap<LocalizedText>()
  package var weighted = true
  package var weightByImportance = true
  package var questionableLimit = 0.1
  package var features = ItemMap<String>()
  package var scales = ItemMap<SurveyScale>()
  package var noAnswer: [Int] = []
  package var overall: String?
  package var confidence = 0.95

  package init() {}

  package static var fields: [SettingField<KanoSettings>] {
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
        "names", \.names,
        Phrase("What features and items are called in reports", "功能与题项在报告中的名称")),
      SettingField(
        "weighted", \.weighted,
        Phrase("Whether the weights of the export are used", "是否使用数据中的权重")),
      SettingField(
        "weight_by_importance", \.weightByImportance,
        Phrase(
          "Whether the continuous scores are weighted by self-stated importance where it was asked",
          "有自述重要性时，连续得分是否按其加权")),
      SettingField(
        "questionable_limit", \.questionableLimit,
        Phrase(
          "Share of contradicting answers (Q) above which the questionnaire is doubted",
          "自相矛盾的回答（Q）超过此占比时，提示问卷存疑")
      ) { $0 > 0 && $0 < 1 ? nil : "above 0 and below 1" },
      SettingField(
        "features", \.features,
        Phrase(
          "The feature that a survey item is about, to compare both ways to classify",
          "满意度题项对应的功能，用于比较两种分类方法")),
      SettingField(
        "scales", \.scales,
        Phrase(
          "Levels of a survey item, worst answer first; 1-5 where nothing is said",
          "满意度题项的量表，最差在前；未说明时为 1-5")),
      SettingField(
        "no_answer", \.noAnswer,
        Phrase(
          "Codes of survey items that mean \"don't know\" or \"does not apply\"",
          "满意度题项中表示“不清楚”或“不适用”的代码")),
      SettingField(
        "overall", \.overall,
        Phrase(
          "The survey question that penalty and reward are measured on: csat or nps; by default "
            + "the first of these",
          "衡量惩罚与奖励所用的总体问题：总体满意度或推荐意愿；默认取先有者")
      ) { $0.map { ["csat", "nps"].contains($0) } ?? true ? nil : "csat or nps" },
      SettingField(
        "confidence", \.confidence, Phrase("Level of the intervals and tests", "区间与检验的置信水平")
      ) { $0 > 0.5 && $0 < 1 ? nil : "above 0.5 and below 1" },
    ]
  }
}
