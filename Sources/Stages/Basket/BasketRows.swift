import Exports
import Pipeline
import Values

/// Order lines on their way into baskets: numbers instead of texts, returns and the like left out.
struct BasketRows {
  private(set) var products: [String] = []
  private(set) var customers = TextColumn()
  private(set) var baskets = ProductLists([])
  private(set) var owned = ProductLists([])
  private(set) var amounts: [Int64] = []
  private(set) var lines = BasketInput.Lines()
  private(set) var hasNoOrders = false

  init(_ orders: DataTable, _ names: TextColumn, _ settings: BasketSettings, asOf: Day) {
    let used = used(orders, names, settings, asOf: asOf)
    let rowAmounts = orders.amounts
    var product = BasketRows.numbers(names, used)
    BasketRows.sort(&product)
    products = product.texts.texts
    amounts = [Int64](repeating: 0, count: products.count)
    for row in product.codes.indices where product.codes[row] >= 0 {
      // Sums beyond 64 bits would be no money; they stay where they are.
      let (sum, isOver) = amounts[Int(product.codes[row])].addingReportingOverflow(
        max(0, rowAmounts?[row] ?? 0))
      if !isOver { amounts[Int(product.codes[row])] = sum }
    }
    guard case .text(let ids)? = orders.values("customer_id") else { return }
    var customer = BasketRows.numbers(ids, used)
    BasketRows.sort(&customer)
    customers = customer.texts
    let (owner, count) = owners(orders, customer.codes, used, settings.basket)
    baskets = ProductLists(owners: owner, count: count, products: product.codes)
    owned = ProductLists(
      owners: customer.codes, count: customers.count, products: product.codes)
  }

  // MARK: Rows

  /// Which rows are purchases of a product.
  private mutating func used(
    _ orders: DataTable, _ names: TextColumn, _ settings: BasketSettings, asOf: Day
  ) -> [Bool] {
    let excluded = Set(settings.exclude)
    let amounts = orders.amounts
    let days = orders.days
    let start = settings.months.map { asOf.adding(days: 1).adding(months: -$0).number }
    var used = [Bool](repeating: false, count: orders.rowCount)
    lines.read = orders.rowCount
    for row in used.indices {
      let amount = amounts?[row] ?? 1
      if amount < 0 {
        lines.returned += 1
      } else if amount == 0, settings.zeroAmount == .ignore {
        lines.zero += 1
      } else if names.isMissing(row) {
        lines.withoutProduct += 1
      } else if let start, let days, days[row] < start {
        lines.earlier += 1
      } else if !excluded.isEmpty, excluded.contains(names[row]) {
        lines.excluded += 1
      } else {
        lines.used += 1
        used[row] = true
      }
    }
    return used
  }

  /// The basket of each row, and how many there are.
  private mutating func owners(
    _ orders: DataTable, _ customer: [Int32], _ used: [Bool], _ unit: BasketUnit
  ) -> ([Int32], Int) {
    switch unit {
    case .customer: return (customer, customers.count)
    case .day: return BasketRows.visits(customer, orders.days, used, from: 0)
    case .order:
      guard case .text(let ids)? = orders.values("order_id") else {
        hasNoOrders = true
        return BasketRows.visits(customer, orders.days, used, from: 0)
      }
      let order = BasketRows.numbers(ids, used)
      let unnumbered = used.indices.map { used[$0] && order.codes[$0] < 0 }
      guard unnumbered.contains(true) else { return (order.codes, order.texts.count) }
      hasNoOrders = !order.codes.contains { $0 >= 0 }
      let (visits, count) = BasketRows.visits(
        customer, orders.days, unnumbered, from: order.texts.count)
      return (zip(order.codes, visits).map { $0 >= 0 ? $0 : $1 }, count)
    }
  }

  /// A number for each customer and day among the wanted rows, counted on from `first`.
  private static func visits(
    _ customer: [Int32], _ days: [Int32]?, _ wanted: [Bool], from first: Int
  ) -> ([Int32], Int) {
    func key(_ row: Int) -> UInt64 {
      UInt64(UInt32(bitPattern: customer[row])) << 32 | UInt64(UInt32(bitPattern: days?[row] ?? 0))
    }
    var keys = wanted.indices.filter { wanted[$0] && customer[$0] >= 0 }.map(key)
    keys.sort()
    var distinct: [UInt64] = []
    for key in keys where key != distinct.last { distinct.append(key) }
    let codes = wanted.indices.map { row -> Int32 in
      guard wanted[row], customer[row] >= 0 else { return -1 }
      let wanted = key(row)
      var (low, high) = (0, distinct.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if distinct[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      return Int32(first + low)
    }
    return (codes, first + distinct.count)
  }

  // MARK: Numbers

  private struct Numbered {
    var codes: [Int32]
    var texts: TextColumn
  }

  /// Numbers of the texts of the wanted rows in order of appearance; -1 for other rows and for
  /// empty texts.
  private static func numbers(_ column: TextColumn, _ wanted: [Bool]) -> Numbered {
    var index = TextIndex()
    var codes = [Int32](repeating: -1, count: column.count)
    var last = -1
    column.forEachRow { row, bytes in
      guard wanted[row], !bytes.isEmpty else { return }
      // Lines of an order lie together: mostly the text of the row before comes again.
      if last >= 0, column.isEqual(last, row) {
        codes[row] = codes[last]
      } else {
        codes[row] = index.intern(bytes)
      }
      last = row
    }
    return Numbered(codes: codes, texts: index.texts)
  }

  /// Renumbers by the bytes of the texts, so that the order of rows leaves no trace.
  private static func sort(_ numbered: inout Numbered) {
    let texts = numbered.texts
    let order = texts.sortedRows
    var place = [Int32](repeating: 0, count: order.count)
    var sorted = TextColumn()
    sorted.reserve(rows: texts.count, bytes: texts.bytes.count)
    texts.bytes.withUnsafeBufferPointer { bytes in
      for (new, old) in order.enumerated() {
        place[old] = Int32(new)
        sorted.append(
          UnsafeBufferPointer(rebasing: bytes[texts.offsets[old]..<texts.offsets[old + 1]]))
      }
    }
    for row in numbered.codes.indices where numbered.codes[row] >= 0 {
      numbered.codes[row] = place[Int(numbered.codes[row])]
    }
    numbered.texts = sorted
  }
}

extension DataTable {
  /// Amounts in minor units; nil without such a column.
  fileprivate var amounts: [Int64]? {
    if case .money(let amounts, _)? = values("amount") { amounts } else { nil }
  }

  /// Days of the orders; nil without such a column.
  fileprivate var days: [Int32]? {
    switch values("order_date") {
    case .day(let days): days
    case .instant(let instants): instants.map { Day.number(ofSecond: $0) }
    default: nil
    }
  }
}

extension TextColumn {
  /// Whether two rows have the same text.
  fileprivate func isEqual(_ one: Int, _ other: Int) -> Bool {
    let length = offsets[one + 1] - offsets[one]
    guard offsets[other + 1] - offsets[other] == length else { return false }
    for k in 0..<length where bytes[offsets[one] + k] != bytes[offsets[other] + k] { return false }
    return true
  }

  /// Rows in the order of their bytes.
  fileprivate var sortedRows: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<count).sorted { one, other in
        let left = bytes[offsets[one]..<offsets[one + 1]]
        let right = bytes[offsets[other]..<offsets[other + 1]]
        return left.lexicographicallyPrecedes(right)
      }
    }
  }
}
