import Values

extension PurchaseDays {
  /// Calls `body` with each customer of a range and its days, which rise.
  ///
  /// For folds over all customers: one call a customer, no copies of whole columns.
  package func forEach(
    in customers: Range<Int>, _ body: (Int, UnsafeBufferPointer<PurchaseDay>) -> Void
  ) {
    var room = 256
    var scratch = UnsafeMutablePointer<PurchaseDay>.allocate(capacity: room)
    defer { scratch.deallocate() }
    packed.withUnsafeBufferPointer { packed in
      rich.withUnsafeBufferPointer { rich in
        for customer in customers {
          let range = days(of: customer)
          if range.count > room {
            scratch.deallocate()
            room = range.count * 2
            scratch = .allocate(capacity: room)
          }
          for (k, position) in range.enumerated() {
            scratch[k] = packed[position].unpacked(
              position, rich, margin: margins?[position] ?? .min)
          }
          body(customer, UnsafeBufferPointer(start: scratch, count: range.count))
        }
      }
    }
  }

  /// What `body` makes of stretches of customers, in their order, on all processors.
  ///
  /// The stretches do not depend on the number of threads, so neither does what is summed up.
  package func partials<Partial>(
    threads: Int? = nil, _ body: (Range<Int>) -> Partial
  ) -> [Partial] {
    let size = 16_384
    let count = (customerCount + size - 1) / size
    var made = [Partial?](repeating: nil, count: count)
    made.withUnsafeMutableBufferPointer { made in
      let made = made
      Workers.share(count, threads: max(1, threads ?? Workers.processorCount)) { block, _ in
        made[block] = body(block * size..<min(customerCount, (block + 1) * size))
      }
    }
    return made.compactMap { $0 }
  }
}
