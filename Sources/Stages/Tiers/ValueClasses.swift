import Statistics

/// Classes A, B, C … of amounts, by cumulative share or by number of customers.
///
/// Equal amounts share a class: what decides is the share (of the amount, or of the customers) that
/// lies strictly above, `boundary: include`, or that with all of the same amount, `exclude`.
struct ValueClasses {
  /// Why a customer has no class.
  enum Aside: Int8, CaseIterable {
    case negative = -1
    case noPurchase = -2
    case noTotal = -3
  }

  let settings: TiersABC
  let limits: [Double]
  /// 0 for A; an `Aside` below zero.
  private(set) var index: [Int8]
  /// 1 for the greatest amount; customers of one amount share it; 0 without a class.
  private(set) var rank: [Int32]
  /// The share of the total that customers of at least this amount hold; NaN without a class.
  private(set) var cumulative: [Double]
  /// The least rise of the customer's own amount, all others as they are, that reaches the next
  /// class; `Int64.min` at the top, and where none does.
  private(set) var toNext: [Int64]
  /// Amounts that count, ascending.
  let sorted: [Int64]
  /// nil where nothing was bought.
  let concentration: Concentration?

  var count: Int { limits.count + 1 }

  /// `A`, `B`, …
  static func name(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: index)))
  }

  /// - Parameters:
  ///   - amounts: by customer, minor units.
  ///   - hasPurchase: false where the customer bought nothing in the period.
  init(
    _ settings: TiersABC, amounts: [Int64], hasPurchase: (Int) -> Bool,
    negatives: TiersNegatives
  ) {
    self.settings = settings
    limits = settings.limits
    var index = [Int8](repeating: 0, count: amounts.count)
    var counted: [Int64] = []
    counted.reserveCapacity(amounts.count)
    for (row, amount) in amounts.enumerated() {
      if !hasPurchase(row), amount <= 0 {
        index[row] = Aside.noPurchase.rawValue
      } else if amount < 0, negatives == .setAside {
        index[row] = Aside.negative.rawValue
      } else {
        counted.append(max(0, amount))
      }
    }
    let order = StableOrder(counted)
    sorted = order.positions.map { counted[Int($0)] }
    concentration = Concentration(ascending: sorted)
    self.index = index
    rank = [Int32](repeating: 0, count: amounts.count)
    cumulative = [Double](repeating: .nan, count: amounts.count)
    toNext = [Int64](repeating: .min, count: amounts.count)
    let steps = ValueSteps(ascending: sorted)
    for (row, amount) in amounts.enumerated() {
      guard index[row] == 0 else {
        if index[row] == Aside.negative.rawValue { toNext[row] = -amount }
        continue
      }
      guard concentration != nil else {
        self.index[row] = Aside.noTotal.rawValue
        continue
      }
      let counts = max(0, amount)
      let step = steps.find(counts)
      let reached = limits.firstIndex { steps.isWithin($0, step, settings) } ?? limits.count
      self.index[row] = Int8(truncatingIfNeeded: reached)
      rank[row] = Int32(truncatingIfNeeded: steps.countAbove(step) + 1)
      cumulative[row] = Double(steps.sumAbove(step - 1)) / Double(steps.total)
      guard reached > 0 else { continue }
      toNext[row] =
        steps.least(reaching: limits[reached - 1], from: counts, step, settings)
        .map { $0 - amount } ?? .min
    }
  }
}

/// The distinct amounts of all customers with how many and how much lies above each.
struct ValueSteps {
  /// Ascending.
  private(set) var values: [Int64] = []
  /// Customers of greater amounts, and their sum, by distinct amount.
  private var counts: [Int] = []
  private var sums: [Int64] = []
  let total: Int64
  let customers: Int

  init(ascending: [Int64]) {
    customers = ascending.count
    total = ascending.reduce(0, +)
    var sum = total
    for (position, amount) in ascending.enumerated() {
      sum -= amount
      if values.last == amount {
        counts[counts.count - 1] = customers - position - 1
        sums[sums.count - 1] = sum
      } else {
        values.append(amount)
        counts.append(customers - position - 1)
        sums.append(sum)
      }
    }
  }

  /// The index of an amount that is there.
  func find(_ amount: Int64) -> Int {
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < amount { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Customers with more than the amount at an index; all of them at -1.
  func countAbove(_ step: Int) -> Int { step < 0 ? customers : counts[step] }
  /// What they hold.
  func sumAbove(_ step: Int) -> Int64 { step < 0 ? total : sums[step] }

  /// Whether a customer at an index belongs to the classes up to a limit.
  func isWithin(_ limit: Double, _ step: Int, _ settings: TiersABC) -> Bool {
    let isIncluding = settings.boundary == .include
    let from = isIncluding ? step : step - 1
    let part =
      switch settings.by {
      case .share: Double(sumAbove(from)) / Double(total)
      case .headCount: Double(countAbove(from)) / Double(customers)
      }
    return isIncluding ? part < limit : part <= limit
  }

  /// The least amount above his own with which a customer would belong to the classes up to a
  /// limit; nil where there is none.
  ///
  /// Moving up changes the total and who lies above; between two neighbours nothing changes but the
  /// customer's own amount, and each condition, once it holds, holds further up.
  ///
  /// - Parameter step: the index of the customer's own amount.
  func least(
    reaching limit: Double, from own: Int64, _ step: Int, _ settings: TiersABC
  ) -> Int64? {
    // First the neighbour from which on it holds, then the least amount before the next one.
    var low = step
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      let amount = max(own + 1, start(middle, settings))
      if holds(amount, above: middle, own, limit, settings) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var best: Int64?
    if low < values.count { best = max(own + 1, start(low, settings)) }
    if low > step, settings.boundary == .include, settings.by == .share {
      // Between two neighbours the customer's own amount alone makes the total large enough.
      let others = Double(total - own)
      let wanted = Double(sumAbove(low - 1)) / limit - others
      var amount = max(own + 1, values[low - 1], Int64(max(0, wanted.rounded(.down))))
      while !holds(amount, above: low - 1, own, limit, settings) { amount += 1 }
      if best.map({ amount < $0 }) ?? true { best = amount }
    }
    return best
  }

  /// The first amount at which those above the value at an index are the only ones that count.
  private func start(_ step: Int, _ settings: TiersABC) -> Int64 {
    settings.boundary == .include ? values[step] : values[step] + 1
  }

  /// Whether the limit is kept with this amount, the customers above the value at an index above.
  private func holds(
    _ amount: Int64, above step: Int, _ own: Int64, _ limit: Double, _ settings: TiersABC
  ) -> Bool {
    let isIncluding = settings.boundary == .include
    let part: Double
    switch settings.by {
    case .share:
      let whole = Double(total - own + amount)
      part = Double(sumAbove(step) + (isIncluding ? 0 : amount)) / whole
    case .headCount:
      part = Double(countAbove(step) + (isIncluding ? 0 : 1)) / Double(customers)
    }
    return isIncluding ? part < limit : part <= limit
  }
}
