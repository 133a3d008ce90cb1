/// The answers of each customer, laid behind each other without an array a customer.
struct CustomerSequence: Sendable {
  private let starts: [Int]
  private var members: [Int32]

  /// The answers that count, in the order of their rows.
  init(_ customers: CustomerAnswers, where counts: (Int) -> Bool) {
    var starts = [Int](repeating: 0, count: customers.count + 1)
    var kept = [Bool](repeating: false, count: customers.customer.count)
    for (row, customer) in customers.customer.enumerated() where customer >= 0 && counts(row) {
      kept[row] = true
      starts[Int(customer) + 1] += 1
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    var members = [Int32](repeating: 0, count: starts.last ?? 0)
    for (row, customer) in customers.customer.enumerated() where kept[row] {
      members[next[Int(customer)]] = Int32(row)
      next[Int(customer)] += 1
    }
    self.starts = starts
    self.members = members
  }

  func rows(_ customer: Int) -> ArraySlice<Int32> {
    members[starts[customer]..<starts[customer + 1]]
  }

  /// Puts each customer's answers in an order.
  mutating func sort(by isBefore: (Int, Int) -> Bool) {
    for customer in starts.indices.dropLast() {
      let range = starts[customer]..<starts[customer + 1]
      guard range.count > 1 else { continue }
      members[range].sort { isBefore(Int($0), Int($1)) }
    }
  }
}
