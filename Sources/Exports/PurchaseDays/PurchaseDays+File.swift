package import Diagnostics
package import Tabular
package import Values

extension PurchaseDays {
  /// The header of the file form; `margin` only where some export has one.
  static let fileColumns = [
    "customer_id", "day", "rows", "orders", "gross", "returned", "margin",
  ]

  /// Writes the file form: one row a customer and day, customers by the bytes of their ids.
  package func write(
    to path: String, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    let writer = try CSVWriter(path, options: options)
    try writer.writeHeader(Array(Self.fileColumns.prefix(hasMargin ? 7 : 6)))
    // Pieces bound the memory: plain columns are larger than the days themselves.
    let step = 50_000
    for first in stride(from: 0, to: customerCount, by: step) {
      let piece = filePiece(first..<min(customerCount, first + step))
      try writer.writeRows(piece, count: piece.first?.count ?? 0)
    }
    try writer.close()
  }

  private func filePiece(_ range: Range<Int>) -> [ColumnValues] {
    var ids = TextColumn()
    var day: [Int32] = []
    var rows: [Int64] = []
    var orders: [Int64] = []
    var gross: [Int64] = []
    var returned: [Int64] = []
    var margin: [Int64] = []
    for customer in range {
      let id = customers[customer]
      for position in days(of: customer) {
        let found = self[position]
        ids.append(id)
        day.append(found.day)
        rows.append(Int64(found.rows))
        orders.append(Int64(found.orders))
        gross.append(found.gross)
        returned.append(found.returned)
        margin.append(found.margin)
      }
    }
    var columns: [ColumnValues] = [
      .text(ids), .day(day), .integer(rows), .integer(orders), .money(gross, currency),
      .money(returned, currency),
    ]
    if hasMargin { columns.append(.money(margin, currency)) }
    return columns
  }

  /// Reads the file form, in any order of rows; nothing in it may be wrong.
  ///
  /// - Throws: every missing column, or the first rows that are wrong, with their lines.
  package static func read(_ path: String, currency: Currency) throws(Diagnostics) -> PurchaseDays {
    let source: ByteSource
    let layout: FileLayout
    do throws(Diagnostic) {
      source = try ByteSource.open(path)
      layout = try Sniffer.layout(of: source)
    } catch {
      throw Diagnostics([error])
    }
    let map = try HeaderMap(
      fields: fileColumns.map { .init($0, isRequired: $0 != "margin") }, header: layout.header,
      file: source.name, line: layout.headerLine)
    let counts = ColumnSpec.Kind.integer(range: 0...Int64(Int32.max))
    let amounts = ColumnSpec.Kind.money(currency, range: 0 ... .max)
    let kinds: [ColumnSpec.Kind] = [
      .key, .day(.asWritten), counts, counts, amounts, amounts, .money(currency, range: nil),
    ]
    let specs = zip(fileColumns, kinds).compactMap { name, kind in
      map.column(of: name).map {
        ColumnSpec(name, kind, at: $0, isRequired: name != "margin")
      }
    }
    return try PurchaseDayFile(source: source, layout: layout, specs: specs).days(currency)
  }
}
