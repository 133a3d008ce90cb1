import Values

/// Writes the lines of one document into a quarterly file.
struct OrderRow {
  private let id: String
  private let customer: String
  private let time: String
  private let currency: String
  private let channel: String
  private let status: String

  init(_ book: OrderBook, _ index: Int, _ dayTexts: [String], _ quarter: Int) {
    let head = book.heads[index]
    id = book.id(index)
    customer = book.company.customer(head.customer).id
    let day = Day(number: head.day)
    time =
      "\(dayTexts[day - Samples.first])T\(Self.clock(head.second))"
      + (quarter == 5 ? "+08:00" : "")
    currency = book.currency(head).rawValue
    channel = book.channel(head)
    switch head.kind {
    case .cancelled: status = "cancelled"
    case .returned: status = "returned"
    case .purchase:
      status = Samples.lastDay(ofQuarter: quarter) - day < 5 ? "shipped" : "completed"
    }
  }

  static func clock(_ second: Int32) -> String {
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  func write(_ line: OrderLine, to writer: inout ExportWriter) {
    writer.field(id)
    writer.field(Int64(line.number))
    writer.field(customer)
    writer.field(time)
    writer.field(line.product)
    writer.field(line.quantity)
    writer.field(hundredths: line.unitPrice)
    writer.field(hundredths: line.amount)
    writer.field(currency)
    writer.field(channel)
    writer.field(hundredths: line.margin)
    writer.field(status)
    writer.endRow()
  }

  func write(_ line: OrderLine, spoiled kind: SpoiledRow?, to writer: inout ExportWriter) {
    guard let kind else { return write(line, to: &writer) }
    var fields = [
      id, String(line.number), customer, time, line.product, String(line.quantity),
      ExportWriter.decimal(line.unitPrice), ExportWriter.decimal(line.amount), currency, channel,
      ExportWriter.decimal(line.margin), status,
    ]
    switch kind {
    case .badDate: fields[3] = "not-a-date"
    case .impossibleDate: fields[3] = "\(time.prefix(4))-02-30T09:15:00"
    case .emptyDate: fields[3] = ""
    case .emptyCustomer: fields[2] = ""
    case .emptyAmount: fields[7] = ""
    case .amountNotANumber: fields[7] += ".5"
    case .quantityNotANumber: fields[5] = "two"
    case .tooFewColumns: fields.removeLast(5)
    case .tooManyColumns: fields += ["", "moved"]
    case .unknownCurrency: fields[8] = "元"
    case .currencyWithoutRate: fields[8] = "GBP"
    case .threeDecimals: fields[7] += "5"
    case .quotedNewline: fields[4] = "\(line.product)\n(replacement)"
    case .dayWithoutRate, .duplicatedLine: break
    }
    writer.row(fields)
  }
}
