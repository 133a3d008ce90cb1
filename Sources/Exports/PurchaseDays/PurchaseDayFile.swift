import Diagnostics
import Tabular
import Values

/// The rows of a file of purchase days on their way into memory.
struct PurchaseDayFile {
  let source: ByteSource
  let layout: FileLayout
  let specs: [ColumnSpec]

  /// Problems that are shown before reading is given up.
  private static let shownProblems = 20

  private struct Row {
    var customer: PackedKey
    var day: PurchaseDay
    var line: Int
  }

  func days(_ currency: Currency) throws(Diagnostics) -> PurchaseDays {
    let keys = KeyDictionary()
    var rows: [Row] = []
    var problems = Diagnostics()
    let hasMargin = specs.count > 6
    do throws(Diagnostic) {
      _ = try TableReader(source, layout, specs, keys: keys).read(
        work: { (_: RowBatch) in },
        deliver: { (batch: RowBatch, _: Void) throws(Diagnostic) in
          for reject in batch.rejects where problems.all.count < Self.shownProblems {
            problems.add(diagnostic(reject))
          }
          for row in 0..<batch.rowCount {
            rows.append(
              Row(
                customer: batch.keys(0)[row],
                day: PurchaseDay(
                  day: batch.int32(1)[row], rows: Int32(batch.int64(2)[row]),
                  orders: Int32(batch.int64(3)[row]), gross: batch.int64(4)[row],
                  returned: batch.int64(5)[row], margin: hasMargin ? batch.int64(6)[row] : .min),
                line: batch.line(row)))
          }
        })
    } catch {
      throw Diagnostics([error])
    }
    try problems.throwIfAny()
    let columns = try sorted(rows, keys, hasMargin: hasMargin)
    let days = PurchaseDays(columns, currency: currency)
    try Diagnostics.one { () throws(Diagnostic) in
      do throws(Diagnostic) { try days.checkSums() } catch {
        throw Diagnostic(
          error.kind, error.code, error.message, at: .init(source.name), help: error.help)
      }
    }
    return days
  }

  private func diagnostic(_ reject: Reject) -> Diagnostic {
    let what = zip(reject.problems, reject.problems.indices).map { problem, _ in
      "\(problem.column.isEmpty ? "row" : problem.column): \(problem.rule.rawValue) '\(problem.found)'"
    }
    return Diagnostic(
      .data, "wrong-row", what.joined(separator: "; "), at: .init(source.name, line: reject.line),
      help: "write the file with this program, or mend the row")
  }

  private func sorted(
    _ rows: [Row], _ keys: KeyDictionary, hasMargin: Bool
  ) throws(Diagnostics) -> PurchaseDays.Columns {
    var customers: [PackedKey] = []
    var numbers: [PackedKey: Int32] = [:]
    let owner = rows.map { row in
      if let number = numbers[row.customer] { return number }
      numbers[row.customer] = Int32(customers.count)
      customers.append(row.customer)
      return Int32(customers.count - 1)
    }
    let byId = keys.order(of: customers)
    var rank = [Int32](repeating: 0, count: customers.count)
    for (place, number) in byId.enumerated() { rank[Int(number)] = Int32(place) }
    let order = rows.indices.sorted {
      (rank[Int(owner[$0])], rows[$0].day.day) < (rank[Int(owner[$1])], rows[$1].day.day)
    }
    var columns = PurchaseDays.Columns(
      customers: keys.texts(of: byId.map { customers[Int($0)] }), starts: [], day: [],
      rows: [], orders: [], gross: [], returned: [], margin: hasMargin ? [] : nil)
    var problems = Diagnostics()
    for (place, index) in order.enumerated() {
      let row = rows[index]
      if place > 0, owner[order[place - 1]] == owner[index] {
        let before = rows[order[place - 1]]
        if before.day.day == row.day.day, problems.all.count < Self.shownProblems {
          problems.add(
            Diagnostic(
              .data, "repeated-day",
              "'\(keys.text(of: row.customer))' has \(Day(number: row.day.day)) twice, "
                + "first in line \(min(before.line, row.line))",
              at: .init(source.name, line: max(before.line, row.line)),
              help: "write one row a customer and day"))
        }
      } else {
        columns.starts.append(place)
      }
      columns.day.append(row.day.day)
      columns.rows.append(row.day.rows)
      columns.orders.append(row.day.orders)
      columns.gross.append(row.day.gross)
      columns.returned.append(row.day.returned)
      columns.margin?.append(row.day.margin)
    }
    columns.starts.append(order.count)
    try problems.throwIfAny()
    return columns
  }
}
