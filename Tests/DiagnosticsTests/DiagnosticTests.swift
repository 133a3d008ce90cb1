import Testing

@testable import Diagnostics

@Suite struct DiagnosticTests {
  @Test func `place, fact and help stand in this order`() {
    let diagnostic = Diagnostic(
      .configuration, "unknown-key", "unknown key 'bin'", at: .init("p.yaml", line: 3, column: 7),
      help: "did you mean 'bins'?")
    #expect(
      diagnostic.description == """
        p.yaml:3:7: error: unknown key 'bin' [unknown-key]
          help: did you mean 'bins'?
        """)
    #expect(Diagnostic(.usage, "x", "y").description == "error: y [x]")
  }

  @Test func `the first problem decides the exit code`() {
    var problems = Diagnostics()
    problems.add(Diagnostic(.missingExport, "a", "a"))
    problems.add(Diagnostic(.configuration, "b", "b"))
    #expect(problems.kind.rawValue == 66)
    #expect(throws: Diagnostics.self) { try problems.throwIfAny() }
    #expect(throws: Never.self) { try Diagnostics().throwIfAny() }
  }

  @Test(arguments: [
    ("oders", "orders"), ("custmers", "customers"), ("rmf", "rfm"), ("Survey", "survey"),
    ("serv", "servqual"),
  ])
  func `the nearest word is meant`(word: String, meant: String) {
    let words = ["orders", "customers", "survey", "kano", "servqual", "rfm"]
    #expect(Suggestion.nearest(to: word, among: words) == meant)
    #expect(Suggestion.help(for: word, among: words) == "did you mean '\(meant)'?")
  }

  @Test func `what is near to nothing gets the list`() {
    #expect(Suggestion.nearest(to: "zzz", among: ["orders", "rfm"]) == nil)
    #expect(Suggestion.help(for: "zzz", among: ["orders", "rfm"]) == "one of: orders, rfm")
  }

  @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("ab", "ba", 1), ("kitten", "sitting", 3)])
  func `distance counts changes and swaps of neighbours`(a: String, b: String, distance: Int) {
    #expect(Suggestion.editDistance(Array(a), Array(b)) == distance)
    #expect(Suggestion.editDistance(Array(b), Array(a)) == distance)
  }
}
