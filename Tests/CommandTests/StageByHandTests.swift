import Foundation
import Pipeline
import Stages
import Testing
import Values

/// `clientele stage`: data on standard output, all else on standard error.
@Suite struct StageByHandTests {
  private static let orders = """
    order_id,customer_id,order_date,amount
    1,赵氏仪器,2025-01-05,9.50
    2,b,2025-01-06,19.00
    3,b,2025-03-06,-4.00

    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("orders.csv", Self.orders)
    return scratch
  }

  @Test func `standard input is read as a dash`() throws {
    let scratch = try scratch()
    let file = try scratch.succeed("stage", "ledger", "--orders", "orders.csv", "--format", "csv")
    let piped = try scratch.succeed(
      "stage", "ledger", "--orders", "-", "--format", "csv", input: Self.orders)
    #expect(piped.output == file.output)
    #expect(csvRows(piped.output).count == 2)
  }

  @Test func `without an as-of day the last day of the export is taken, and that is said`() throws {
    let ended = try scratch().succeed("stage", "rfm", "--orders", "orders.csv", "--format", "json")
    #expect(try StageResult(ended).as_of == "2025-03-06")
    #expect(ended.error.contains("as of 2025-03-06, the last day of orders"))
    let earlier = try scratch().succeed(
      "stage", "rfm", "--orders", "orders.csv", "--format", "json", "--as-of", "2025-02-01")
    #expect(try StageResult(earlier).as_of == "2025-02-01")
    #expect(!earlier.error.contains("as of"))
    #expect(try StageResult(earlier)["net"] == 28.5)
  }

  /// Exports of the samples for stages that need more than small orders.
  private static func exports(_ stage: String) -> [String] {
    switch stage {
    case "satisfaction", "drivers", "journey":
      ["--survey", SampleCompanyFiles.path("survey-2025Q4.csv")]
    case "loyalty":
      [
        "--survey", SampleCompanyFiles.path("survey-2025Q2.csv"), "--orders",
        SampleCompanyFiles.path("orders-2025Q2.csv"), "--orders",
        SampleCompanyFiles.path("orders-2025Q3.csv"), "--grain", "line",
      ]
    case "kano": ["--kano", SampleCompanyFiles.path("kano.csv")]
    case "servqual": ["--servqual", SampleCompanyFiles.path("servqual-external.csv")]
    case "acquisition": ["--orders", "orders.csv", "--costs", SampleCompanyFiles.path("costs.csv")]
    case "basket": ["--orders", SampleCompanyFiles.path("orders-2024Q1.csv")]
    default: ["--orders", "orders.csv"]
    }
  }

  @Test(arguments: registry.stages.map(\.name))
  func `JSON has one shape`(_ stage: String) throws {
    let scratch = try scratch()
    let ended = try Program.run(
      ["stage", stage] + Self.exports(stage) + ["--format", "json"], in: scratch.folder)
    #expect(ended.status == 0, "\(ended.error)")
    let keys = try JSONDecoder().decode(MemberNames.self, from: ended.outputBytes).names
    #expect(
      Set(keys) == [
        "stage", "step", "as_of", "settings", "measures", "tables", "findings", "warnings",
      ])
    let result = try StageResult(ended)
    #expect(result.stage == stage)
    #expect(result.step == stage)
    #expect(!result.measures.isEmpty)
    #expect(result.measures.allSatisfy { $0.value != nil || $0.reason?.isEmpty == false })
    let declared = try #require(registry[stage]).tables(.cny)
    #expect(Set(result.tables.keys) == Set(declared.map(\.name)))
    for table in declared {
      #expect(result.tables[table.name]?.columns.map(\.id) == table.heads.map(\.id))
    }
  }

  @Test(arguments: ["ledger", "rfm"])
  func `ledger and rfm tell customers, rows and net`(_ stage: String) throws {
    let result = try StageResult(
      scratch().succeed("stage", stage, "--orders", "orders.csv", "--format", "json"))
    #expect(result["customers"] == 2)
    #expect(result["rows"] == 3)
    #expect(result["net"] == 24.5)
    #expect(result.measures.first { $0.id == "net" }?.unit == "CNY")
  }

  @Test func `answers in words that no scale counts name the scale that does`() throws {
    let scratch = try Scratch()
    try scratch.write("a.csv", "response_id,csat\n1,非常满意\n2,满意\n3,Dissatisfied\n")
    let arguments = ["stage", "satisfaction", "--survey", "a.csv", "--as-of", "2025-12-31"]
    let refused = try Program.run(arguments, in: scratch.folder)
    #expect(refused.status != 0)
    #expect(refused.error.contains("--scale csat=satisfaction-5"), "\(refused.error)")
    // What the message says is what helps.
    let counted = try Program.run(
      arguments + ["--scale", "csat=satisfaction-5", "--min-cell", "1", "--format", "json"],
      in: scratch.folder)
    #expect(try StageResult(counted)["responses"] == 3)
  }

  @Test(arguments: ["kano", "servqual"])
  func `questionnaires without dates are read as they are`(_ stage: String) throws {
    let scratch = try Scratch()
    let exports = Dictionary(
      uniqueKeysWithValues: GeneratedExports.files.map { ($0.name, $0.text) })
    try scratch.write("a.csv", try #require(exports["\(stage).csv"]))
    let settings = stage == "servqual" ? ["--set", "dimensions={all: 1-2}"] : []
    let ended = try Program.run(
      ["stage", stage, "--\(stage)", "a.csv", "--format", "json"] + settings, in: scratch.folder)
    #expect(ended.status == 0, "\(ended.error)")
    #expect(ended.error.contains("for want of any date"))
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]])
  func `a pipe gets no colours`(_ environment: [String: String]) throws {
    let ended = try scratch().succeed(
      "stage", "rfm", "--orders", "orders.csv", environment: environment)
    #expect(!ended.output.contains("\u{1B}"))
    #expect(!ended.error.contains("\u{1B}"))
    #expect(ended.output.contains("RFM"))
  }

  @Test func `every table of a stage can be had as CSV`() throws {
    let scratch = try scratch()
    for stage in registry.stages {
      for table in stage.tables(.cny) {
        let ended = try Program.run(
          ["stage", stage.name] + Self.exports(stage.name) + ["--table", table.name],
          in: scratch.folder)
        #expect(ended.status == 0, "\(ended.error)")
        let output = ended.output
        let header = output.split(separator: "\n").first.map(String.init)
        #expect(
          header == table.heads.map(\.id).joined(separator: ","), "\(stage.name) \(table.name)")
      }
    }
  }

  @Test func `an output file holds what standard output would`() throws {
    let scratch = try scratch()
    for format in ["csv", "json", "table", "markdown"] {
      let printed = try scratch.succeed(
        "stage", "ledger", "--orders", "orders.csv", "--format", format)
      try scratch.succeed(
        "stage", "ledger", "--orders", "orders.csv", "--format", format, "--output", "o.\(format)")
      let kept = try scratch.text("o.\(format)")
      let expected =
        format == "markdown"
        ? printed.output.replacing("(charts/", with: "(o.markdown.charts/") : printed.output
      #expect(kept == expected, "\(format)")
    }
  }

  @Test func `times are JSON lines on standard error, the total last`() throws {
    struct Line: Decodable {
      let step: String
      let seconds: Double
    }
    let ended = try scratch().succeed(
      "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--timings")
    let lines = ended.errorLines.filter { $0.hasPrefix("{") }
      .compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(lines.count >= 3)
    #expect(lines.last?.step == "TOTAL")
    #expect(lines.allSatisfy { $0.seconds >= 0 })
    #expect(!ended.output.contains("seconds"))
  }

  @Test func `purchase days in the file form give the same stages as the orders`() throws {
    let scratch = try scratch()
    try scratch.write(
      "days.csv",
      """
      customer_id,day,rows,orders,gross,returned
      赵氏仪器,2025-01-05,1,1,9.50,0.00
      b,2025-01-06,1,1,19.00,0.00
      b,2025-03-06,1,0,0.00,4.00

      """)
    for stage in ["ledger", "rfm"] {
      let orders = try scratch.succeed(
        "stage", stage, "--orders", "orders.csv", "--format", "json", "--keep-purchase-days",
        "kept.csv")
      let kept = try scratch.text("kept.csv").split(separator: "\n").sorted()
      #expect(try kept == scratch.text("days.csv").split(separator: "\n").sorted())
      let days = try scratch.succeed(
        "stage", stage, "--purchase-days", "days.csv", "--format", "json")
      #expect(orders.output == days.output, "\(stage)")
    }
  }

  @Test func `the column of a field can be named, for one contract too`() throws {
    let scratch = try Scratch()
    try scratch.write("o.csv", "nr,who,when,how_much\n1,a,2025-01-05,9.50\n")
    for prefix in ["", "orders."] {
      let result = try StageResult(
        scratch.succeed(
          "stage", "ledger", "--orders", "o.csv", "--column", "\(prefix)customer_id=who",
          "--column", "\(prefix)order_date=when", "--column", "\(prefix)amount=how_much",
          "--format", "json"))
      #expect(result["net"] == 9.5)
    }
  }
}
