import Foundation
import Testing

/// A small company with two quarters of orders: what packs are verified, compared and erased on.
enum AfterRunFiles {
  static let orders = """
    order_id,product,customer_id,order_date,amount
    A1,pen,ann-7,2025-01-05,10.00
    A2,ink,bob-8,2025-01-07,20.50
    A3,ink,cyd-9,2025-02-01,5.00
    A4,pen,ann-7,2025-02-11,7.00
    A5,pen,ann-7,2025-02-31,7.00
    A6,pen,cyd-9,2025-02-31,3.00
    A7,pen,ann-7,oh, no,2025-02-31,3.00

    """
  /// A2 was cyd's, not bob's; A8 is new.
  static let later = """
    order_id,product,customer_id,order_date,amount
    A2,ink,cyd-9,2025-01-07,20.50
    A8,pen,bob-8,2025-05-02,80.00
    A9,pen,dan-1,2025-05-03,1.00

    """
  static let customers = """
    customer_id,name
    ann-7,Ann Zimmermann
    bob-8,Bob Quist
    cyd-9,Cyd Vance

    """
  static let pipeline = """
    as_of: 2025-03-31
    min_cell: 1
    exports:
      orders: { files: orders-*.csv, max_rejected: 90 %, max_drop: 90 % }
      customers: customers.csv
    steps:
      - stage: ledger
      - stage: rfm
        settings: { bins: 3 }
    packs:
      - languages: [en]

    """

  /// The first quarter, run.
  static func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("orders-1.csv", orders)
    try scratch.write("customers.csv", customers)
    try scratch.write("p.yaml", pipeline)
    try run(scratch)
    return scratch
  }

  static func run(_ scratch: Scratch, asOf: String = "2025-03-31") throws {
    try scratch.succeed(
      "run", "p.yaml", "--out", "out", "--store", "s.sqlite", "--as-of", asOf)
  }

  /// The second quarter on top of the first.
  static func runLater(_ scratch: Scratch) throws {
    try scratch.write("orders-2.csv", later)
    try run(scratch, asOf: "2025-06-30")
  }

  /// The text with every hash named in the order of its first appearance, and without the counts
  /// that grow with the program.
  static func masked(_ text: String) -> String {
    var names: [Substring: String] = [:]
    return text.replacing(/[0-9a-f]{64}/) { match in
      let name = names[match.output] ?? "SHA-256 no. \(names.count + 1)"
      names[match.output] = name
      return name
    }
    .replacing(/identity [0-9a-f]{12}/) { _ in "identity HASH" }
    .replacing(/\d+ (files,|files recorded|files made|files\n|values)/) { "N \($0.1)" }
  }

  /// The folder of the pack of a day.
  static func pack(_ asOf: String, in scratch: Scratch) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    return "out/" + (names.first { $0.hasPrefix("\(asOf)-") } ?? "none")
  }
}
