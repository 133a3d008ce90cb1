import Foundation
import Testing

/// What the program makes is readable by its owner only.
@Suite struct OwnershipTests {
  private static let orders = """
    order_id,customer_id,order_date,amount
    1,a,2025-01-05,9.50
    2,b,2025-01-06,7.25
    3,b,2025-02-30,7.25

    """

  static let commands: [[String]] = [
    ["run", "p.yaml", "--out", "deep/out", "--store", "deeper/store/s.sqlite"],
    [
      "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--output", "ledger.csv",
      "--rejects", "rejects.csv", "--keep-purchase-days", "days.csv",
    ],
    ["stage", "rfm", "--orders", "orders.csv", "--format", "markdown", "--output", "rfm.md"],
    ["stage", "rfm", "--orders", "orders.csv", "--format", "xlsx", "--output", "rfm.xlsx"],
    ["stage", "rfm", "--orders", "orders.csv", "--format", "json", "--output", "rfm.json"],
    ["samples", "--customers", "100", "--orders", "300", "--out", "samples"],
  ]

  @Test(arguments: commands, ["000", "022", "777"])
  func `whatever the umask, files are 0600 and folders 0700`(
    _ arguments: [String], _ umask: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", Self.orders)
    try scratch.write(
      "p.yaml",
      """
      as_of: 2025-01-31
      exports: { orders: { files: orders.csv, max_rejected: 50 % } }
      steps: [{ stage: ledger }]

      """)
    let given = try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path)
    let ended = try Program.run(
      URL(filePath: "/bin/sh"),
      ["-c", #"umask \#(umask); exec "$0" "$@""#, Program.binary.path] + arguments,
      in: scratch.folder)
    #expect(ended.status == 0, "\(ended.error)")
    var made = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path)
    where !given.contains(path) && !path.hasPrefix(".in-") && !path.hasPrefix(".out-") {
      made += 1
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(path))
      let type = attributes[.type] as? FileAttributeType
      if type == .typeSymbolicLink { continue }
      let wanted = type == .typeDirectory ? 0o700 : 0o600
      #expect(attributes[.posixPermissions] as? Int == wanted, "\(path)")
    }
    #expect(made > 0)
  }

  @Test func `a file that is replaced is for its owner only afterwards`() throws {
    let scratch = try Scratch()
    try scratch.write("orders.csv", Self.orders)
    let path = try scratch.write("out.csv", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try scratch.succeed(
      "stage", "ledger", "--orders", "orders.csv", "--format", "csv", "--output", "out.csv")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
