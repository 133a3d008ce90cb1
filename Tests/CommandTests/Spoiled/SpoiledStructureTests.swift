import Foundation
import Testing

/// Exports with lines around and between their rows, damaged quotes and damaged bytes.
@Suite struct SpoiledStructureTests {
  private static let header = "order_id,customer_id,order_date,amount,note\n"
  private static let command = [
    "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--rejects", "rejects.csv",
  ]

  private static func read(_ name: String, _ data: Data) -> SpoiledCase {
    SpoiledCase(name, exit: 0, command, ["orders.csv": data], shows: ["rejects.csv"])
  }

  private static func read(_ name: String, _ text: String) -> SpoiledCase {
    read(name, Data(text.utf8))
  }

  private static func refused(_ name: String, _ data: Data) -> SpoiledCase {
    SpoiledCase(name, exit: 65, command, ["orders.csv": data])
  }

  private static func inspected(_ name: String, _ text: String) -> SpoiledCase {
    SpoiledCase(name, exit: 0, ["inspect", "orders.csv"], texts: ["orders.csv": text])
  }

  private static let titles =
    "销售明细表,,,,\n期间：2025-01-01 至 2025-01-31,,,,\n\n" + header
    + "1,a,2025-01-05,9.50,\n2,b,2025-01-06,20,\n合计,,,29.50,\n"

  static let cases: [SpoiledCase] = [
    read("title-and-total-lines", titles),
    inspected("inspect-title-and-total-lines", titles),
    read("total-line-of-two-cells", header + "1,a,2025-01-05,9.50,\nGrand total,9.50\n"),
    read(
      "customer-called-total",
      "customer_id,order_date,amount\nTotal,2025-01-05,9.50\nb,2025-01-06,1\nTotal,2025-01-07,2\n"),
    read(
      "total-line-in-the-middle", header + "1,a,2025-01-05,9.50,\n合计,,,9.50,\n2,b,2025-01-06,1,\n"),
    read("blank-lines", "\n\r\n" + header + "\n1,a,2025-01-05,9.50,\n\n\n2,b,2025-01-06,1,\r\n\n"),
    read(
      "ragged-rows",
      header
        + "1,a,2025-01-05,9.50\n2,b,2025-01-06,1,x,y\n3,c,2025-01-07,1,\n4\n5,e,2025-01-08,\"1\n"
        + "2\",,\n"),
    read(
      "zero-bytes-in-rows", header + "1,a\0,2025-01-05,9.50,\n" + many + "2,b,2025-01-06,1,\0\n"),
    refused("binary", Data(header.utf8) + Data(repeating: 0, count: 100)),
    refused("zeros-in-the-header", Data("order_id,cust\0mer_id\n".utf8) + Data(many.utf8)),
    refused("open-quote", Data((header + "1,a,2025-01-05,9.50,\"open\n" + many).utf8)),
    refused("open-quote-in-the-header", Data(("order_id,\"customer_id,order_date\n" + many).utf8)),
    read(
      "rows-swallowed-by-a-quote",
      header
        + "1,a,2025-01-05,9.50,\"5 inch\n2,b,2025-01-06,1,\n3,c,2025-01-07,2,\n4,d,2025-01-08,3,x\n"
        + "5,e,2025-01-09,4,6\"\n6,f,2025-01-10,5,\n"),
    read(
      "rows-swallowed-up-to-a-quoted-cell",
      header + "1,a,2025-01-05,9.50,\"5 inch\n2,b,2025-01-06,1,\n3,c,2025-01-07,2,\"fine\"\n"
        + "6,f,2025-01-10,5,\n"),
    read(
      "comment-of-many-lines",
      header + "1,a,2025-01-05,9.50,\"first\nsecond, with a comma\n\nthird, fourth, fifth\n\"\n"
        + "2,b,2025-01-06,1,\"\"\"quoted\"\"\"\n"),
    read("text-after-a-quote", header + "1,a,2025-01-05,9.50,\"x\" y\n2,\"b\"b,2025-01-06,1,\n"),
    read("gzip-by-its-bytes", Bytes.gzip),
    read("gzip-of-two-members", Bytes.gzip + Bytes.gzip),
    refused("gzip-cut-off", Bytes.gzip.dropLast(9)),
    refused("gzip-damaged", damaged(Bytes.gzip)),
    refused("gzip-with-text-behind", Bytes.gzip + Data("3,c,2025-01-07,1\n".utf8)),
    refused("workbook", Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0])),
    refused("web-page", Data("<html><table><tr><td>order_id</td></tr></table></html>".utf8)),
    refused("only-blank-lines", Data("\n\r\n\n".utf8)),
  ]

  /// Rows enough that two bytes are few.
  private static let many = (10..<40).map { "\($0),a,2025-01-05,1.00,\n" }.joined()

  private static func damaged(_ data: Data) -> Data {
    var bytes = [UInt8](data)
    bytes[bytes.count - 7] ^= 0x10
    return Data(bytes)
  }

  @Test(arguments: cases)
  func `what stands around and between rows is no row, and nothing is lost`(
    spoiled: SpoiledCase
  ) throws {
    try spoiled.check("structure")
  }
}
