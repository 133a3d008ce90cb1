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

  @Test func `what has to be mended first decides the exit code, whatever was found first`() {
    let order: [Diagnostic.Kind] = [
      .fault, .locked, .cannotWrite, .usage, .configuration, .missingExport, .data,
    ]
    #expect(Set(order) == Set(Diagnostic.Kind.allCases))
    for (first, kind) in order.enumerated() {
      let all = order[first...].map { Diagnostic($0, "a", "a") }
      #expect(Diagnostics(all).kind == kind)
      #expect(Diagnostics(all.reversed()).kind == kind)
    }
    #expect(Diagnostics().kind == .fault)
    var problems = Diagnostics()
    problems.add(Diagnostic(.missingExport, "a", "a"))
    #expect(throws: Diagnostics.self) { try problems.throwIfAny() }
    #expect(throws: Never.self) { try Diagnostics().throwIfAny() }
  }

  @Test func `problems are told by place, files in the order they were met`() {
    func problem(_ code: String, _ place: Diagnostic.Place?) -> Diagnostic {
      Diagnostic(.data, code, "x", at: place)
    }
    let problems = Diagnostics([
      problem("z9", .init("z", line: 9, column: 1)), problem("a3", .init("a", line: 3)),
      problem("z9 later", .init("z", line: 9, column: 4)), problem("nowhere", nil),
      problem("z1", .init("z", line: 1, column: 7)), problem("a", .init("a")),
      problem("a3 again", .init("a", line: 3)), problem("nowhere again", nil),
    ])
    #expect(
      problems.byPlace.all.map(\.code) == [
        "nowhere", "nowhere again", "z1", "z9", "z9 later", "a", "a3", "a3 again",
      ])
  }

  @Test(arguments: [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (21, "21 rows")])
  func `one is told in the singular`(_ count: Int, _ text: String) {
    #expect("\(Counted(count, "row"))" == text)
    #expect(
      "\(Counted(count, "entry", many: "entries"))".hasSuffix(count == 1 ? "entry" : "entries"))
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
