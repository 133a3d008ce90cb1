import Values

extension Contract {
  /// Complaints, enquiries and service requests, from customers or between departments.
  package static let cases = Contract(
    "cases", Phrase("Complaints, enquiries and requests, one row each", "投诉、咨询与服务请求，每行一单"),
    key: ["case_id"],
    fields: [
      Field(
        "case_id", .key, required: true, Phrase("Case number", "工单编号"),
        aliases: ["ticket_id", "ticket", "case", "case no", "工单编号", "工单号", "投诉编号", "工單編號"]),
      SurveyFields.customer,
      SurveyFields.provider,
      SurveyFields.consumer,
      Field(
        "kind", .category, Phrase("Enquiry, complaint, grievance, request", "类型（咨询、投诉、抱怨、请求）"),
        aliases: ["case type", "ticket type", "类型", "工单类型", "類型"]),
      Field(
        "category", .category, Phrase("What it is about", "问题分类"),
        aliases: ["topic", "reason", "分类", "问题分类", "原因", "分類", "問題分類"]),
      Field(
        "opened_at", .instant, required: true, datesRow: true, Phrase("When it came in", "受理时间"),
        aliases: ["opened", "created_at", "created time", "受理时间", "创建时间", "提交时间", "受理時間", "建立時間"]),
      Field(
        "responded_at", .instant, Phrase("First response", "首次响应时间"),
        aliases: ["first response", "first_response_at", "响应时间", "首次响应时间", "回應時間"]),
      Field(
        "resolved_at", .instant, Phrase("When it was resolved", "解决时间"),
        aliases: ["resolved", "closed_at", "解决时间", "关闭时间", "解決時間", "關閉時間"]),
      Field(
        "sla_hours", .number(0...1e6), unit: "hours",
        Phrase("Promised hours to resolve", "承诺时限（小时）"),
        aliases: ["sla", "promised hours", "时限", "承诺时限", "時限"]),
      Field(
        "rating", .integer(1...5), Phrase("Satisfaction with the handling, 1 to 5", "处理满意度（1–5）"),
        aliases: ["score", "评分", "满意度", "評分", "滿意度"]),
    ])
}
