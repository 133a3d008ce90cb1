import Foundation
import Testing

/// Exports in every encoding, damaged and misdeclared.
@Suite struct SpoiledEncodingTests {
  private static let header = "order_id,customer_id,order_date,amount\n"
  private static let command = [
    "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--rejects", "rejects.csv",
  ]

  private static func read(
    _ name: String, options: [String] = [], _ parts: Data...
  ) -> SpoiledCase {
    SpoiledCase(
      name, exit: 0, command + options, ["orders.csv": whole(parts)], shows: ["rejects.csv"])
  }

  private static func refused(
    _ name: String, options: [String] = [], _ parts: Data...
  ) -> SpoiledCase {
    SpoiledCase(name, exit: 65, command + options, ["orders.csv": whole(parts)])
  }

  private static func whole(_ parts: [Data]) -> Data { Data(parts.joined()) }

  private static func text(_ text: String) -> Data { Data(text.utf8) }

  private static func bytes(_ bytes: UInt8...) -> Data { Data(bytes) }

  /// One character that reads as another one in each of four encodings.
  private static let unclear = whole([
    text(header), text("1,"), bytes(0xC0, 0xEE), text(",2025-01-05,1\n"),
  ])

  /// The first mebibyte decides; what comes later does not change it.
  private static let manyRows = (1...40_000).map { "\($0),a,2025-01-05,9.50\n" }.joined()

  static let cases: [SpoiledCase] = [
    read(
      "gb18030-half-character", Bytes.chineseHeader, Bytes.chineseRows, text("4,"),
      bytes(0xCD, 0xF5, 0xCE), text(",2025-01-08,4\n5,"), bytes(0xCD, 0xF5, 0xFF),
      text(",2025-01-08,5\n")),
    read("gb18030-plain-header", text(header), Bytes.chineseRows),
    read("big5-header", Bytes.traditionalHeader, Bytes.traditionalRows),
    read("big5-plain-header", text(header), Bytes.traditionalRows),
    read("shift-jis-plain-header", text(header), Bytes.japaneseRows),
    read("windows-1252-plain-header", text(header), Bytes.westernRows),
    read(
      "utf-16-no-mark-odd-byte",
      Bytes.utf16(header + "1,王伟,2025-01-05,9.50\r\n2,b,2025-01-06,20\r\n3,c,2025-01-07,3"),
      bytes(0x30)),
    read(
      "utf-16-big-half-pair", bytes(0xFE, 0xFF),
      Bytes.utf16(header + "1,王伟,2025-01-05,9.50\n2,", isBig: true), bytes(0xD8, 0x2C),
      Bytes.utf16("b,2025-01-06,20\n", isBig: true)),
    read(
      "utf-8-few-bad-bytes", text(header), text("1,王伟和李娜,2025-01-05,9.50\n2,欧阳"),
      bytes(0xE5, 0xA9), text(",2025-01-06,20\n")),
    read(
      "utf-8-mark-twice",
      text("\u{FEFF}\u{FEFF}\"order_id\",\"customer_id\",order_date,amount\n"),
      text("1,a,2025-01-05,9.50\n")),
    read(
      "utf-8-mark-over-gb18030", text("\u{FEFF}"), text(header), text("0,a,2025-01-04,1\n"),
      Bytes.chineseRows),
    read("gb18030-after-the-first-mebibyte", text(header), text(manyRows), Bytes.chineseRows),
    refused("unclear", unclear),
    read("unclear-and-chosen", options: ["--encoding", "GBK"], unclear),
    refused(
      "utf-8-and-gb18030-mixed", text(header), text("1,王伟和李娜,2025-01-05,9.50\n"),
      Bytes.chineseRows),
    refused("header-maps-in-none", Bytes.strangeHeader, text("1,a,2025-01-05,9.50\n")),
    refused(
      "header-maps-in-none-and-unclear", bytes(0xC0, 0xEE), text(",b,c\n1,a,2025-01-05\n")),
    refused(
      "chosen-wrongly", options: ["--encoding", "Big5"], Bytes.chineseHeader, Bytes.chineseRows),
    refused(
      "chosen-utf-16-over-utf-8", options: ["--encoding", "UTF-16LE"], text(header),
      text("1,a,2025-01-05,9.50\n")),
    SpoiledCase(
      "encoding-unknown", exit: 64, command + ["--encoding", "latin1"],
      ["orders.csv": text(header)]),
    SpoiledCase(
      "encoding-unknown-in-pipeline", exit: 78, ["run", "p.yaml"],
      ["orders.csv": text(header), "p.yaml": text(pipeline)]),
    SpoiledCase(
      "inspect-gb18030", exit: 0, ["inspect", "orders.csv"],
      ["orders.csv": whole([Bytes.chineseHeader, Bytes.chineseRows])]),
    SpoiledCase("inspect-unclear", exit: 65, ["inspect", "orders.csv"], ["orders.csv": unclear]),
  ]

  private static let pipeline = """
    as_of: 2025-01-31
    exports: { orders: { files: orders.csv, encoding: utf8 } }
    steps: [{ stage: ledger }]

    """

  @Test(arguments: cases)
  func `an export in another encoding is read rightly or refused with the choice`(
    spoiled: SpoiledCase
  ) throws {
    try spoiled.check("encoding")
  }
}
