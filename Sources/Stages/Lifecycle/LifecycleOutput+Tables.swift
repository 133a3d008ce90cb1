package import Pipeline
package import Values

extension LifecycleOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("One row a customer: class and reason", "每位客户一行：类别与理由"),
        LifecycleColumns.customers(currency)),
      ResultTable(
        "classes", Phrase("One row a class", "每类一行"), LifecycleColumns.classes(currency)),
      ResultTable(
        "flows", Phrase("From the classes of the earlier date to those of now", "前期类别至现类别的流向"),
        LifecycleColumns.flows(currency)),
    ]
  }

  package func table(_ name: String) -> DataTable {
    switch name {
    case "customers":
      DataTable(
        name: name, heads: LifecycleColumns.customers(input.currency), columns: customerColumns)
    case "classes": classTable
    case "flows": flowTable
    default: preconditionFailure("lifecycle has no table '\(name)'")
    }
  }

  private var customerColumns: [ColumnValues] {
    let currency = input.currency
    let indices = 0..<count
    let rows = indices.map { row($0).flatMap { $0.bought ? $0 : nil } }
    let owners = input.flags.owner
    return [
      .text(input.customers),
      .category(indices.map { Int32(classIndex($0)) }, labels: classes.map(\.id)),
      .category(rule, labels: rules.map(\.symbols)),
      .category(
        indices.map { input.hasEarlier ? Int32(classBefore($0) ?? -1) : -1 },
        labels: classes.map(\.id)),
      .day(rows.map { $0?.firstDay ?? .min }), .day(rows.map { $0?.lastDay ?? .min }),
      .integer(rows.map { Int64($0?.days ?? 0) }),
      .integer(indices.map { rows[$0] == nil ? .min : Int64(states[$0].wait) }),
      .number(states.map(\.gap)),
      .category(
        states.map { $0.gap.isNaN ? -1 : $0.isOwnGap ? 0 : 1 }, labels: ["own", "all"]),
      .number(states.map(\.waits)),
      .day(indices.map { silentFrom($0)?.number ?? .min }),
      .money(rows.map { $0?.amount ?? .min }, currency),
      .money(rows.map { $0?.year ?? .min }, currency),
      .number(input.alive ?? [Double](repeating: .nan, count: count)),
      .text(TextColumn(input.row.map { $0 < 0 ? "" : owners?.text(Int($0)) ?? "" })),
    ]
  }

  private var classTable: DataTable {
    var table = ResultRows(LifecycleColumns.classes(input.currency))
    for (index, sum) in sums.enumerated() {
      table.add([
        .text(classes[index].id), .count(sum.customers),
        .number(count > 0 ? Double(sum.customers) / Double(count) : nil),
        .count(input.hasEarlier ? before[index] : nil), .money(sum.amount), .money(sum.year),
        .number(sum.buyers > 0 ? Double(sum.wait) / Double(sum.buyers) : nil),
      ])
    }
    return table.table("classes")
  }

  private var flowTable: DataTable {
    var table = ResultRows(LifecycleColumns.flows(input.currency))
    for (from, row) in flows.enumerated() {
      for (to, sum) in row.enumerated() {
        table.add([
          .text(from < classes.count ? classes[from].id : LifecycleClass.notYet.id),
          .text(classes[to].id), .count(sum.customers),
          .number(before[from] > 0 ? Double(sum.customers) / Double(before[from]) : nil),
          .money(sum.year),
        ])
      }
    }
    return table.table("flows")
  }
}
