import Store
import Values

extension PurchaseDays {
  /// Purchase days from the current order rows of the store.
  ///
  /// The rows come sorted by customer, day and order, so one pass is enough. An order counts once a
  /// day however many purchase lines it has; a row without an order id is an order of its own.
  init(_ rows: StoredOrderRows, zeroAmount: ZeroAmount, currency: Currency) {
    var result = PurchaseDays(
      customers: rows.customers, starts: [0], day: [], rows: [], orders: [], gross: [],
      returned: [], margin: rows.margin == nil ? nil : [], currency: currency)
    var customer: Int32 = 0
    var countedOrder: Int64?
    for row in 0..<rows.count {
      let amount = rows.amount[row]
      if amount == 0, zeroAmount == .ignore { continue }
      while customer < rows.customer[row] {
        result.starts.append(result.day.count)
        customer += 1
      }
      let isNewDay =
        result.day.count == result.starts[result.starts.count - 1]
        || result.day[result.day.count - 1] != rows.day[row]
      if isNewDay {
        result.day.append(rows.day[row])
        result.rows.append(0)
        result.orders.append(0)
        result.gross.append(0)
        result.returned.append(0)
        result.margin?.append(.min)
        countedOrder = nil
      }
      let last = result.day.count - 1
      result.rows[last] += 1
      if amount < 0 {
        result.returned[last] -= amount
      } else {
        result.gross[last] += amount
        let order = rows.order[row]
        if order == .min || order != countedOrder {
          result.orders[last] += 1
          countedOrder = order
        }
      }
      if let margin = rows.margin?[row], margin != .min {
        let before = result.margin?[last] ?? .min
        result.margin?[last] = (before == .min ? 0 : before) + margin
      }
    }
    while result.starts.count <= rows.customers.count { result.starts.append(result.day.count) }
    self = result
  }
}
