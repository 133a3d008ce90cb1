import Foundation
import FuzzChecks
import Testing

/// Inputs larger than a fuzzer makes them, at which a walk that is not linear would never end.
@Suite struct LargeInputTests {
  struct Large: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let target: FuzzTarget
    let input: [UInt8]

    init(_ name: String, _ target: FuzzTarget, _ choices: String, _ texts: String...) {
      testDescription = name
      self.target = target
      input = Array(choices.utf8) + texts.flatMap(\.utf8)
    }
  }

  /// The choices of `csv`: contract, chunk bytes less one, threads less one, settings.
  private static let (orders, survey) = ("n\u{7F}1O", "p\u{7F}1O")
  private static let header = "customer_id,order_date,amount,currency\n"

  static let inputs: [Large] = [
    Large("delimiters only", .csv, orders, many(",", 30_000), "\n", many(",", 30_000), "\n"),
    Large("unknown columns", .csv, orders, list(20_000) { "column\($0)" }, "\n"),
    Large("a column many times", .csv, orders, list(20_000) { _ in "customer_id" }, "\n"),
    Large(
      "members of a family", .csv, survey, "customer_id,response_id,date,",
      list(20_000) { "item_\($0)" }, "\n", many("1,", 20_002), "1\n"),
    Large("a header without end", .csv, orders, "order_id", many("x", 200_000), ",", header),
    Large("a member without end", .csv, survey, "item_", many("x", 200_000), ",date\n"),
    Large("blank lines", .csv, orders, many("\n", 20_000), header, "1,2024-01-01,1,CNY\n"),
    Large("doubled quotes", .csv, orders, header, "\"", many("\"\"", 100_000), "\",x,1,CNY\n"),
    Large("an open quote", .csv, orders, header, "\"", many("1,2024-01-01,1,CNY\n", 10_000)),
    Large(
      "swallowed rows", .csv, orders, header, "\"", many("1,2024-01-01,1,CNY\n", 10_000), "\"\n"),
    Large("rows without a rate", .csv, orders, header, many("1,2024-01-01,1,USD\n", 10_000)),
    Large("carriage returns alone", .csv, orders, many("a,b,c\r", 10_000)),
    Large("a long number", .values, "\u{51}", "0.", many("0", 200_000), "1"),
    Large("a long id", .values, "\u{56}", many("a", 200_000)),
    Large("lists in lists", .yaml, "", many("[", 100_000)),
    Large("maps in maps", .yaml, "", many("{a: ", 100_000)),
    Large("lists in lists by lines", .yaml, "", many("- ", 50_000)),
    Large("keys without values", .yaml, "", many("? ", 50_000)),
    Large("unknown keys", .yaml, "", (0..<5000).map { "key\($0): 1\n" }.joined()),
    Large("one key many times", .yaml, "", many("key: 1\n", 5000)),
    Large("a long text", .yaml, "", "title: '", many("x", 500_000), "'\n"),
    Large("aliases of aliases", .yaml, "", "a: &a [x, x]\n", aliases(60) { "a\($0)" }),
    Large("aliases as keys", .yaml, "", "? &a [x, x]\n: 1\n", aliases(14) { "? \($0)" }),
  ]

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ",")
  }

  /// Each stands twice for the one before it.
  private static func aliases(_ count: Int, _ key: (Int) -> String) -> String {
    (0..<count).map { index in
      let before = index == 0 ? "a" : "b\(index - 1)"
      return key(index).hasPrefix("?")
        ? "? &b\(index) [*\(before), *\(before)]\n: 1\n"
        : "\(key(index)): &b\(index) [*\(before), *\(before)]\n"
    }.joined()
  }

  @Test(.timeLimit(.minutes(5)), arguments: inputs)
  func `a large input ends and holds`(_ large: Large) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "large-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try large.target.check(large.input, in: folder)
  }
}
