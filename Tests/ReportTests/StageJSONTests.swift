import Foundation
import Testing
import Values

@testable import Report

@Suite struct StageJSONTests {
  private var json: StageJSON {
    StageJSON(
      stage: "rfm", step: "rfm", asOf: Day(number: 20_453),
      settings: [("bins", .integer(5)), ("binning", .string("quantiles"))],
      measures: [
        Measure(id: "customers", label: "Customers", value: 23_570, unit: .count),
        Measure(
          id: "share", label: "Share", value: 0.1, unit: .share, low: 0.05, high: 0.15, n: 10),
        Measure(id: "gap", label: "Gap", value: nil, unit: .days, reason: "no orders"),
      ],
      tables: [
        DataTable(
          name: "scores",
          heads: [
            ColumnHead("customer", .text, Phrase("", "")),
            ColumnHead("net", .money(.cny), Phrase("", "")),
            ColumnHead("last", .day, Phrase("", "")), ColumnHead("score", .count, Phrase("", "")),
            ColumnHead("z", .ratio, Phrase("", "")), ColumnHead("segment", .text, Phrase("", "")),
          ],
          columns: [
            .text(TextColumn(["a\"b\n", ""])), .money([-123_450, .min], .cny),
            .day([20_453, .min]), .integer([5, .min]), .number([0.1, .nan]),
            .category([0, -1], labels: ["冠军"]),
          ])
      ],
      findings: [Finding(id: "f", severity: .alarm, sentence: "S", page: "rfm")],
      warnings: ["w"])
  }

  @Test func `the shape is the documented one`() {
    #expect(
      String(decoding: json.encoded(), as: UTF8.self) == """
        {
          "stage": "rfm",
          "step": "rfm",
          "as_of": "2025-12-31",
          "settings": {
            "bins": 5,
            "binning": "quantiles"
          },
          "measures": [
            {
              "id": "customers",
              "value": 23570,
              "unit": "count"
            },
            {
              "id": "share",
              "value": 0.1,
              "unit": "share",
              "low": 0.05,
              "high": 0.15,
              "n": 10
            },
            {
              "id": "gap",
              "value": null,
              "unit": "days",
              "reason": "no orders"
            }
          ],
          "tables": {
            "scores": {
              "columns": [{"id": "customer", "unit": "text"}, {"id": "net", "unit": "CNY"}, \
        {"id": "last", "unit": "date"}, {"id": "score", "unit": "count"}, \
        {"id": "z", "unit": "ratio"}, {"id": "segment", "unit": "text"}],
              "rows": [
                ["a\\"b\\n", -1234.5, "2025-12-31", 5, 0.1, "冠军"],
                [null, null, null, null, null, null]
              ]
            }
          },
          "findings": [
            {
              "id": "f",
              "severity": "alarm",
              "sentence": "S",
              "page": "rfm"
            }
          ],
          "warnings": [
            "w"
          ]
        }

        """)
  }

  @Test func `a long table comes in blocks that join to one JSON`() throws {
    let count = 200_000
    var long = json
    long.tables = [
      DataTable(
        name: "t", heads: [ColumnHead("n", .count, Phrase("", ""))],
        columns: [.integer((0..<Int64(count)).map { $0 })])
    ]
    var blocks = 0
    var all: [UInt8] = []
    long.write {
      blocks += 1
      all += $0
    }
    struct Shape: Decodable {
      struct Table: Decodable { let rows: [[Int]] }
      let tables: [String: Table]
    }
    let shape = try JSONDecoder().decode(Shape.self, from: Data(all))
    #expect(blocks > 1)
    #expect(shape.tables["t"]?.rows == (0..<count).map { [$0] })
  }

  @Test(arguments: [
    (0.1, "0.1"), (3.0, "3"), (-0.0, "0"), (1e21, "1e+21"), (5e-324, "5e-324"), (.nan, "null"),
    (.infinity, "null"), (-2.5, "-2.5"), (1.0 / 3, "0.3333333333333333"),
  ])
  func `numbers are the shortest that read back`(value: Double, text: String) {
    #expect(String(decoding: JSONValue.number(value).encoded(), as: UTF8.self) == text)
  }

  @Test func `control characters are escaped`() {
    let bytes = JSONValue.string("\u{1}\t\u{1F}é").encoded()
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\\u0001\\t\\u001fé\"")
  }

  /// C1 controls and marks of direction: a terminal would obey them.
  @Test(arguments: [
    ("\u{7F}", "\\u007f"), ("\u{80}", "\\u0080"), ("\u{9B}31m", "\\u009b31m"), ("\u{A0}", "\u{A0}"),
    ("\u{61B}\u{61C}", "\u{61B}\\u061c"), ("\u{200D}\u{200E}\u{200F}", "\u{200D}\\u200e\\u200f"),
    ("\u{2028}\u{202E}", "\\u2028\\u202e"), ("\u{202F}", "\u{202F}"),
    ("\u{2065}\u{2066}\u{2069}\u{206A}", "\u{2065}\\u2066\\u2069\u{206A}"), ("€中", "€中"),
  ])
  func `what a terminal would obey is escaped, its neighbours are not`(
    text: String, escaped: String
  ) {
    #expect(
      String(decoding: JSONValue.string(text).encoded(), as: UTF8.self) == "\"\(escaped)\"")
  }
}
