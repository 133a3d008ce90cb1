import Report
import Values

extension TiersReport {
  /// The most customers that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  /// All customers with class and stars, to be filtered; by amount, greatest first, then by id.
  var listPage: Page? {
    guard output.count > 0 else { return nil }
    let amounts = output.amounts
    let order = StableOrder(descending: amounts).positions.prefix(Self.listed).map(Int.init)
    let none = ReportTable.Cell.missing(wording(P.none))
    let unknown = ReportTable.Cell.missing(wording(P.unknown))
    let hasWindow = output.input.hasWindow
    let rows = order.map { row -> [ReportTable.Cell] in
      let tier = Int(output.classes.index[row])
      let standing = output.input.months.standing[row]
      let next = output.classes.toNext[row]
      let cumulative = output.classes.cumulative[row]
      return [
        .text(wording.person(output.input.months.customers[row], .customer)),
        tier >= 0 ? .text(ValueClasses.name(tier)) : none,
        hasWindow ? .text(starName(standing.level)) : unknown, .number(major(amounts[row])),
        cumulative.isFinite ? .number(cumulative) : none,
        next == .min ? none : .number(major(next)),
        hasWindow ? (standing.toNext < 0 ? none : .number(Double(standing.toNext))) : unknown,
        .text(output.keyReasons[row] != 0 ? "●" : ""),
      ]
    }
    let table = ReportTable(
      id: "\(step)_customers", title: wording(P.listTitle),
      columns: [
        .init(wording(P.customer), .text), .init(wording(P.tier), .text),
        .init(wording(P.stars), .text), .init(wording(P.money), money),
        .init(wording(P.moneyShare), .share), .init(wording(P.toNext), money),
        .init(wording(P.toStar), .count), .init(wording(P.keyAccount), .text),
      ], rows: rows, totalRows: output.count)
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(output.count)]),
      blocks: [.table(table)])
  }
}
