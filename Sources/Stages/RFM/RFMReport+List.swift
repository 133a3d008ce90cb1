import Report
import Values

extension RFMReport {
  /// The most customers that a list page carries; the CSV of the pack has them all.
  private static let listed = 50_000

  /// All customers with their scores, to be filtered; by amount, greatest first, then by id.
  var listPage: Page? {
    guard output.count > 0 else { return nil }
    let amounts = output.input.monetary
    let order = (0..<output.count).sorted { (-amounts[$0], $0) < (-amounts[$1], $1) }
    let currency = output.input.currency
    let rows = order.prefix(Self.listed).map { index -> [ReportTable.Cell] in
      [
        .text(wording.person(output.input.customers[index], .customer)),
        .text(wording(output.segments[Int(output.segment[index])].name)),
        .number(Double(output.score(.recency, index))),
        .number(Double(output.score(.frequency, index))),
        .number(Double(output.score(.monetary, index))),
        .number(Double(output.recency[index])), .number(Double(output.input.orders[index])),
        .number(currency.major(amounts[index])),
      ]
    }
    let score = NumberStyle(.score, decimals: 0)
    let table = ReportTable(
      id: "\(step)_customers", title: wording(RFMPhrases.listTitle),
      columns: [
        .init(wording(RFMPhrases.customer), .text), .init(wording(RFMPhrases.segment), .text),
        .init("R", score), .init("F", score), .init("M", score),
        .init(wording(RFMPhrases.recencyDays), .days), .init(wording(RFMPhrases.orders), .count),
        .init(wording(RFMPhrases.revenue), .money(currency)),
      ], rows: rows, totalRows: output.count)
    return Page(
      anchor: "\(step)-list", title: wording(RFMPhrases.listTitle),
      question: wording(RFMPhrases.listQuestion),
      headline: wording(RFMPhrases.listHeadline, ["customers": .count(output.count)]),
      blocks: [.table(table)])
  }
}
