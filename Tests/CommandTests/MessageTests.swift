import Foundation
import Store
import Testing

/// What the program says when something is wrong, as golden files, with its exit code.
@Suite struct MessageTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let status: Int32
    let arguments: [String]
    var files: [String: String] = [:]

    var testDescription: String { name }
  }

  private static let orders = "order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n"
  private static let pipeline = """
    as_of: 2025-01-31
    exports: { orders: orders.csv }
    steps: [{ stage: ledger }]

    """

  static let commandLine = [
    Case(name: "stage-unknown", status: 64, arguments: ["stage", "rmf", "--orders", "o.csv"]),
    Case(
      name: "stage-unknown-before-options", status: 64, arguments: ["stage", "churn", "--frob"]),
    Case(name: "option-unknown", status: 64, arguments: ["stage", "rfm", "--order", "o.csv"]),
    Case(name: "command-unknown", status: 64, arguments: ["rnu", "p.yaml"]),
    Case(name: "stage-without-export", status: 64, arguments: ["stage", "rfm"]),
    Case(
      name: "stage-needs-survey", status: 64,
      arguments: ["stage", "satisfaction", "--orders", "orders.csv"], files: ["orders.csv": orders]),
    Case(
      name: "stage-table-unknown", status: 64,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--table", "segmnets"],
      files: ["orders.csv": orders]),
    Case(
      name: "stage-column-unknown", status: 64,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--column", "amout=x"],
      files: ["orders.csv": orders]),
    Case(
      name: "stage-column-without-equals", status: 64,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--column", "amount"],
      files: ["orders.csv": orders]),
    Case(
      name: "stage-preset-unknown", status: 64,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--preset", "zoho"],
      files: ["orders.csv": orders]),
    Case(
      name: "stage-workbook-without-file", status: 64,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--format", "xlsx"],
      files: ["orders.csv": orders]),
    Case(
      name: "stage-settings-wrong", status: 78,
      arguments: [
        "stage", "rfm", "--orders", "orders.csv", "--set", "bins=99", "--set", "segmets=eight",
      ], files: ["orders.csv": orders]),
    Case(name: "contract-unknown", status: 64, arguments: ["contracts", "order"]),
    Case(
      name: "samples-too-few", status: 64, arguments: ["samples", "--customers", "3", "--out", "x"]),
    Case(
      name: "store-missing", status: 66, arguments: ["store", "files", "--store", "none.sqlite"]),
  ]

  static let exports = [
    Case(name: "export-missing", status: 66, arguments: ["stage", "rfm", "--orders", "none.csv"]),
    Case(
      name: "export-empty", status: 65, arguments: ["stage", "rfm", "--orders", "empty.csv"],
      files: ["empty.csv": ""]),
    Case(
      name: "export-columns-missing-and-twice", status: 65,
      arguments: ["stage", "rfm", "--orders", "orders.csv"],
      files: [
        "orders.csv": "order_id,custmer_id,order_date,order_date,amout\n1,a,2025-01-05,,9.50\n"
      ]),
    Case(
      name: "export-without-dates", status: 65,
      arguments: ["stage", "rfm", "--orders", "orders.csv"],
      files: ["orders.csv": "order_id,customer_id,order_date,amount\n"]),
    Case(
      name: "export-rows-rejected", status: 0,
      arguments: ["stage", "ledger", "--orders", "orders.csv", "--format", "csv"],
      files: [
        "orders.csv":
          orders + "2,,2025-01-06,1.00\n3,a,2025-02-30,1.00\n4,a,2025-01-07,ten\n5,a,2025-01-08\n"
      ]),
    Case(
      name: "output-unwritable", status: 73,
      arguments: ["stage", "rfm", "--orders", "orders.csv", "--output", "none/there/out.txt"],
      files: ["orders.csv": orders]),
  ]

  static let pipelines = [
    Case(name: "pipeline-missing", status: 78, arguments: ["check", "none.yaml"]),
    Case(
      name: "pipeline-many-problems", status: 78, arguments: ["check", "p.yaml"],
      files: [
        "orders.csv": orders,
        "p.yaml": """
        as_of: 2025-13-31
        curency: CNY
        min_cell: many
        exports:
          orders: orders.csv
          custmers: customers.csv
          kano: none-*.csv
        steps:
          - stage: legder
          - stage: rfm
            settings: { bins: 99, segmnts: eleven }
          - stage: rfm
          - stage: satisfaction
          - stage: ledger
            settings: [1]
        packs:
          - languages: [en, fr]
            pages: [rfm, qualty]
        targets: { rfm.customers: lots }

        """,
      ]),
    Case(
      name: "pipeline-broken-yaml", status: 78, arguments: ["run", "p.yaml"],
      files: ["p.yaml": "as_of: 2025-01-31\nsteps:\n  - stage: rfm\n   as: x\n"]),
    Case(
      name: "pipeline-key-twice", status: 78, arguments: ["run", "p.yaml"],
      files: ["p.yaml": "as_of: 2025-01-31\nsteps: []\nas_of: 2025-02-28\n"]),
    Case(
      name: "pipeline-without-as-of", status: 78, arguments: ["run", "p.yaml"],
      files: [
        "orders.csv": orders,
        "p.yaml": "exports: { orders: orders.csv }\nsteps: [{ stage: ledger }]\n",
      ]),
    Case(
      name: "pipeline-without-steps", status: 78, arguments: ["check", "p.yaml"],
      files: ["p.yaml": "as_of: 2025-01-31\n"]),
    Case(
      name: "pipeline-export-missing", status: 66, arguments: ["check", "p.yaml"],
      files: ["p.yaml": pipeline]),
    Case(
      name: "pipeline-headers-wrong", status: 65, arguments: ["check", "p.yaml"],
      files: [
        "p.yaml": "as_of: 2025-01-31\nexports: { orders: \"*.csv\" }\nsteps: [{ stage: ledger }]\n",
        "a.csv": "id,date,amount\n", "b.csv": "order_id,customer_id,order_date,total,revenue\n",
      ]),
    Case(
      name: "pipeline-set-wrong", status: 64,
      arguments: ["check", "p.yaml", "--set", "steps.rmf.bins=4"],
      files: ["orders.csv": orders, "p.yaml": pipeline]),
    Case(
      name: "pipeline-fine", status: 0, arguments: ["check", "p.yaml"],
      files: ["orders.csv": orders, "p.yaml": pipeline]),
    Case(
      name: "pipeline-plan-first", status: 0,
      arguments: ["plan", "p.yaml", "--out", "out", "--store", "s.sqlite"],
      files: ["orders.csv": orders, "p.yaml": pipeline]),
    Case(
      name: "pack-unwritable", status: 73,
      arguments: ["run", "p.yaml", "--store", "s.sqlite", "--out", "p.yaml/out"],
      files: ["orders.csv": orders, "p.yaml": pipeline]),
  ]

  static let help = [
    Case(name: "help", status: 0, arguments: ["--help"]),
    Case(name: "help-stage", status: 0, arguments: ["stage", "--help"]),
    Case(name: "help-run", status: 0, arguments: ["run", "--help"]),
    Case(name: "help-store-forget", status: 0, arguments: ["store", "forget", "--help"]),
  ]

  private func check(_ one: Case) throws {
    let scratch = try Scratch()
    for (name, text) in one.files { try scratch.write(name, text) }
    let ended = try Program.run(one.arguments, in: scratch.folder)
    #expect(ended.status == one.status, "\(ended.error)")
    try Golden.expect(Golden.transcript(one.arguments, ended), as: one.name)
  }

  @Test(arguments: commandLine) func `a wrong command line`(_ one: Case) throws { try check(one) }

  @Test(arguments: exports) func `wrong exports and outputs`(_ one: Case) throws { try check(one) }

  @Test(arguments: pipelines) func `wrong pipelines`(_ one: Case) throws { try check(one) }

  @Test(arguments: help) func `help texts`(_ one: Case) throws { try check(one) }

  @Test func `a store that another run holds is told apart`() throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", Self.orders)
    try scratch.write("p.yaml", Self.pipeline)
    let store = try Store.open(scratch.path("s.sqlite"))
    let command = ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"]
    let ended = try Program.run(command, in: scratch.folder)
    #expect(ended.status == 75)
    try Golden.expect(Golden.transcript(command, ended), as: "store-locked")
    try store.close()
    #expect(try Program.run(command, in: scratch.folder).status == 0)
  }

  @Test func `every golden file belongs to a case`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let cases = Self.commandLine + Self.exports + Self.pipelines + Self.help
    let names = cases.map { "\($0.name).txt" } + ["store-locked.txt"]
    #expect(files.filter { $0.hasSuffix(".txt") }.sorted() == names.sorted())
  }
}
