/// All sets of products that enough baskets have, up to a length.
///
/// Depth first: the baskets with a product are handed on, cut before it, to find what else they
/// have in common; so each set is met once, with its rarest product first, and no candidate is ever
/// made that no basket holds. Products are numbered by falling frequency, which keeps what is
/// handed on short.
/// Source: Uno, Kiyomi & Arimura, *LCM ver. 2: efficient mining algorithms for frequent / closed /
/// maximal itemsets*, FIMI 2004, "occurrence deliver".
struct ItemsetMiner {
  /// Found sets one behind the other, products ascending.
  struct Itemsets: Sendable, Equatable {
    private(set) var products: [Int32] = []
    private(set) var starts: [Int] = [0]
    /// Baskets that have the set.
    private(set) var counts: [Int] = []

    var count: Int { counts.count }

    subscript(_ set: Int) -> ArraySlice<Int32> { products[starts[set]..<starts[set + 1]] }

    mutating func append(_ set: [Int32], _ count: Int) {
      products.append(contentsOf: set.reversed())
      starts.append(products.count)
      counts.append(count)
    }
  }

  /// A beginning of a basket: what it has of the products before the one it was cut at.
  private struct Cut {
    var start: Int32
    var end: Int32
  }

  private let baskets: ProductLists
  private let least: Int
  private let maxLength: Int
  private let most: Int
  /// Baskets counted at each depth; zero between uses.
  private var counters: [[Int32]]
  private var prefix: [Int32] = []
  private(set) var found = Itemsets()
  /// More sets than `most` were met; those found are not all.
  private(set) var isCutShort = false

  /// - Parameters:
  ///   - baskets: products numbered by falling frequency.
  ///   - least: baskets that a set must be in.
  ///   - most: sets after which the search ends.
  init(_ baskets: ProductLists, products: Int, least: Int, maxLength: Int, most: Int) {
    self.baskets = baskets
    self.least = least
    self.maxLength = maxLength
    self.most = most
    counters = [[Int32]](repeating: [Int32](repeating: 0, count: products), count: maxLength)
    let all = (0..<baskets.count).map {
      Cut(start: baskets.starts[$0], end: baskets.starts[$0 + 1])
    }
    extend(all[...])
  }

  /// Finds the sets that add products to the prefix, in the baskets that have it.
  private mutating func extend(_ cuts: ArraySlice<Cut>) {
    let depth = prefix.count
    var touched: [Int32] = []
    baskets.products.withUnsafeBufferPointer { products in
      counters[depth].withUnsafeMutableBufferPointer { counter in
        for cut in cuts {
          for position in Int(cut.start)..<Int(cut.end) {
            let product = Int(products[position])
            if counter[product] == 0 { touched.append(Int32(product)) }
            counter[product] += 1
          }
        }
      }
    }
    let frequent = touched.filter { Int(counters[depth][Int($0)]) >= least }.sorted()
    let counts = frequent.map { Int(counters[depth][Int($0)]) }
    for product in touched { counters[depth][Int(product)] = 0 }
    guard depth + 1 < maxLength else {
      for (product, count) in zip(frequent, counts) { add(product, count) }
      return
    }
    let (delivered, ends) = deliver(cuts, to: frequent, counts, depth)
    var start = 0
    for (index, product) in frequent.enumerated() {
      guard !isCutShort else { return }
      add(product, counts[index])
      prefix.append(product)
      if ends[index] - start >= least { extend(delivered[start..<ends[index]]) }
      prefix.removeLast()
      start = ends[index]
    }
  }

  /// Hands each frequent product the beginnings of its baskets, cut before it; empty ones are left
  /// out.
  private mutating func deliver(
    _ cuts: ArraySlice<Cut>, to frequent: [Int32], _ counts: [Int], _ depth: Int
  ) -> (cuts: [Cut], ends: [Int]) {
    var starts: [Int] = []
    var total = 0
    for (index, product) in frequent.enumerated() {
      starts.append(total)
      total += counts[index]
      // One more than the place, so that 0 stands for "not frequent".
      counters[depth][Int(product)] = Int32(index + 1)
    }
    var ends = starts
    var delivered = [Cut](repeating: Cut(start: 0, end: 0), count: total)
    baskets.products.withUnsafeBufferPointer { products in
      for cut in cuts {
        for position in Int(cut.start)..<Int(cut.end) {
          let place = Int(counters[depth][Int(products[position])])
          guard place > 0, position > Int(cut.start) else { continue }
          delivered[ends[place - 1]] = Cut(start: cut.start, end: Int32(position))
          ends[place - 1] += 1
        }
      }
    }
    for product in frequent { counters[depth][Int(product)] = 0 }
    // Close the gaps that the empty ones left.
    var kept = 0
    for index in frequent.indices {
      for position in starts[index]..<ends[index] {
        delivered[kept] = delivered[position]
        kept += 1
      }
      ends[index] = kept
    }
    return (delivered, ends)
  }

  private mutating func add(_ product: Int32, _ count: Int) {
    guard found.count < most else {
      isCutShort = true
      return
    }
    found.append(prefix + [product], count)
  }
}
