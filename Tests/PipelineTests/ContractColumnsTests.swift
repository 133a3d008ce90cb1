import Pipeline
import Testing

@Suite struct ContractColumnsTests {
  private static let some = Need.columns(contract: "orders", ["a", "b"], required: true)

  @Test(arguments: [
    ([], ContractColumns.none), ([some], .some(["a", "b"])),
    ([.facts(contract: "orders", required: false), some], .all),
    ([some, .facts(contract: "orders", required: true)], .all),
    ([some, .columns(contract: "orders", ["c"], required: false)], .some(["a", "b", "c"])),
    ([.facts(contract: "survey", required: true), .purchaseDays, some], .some(["a", "b"])),
    ([.columns(contract: "survey", ["a"], required: true)], .none),
  ])
  func `what steps need of a contract together`(needs: [Need], expected: ContractColumns) {
    #expect(ContractColumns(needs, of: "orders") == expected)
    #expect(expected.contains("a") == (expected != .none))
    #expect(expected.contains("z") == (expected == .all))
  }
}
