package import Tabular

/// The rows of one chunk of an order export, borrowed for one call; all columns have `count` rows.
package struct OrderRows {
  package enum Dates {
    /// Local days since 1970-01-01.
    case days(UnsafeBufferPointer<Int32>)
    /// Local seconds since 1970-01-01T00:00:00.
    case instants(UnsafeBufferPointer<Int64>)
  }

  package var count: Int
  package var customer: UnsafeBufferPointer<PackedKey>
  /// nil where the export has no order ids: every row counts, nothing merges.
  package var order: UnsafeBufferPointer<PackedKey>?
  /// The line of the order, or without it the product; nil where there is neither, or where a row
  /// is a whole order.
  package var line: UnsafeBufferPointer<PackedKey>?
  package var dates: Dates
  /// Minor units of the base currency.
  package var amount: UnsafeBufferPointer<Int64>
  /// Minor units, `Int64.min` where a row has none; nil where the export has no margin.
  package var margin: UnsafeBufferPointer<Int64>?
  /// Which rows count; nil for all.
  package var keeps: [Bool]?

  package init(
    count: Int, customer: UnsafeBufferPointer<PackedKey>,
    order: UnsafeBufferPointer<PackedKey>? = nil, line: UnsafeBufferPointer<PackedKey>? = nil,
    dates: Dates, amount: UnsafeBufferPointer<Int64>, margin: UnsafeBufferPointer<Int64>? = nil,
    keeps: [Bool]? = nil
  ) {
    self.count = count
    self.customer = customer
    self.order = order
    self.line = line
    self.dates = dates
    self.amount = amount
    self.margin = margin
    self.keeps = keeps
  }
}

/// What became of the rows of one file that passed the reader and the filter.
package struct OrderCounts: Sendable, Equatable {
  /// Rows whose key was not current before.
  package var accepted = 0
  /// Rows whose key was current: they replaced it.
  package var merged = 0
  /// Current rows of orders that this file contains and no longer lists.
  package var withdrawn = 0
  /// Of the merged rows those whose key came earlier in the same file.
  package var repeated = 0

  package init(accepted: Int = 0, merged: Int = 0, withdrawn: Int = 0, repeated: Int = 0) {
    self.accepted = accepted
    self.merged = merged
    self.withdrawn = withdrawn
    self.repeated = repeated
  }
}
