import Values

extension Contract {
  /// Paired Kano questions: 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike.
  package static let kano = Contract(
    "kano", Phrase("Kano answers, one row a respondent and feature", "KANO 问卷，每行一位受访者的一项功能"),
    key: ["respondent", "feature"],
    fields: [
      Field(
        "respondent", .key, required: true, Phrase("Who answered", "受访者编号"),
        aliases: SurveyFields.respondentAliases),
      Field(
        "feature", .category, required: true, Phrase("Feature that was asked about", "功能或需求"),
        aliases: ["attribute", "requirement", "功能", "需求", "属性", "功能項", "屬性"]),
      Field(
        "functional", .integer(1...5), required: true,
        Phrase("How it is with the feature, 1 to 5", "正向题（1–5）"),
        aliases: ["functional answer", "with", "positive", "正向", "正向题", "具备时", "正向題"]),
      Field(
        "dysfunctional", .integer(1...5), required: true,
        Phrase("How it is without the feature, 1 to 5", "反向题（1–5）"),
        aliases: ["dysfunctional answer", "without", "negative", "反向", "反向题", "不具备时", "反向題"]),
      Field(
        "importance", .integer(1...9), Phrase("Self-stated importance, 1 to 9", "自述重要性（1–9）"),
        aliases: ["self stated importance", "重要性", "重要程度"]),
    ] + SurveyFields.common())
}
