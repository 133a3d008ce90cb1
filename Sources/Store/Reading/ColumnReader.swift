import GRDB
import Values

/// Collects one column of a query, value by value, in the form in which it was put in.
final class ColumnReader {
  private let kind: FactColumn.Kind
  private let ids: IdTexts
  private var integers: [Int64] = []
  private var days: [Int32] = []
  private var numbers: [Double] = []
  private var texts = TextColumn()
  private var codes: [Int32] = []
  private var labels = ByteTable()

  /// - Parameter ids: the texts of the codes, for a column of ids; looking them up in memory costs
  ///   less than a join.
  init(_ kind: FactColumn.Kind, ids: IdTexts) {
    self.kind = kind
    self.ids = ids
  }

  func take(_ row: BulkStatement, at column: Int32) throws {
    let isNull = row.isNull(column)
    switch kind {
    case .integer, .money, .instant:
      integers.append(isNull ? .min : row.integer(column))
    case .day:
      days.append(isNull ? .min : Int32(truncatingIfNeeded: row.integer(column)))
    case .number:
      numbers.append(isNull ? .nan : row.number(column))
    case .text:
      texts.append(row.text(column))
    case .id:
      try ids.append(isNull ? nil : row.integer(column), to: &texts)
    case .category:
      codes.append(isNull ? -1 : Int32(labels.index(of: row.text(column)).index))
    }
  }

  var values: ColumnValues {
    switch kind {
    case .integer: .integer(integers)
    case .money(let currency): .money(integers, currency)
    case .instant: .instant(integers)
    case .day: .day(days)
    case .number: .number(numbers)
    case .text, .id: .text(texts)
    case .category: sortedCategories
    }
  }

  /// Labels bytewise ascending: the order in which rows came leaves no trace.
  private var sortedCategories: ColumnValues {
    let names = labels.entries
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var place = [Int32](repeating: 0, count: names.count)
    for (position, label) in order.enumerated() { place[label] = Int32(position) }
    return .category(
      codes.map { $0 < 0 ? -1 : place[Int($0)] }, labels: order.map { names[$0] })
  }
}
