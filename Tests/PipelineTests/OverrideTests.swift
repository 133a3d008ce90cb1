import Diagnostics
import Testing

@testable import Pipeline

/// `--set path=value`.
@Suite struct OverrideTests {
  private static let yaml = """
    title: { en: Review, zh-Hans: 回顾 }
    currency: CNY
    steps:
      - stage: ledger
      - stage: rfm
        as: value
        settings: { bins: 5 }
    packs:
      - name: review
        languages: [en]

    """

  private func applying(_ text: String) throws -> SettingNode {
    var node = try tree(Self.yaml)
    try node.apply(try Override(text))
    return node
  }

  private func text(_ node: SettingNode?) -> String? {
    guard case .scalar(let text, _) = node?.content else { return nil }
    return text
  }

  @Test func `a value at the top is replaced, its place tells the option`() throws {
    let node = try applying("currency=USD")
    #expect(text(node["currency"]) == "USD")
    #expect(node["currency"]?.place.description == "--set currency")
    #expect(text(node["title"]?["en"]) == "Review")
  }

  @Test func `a value that was not there is added, with all that leads to it`() throws {
    let node = try applying("exports.orders.files=o.csv")
    #expect(text(node["exports"]?["orders"]?["files"]) == "o.csv")
    #expect(text(try applying("targets.rfm=3")["targets"]?["rfm"]) == "3")
  }

  @Test func `a step is named by its id, its settings need not be`() throws {
    #expect(text(try applying("steps.value.bins=4")["steps"]?[1]?["settings"]?["bins"]) == "4")
    let long = try applying("steps.value.settings.bins=4")
    #expect(text(long["steps"]?[1]?["settings"]?["bins"]) == "4")
    let new = try applying("steps.ledger.refunds=ignore")
    #expect(text(new["steps"]?[0]?["settings"]?["refunds"]) == "ignore")
    #expect(text(try applying("steps.ledger.scope=internal")["steps"]?[0]?["scope"]) == "internal")
  }

  @Test func `a pack is named by its name`() throws {
    let node = try applying("packs.review.languages=[zh-Hans]")
    #expect(text(node["packs"]?[0]?["languages"]?[0]) == "zh-Hans")
  }

  @Test func `the value is read as YAML, and may hold an equals sign`() throws {
    let list = try applying("packs=[{name: a}, {name: b}]")
    #expect(text(list["packs"]?[1]?["name"]) == "b")
    #expect(text(try applying("title=a=b")["title"]) == "a=b")
  }

  @Test(arguments: [
    ("currency", "--set takes path=value"), ("=x", "--set takes path=value"),
    ("steps.rfm.bins=4", "there is no 'rfm' to set"),
    ("currency.code=USD", "below a plain value"),
  ])
  func `a path that leads nowhere is told`(_ option: String, _ message: String) throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try applying(option) }
    #expect(problem.kind == .usage)
    #expect(problem.message.contains(message))
  }
}
