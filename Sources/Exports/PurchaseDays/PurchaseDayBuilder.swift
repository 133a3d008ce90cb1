package import Diagnostics
package import Tabular
package import Values

/// Makes purchase days from order rows, file by file, row by row, in arrival order.
///
/// Rows are spread over partitions by customer as they come (16 bytes each), then each partition is
/// sorted and reduced on its own, on all processors, and its memory given back. Nothing depends on
/// the number of threads. Not thread-safe: it is fed in `deliver`.
package final class PurchaseDayBuilder {
  private let keys: KeyDictionary
  private let zeroAmount: ZeroAmount
  private let currency: Currency
  private var sink = OrderRowSink()
  private var counts: [OrderCounts] = []
  /// Rows of each partition, narrow and wide, when each file began.
  private var fileStarts: [(narrow: [Int], wide: [Int])] = []

  package init(keys: KeyDictionary, currency: Currency, zeroAmount: ZeroAmount = .purchase) {
    self.keys = keys
    self.currency = currency
    self.zeroAmount = zeroAmount
  }

  /// The rows that follow are those of the next file.
  package func beginFile() {
    counts.append(OrderCounts())
    sink.beginFile()
    let partitions = 0..<CustomerPartitions.count
    fileStarts.append(
      (partitions.map { sink.narrow.count($0) }, partitions.map { sink.wide.count($0) }))
  }

  /// Takes the rows of one chunk.
  ///
  /// - Precondition: `beginFile` was called.
  package func append(_ rows: OrderRows) {
    precondition(!counts.isEmpty, "rows belong to a file")
    let accepted = sink.append(rows, file: counts.count - 1)
    counts[counts.count - 1].accepted += accepted
  }

  /// Reduces all rows; the builder is used up.
  ///
  /// - Returns: the purchase days, and what became of the rows of each file.
  package func finish(
    threads: Int? = nil
  ) throws(Diagnostic) -> (days: PurchaseDays, counts: [OrderCounts]) {
    let threads = max(1, threads ?? Workers.processorCount)
    var expansion = sink.expansion
    var added: [[WideRow]] = Array(repeating: [], count: CustomerPartitions.count)
    if !sink.late.isEmpty {
      expansion.resolved = Set(sink.late.map(\.row.order.bits))
      let outcome = OrderResolver.settle(
        early: early(expansion), late: sink.late, files: counts.count)
      sink.forgetLate()
      for (file, more) in outcome.counts.enumerated() {
        counts[file].accepted += more.accepted
        counts[file].merged += more.merged
        counts[file].withdrawn += more.withdrawn
        counts[file].repeated += more.repeated
      }
      for row in outcome.standing { added[sink.partition(row.customer)].append(row) }
    }
    let reduction = PurchaseDayReduction(
      partitions: sink.partitions, narrow: sink.narrow, wide: sink.wide, margins: sink.margins,
      added: added,
      expansion: expansion, zeroAmount: zeroAmount)
    return (try reduction.reduce(keys: keys, currency: currency, threads: threads), counts)
  }

  /// The first rows of orders that came again; the reduction leaves them out.
  private func early(_ expansion: RowExpansion) -> [OrderResolver.Row] {
    var found: [OrderResolver.Row] = []
    let margins = sink.margins
    for partition in 0..<CustomerPartitions.count {
      sink.narrow.forEach(partition) { block, size, position in
        for k in 0..<size where expansion.isResolved(block[k]) {
          var row = expansion.wide(block[k])
          if let margins { row.margin = margins.value(partition, position + k) }
          found.append(.init(file: file(partition, position + k) { $0.narrow }, row: row))
        }
      }
      sink.wide.forEach(partition) { block, size, position in
        for k in 0..<size where expansion.isResolved(block[k]) {
          found.append(.init(file: file(partition, position + k) { $0.wide }, row: block[k]))
        }
      }
    }
    return found
  }

  /// The file that the row at a position of a partition came from.
  private func file(
    _ partition: Int, _ position: Int,
    _ starts: ((narrow: [Int], wide: [Int])) -> [Int]
  ) -> Int {
    (fileStarts.lastIndex { starts($0)[partition] <= position }) ?? 0
  }
}
