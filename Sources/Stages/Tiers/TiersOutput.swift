import Pipeline
import Statistics
import Values

/// The class, the stars and the reasons of every customer, and what they add up to.
package struct TiersOutput: StageOutput {
  let settings: TiersSettings
  let input: TiersInput
  let classes: ValueClasses
  let ladder: StarLadder
  let deciles: ValueDeciles?
  /// Reasons that make each customer a key account, as bits; 0 for none.
  let keyReasons: [UInt8]
  /// By class, then the customers without one.
  let classSums: [Sum]
  let aside: [ValueClasses.Aside: Sum]
  /// By stars: none, then each level.
  let starSums: [Sum]
  let keySum: Sum
  /// Customers with a star that is about to be lost, greatest spenders of the window first.
  let atRisk: [Int]
  /// Customers who reach the next level soonest if they go on, likewise.
  let nearNext: [Int]
  /// Customers who have fewer stars than a month ago, likewise.
  let fallen: [Int]
  let risen: Int
  let figures: [ConcentrationFigure]

  struct Sum: Equatable {
    var customers = 0
    var amount: Int64 = 0
    var orders: Int64 = 0

    mutating func add(_ amount: Int64, _ orders: Int32) {
      customers += 1
      self.amount += amount
      self.orders += Int64(orders)
    }
  }

  /// What makes a customer a key account.
  enum KeyReason: Int, CaseIterable {
    case tier
    case stars
    case clv
    case segment

    var bit: UInt8 { 1 << UInt8(rawValue) }
  }

  package var count: Int { input.months.customers.count }
  var amounts: [Int64] { input.months.amount }
  var concentration: Concentration? { classes.concentration }
  /// Customers that have a class.
  var counted: Int { classes.sorted.count }

  init(
    settings: TiersSettings, input: TiersInput, classes: ValueClasses, ladder: StarLadder,
    deciles: ValueDeciles?
  ) {
    self.settings = settings
    self.input = input
    self.classes = classes
    self.ladder = ladder
    self.deciles = deciles
    let months = input.months
    let count = months.customers.count
    let keys = settings.keyAccounts
    let names = (0..<classes.count).map(ValueClasses.name)
    let isKeyClass = names.map(keys.tiers.contains)
    let clvLimit = Double(deciles?.customers ?? 0) * keys.clvTop
    var classSums = [Sum](repeating: Sum(), count: classes.count)
    var aside: [ValueClasses.Aside: Sum] = [:]
    var starSums = [Sum](repeating: Sum(), count: ladder.least.count + 1)
    var keySum = Sum()
    var reasons = [UInt8](repeating: 0, count: count)
    for row in input.named { reasons[row] |= KeyReason.segment.bit }
    var atRisk: [Int] = []
    var nearNext: [Int] = []
    var fallen: [Int] = []
    var risen = 0
    for row in 0..<count {
      let (amount, orders) = (months.amount[row], months.orders[row])
      let standing = months.standing[row]
      let tier = Int(classes.index[row])
      if tier >= 0 {
        classSums[tier].add(amount, orders)
        if isKeyClass[tier] { reasons[row] |= KeyReason.tier.bit }
      } else if let why = ValueClasses.Aside(rawValue: classes.index[row]) {
        aside[why, default: Sum()].add(amount, orders)
      }
      if input.hasWindow {
        starSums[Int(standing.level) + 1].add(amount, orders)
        if keys.stars > 0, standing.level >= 0,
          Int(standing.level) + settings.stars.lowest >= keys.stars
        {
          reasons[row] |= KeyReason.stars.bit
        }
        if ladder.isAtRisk(standing) { atRisk.append(row) }
        // One month away with only one month of the window passed is everybody: not for short ones.
        if standing.toNext == 1, ladder.months > 1 { nearNext.append(row) }
        if input.hasEarlierWindow {
          if standing.level < standing.before { fallen.append(row) }
          if standing.level > standing.before { risen += 1 }
        }
      }
      if keys.clvTop > 0, let place = deciles?.place[row], place >= 0, Double(place) < clvLimit {
        reasons[row] |= KeyReason.clv.bit
      }
      if reasons[row] != 0 { keySum.add(amount, orders) }
    }
    let spent = { (row: Int) in months.standing[row].window }
    func sorted(_ rows: [Int]) -> [Int] { rows.sorted { (-spent($0), $0) < (-spent($1), $1) } }
    keyReasons = reasons
    self.classSums = classSums
    self.aside = aside
    self.starSums = starSums
    self.keySum = keySum
    self.atRisk = sorted(atRisk)
    self.nearNext = sorted(nearNext)
    self.fallen = sorted(fallen)
    self.risen = risen
    figures = Self.figures(classes.concentration)
  }

  /// Stars of a level, 0 for none.
  func stars(_ level: Int8) -> Int { level < 0 ? 0 : settings.stars.lowest + Int(level) }

  /// All customers that count in shares, added up; those of `negatives: zero` with what they have.
  var total: Sum {
    classSums.reduce(into: Sum()) { total, sum in
      total.customers += sum.customers
      total.amount += sum.amount
      total.orders += sum.orders
    }
  }

  /// A part of the whole amount of the customers that count; nil where it would be no share.
  func share(_ sum: Sum) -> Double? {
    guard let whole = concentration?.total, (0...whole).contains(sum.amount) else { return nil }
    return Double(sum.amount) / Double(whole)
  }

  /// The rule of a class in symbols: `Σ 0–80 %`, by number `n 0–10 %`.
  func rule(_ index: Int) -> String {
    let ends = [0] + classes.limits + [1]
    let sign = settings.abc.by == .share ? "Σ" : "n"
    return "\(sign) \(Self.percent(ends[index]))–\(Self.percent(ends[index + 1])) %"
  }

  /// Why a customer has no class, in symbols.
  static func rule(_ aside: ValueClasses.Aside) -> String {
    switch aside {
    case .negative: "Σ < 0"
    case .noPurchase: "n = 0"
    case .noTotal: "Σ = 0"
    }
  }

  /// The rule of a level in symbols: `6 × > 500`, for the mean `ø 6 > 500`.
  func starRule(_ level: Int) -> String {
    let sign = settings.stars.comparator == .above ? ">" : "≥"
    let count = settings.stars.by == .each ? "\(ladder.months) ×" : "ø \(ladder.months)"
    return "\(count) \(sign) \(Self.plain(settings.stars.thresholds[level]))"
  }

  private static func percent(_ share: Double) -> String {
    plain((share * 100_000).rounded() / 1000)
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int64(number)) : String(number)
  }
}
