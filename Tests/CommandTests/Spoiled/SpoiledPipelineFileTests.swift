import Foundation
import Testing

/// Pipeline files that are no YAML, are more than YAML, or lead where they should not.
@Suite struct SpoiledPipelineFileTests {
  private static let orders =
    "order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n"
  private static let fine =
    "as_of: 2025-01-31\nexports: { orders: orders.csv }\nsteps: [{ stage: ledger }]\n"

  private static func file(
    _ name: String, exit status: Int32 = 78, _ yaml: String, _ options: String...
  ) -> SpoiledCase {
    bytes(name, exit: status, Data(yaml.utf8), options)
  }

  private static func bytes(
    _ name: String, exit status: Int32 = 78, _ yaml: Data, _ options: [String] = []
  ) -> SpoiledCase {
    SpoiledCase(
      name, exit: status, ["check", "project/p.yaml"] + options,
      [
        "project/p.yaml": yaml, "project/orders.csv": Data(orders.utf8),
        "elsewhere/orders.csv": Data(orders.utf8),
      ])
  }

  /// Nine branches of nine branches, nine times.
  private static let laughs: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let nine = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(nine)]\n"
    }
    return text
  }()

  /// To the root of the file system from wherever the test runs.
  private static let up = String(repeating: "../", count: 40)

  static let cases = [
    file("empty", ""),
    file("comments-alone", "# nothing yet\n"),
    file("a-list-at-the-top", "- stage: ledger\n- stage: rfm\n"),
    file("a-text-at-the-top", "stage ledger\n"),
    file("tabs", "as_of: 2025-01-31\nsteps:\n\t- stage: ledger\n"),
    file("quote-not-closed", "as_of: 2025-01-31\ntitle: \"Review\nsteps: []\n"),
    file("colon-missing", "as_of: 2025-01-31\ncurrency CNY\nsteps: []\n"),
    file("key-twice", "as_of: 2025-01-31\nexports:\n  orders: a.csv\n  orders: b.csv\nsteps: []\n"),
    file("two-documents", fine + "---\n" + fine),
    file("anchor-unknown", "as_of: 2025-01-31\nsteps: *steps\n"),
    file("merge-key", "base: &base { stage: rfm }\nsteps:\n  - <<: *base\n    as: value\n"),
    file("aliases-without-end", laughs),
    file(
      "aliases-of-aliases",
      "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n"
        + "d: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\nf: [*e, *e, *e, *e]\n"),
    file("nested-deep", String(repeating: "[", count: 50_000)),
    file("nested-deep-in-lists", String(repeating: "- ", count: 50_000) + "x\n"),
    file(
      "nested-a-thousand", String(repeating: "[", count: 900) + String(repeating: "]", count: 900)),
    file("a-key-that-is-a-list", "? [as_of, x]\n: 2025-01-31\n"),
    file("tags", "as_of: !!timestamp 2025-01-31\nsteps: !ruby/object:Kernel { x: 1 }\n"),
    bytes("nul", Data("as_of: 2025-01-31\ntitle: a\u{0}b\n".utf8)),
    bytes("gb18030", Data("as_of: 2025-01-31\ntitle: ".utf8) + Data([0xBF, 0xCD, 0xBB, 0xA7, 10])),
    bytes("utf-16", Data([0xFF, 0xFE]) + Data("as_of".utf8.flatMap { [$0, 0] })),
    bytes("order-mark", exit: 0, Data([0xEF, 0xBB, 0xBF]) + Data(fine.utf8)),
    file(
      "unknown-keys",
      """
      asof: 2025-01-31
      export: { orders: orders.csv }
      exports:
        order: orders.csv
        orders: { file: orders.csv, files: orders.csv }
      steps:
        - stage: ledger
          setings: {}
      pack: []

      """),
    file(
      "wrong-types",
      "as_of: [2025]\nexports: [orders.csv]\nsteps: { stage: ledger }\npacks: x\ntargets: 3\n"),
    file(
      "exports-missing", exit: 66,
      """
      as_of: 2025-01-31
      exports:
        orders: [orders.csv, none.csv, deep/none.csv]
        survey: survey-*.csv
      steps: [{ stage: ledger }]

      """),
    file(
      "paths-outside",
      """
      as_of: 2025-01-31
      out: /var/lib/clientele/out
      store: \(up)var/lib/clientele/s.sqlite
      exports: { orders: [orders.csv, /etc/passwd, "/usr/*.csv", \(up)etc/*.csv] }
      steps: [{ stage: ledger }]

      """),
    file("data-outside", "as_of: 2025-01-31\ndata: /usr/share\n" + fine.dropFirst(18)),
    file(
      "outside-allowed", exit: 66,
      "as_of: 2025-01-31\ndata: /usr/share\n" + fine.dropFirst(18), "--allow-path", "/usr"),
    file("beside-inside-the-folder-of-the-command", exit: 0, "data: ../elsewhere\n" + fine),
    SpoiledCase("a-folder", exit: 78, ["check", "project"], texts: ["project/p.yaml": fine]),
    SpoiledCase("missing", exit: 78, ["run", "p.yml"], texts: ["p.yaml": fine]),
  ]

  @Test(arguments: cases) func `a spoiled pipeline file`(_ one: SpoiledCase) throws {
    try one.check("pipeline-file")
  }
}
