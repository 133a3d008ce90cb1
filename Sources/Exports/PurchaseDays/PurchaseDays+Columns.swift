package import Values

extension PurchaseDays {
  /// The days as plain columns, customer by customer: for the store and for files.
  package struct Columns: Sendable, Equatable {
    package var customers: TextColumn
    /// `customers.count + 1` positions into the day columns.
    package var starts: [Int]
    package var day: [Int32]
    package var rows: [Int32]
    package var orders: [Int32]
    package var gross: [Int64]
    package var returned: [Int64]
    /// `Int64.min` where a day has none; nil where no export has one.
    package var margin: [Int64]?

    package init(
      customers: TextColumn, starts: [Int], day: [Int32], rows: [Int32], orders: [Int32],
      gross: [Int64], returned: [Int64], margin: [Int64]?
    ) {
      self.customers = customers
      self.starts = starts
      self.day = day
      self.rows = rows
      self.orders = orders
      self.gross = gross
      self.returned = returned
      self.margin = margin
    }
  }

  package var columns: Columns {
    var made = Columns(
      customers: customers, starts: [0], day: [], rows: [], orders: [], gross: [], returned: [],
      margin: hasMargin ? [] : nil)
    for customer in 0..<customerCount {
      for position in days(of: customer) {
        let day = self[position]
        made.day.append(day.day)
        made.rows.append(day.rows)
        made.orders.append(day.orders)
        made.gross.append(day.gross)
        made.returned.append(day.returned)
        made.margin?.append(day.margin)
      }
      made.starts.append(made.day.count)
    }
    return made
  }

  /// Days that were kept as plain columns.
  ///
  /// Rows are counted by day alone: which of them were returns or of amount zero is not known any
  /// more, so `totals` has only rows, days and the first and last day.
  ///
  /// - Precondition: customers ascend by the bytes of their ids, the days of each rise.
  package init(_ columns: Columns, currency: Currency) {
    self.init(currency: currency)
    customers = columns.customers
    starts = columns.starts.dropLast().map { UInt32($0) }
    ends = columns.starts.dropFirst().map { UInt32($0) }
    margins = columns.margin
    packed.reserveCapacity(columns.day.count)
    for position in columns.day.indices {
      let day = PurchaseDay(
        day: columns.day[position], rows: columns.rows[position],
        orders: columns.orders[position], gross: columns.gross[position],
        returned: columns.returned[position])
      let small = PackedDay(day)
      packed.append(small)
      if small.isRich { rich.append(RichDay(position, day)) }
      totals.rows += Int(day.rows)
    }
    totals.days = columns.day.count
    totals.firstDay = columns.day.min()
    totals.lastDay = columns.day.max()
  }
}
