/// What each customer has not bought yet, though those with the same products do.
struct NextProducts: Sendable {
  /// One suggestion a row, customers ascending, the best one of a customer first.
  private(set) var customer: [Int32] = []
  /// From 1.
  private(set) var rank: [Int32] = []
  /// An index of the rules: the one that suggests it.
  private(set) var rule: [Int32] = []
  /// Customers with at least one suggestion.
  private(set) var customers = 0

  var count: Int { customer.count }

  /// A product is suggested by the rule of the highest confidence, then lift, whose left side the
  /// customer has bought.
  ///
  /// - Parameters:
  ///   - owned: what each customer has bought, by number of the input.
  ///   - number: the number in the rules of each product; -1 for one that is in none.
  init(_ rules: [AssociationRule], _ owned: ProductLists, _ number: [Int32], most: Int) {
    guard !rules.isEmpty, let products = rules.flatMap({ $0.antecedent + [$0.consequent] }).max()
    else { return }
    let table = RuleTable(rules, products: Int(products) + 1)
    var has = [Bool](repeating: false, count: Int(products) + 1)
    var own: [Int32] = []
    var found: [Int32] = []
    for customer in 0..<owned.count {
      own.removeAll(keepingCapacity: true)
      for product in owned[customer] {
        let known = number[Int(product)]
        if known >= 0, known <= products { own.append(known) }
      }
      guard !own.isEmpty else { continue }
      for product in own { has[Int(product)] = true }
      found.removeAll(keepingCapacity: true)
      for product in own { table.match(product, has, most, into: &found) }
      for product in own { has[Int(product)] = false }
      guard !found.isEmpty else { continue }
      for (place, position) in found.enumerated() {
        self.customer.append(Int32(customer))
        rank.append(Int32(place + 1))
        rule.append(table.order[Int(position)])
      }
      customers += 1
    }
  }
}

/// The rules from the best to the worst in flat columns: they are looked up for every customer.
private struct RuleTable {
  /// Indices of the rules, the best first; all else is by position in it.
  let order: [Int32]
  let consequents: [Int32]
  /// The left sides but for their last product, one behind the other.
  private let sides: [Int32]
  private let starts: [Int32]
  /// Positions by the last, rarest product of the left side: few customers have it.
  private let positions: [Int32]
  private let firsts: [Int32]

  init(_ rules: [AssociationRule], products: Int) {
    let order = rules.indices.sorted { RuleTable.isBetter(rules[$0], rules[$1], $0, $1) }
    self.order = order.map { Int32($0) }
    consequents = order.map { rules[$0].consequent }
    var sides: [Int32] = []
    var starts: [Int32] = [0]
    var byProduct = [[Int32]](repeating: [], count: products)
    for (position, place) in order.enumerated() {
      sides += rules[place].antecedent.dropLast()
      starts.append(Int32(sides.count))
      if let last = rules[place].antecedent.last { byProduct[Int(last)].append(Int32(position)) }
    }
    self.sides = sides
    self.starts = starts
    positions = byProduct.flatMap { $0 }
    firsts = byProduct.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
  }

  /// Puts the rules whose left side ends in a product and is there as a whole, and whose right side
  /// is not, among the best so far: ascending positions, each product on the right once.
  func match(_ product: Int32, _ has: [Bool], _ most: Int, into best: inout [Int32]) {
    for place in Int(firsts[Int(product)])..<Int(firsts[Int(product) + 1]) {
      let position = positions[place]
      // Positions ascend: what follows is no better.
      if best.count == most, let last = best.last, position > last { return }
      let offered = consequents[Int(position)]
      if has[Int(offered)] { continue }
      var isWhole = true
      for side in Int(starts[Int(position)])..<Int(starts[Int(position) + 1])
      where !has[Int(sides[side])] {
        isWhole = false
        break
      }
      if isWhole { insert(position, offered, most, into: &best) }
    }
  }

  private func insert(
    _ position: Int32, _ offered: Int32, _ most: Int, into best: inout [Int32]
  ) {
    if let same = best.firstIndex(where: { consequents[Int($0)] == offered }) {
      if best[same] < position { return }
      best.remove(at: same)
    }
    best.insert(position, at: best.firstIndex { $0 > position } ?? best.count)
    if best.count > most { best.removeLast() }
  }

  private static func isBetter(
    _ left: AssociationRule, _ right: AssociationRule, _ one: Int, _ other: Int
  ) -> Bool {
    // Confidences as whole numbers: both / first.
    let a = left.both * right.first
    let b = right.both * left.first
    if a != b { return a > b }
    if left.lift != right.lift { return left.lift > right.lift }
    return one < other
  }
}
