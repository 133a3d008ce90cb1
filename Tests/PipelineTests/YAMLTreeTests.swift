import Diagnostics
import Testing

@testable import Pipeline

@Suite struct YAMLTreeTests {
  private func place(_ node: SettingNode?) -> [Int?] { [node?.place.line, node?.place.column] }

  @Test func `every node knows its line and column`() throws {
    let node = try tree(
      """
      title: Review
      steps:
        - stage: rfm
          settings: { bins: 5, segments: eleven }
        - stage: ledger

      """)
    #expect(place(node["title"]) == [1, 8])
    #expect(place(node["steps"]?[0]?["stage"]) == [3, 12])
    #expect(place(node["steps"]?[0]?["settings"]?["segments"]) == [4, 36])
    #expect(place(node["steps"]?[1]?["stage"]) == [5, 12])
    #expect(node["steps"]?[1]?["stage"]?.place.file == "p.yaml")
    #expect(node["steps"]?[2] == nil)
    #expect(node["other"] == nil)
  }

  @Test func `columns count letters, Chinese ones too`() throws {
    #expect(place(try tree("{ 标题: 回顾, as_of: x }")["as_of"]) == [1, 18])
  }

  @Test(arguments: ["a:", "a: ~", "a: null"])
  func `nothing behind a key is no text`(_ yaml: String) throws {
    guard case .null = try tree(yaml)["a"]?.content else {
      Issue.record("\(yaml) is not nothing")
      return
    }
  }

  @Test func `a quoted number or null stays text`() throws {
    let node = try tree("a: \"5\"\nb: 'null'\nc: 5\n")
    func isQuoted(_ key: String) -> Bool? {
      guard case .scalar(_, let quoted) = node[key]?.content else { return nil }
      return quoted
    }
    #expect(isQuoted("a") == true)
    #expect(isQuoted("b") == true)
    #expect(isQuoted("c") == false)
  }

  @Test(arguments: [
    ("a: 1\n b: 2\n", "yaml", 2), ("a: [1, 2\n", "yaml", 2), ("a: 1\nb: 'x\n\n", "yaml", 2),
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 1), ("a: &x 1\nb: *y\n", "yaml", 2),
    ("? [1, 2]\n: 3\n", "yaml", 1), ("a: 1\nb: [1, 2", "yaml", 2), ("a: 1\nb: \u{7}", "yaml", 2),
    ("a: 1\nb: &x 1\n", "yaml", 2), ("a: 1\n&x b: 1\n", "yaml", 2),
  ])
  func `what is no YAML is told with its line`(
    _ text: String, _ code: String, _ line: Int
  ) throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try tree(text) }
    #expect(problem.kind == .configuration)
    #expect(problem.code == code)
    #expect(problem.place?.file == "p.yaml")
    #expect(problem.place?.line == line)
  }

  @Test func `an empty file is nothing, not a fault`() throws {
    for text in ["", "\n", "# only a comment\n"] {
      guard case .null = try tree(text).content else {
        Issue.record("'\(text)' is not nothing")
        continue
      }
    }
  }
}
