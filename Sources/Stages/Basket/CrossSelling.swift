import Statistics

/// How broadly a group of customers buys.
struct CrossSelling: Sendable {
  /// As the customers' export has it; empty for customers without one; nil for all.
  let group: String?
  let customers: Int
  /// Different products of a customer.
  let products: MeanEstimate
  /// Customers with two or more.
  let several: Proportion

  /// nil for a group without customers.
  private init?(_ group: String?, byProducts counts: [Int]) {
    let customers = counts.reduce(0, +)
    guard
      let products = MeanEstimate(
        levels: counts.indices.map { Double($0) }, weights: counts.map(Double.init)),
      let several = Proportion(counts.dropFirst(2).reduce(0, +), of: customers)
    else { return nil }
    self.group = group
    self.customers = customers
    self.products = products
    self.several = several
  }

  /// All customers, then each group in the order of the labels.
  static func groups(_ input: BasketInput) -> [CrossSelling] {
    let most = (0..<input.owned.count).map { input.owned[$0].count }.max() ?? 0
    let empty = [Int](repeating: 0, count: most + 1)
    var all = empty
    var byGroup = [[Int]](repeating: empty, count: input.groups?.labels.count ?? 0)
    for customer in 0..<input.owned.count {
      let count = input.owned[customer].count
      guard count > 0 else { continue }
      all[count] += 1
      if let groups = input.groups { byGroup[Int(groups.codes[customer])][count] += 1 }
    }
    var result = [CrossSelling(nil, byProducts: all)].compactMap { $0 }
    for (label, counts) in zip(input.groups?.labels ?? [], byGroup) {
      if let group = CrossSelling(label, byProducts: counts) { result.append(group) }
    }
    return result
  }
}
