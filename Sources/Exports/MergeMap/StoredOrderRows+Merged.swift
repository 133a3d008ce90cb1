import Store
import Values

extension StoredOrderRows {
  /// The rows under the ids that their customers stand under, sorted by those.
  func merged(by map: MergeMap) -> StoredOrderRows {
    let standing = (0..<customers.count).map { map.target(of: customers[$0]) }
    let ids = Set(standing).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices.map { Int32($0) }))
    let place = standing.map { places[$0] ?? 0 }
    let order = customer.indices.sorted { a, b in
      let (left, right) = (place[Int(customer[a])], place[Int(customer[b])])
      return left != right ? left < right : (day[a], self.order[a], a) < (day[b], self.order[b], b)
    }
    var result = self
    result.customers = TextColumn(ids)
    result.customer = order.map { place[Int(customer[$0])] }
    result.day = order.map { day[$0] }
    result.second = order.map { second[$0] }
    result.order = order.map { self.order[$0] }
    result.amount = order.map { amount[$0] }
    result.margin = margin.map { margin in order.map { margin[$0] } }
    return result
  }
}
