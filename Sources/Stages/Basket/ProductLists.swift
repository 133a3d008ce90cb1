/// Lists of product numbers one behind the other, each ascending without repeats: the baskets, or
/// what each customer has bought.
package struct ProductLists: Sendable, Equatable {
  package private(set) var products: [Int32]
  /// `count + 1` positions.
  package private(set) var starts: [Int32]

  package var count: Int { starts.count - 1 }

  /// The products of a list.
  package subscript(_ list: Int) -> ArraySlice<Int32> {
    products[Int(starts[list])..<Int(starts[list + 1])]
  }

  /// Lists as written, for tests and small inputs.
  package init(_ lists: [[Int32]]) {
    products = []
    starts = [0]
    for list in lists {
      products += Set(list).sorted()
      starts.append(Int32(products.count))
    }
  }

  /// Brings rows together by their owner.
  ///
  /// - Parameters:
  ///   - owners: the list of each row, below `count`; -1 for a row that counts nowhere.
  ///   - row: the product of each row.
  init(owners: [Int32], count: Int, products row: [Int32]) {
    var ends = [Int32](repeating: 0, count: count + 1)
    for owner in owners where owner >= 0 { ends[Int(owner) + 1] += 1 }
    for list in 0..<count { ends[list + 1] += ends[list] }
    var next = ends
    var all = [Int32](repeating: 0, count: Int(ends[count]))
    for (position, owner) in owners.enumerated() where owner >= 0 {
      all[Int(next[Int(owner)])] = row[position]
      next[Int(owner)] += 1
    }
    var starts = [Int32](repeating: 0, count: count + 1)
    var kept = 0
    all.withUnsafeMutableBufferPointer { all in
      for list in 0..<count {
        let range = Int(ends[list])..<Int(ends[list + 1])
        var products = UnsafeMutableBufferPointer(rebasing: all[range])
        if products.count > 1 { products.sort() }
        var last = Int32(-1)
        for position in range where all[position] != last {
          last = all[position]
          all[kept] = last
          kept += 1
        }
        starts[list + 1] = Int32(kept)
      }
    }
    all.removeLast(all.count - kept)
    self.products = all
    self.starts = starts
  }

  private init(products: [Int32], starts: [Int32]) {
    self.products = products
    self.starts = starts
  }

  /// The lists of which the size is wanted, under new numbers of products; -1 leaves a product out.
  ///
  /// - Precondition: the new numbers of a list's products need not ascend.
  func selected(sizes: ClosedRange<Int>, renumbered: [Int32]) -> ProductLists {
    var kept: [Int32] = []
    var starts: [Int32] = [0]
    var scratch: [Int32] = []
    for list in 0..<count {
      let products = self[list]
      guard sizes.contains(products.count) else { continue }
      scratch.removeAll(keepingCapacity: true)
      for product in products where renumbered[Int(product)] >= 0 {
        scratch.append(renumbered[Int(product)])
      }
      scratch.sort()
      kept.append(contentsOf: scratch)
      starts.append(Int32(kept.count))
    }
    return ProductLists(products: kept, starts: starts)
  }

  /// How many lists have each product.
  func counts(products count: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for product in products { counts[Int(product)] += 1 }
    return counts
  }
}
