import Pipeline
import Values

/// The class of every customer now and at the earlier date, and the flows between the two.
package struct LifecycleOutput: StageOutput {
  let settings: LifecycleSettings
  let input: LifecycleInput
  let classes: [LifecycleClass]
  let rules: [LifecycleRule]
  /// The class of each rule.
  let classOf: [Int]
  let states: [LifecycleState]
  /// The rule that took each customer.
  let rule: [Int32]
  /// The same at the earlier date; -1 for who was not known then.
  let ruleBefore: [Int32]
  /// By class.
  let sums: [Sum]
  /// Customers by class at the earlier date, then those not known.
  let before: [Int]
  /// `flows[from][to]`, not known last; empty where the exports do not reach back.
  let flows: [[Sum]]
  /// Customers who are worse off than at the earlier date, those with the most to lose first.
  let worse: [Int]
  let better: Int

  struct Sum: Equatable {
    var customers = 0
    /// Minor units.
    var amount: Int64 = 0
    /// In the year up to the last purchase of each.
    var year: Int64 = 0
    /// Days without a purchase, of those who bought.
    var wait: Int64 = 0
    var buyers = 0

    mutating func add(_ row: PurchaseRhythm.Row?, wait days: Int) {
      customers += 1
      guard let row, row.bought else { return }
      amount += row.amount
      year += row.year
      wait += Int64(days)
      buyers += 1
    }
  }

  package var count: Int { rule.count }

  init(
    settings: LifecycleSettings, input: LifecycleInput, classes: [LifecycleClass],
    rules: [LifecycleRule], classOf: [Int], states: [LifecycleState], rule: [Int32],
    ruleBefore: [Int32]
  ) {
    self.settings = settings
    self.input = input
    self.classes = classes
    self.rules = rules
    self.classOf = classOf
    self.states = states
    self.rule = rule
    self.ruleBefore = ruleBefore
    let unknown = classes.count
    var sums = [Sum](repeating: Sum(), count: classes.count)
    var before = [Int](repeating: 0, count: classes.count + 1)
    var flows = [[Sum]](repeating: sums, count: classes.count + 1)
    var worse: [Int] = []
    var better = 0
    for index in rule.indices {
      let buyer = Int(input.buyer[index])
      let row = buyer < 0 ? nil : input.now.rows[buyer]
      let to = classOf[Int(rule[index])]
      let from = ruleBefore[index] < 0 ? unknown : classOf[Int(ruleBefore[index])]
      sums[to].add(row, wait: states[index].wait)
      before[from] += 1
      flows[from][to].add(row, wait: states[index].wait)
      guard from != unknown, input.hasEarlier else { continue }
      if classes[to].standing < classes[from].standing { worse.append(index) }
      if classes[to].standing > classes[from].standing { better += 1 }
    }
    self.sums = sums
    self.before = before
    self.flows = input.hasEarlier ? flows : []
    self.better = better
    let stake = { (index: Int) in Self.stake(index, input) }
    self.worse = worse.sorted { (-stake($0), $0) < (-stake($1), $1) }
  }

  /// What is about to be lost with a customer: a year's amount, times the chance that the customer
  /// has left where step `clv` tells it.
  static func stake(_ index: Int, _ input: LifecycleInput) -> Double {
    let buyer = Int(input.buyer[index])
    guard buyer >= 0 else { return 0 }
    let year = Double(max(0, input.now.rows[buyer].year))
    guard let alive = input.alive?[index], alive.isFinite else { return year }
    return year * (1 - alive)
  }

  func row(_ index: Int) -> PurchaseRhythm.Row? {
    let buyer = Int(input.buyer[index])
    return buyer < 0 ? nil : input.now.rows[buyer]
  }

  func classIndex(_ index: Int) -> Int { classOf[Int(rule[index])] }
  func classBefore(_ index: Int) -> Int? {
    ruleBefore[index] < 0 ? nil : classOf[Int(ruleBefore[index])]
  }

  func index(of id: String) -> Int? { classes.firstIndex { $0.id == id } }

  /// Customers silent by their own rhythm, in whichever class they are, and what a year of them
  /// brought.
  var silent: (customers: Int, year: Int64) {
    var found = (customers: 0, year: Int64(0))
    for index in states.indices where states[index].waits > settings.silentAfter {
      found.customers += 1
      found.year += row(index)?.year ?? 0
    }
    return found
  }

  /// The first day on which a customer counts as silent, buying nothing until then; nil without a
  /// rhythm.
  func silentFrom(_ index: Int) -> Day? {
    guard let row = row(index), row.bought, states[index].gap.isFinite else { return nil }
    let days = (settings.silentAfter * states[index].gap).rounded(.down) + 1
    return Day(number: row.lastDay).adding(days: Int(min(days, 100_000)))
  }
}
