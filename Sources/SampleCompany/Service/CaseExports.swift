import Values

/// Complaints and requests of customers, and requests between departments.
enum CaseExports {
  private static let categories = [
    "delivery", "product", "invoice", "calibration", "installation", "other",
  ]
  private static let shares = [0.24, 0.2, 0.12, 0.2, 0.14, 0.1]

  static func external(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "cases.csv", "cases",
      header: [
        "case_id", "customer_id", "kind", "category", "opened_at", "responded_at", "resolved_at",
        "sla_hours", "rating",
      ])
    let parameters = company.parameters
    let count = max(24, company.buyers / 2)
    var rows: [(opened: Int, fields: [String])] = []
    for index in 0..<count {
      var random = SampleRandom(parameters.seed, .cases, index)
      let customer = company.customers[random.below(company.buyers)]
      let problem = parameters.deliveryProblemFrom - Samples.first
      var day = min(Int(customer.acquired) + random.below(Samples.days), Samples.days - 1)
      var category = categories[random.index(byWeight: shares)]
      var kind = ["enquiry", "request", "complaint"][random.index(byWeight: [0.4, 0.35, 0.25])]
      if customer.region == .south, random.happens(0.4) {
        day = problem - 10 + random.below(Samples.days - problem + 10)
        (category, kind) = ("delivery", "complaint")
      }
      let isSlow = category == "delivery" && day >= problem - 10
      rows.append(times(day, sla: 24, isSlow ? 2.2 : 0.7, [customer.id, kind, category], &random))
    }
    write(rows, prefix: "T", column: 4, to: &writer)
    return writer
  }

  static func between(_ company: Company) -> ExportWriter {
    var writer = ExportWriter(
      "cases-internal.csv", "cases",
      header: [
        "case_id", "provider", "consumer", "kind", "category", "opened_at", "responded_at",
        "resolved_at", "sla_hours", "rating",
      ])
    let departments = CustomerExports.departments
    var rows: [(opened: Int, fields: [String])] = []
    for index in 0..<300 {
      var random = SampleRandom(company.parameters.seed, .cases, index, 1)
      let provider = random.below(departments.count)
      let consumer = (provider + 1 + random.below(departments.count - 1)) % departments.count
      let isSlow = departments[provider] == ServqualExports.weakDepartment
      rows.append(
        times(
          random.below(Samples.days), sla: 8, isSlow ? 3.5 : 0.6,
          [
            departments[provider], departments[consumer], "request",
            random.one(of: ["合同", "数据", "权限", "报销", "采购"]),
          ],
          &random))
    }
    write(rows, prefix: "N", column: 5, to: &writer)
    return writer
  }

  /// A case that takes about `pace` times the promised hours; open ones have no end.
  private static func times(
    _ day: Int, sla: Int, _ pace: Double, _ what: [String], _ random: inout SampleRandom
  ) -> (opened: Int, fields: [String]) {
    let opened = day * 86_400 + random.within(8 * 3600...18 * 3600)
    let hours = Double(sla)
    let responded = opened + 300 + Int(0.2 * hours * 3600 * random.exponential())
    let resolved = responded + 600 + Int(hours * pace * 3600 * random.gamma(2) / 2)
    let end = Samples.days * 86_400
    let isOpen = resolved >= end || random.happens(0.02)
    let inTime = resolved - opened <= sla * 3600
    let rating = random.answer(around: inTime ? 4.1 : 2.7, spread: 0.8, on: 1...5)
    let isRated = !isOpen && random.happens(0.6)
    return (
      opened,
      what + [
        stamp(opened), responded < end ? stamp(responded) : "", isOpen ? "" : stamp(resolved),
        String(sla), isRated ? String(rating) : "",
      ]
    )
  }

  private static func stamp(_ seconds: Int) -> String {
    "\(Samples.first.adding(days: seconds / 86_400).iso)T\(OrderRow.clock(Int32(seconds % 86_400)))"
  }

  private static func write(
    _ rows: [(opened: Int, fields: [String])], prefix: String, column: Int,
    to writer: inout ExportWriter
  ) {
    let sorted = rows.enumerated().sorted {
      ($0.element.opened, $0.offset) < ($1.element.opened, $1.offset)
    }
    for (number, row) in sorted.enumerated() {
      var fields = ["\(prefix)\(100_001 + number)"] + row.element.fields
      if number == 11 {
        fields[column] = "2024-06-31T09:00:00"
        writer.reject("date", "opened_at", kind: "impossible_date")
      } else if number == 19 {
        fields[fields.count - 1] = "6"
        writer.reject("range", "rating", kind: "level_outside_scale")
      } else {
        writer.expected.accepted += 1
      }
      writer.row(fields)
    }
  }
}
