import Values

extension Contract {
  /// Order lines of a shop or ERP; returns have a negative amount.
  package static let orders = Contract(
    "orders", Phrase("Orders and returns, one row a line", "订单与退货，每行一个订单行"),
    key: ["order_id", "line", "product"], replacesBy: "order_id",
    fields: [
      Field(
        "order_id", .key, Phrase("Order number", "订单编号"),
        aliases: [
          "order", "order no", "order number", "invoice", "invoice no", "invoice_id",
          "transaction_id",
          "订单号", "订单编号", "订单ID", "销售订单编号", "單號", "訂單號", "訂單編號",
        ]),
      Field(
        "line", .key, Phrase("Line of the order", "订单行号"),
        aliases: ["line no", "line number", "line_id", "item no", "行号", "订单行号", "明细行号", "行號"]),
      Field(
        "customer_id", .key, required: true, Phrase("Customer who bought", "购买客户编号"),
        aliases: [
          "customer", "customer no", "customer number", "client", "client_id", "account_id",
          "user_id",
          "member_id", "客户编号", "客户ID", "客户号", "客户代码", "会员编号", "会员号", "客戶編號", "客戶代碼", "會員編號",
        ]),
      Field(
        "order_date", .instant, required: true, datesRow: true,
        Phrase("When it was ordered", "下单时间"),
        aliases: [
          "date", "order time", "ordered_at", "created_at", "invoice date", "purchase date",
          "transaction_date", "下单日期", "下单时间", "订单日期", "日期", "交易日期", "成交日期", "訂單日期", "下單日期",
          "交易日期時間",
        ]),
      Field(
        "amount", .money, required: true,
        Phrase("Amount of the line; below zero for a return", "行金额；退货为负"),
        aliases: [
          "total", "value", "revenue", "sales", "line total", "order amount", "net amount", "金额",
          "订单金额",
          "销售金额", "成交金额", "实付金额", "小计", "小計", "金額", "訂單金額", "銷售金額",
        ]),
      Field(
        "quantity", .number(-1e12...1e12), Phrase("Units", "数量"),
        aliases: ["qty", "units", "数量", "订购数量", "數量"]),
      Field(
        "unit_price", .money, Phrase("Price of one unit", "单价"),
        aliases: ["price", "单价", "销售单价", "單價"]),
      Field(
        "product", .key, Phrase("Product or article number", "产品或货号"),
        aliases: [
          "sku", "item", "article", "product_id", "product code", "product name", "产品", "商品", "货号",
          "产品编号",
          "商品编码", "产品名称", "商品名称", "產品", "商品編號", "貨號",
        ]),
      Field(
        "currency", .currency, Phrase("ISO 4217 code; without it the base currency", "币种；缺省为本位币"),
        aliases: ["currency code", "币种", "货币", "币别", "幣別", "貨幣"]),
      Field(
        "channel", .category, Phrase("Where it was sold", "销售渠道"),
        aliases: ["sales channel", "渠道", "销售渠道", "来源渠道", "銷售通路", "通路"]),
      Field(
        "margin", .money, Phrase("Gross margin of the line", "行毛利"),
        aliases: ["gross margin", "gross profit", "profit", "毛利", "毛利额", "利润", "毛利額", "利潤"]),
      Field(
        "status", .category, Phrase("State of the order", "订单状态"),
        aliases: ["order status", "state", "状态", "订单状态", "訂單狀態", "狀態"]),
    ],
    presets: [
      Preset(
        "zoho-crm",
        [
          ("order_id", ["SO Number", "Sales Order Id", "Record Id"]),
          ("customer_id", ["Account Name.id", "Account Name"]),
          ("order_date", ["Created Time"]), ("amount", ["Grand Total"]),
          ("product", ["Product Name"]),
          ("status", ["Status"]), ("currency", ["Currency"]),
        ]),
      Preset(
        "fxiaoke",
        [
          ("order_id", ["销售订单编号"]), ("customer_id", ["客户编号", "客户名称"]), ("order_date", ["下单日期"]),
          ("amount", ["小计", "销售订单金额(元)"]), ("product", ["产品名称"]), ("quantity", ["数量"]),
          ("unit_price", ["销售单价(元)"]),
          ("status", ["生命状态"]),
        ]),
    ])
}
