@testable import Store

/// The rules of versions once more, by brute force over whole files in memory.
struct VersionModel {
  struct File {
    var name: String
    var lines: [OrderLine]
    var accepted = 0
    var merged = 0
    var withdrawn = 0
  }

  var replacesOrders: Bool
  var usesProduct: Bool
  var files: [File] = []

  /// Plays all files from the first to the last; returns the current lines and fills the accounts.
  mutating func play() -> [OrderLine] {
    let usesProduct = usesProduct
    let replacesOrders = replacesOrders
    func key(_ line: OrderLine) -> String {
      usesProduct ? "\(line.order) \(line.product)" : line.order
    }
    var current: [(line: OrderLine, file: Int)] = []
    for index in files.indices {
      var arrived: [OrderLine] = []
      var accepted = 0
      var merged = 0
      for line in files[index].lines {
        let was = { (other: OrderLine) in !line.order.isEmpty && key(other) == key(line) }
        if current.contains(where: { was($0.line) }) || arrived.contains(where: was) {
          merged += 1
        } else {
          accepted += 1
        }
        arrived.removeAll(where: was)
        arrived.append(line)
      }
      let before = current.count
      let orders = Set(arrived.map(\.order).filter { !$0.isEmpty })
      let keys = Set(arrived.filter { !$0.order.isEmpty }.map(key))
      current.removeAll { row in
        replacesOrders ? orders.contains(row.line.order) : keys.contains(key(row.line))
      }
      current += arrived.map { ($0, index) }
      files[index].accepted = accepted
      files[index].merged = merged
      files[index].withdrawn = before + accepted - current.count
    }
    return current.map(\.line)
  }
}
