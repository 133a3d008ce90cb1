import Values

extension Contract {
  /// Satisfaction answers: NPS, CSAT, CES and any number of items.
  package static let survey = Contract(
    "survey", Phrase("Satisfaction answers, one row a response", "满意度调查，每行一份答卷"),
    key: ["response_id"],
    fields: [
      Field(
        "response_id", .key, required: true, Phrase("Response number", "答卷编号"),
        aliases: [
          "response", "answer id", "respondent", "respondent_id", "答卷编号", "答卷ID", "序号", "答卷編號",
        ]),
      Field(
        "touchpoint", .category, Phrase("Where the customer met the company", "触点"),
        aliases: ["touch point", "moment", "stage", "触点", "接触点", "环节", "觸點", "接觸點"]),
      Field(
        "mode", .category, Phrase("Questionnaire, interview, online feedback", "调查方式"),
        aliases: ["survey mode", "method", "调查方式", "方式", "調查方式"]),
      Field(
        "nps", .integer(0...10), Phrase("Likely to recommend, 0 to 10", "推荐意愿（0–10）"),
        aliases: [
          "nps score", "recommend", "likelihood to recommend", "推荐意愿", "推荐度", "净推荐值", "推薦意願", "推薦度",
        ]),
      Field(
        "csat", .integer(1...5), Phrase("Overall satisfaction, 1 to 5", "总体满意度（1–5）"),
        aliases: [
          "csat score", "satisfaction", "overall satisfaction", "满意度", "总体满意度", "滿意度", "整體滿意度",
        ]),
      Field(
        "ces", .integer(1...7), Phrase("Ease, 1 to 7", "费力度（1–7，越高越轻松）"),
        aliases: ["ces score", "effort", "ease", "费力度", "客户费力度", "轻松度", "費力度"]),
      Field(
        "comment", .text, Phrase("In the customer's words", "客户原话"),
        aliases: ["comments", "feedback", "verbatim", "意见", "建议", "评论", "意見", "建議", "評論"]),
    ] + SurveyFields.common(),
    families: [
      Family(
        "item", .integer(1...10), Phrase("Satisfaction with one aspect", "单项满意度"),
        prefixes: [
          .init("item_"), .init("item", digitsOnly: true), .init("题项_"), .init("項目_"),
          .init("满意度_"), .init("q", digitsOnly: true),
        ])
    ])
}
