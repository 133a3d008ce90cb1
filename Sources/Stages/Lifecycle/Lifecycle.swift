package import Diagnostics
import Pipeline
package import Values

/// The life cycle of customers: a class each by the first rule that fits, and who moved since an
/// earlier date.
package struct Lifecycle: Stage {
  package static let name = "lifecycle"
  package static let summary = Phrase(
    "Where each customer stands, from potential to lost, why, and who moved since an earlier date",
    "每位客户所处的生命周期阶段（从潜在到流失）及理由，以及较前期的流向")
  package static let example = """
    - stage: lifecycle
      settings:
        rules: seven
        silent_after: 3
        compare_months: 3
    """

  package let settings: LifecycleSettings
  let rules: [LifecycleRule]
  /// In the order of the known classes, then own ones as they come.
  let classes: [LifecycleClass]
  /// The class of each rule.
  let classOf: [Int]

  /// Fails where limits do not rise, a rule is of an own class without a name, or some customers
  /// would have no class.
  package init(_ settings: LifecycleSettings) throws(Diagnostic) {
    self.settings = settings
    guard settings.atRiskAfter < settings.silentAfter, settings.silentAfter < settings.lostAfter
    else {
      throw Diagnostic(
        .configuration, "wrong-order",
        "at_risk_after, silent_after and lost_after must rise, found "
          + "\(settings.atRiskAfter), \(settings.silentAfter), \(settings.lostAfter)",
        help: "write rising numbers, such as 2, 3 and 6")
    }
    rules = settings.list
    var own: [LifecycleClass] = []
    for rule in rules {
      guard let id = rule.id, !LifecycleClass.known.contains(where: { $0.id == id }),
        !own.contains(where: { $0.id == id })
      else { continue }
      guard let name = rule.name else {
        throw Diagnostic(
          .configuration, "unnamed-class", "the class '\(id)' is none of the known ones",
          at: rule.place,
          help: Suggestion.help(for: id, among: LifecycleClass.known.map(\.id))
            + ", or give it a name")
      }
      own.append(
        LifecycleClass(
          id, Phrase(name[.english], name[.simplifiedChinese]),
          action: rule.action.map { Phrase($0[.english], $0[.simplifiedChinese]) },
          standing: rule.standing ?? 3))
    }
    let used = Set(rules.compactMap(\.id))
    let classes = LifecycleClass.known.filter { used.contains($0.id) } + own
    self.classes = classes
    classOf = rules.map { rule in classes.firstIndex { $0.id == rule.id } ?? 0 }
    for bought in [true, false] where !rules.contains(where: { $0.takesAll(bought: bought) }) {
      throw Diagnostic(
        .configuration, "unassigned-customers",
        "no rule takes every customer who has \(bought ? "" : "not ")bought",
        at: rules.first?.place,
        help: "end with a rule of a class alone, or one with bought: \(bought)")
    }
  }

  /// The first rule that takes a customer.
  func rule(_ state: LifecycleState) -> Int {
    guard let found = rules.firstIndex(where: { $0.takes(state) }) else {
      preconditionFailure("some rule was found to take everybody")
    }
    return found
  }

  package func run(_ input: LifecycleInput) throws(Diagnostic) -> LifecycleOutput {
    let count = input.customers.count
    var rule = [Int32](repeating: 0, count: count)
    var before = [Int32](repeating: -1, count: count)
    var states: [LifecycleState] = []
    states.reserveCapacity(count)
    for index in 0..<count {
      let flags = input.flags[Int(input.row[index])]
      let buyer = Int(input.buyer[index])
      let now = buyer < 0 ? nil : input.now.rows[buyer]
      let state = LifecycleState(now, flags: flags, input.now, settings, laterPurchase: false)
      states.append(state)
      rule[index] = Int32(self.rule(state))
      let then = buyer < 0 ? nil : input.earlier.rows[buyer]
      let hadBought = then?.bought ?? false
      // Who is in the export without a day is taken to have been there.
      let wasKnown = input.row[index] >= 0 && flags.since <= input.before.number
      guard hadBought || wasKnown else { continue }
      let laterPurchase = (now?.lastDay ?? .min) > input.before.number
      before[index] = Int32(
        self.rule(
          LifecycleState(
            then, flags: flags, input.earlier, settings, laterPurchase: laterPurchase)))
    }
    return LifecycleOutput(
      settings: settings, input: input, classes: classes, rules: rules, classOf: classOf,
      states: states, rule: rule, ruleBefore: before)
  }
}
