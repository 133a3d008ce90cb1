/// Ten classes of customers by customer lifetime value, greatest first, of equal size.
///
/// Sizes differ by at most one, the first classes being the larger ones (SQL:2003, NTILE); of equal
/// values the first id comes first.
struct ValueDeciles {
  struct Decile: Equatable {
    var customers = 0
    var least: Int64 = 0
    var greatest: Int64 = 0
    var sum: Int64 = 0
  }

  /// 1 for the greatest values, 0 where a customer has none.
  private(set) var decile: [Int8]
  /// Place of each customer from 0 with the greatest value; -1 where there is none.
  private(set) var place: [Int32]
  private(set) var deciles: [Decile] = []
  let customers: Int

  /// - Parameter values: minor units, `Int64.min` for none.
  init(_ values: [Int64]) {
    let present = values.indices.filter { values[$0] != .min }
    customers = present.count
    decile = [Int8](repeating: 0, count: values.count)
    place = [Int32](repeating: -1, count: values.count)
    // Greatest first, and a stable order keeps the ids ascending among equal values.
    let order = StableOrder(descending: present.map { values[$0] })
    let (size, larger) = present.count.quotientAndRemainder(dividingBy: 10)
    let largerEnd = larger * (size + 1)
    for (position, chosen) in order.positions.enumerated() {
      let row = present[Int(chosen)]
      let index =
        position < largerEnd
        ? position / (size + 1) : larger + (position - largerEnd) / max(1, size)
      decile[row] = Int8(truncatingIfNeeded: index + 1)
      place[row] = Int32(truncatingIfNeeded: position)
      if deciles.count == index {
        deciles.append(Decile(least: values[row], greatest: values[row]))
      }
      deciles[index].customers += 1
      deciles[index].sum += values[row]
      deciles[index].least = values[row]
    }
  }
}
