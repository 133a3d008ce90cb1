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
        "tax_number", .text, Phrase("Tax number or unified social credit code", "税号或统一社会信用代码"),
        aliases: [
          "tax no", "tax id", "tax code", "taxpayer id", "taxpayer number", "vat number", "vat no",
          "vat id", "tin", "uscc", "credit code", "social credit code",
          "unified social credit code", "税号", "纳税人识别号", "纳税人编号", "统一社会信用代码", "社会信用代码",
          "信用代码", "稅號", "統一編號", "納稅人識別號", "統一社會信用代碼",
        ]),
      Field(
        "phone", .text, Phrase("Phone, with area code", "电话（含区号）"),
        aliases: [
          "telephone", "tel", "phone number", "phone no", "telephone number", "landline",
          "contact phone", "business phone", "电话", "电话号码", "联系电话", "固定电话", "座机", "公司电话", "電話",
          "電話號碼", "聯絡電話", "連絡電話", "公司電話",
        ]),
      Field(
        "mobile", .text, Phrase("Mobile phone", "手机"),
        aliases: [
          "mobile phone", "mobile number", "mobile no", "cell", "cell phone", "cellphone", "手机",
          "手机号", "手机号码", "联系手机", "移动电话", "手機", "手機號碼", "行動電話", "行動電話號碼",
        ]),
      Field(
        "email", .text, Phrase("E-mail address", "电子邮箱"),
        aliases: [
          "mail", "email address", "contact email", "邮箱", "电子邮箱", "电子邮件", "邮箱地址", "郵箱", "電子郵件",
          "電子信箱", "電子郵箱",
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
