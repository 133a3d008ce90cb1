package import Diagnostics
import Pipeline
package import Values

/// Value tiers: classes by what customers are worth, stars for what they spend month after month.
///
/// Sources: see `Tiers.method`.
package struct Tiers: Stage {
  package static let name = "tiers"
  package static let summary = Phrase(
    "Who carries the company: every customer's class and stars with the distance to the next, how concentrated revenue is, and who the key accounts are",
    "谁支撑着公司：每位客户的价值类别与星级及升级差距、收入集中度，以及大客户名单")
  package static let example = """
    - stage: tiers
      settings:
        abc: {by: share, cuts: [0.8, 0.95]}
        stars: {thresholds: [300, 500, 800], months: 6, by: each}
        key_accounts: {tiers: [A], stars: 5}
    """

  package let settings: TiersSettings

  /// Fails when a class or a star of the key accounts does not exist.
  package init(_ settings: TiersSettings) throws(Diagnostic) {
    self.settings = settings
    let names = (0...settings.abc.limits.count).map(ValueClasses.name)
    if let unknown = settings.keyAccounts.tiers.first(where: { !names.contains($0) }) {
      throw Diagnostic(
        .configuration, "unknown-tier", "there is no class '\(unknown)' for key accounts",
        help: "the classes are \(names.joined(separator: ", "))")
    }
    let top = settings.stars.lowest + settings.stars.thresholds.count - 1
    guard settings.keyAccounts.stars <= top else {
      throw Diagnostic(
        .configuration, "unknown-star",
        "key accounts need \(settings.keyAccounts.stars) stars, and the ladder ends at \(top)",
        help: "write \(top) or fewer, or give the ladder more thresholds")
    }
  }

  package func run(_ input: TiersInput) throws(Diagnostic) -> TiersOutput {
    let months = input.months
    let classes = ValueClasses(
      settings.abc, amounts: months.amount, hasPurchase: { months.orders[$0] > 0 },
      negatives: settings.negatives)
    return TiersOutput(
      settings: settings, input: input, classes: classes,
      ladder: StarLadder(settings.stars, input.currency), deciles: input.clv.map(ValueDeciles.init))
  }
}
