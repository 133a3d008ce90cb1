import Values

/// Columns that every survey-like contract may have.
enum SurveyFields {
  static let customer = Field(
    "customer_id", .key, Phrase("Customer who answered", "作答客户"),
    aliases: ["customer", "client_id", "account_id", "member_id", "客户编号", "客户ID", "会员编号", "客戶編號"])
  static let unit = Field(
    "unit", .category, Phrase("Unit that was judged", "被评单位"),
    aliases: ["dept", "department", "branch", "store", "部门", "被评部门", "单位", "门店", "網點", "部門", "單位"])
  static let provider = Field(
    "provider", .category, Phrase("Department that serves", "服务提供部门"),
    aliases: ["provider_dept", "provider department", "提供部门", "服务部门", "提供方", "提供部門", "服務部門"])
  static let consumer = Field(
    "consumer", .category, Phrase("Department that is served", "接受服务部门"),
    aliases: [
      "consumer_dept", "requester_dept", "requester", "consumer department", "需求部门", "接受部门", "使用部门",
      "需求部門", "接受部門",
    ])
  static let segment = Field(
    "segment", .category, Phrase("Segment of the respondent", "作答者细分"),
    aliases: ["customer segment", "客户细分", "客户类型", "客戶類型"])
  static let wave = Field(
    "wave", .category, Phrase("Survey wave", "调查批次"),
    aliases: ["survey wave", "round", "批次", "调查批次", "期次", "調查批次"])
  static let date = Field(
    "date", .day, datesRow: true, Phrase("Day of the answer", "作答日期"),
    aliases: [
      "answered on", "response date", "submitted_at", "survey date", "日期", "作答日期", "提交日期", "提交时间",
      "填写时间", "作答時間", "提交時間",
    ])
  static let weight = Field(
    "weight", .number(0...1e9), Phrase("Weight of the answer", "权重"),
    aliases: ["survey weight", "权重", "加权", "權重"])

  static let respondentAliases = [
    "respondent_id", "response_id", "answer id", "答卷编号", "受访者", "受访者编号", "序号", "受訪者", "受訪者編號",
    "答卷編號",
  ]

  /// The optional columns, without those a contract declares itself.
  static func common(without names: Set<String> = []) -> [Field] {
    [customer, unit, provider, consumer, segment, wave, date, weight].filter {
      !names.contains($0.name)
    }
  }
}
