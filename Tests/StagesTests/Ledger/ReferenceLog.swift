import Exports
import Foundation
import Values

/// A reference log beside the repository, reduced to purchase days by a second, plain route.
enum ReferenceLog {
  /// `id,date,cds,value`, days as `YYYY-MM-DD` or `YYYYMMDD`; nil where the file is not there.
  static let cdnow: PurchaseDays? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(
      path: "../shared/reference/data/cdnow_master_transactions.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    struct Key: Hashable {
      var customer: String
      var day: Int32
    }
    var rows: [Key: (rows: Int32, gross: Int64)] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, let day = Day(iso: fields[1]), let amount = Double(fields[3]) else {
        return nil
      }
      let key = Key(customer: String(fields[0]), day: day.number)
      let old = rows[key] ?? (0, 0)
      rows[key] = (old.rows + 1, old.gross + Int64((amount * 100).rounded()))
    }
    let sorted = rows.sorted {
      $0.key.customer == $1.key.customer
        ? $0.key.day < $1.key.day
        : $0.key.customer.utf8.lexicographicallyPrecedes($1.key.customer.utf8)
    }
    var customers = TextColumn()
    var starts = [0]
    for (index, entry) in sorted.enumerated() {
      if index == 0 || sorted[index - 1].key.customer != entry.key.customer {
        if index > 0 { starts.append(index) }
        customers.append(entry.key.customer)
      }
    }
    starts.append(sorted.count)
    return PurchaseDays(
      PurchaseDays.Columns(
        customers: customers, starts: starts, day: sorted.map(\.key.day),
        rows: sorted.map(\.value.rows), orders: sorted.map(\.value.rows),
        gross: sorted.map(\.value.gross), returned: sorted.map { _ in 0 }, margin: nil),
      currency: .cny)
  }()
}
