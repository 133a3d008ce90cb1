import Tabular
import Values

@testable import Exports

/// One order row as a test writes it.
struct SampleRow {
  var customer: String
  var day: Int32
  var amount: Int64
  var order = ""
  var line = ""
  var margin = Int64.min

  init(
    _ customer: String, _ day: Int32, _ amount: Int64, order: String = "", line: String = "",
    margin: Int64 = .min
  ) {
    self.customer = customer
    self.day = day
    self.amount = amount
    self.order = order
    self.line = line
    self.margin = margin
  }
}

/// Feeds files of sample rows to a builder, in chunks of a few rows.
func build(
  _ files: [[SampleRow]], zeroAmount: ZeroAmount = .purchase, hasOrders: Bool = true,
  hasLines: Bool = true, hasMargin: Bool = false, threads: Int = 1, chunkRows: Int = 7
) throws -> (days: PurchaseDays, counts: [OrderCounts]) {
  let keys = KeyDictionary()
  let builder = PurchaseDayBuilder(keys: keys, currency: .cny, zeroAmount: zeroAmount)
  for file in files {
    builder.beginFile()
    for first in stride(from: 0, to: file.count, by: chunkRows) {
      let rows = file[first..<min(file.count, first + chunkRows)]
      let customers = rows.map { keys.key(for: $0.customer) }
      let orders = rows.map { keys.key(for: $0.order) }
      let lines = rows.map { keys.key(for: $0.line) }
      // An instant on the day, at an hour that tells rounding from flooring.
      let instants = rows.map { Int64($0.day) * 86_400 + 86_399 }
      let amounts = rows.map(\.amount)
      let margins = rows.map(\.margin)
      customers.withUnsafeBufferPointer { customers in
        orders.withUnsafeBufferPointer { orders in
          lines.withUnsafeBufferPointer { lines in
            instants.withUnsafeBufferPointer { instants in
              amounts.withUnsafeBufferPointer { amounts in
                margins.withUnsafeBufferPointer { margins in
                  builder.append(
                    OrderRows(
                      count: customers.count, customer: customers,
                      order: hasOrders ? orders : nil, line: hasLines ? lines : nil,
                      dates: .instants(instants), amount: amounts,
                      margin: hasMargin ? margins : nil))
                }
              }
            }
          }
        }
      }
    }
  }
  return try builder.finish(threads: threads)
}

/// The days of each customer by id, as a test compares them.
func byCustomer(_ days: PurchaseDays) -> [String: [PurchaseDay]] {
  var result: [String: [PurchaseDay]] = [:]
  for customer in 0..<days.customerCount {
    result[days.customers[customer]] = days.days(of: customer).map { days[$0] }
  }
  return result
}

/// The definitions once more, with dictionaries and in no hurry.
enum PlainReduction {
  /// Rows that stand after all files, and the counts of each file.
  static func standing(
    _ files: [[SampleRow]], hasLines: Bool
  ) -> (rows: [SampleRow], counts: [OrderCounts]) {
    var loose: [SampleRow] = []
    var current: [String: [String: SampleRow]] = [:]
    var counts: [OrderCounts] = []
    for file in files {
      var count = OrderCounts()
      var fresh: [String: [String: SampleRow]] = [:]
      for row in file {
        guard !row.order.isEmpty else {
          loose.append(row)
          count.accepted += 1
          continue
        }
        let line = hasLines ? row.line : ""
        if fresh[row.order]?[line] != nil || current[row.order]?[line] != nil {
          count.merged += 1
          if fresh[row.order]?[line] != nil { count.repeated += 1 }
        } else {
          count.accepted += 1
        }
        fresh[row.order, default: [:]][line] = row
      }
      for (order, lines) in fresh {
        count.withdrawn += (current[order] ?? [:]).keys.count { lines[$0] == nil }
        current[order] = lines
      }
      counts.append(count)
    }
    return (loose + current.values.flatMap(\.values), counts)
  }

  static func days(_ rows: [SampleRow], zeroAmount: ZeroAmount) -> [String: [PurchaseDay]] {
    var result: [String: [PurchaseDay]] = [:]
    for (customer, rows) in Dictionary(grouping: rows, by: \.customer) {
      var days: [PurchaseDay] = []
      for (day, rows) in Dictionary(grouping: rows, by: \.day) {
        let counting = rows.filter { $0.amount != 0 || zeroAmount == .purchase }
        guard !counting.isEmpty else { continue }
        let purchases = counting.filter { $0.amount >= 0 }
        let named = Set(purchases.map(\.order)).subtracting([""]).count
        let margins = counting.map(\.margin).filter { $0 != .min }
        days.append(
          PurchaseDay(
            day: day, rows: Int32(counting.count),
            orders: Int32(named + purchases.count { $0.order.isEmpty }),
            gross: purchases.reduce(0) { $0 + $1.amount },
            returned: counting.filter { $0.amount < 0 }.reduce(0) { $0 - $1.amount },
            margin: margins.isEmpty ? .min : margins.reduce(0, +)))
      }
      if !days.isEmpty { result[customer] = days.sorted { $0.day < $1.day } }
    }
    return result
  }
}

/// A small generator with a fixed sequence (SplitMix64).
struct SampleGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
