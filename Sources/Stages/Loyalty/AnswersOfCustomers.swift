import Values

/// The rows of a survey by the customer who answered, oldest first.
struct AnswersOfCustomers: Sendable {
  /// `customers + 1` positions into the rows.
  private let starts: [Int32]
  private let rows: [Int32]
  /// Rows whose customer is stated but did never buy.
  let strangers: [Int32]
  /// Rows that state no customer.
  let nameless: [Int32]

  /// Rows of one customer and day stand in the order of their keys, so that the order of the export
  /// leaves no trace.
  ///
  /// - Parameters:
  ///   - ids: who answered, one a row.
  ///   - customers: ids of those who bought.
  ///   - days: of the answers, `Int32.min` for none.
  ///   - keys: of the responses; nil where there are none.
  init(_ ids: TextColumn, of customers: TextColumn, days: [Int32], keys: TextColumn?) {
    var index = TextIndex()
    customers.forEachRow { _, bytes in _ = index.intern(bytes) }
    var buyer = [Int32](repeating: -1, count: ids.count)
    var counts = [Int32](repeating: 0, count: customers.count + 1)
    var strangers: [Int32] = []
    var nameless: [Int32] = []
    ids.forEachRow { row, bytes in
      guard !bytes.isEmpty else {
        nameless.append(Int32(row))
        return
      }
      let found = index.find(bytes)
      guard found >= 0 else {
        strangers.append(Int32(row))
        return
      }
      buyer[row] = found
      counts[Int(found) + 1] += 1
    }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    starts = counts
    var rows = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    var next = counts
    for row in buyer.indices where buyer[row] >= 0 {
      rows[Int(next[Int(buyer[row])])] = Int32(row)
      next[Int(buyer[row])] += 1
    }
    for customer in 0..<customers.count {
      let range = Int(counts[customer])..<Int(counts[customer + 1])
      guard range.count > 1 else { continue }
      rows[range].sort { left, right in
        let (one, other) = (Int(left), Int(right))
        guard days[one] == days[other], let keys else { return days[one] < days[other] }
        return keys[one].utf8.lexicographicallyPrecedes(keys[other].utf8)
      }
    }
    self.rows = rows
    self.strangers = strangers
    self.nameless = nameless
  }

  /// The rows of a customer, oldest first.
  subscript(customer: Int) -> ArraySlice<Int32> {
    rows[Int(starts[customer])..<Int(starts[customer + 1])]
  }
}
