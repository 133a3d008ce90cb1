import Exports
import Pipeline
import Values

extension QualityOutput {
  static let duplicateTables = [
    ResultTable(
      "duplicates", Phrase("Customers that may be one, one row each", "疑似重复客户，每行一个客户"),
      duplicateHeads),
    ResultTable(
      "duplicate_pairs", Phrase("Two customers and the keys that they share", "两两客户及其相同的键"),
      pairHeads),
    ResultTable(
      "merge_map",
      Phrase(
        "Merges in force and proposed, in the form that a pipeline reads back",
        "已生效与建议的客户合并，可直接作为合并表读回"), mergeHeads),
  ]

  private static let duplicateHeads = [
    ColumnHead("group", .count, Phrase("Number of the group", "组号")),
    ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
    ColumnHead("name", .text, Phrase("Name as exported", "客户名称（原文）"), personal: .name),
    ColumnHead(
      "keys", .text, Phrase("Keys shared, each with a customer", "相同的键及对应客户"), personal: .name),
    ColumnHead("first_day", .day, Phrase("Day of the first order row", "首个订单行日期")),
    ColumnHead("last_day", .day, Phrase("Day of the last order row", "最近订单行日期")),
    ColumnHead("rows", .count, Phrase("Order rows", "订单行数")),
    ColumnHead(
      "merge_into", .text, Phrase("Customer to merge it into", "建议并入的客户"), personal: .customer),
  ]

  private static let pairHeads = [
    ColumnHead("group", .count, Phrase("Number of the group", "组号")),
    ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
    ColumnHead("name", .text, Phrase("Name as exported", "客户名称（原文）"), personal: .name),
    ColumnHead("other_id", .text, Phrase("The other customer", "另一客户编号"), personal: .customer),
    ColumnHead(
      "other_name", .text, Phrase("Name of the other customer", "另一客户名称（原文）"), personal: .name),
    ColumnHead("keys", .text, Phrase("Keys that both share", "两者相同的键")),
  ]

  private static let mergeHeads = [
    ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
    ColumnHead(
      "merge_into", .text, Phrase("Customer it stands under", "并入的客户编号"), personal: .customer),
    ColumnHead(
      "reason", .text, Phrase("In force, or the keys shared", "已生效，或相同的键"), personal: .name),
    ColumnHead("name", .text, Phrase("Name as exported", "客户名称（原文）"), personal: .name),
    ColumnHead(
      "merge_into_name", .text, Phrase("Name of that customer", "并入客户的名称（原文）"), personal: .name),
    ColumnHead(
      "rows", .count,
      Phrase("Its rows: all once in force, of orders before", "该客户的行数：已生效为全部，建议为订单行")),
  ]

  var duplicateTable: DataTable {
    var rows = ResultRows(Self.duplicateHeads)
    for member in duplicates.members {
      rows.add([
        .count(member.group), .text(member.customer), .text(member.name), .text(member.reason),
        .day(member.activity.first), .day(member.activity.last), .count(member.activity.rows),
        .text(member.target ?? ""),
      ])
    }
    return rows.table("duplicates")
  }

  var pairTable: DataTable {
    var rows = ResultRows(Self.pairHeads)
    for pair in duplicates.pairs {
      rows.add([
        .count(pair.group), .text(pair.left), .text(pair.leftName), .text(pair.right),
        .text(pair.rightName), .text(pair.keys.map(\.rawValue).joined(separator: "; ")),
      ])
    }
    return rows.table("duplicate_pairs")
  }

  /// First what is in force, so that the whole list can take the place of the map.
  var mergeTable: DataTable {
    var rows = ResultRows(Self.mergeHeads)
    for merged in duplicates.merged {
      rows.add([
        .text(merged.customer), .text(merged.target), .text("in force"), .text(merged.name),
        .text(merged.targetName), .count(merged.rows),
      ])
    }
    let names = Dictionary(duplicates.members.map { ($0.customer, $0.name) }) { first, _ in first }
    for member in duplicates.members {
      guard let target = member.target else { continue }
      rows.add([
        .text(member.customer), .text(target), .text(member.reason), .text(member.name),
        .text(names[target] ?? ""), .count(member.activity.rows),
      ])
    }
    return rows.table("merge_map")
  }
}

extension CustomerDuplicates.Member {
  /// `tax_number (C-4); phone (C-9)`.
  fileprivate var reason: String {
    ties.map { "\($0.key.rawValue) (\($0.other))" }.joined(separator: "; ")
  }
}
