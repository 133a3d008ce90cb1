import Foundation
import Testing

/// Headers as programs write them and people change them.
@Suite struct SpoiledHeaderTests {
  private static let row = "1,a,2025-01-05,9.50\n"
  private static let command = [
    "stage", "ledger", "--orders", "orders.csv", "--format", "csv",
  ]

  private static func header(
    _ name: String, exit status: Int32, options: [String] = [], _ text: String
  ) -> SpoiledCase {
    SpoiledCase(name, exit: status, command + options, texts: ["orders.csv": text])
  }

  static let cases: [SpoiledCase] = [
    header(
      "commas-and-breaks", exit: 0, options: ["--column", "customer_id=buyer, if known"],
      "order_id,\"buyer, if known\",\"order\ndate\",\"amount\"\n" + row),
    header(
      "quoted-after-an-order-mark", exit: 0,
      "\u{FEFF}\"order_id\",\"customer_id\",\"order_date\",\"amount\"\r\n" + row),
    header("full-width-and-spaces", exit: 0, "Order ID, ＣＵＳＴＯＭＥＲ＿ＩＤ ,Order-Date,ＡＭＯＵＮＴ\n" + row),
    header("columns-missing", exit: 65, "order_id,customer,when,how much\n" + row),
    header("column-misspelt", exit: 65, "order_id,customer_id,order_date,ammount\n" + row),
    header("column-twice", exit: 65, "order_id,customer_id,order_date,amount,amount\n" + row),
    header(
      "column-twice-by-two-names", exit: 65, "customer no,客户编号,下单日期,date,amount\n" + row),
    header(
      "column-chosen-and-not-there", exit: 65, options: ["--column", "amount=net"],
      "order_id,customer_id,order_date,amount\n" + row),
    header(
      "empty-names", exit: 0, "order_id,customer_id,order_date,amount,,\n1,a,2025-01-05,9.50,,\n"),
    header(
      "twice-in-the-file", exit: 0,
      "order_id,customer_id,order_date,amount\n" + row
        + "order_id,customer_id,order_date,amount\n2,b,2025-01-06,1\n"),
    header(
      "units-below", exit: 0,
      "order_id,customer_id,order_date,amount\n,,YYYY-MM-DD,CNY\n" + row),
    header("no-rows", exit: 65, "order_id,customer_id,order_date,amount\n"),
    header("no-header", exit: 65, row + row),
    header(
      "below-twenty-lines", exit: 65,
      String(repeating: "title\n", count: 20) + "order_id,customer_id,order_date,amount\n" + row),
    header(
      "semicolons-and-commas", exit: 0,
      "order_id;\"customer, id\";order_date;amount;customer_id\n"
        + "1;x,y;2025-01-05;9.50;a\n"),
    header("empty-file", exit: 65, ""),
  ]

  @Test(arguments: cases)
  func `a header maps, or all that is wrong with it is told`(spoiled: SpoiledCase) throws {
    try spoiled.check("header")
  }
}
