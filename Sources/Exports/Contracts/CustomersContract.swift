import Values

extension Contract {
  /// Customers outside the company, and departments and staff inside it.
  package static let customers = Contract(
    "customers", Phrase("Customers, one row each", "客户档案，每行一个客户"), key: ["customer_id"],
    fields: [
      Field(
        "customer_id", .key, required: true, Phrase("Customer number", "客户编号"),
        aliases: [
          "id", "customer", "customer no", "client_id", "account_id", "member_id", "客户编号", "客户ID",
          "客户号", "客户代码",
          "会员编号", "客戶編號", "客戶代碼", "會員編號",
        ]),
      Field(
        "name", .text, Phrase("Name", "客户名称"),
        aliases: [
          "customer name", "account name", "company", "客户名称", "客户姓名", "名称", "姓名", "公司名称", "客戶名稱",
          "名稱",
        ]),
      Field(
        "scope", .level(["external", "internal"]),
        Phrase("Outside the company or inside it", "外部或内部客户"),
        aliases: ["customer scope", "客户范围", "内外部", "客戶範圍"]),
      Field(
        "segment", .category, Phrase("Segment", "客户细分"),
        aliases: [
          "customer segment", "customer type", "type", "客户细分", "客户类型", "客户级别", "客戶類型", "客戶分群",
        ]),
      Field(
        "region", .category, Phrase("Region", "地区"),
        aliases: ["area", "territory", "province", "地区", "区域", "大区", "省份", "地區", "區域"]),
      Field(
        "industry", .category, Phrase("Industry", "行业"),
        aliases: ["sector", "行业", "所属行业", "行業", "產業"]),
      Field(
        "acquired_on", .day, Phrase("Day of the first contract or order", "获客日期"),
        aliases: [
          "created on", "created_at", "since", "customer since", "获客日期", "创建日期", "创建时间", "开户日期",
          "建立日期", "開戶日期",
        ]),
      Field(
        "channel", .category, Phrase("How the customer came", "获客渠道"),
        aliases: [
          "acquisition_channel", "lead source", "source", "获客渠道", "客户来源", "来源", "客戶來源", "來源",
        ]),
      Field(
        "owner", .category, Phrase("Who looks after the customer", "负责人"),
        aliases: [
          "account owner", "account manager", "sales rep", "负责人", "客户经理", "业务员", "負責人", "客戶經理",
        ]),
      Field(
        "lead", .level(["yes", "no"]), Phrase("Known, has not bought", "是否线索"),
        aliases: ["is_lead", "线索", "是否线索", "線索"]),
      Field(
        "intent", .level(["yes", "no"]), Phrase("Clear intent to buy", "是否有明确意向"),
        aliases: ["has_intent", "意向", "购买意向", "意向客户", "購買意向"]),
      Field(
        "lost_to", .text, Phrase("Competitor the customer moved to", "流失去向（竞争对手）"),
        aliases: ["competitor", "流失去向", "竞争对手", "競爭對手"]),
      Field(
        "starts_on", .day, Phrase("First day of the contract", "合同开始日期"),
        aliases: ["contract start", "start date", "合同开始日期", "开始日期", "合約開始日期"]),
      Field(
        "ends_on", .day, Phrase("Last day of the contract", "合同结束日期"),
        aliases: ["contract end", "end date", "合同结束日期", "结束日期", "到期日", "合約結束日期"]),
    ],
    presets: [
      Preset(
        "zoho-crm",
        [
          ("customer_id", ["Record Id", "Account Id", "Account Number"]),
          ("name", ["Account Name"]), ("segment", ["Account Type"]),
          ("region", ["Billing State", "Territories"]), ("industry", ["Industry"]),
          ("acquired_on", ["Created Time"]),
          ("channel", ["Lead Source", "Account Source"]), ("owner", ["Account Owner"]),
        ]),
      Preset(
        "fxiaoke",
        [
          ("customer_id", ["客户编号"]), ("name", ["客户名称"]), ("segment", ["客户级别"]),
          ("region", ["省", "地区"]),
          ("industry", ["行业"]), ("acquired_on", ["创建时间"]), ("channel", ["来源"]), ("owner", ["负责人"]),
        ]),
    ])
}
