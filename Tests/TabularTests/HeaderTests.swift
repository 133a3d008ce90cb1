import Diagnostics
import Tabular
import Testing

@Suite struct HeaderTests {
  static let fields = [
    HeaderMap.Field("order_id", aliases: ["订单编号", "訂單編號"]),
    HeaderMap.Field("customer_id", aliases: ["客户编号", "Client"], isRequired: true),
    HeaderMap.Field("amount", aliases: ["金额(元)"], isRequired: true),
  ]

  func map(_ header: [String], _ chosen: [String: String] = [:]) throws(Diagnostics) -> HeaderMap {
    try HeaderMap(
      fields: HeaderTests.fields, families: [.init("item_*", aliases: ["题目*"])], header: header,
      chosen: chosen, file: "orders.csv")
  }

  @Test(arguments: [
    ["order_id", "customer_id", "amount"], ["Order ID", "CUSTOMER-ID", "Amount"],
    ["订单编号", "客户编号", "金额（元）"], ["ＯＲＤＥＲ＿ＩＤ", "client", "金额 (元)"], ["訂單編號", "Client ", "ＡＭＯＵＮＴ"],
  ])
  func `names and aliases fit but for case, spaces, underscores and width`(
    header: [String]
  ) throws {
    let map = try map(header)
    #expect(map.column(of: "order_id") == 0)
    #expect(map.column(of: "customer_id") == 1)
    #expect(map.column(of: "amount") == 2)
    #expect(map.unused.isEmpty)
  }

  @Test func `an exact name goes before an alias, and a choice before both`() throws {
    let header = ["Client", "customer_id", "amount", "note"]
    #expect(try map(header).column(of: "customer_id") == 1)
    #expect(try map(header).unused == [0, 3])
    let chosen = try map(header, ["customer_id": "Client", "order_id": "NOTE"])
    #expect(chosen.column(of: "customer_id") == 0)
    #expect(chosen.column(of: "order_id") == 3)
  }

  @Test func `families take their columns in the order of the file, numbers without zeros`() throws
  {
    let header = [
      "customer_id", "Item 02", "item_10", "题目3", "amount", "item_Comfort Level", "items",
    ]
    let map = try map(header, ["item_7": "items"])
    #expect(
      map.families["item_*"] == [
        .init(name: "item_2", column: 1), .init(name: "item_10", column: 2),
        .init(name: "item_3", column: 3), .init(name: "item_comfort_level", column: 5),
        .init(name: "item_7", column: 6),
      ])
    #expect(map.unused.isEmpty)
  }

  @Test func `all that is wrong with a header is reported in one go`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try map(
        ["custmer_id", "Order ID", "order id", "item_1", "Item 1", "sum"],
        ["amount": "summe", "amuont": "sum"])
    }
    let expected = """
      orders.csv:1: error: there is no column 'summe' for the field 'amount' [unknown-column]
        help: did you mean 'sum'?
      error: there is no field 'amuont' to map a column to [unknown-field]
        help: did you mean 'amount'?
      orders.csv:1: error: several columns fit the field 'order_id': 'Order ID' (column 2) and \
      'order id' (column 3) [duplicate-column]
        help: rename one of them, or choose: order_id=HEADER
      orders.csv:1: error: several columns fit the field 'item_1': 'item_1' (column 4) and 'Item 1' \
      (column 5) [duplicate-column]
        help: rename one of them, or choose: item_1=HEADER
      orders.csv:1: error: the required column 'customer_id' is missing [missing-column]
        help: did you mean 'custmer_id'? Choose it: customer_id=custmer_id
      """
    #expect(error?.description == expected)
  }

  @Test func `a missing column without a likely one lists what the file has`() throws {
    let error = #expect(throws: Diagnostics.self) { try map(["amount", "x", "y"]) }
    #expect(error?.all.count == 1)
    #expect(
      error?.all.first?.help == "choose it: customer_id=HEADER; the file has: amount, x, y")
  }
}
