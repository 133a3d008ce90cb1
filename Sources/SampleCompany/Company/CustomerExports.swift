import Values

/// The customers of the CRM, in the encoding and the words of a Chinese one, and the departments.
enum CustomerExports {
  static let header = [
    "客户编号", "客户名称", "客户范围", "客户级别", "地区", "行业", "创建时间", "来源", "负责人", "线索", "意向", "流失去向",
    "合同开始日期", "合同结束日期", "备注",
  ]
  static let departments = ["客服部", "物流部", "财务部", "信息部", "市场部", "销售部", "研发部", "人力资源部"]

  /// Rows to spoil: what is done, the rule that rejects it, the column.
  private static let plan: [(kind: String, rows: Int, rule: String, column: String)] = [
    ("bad_bytes", 3, "encoding", "name"), ("level_outside_scale", 2, "level", "scope"),
    ("empty_id", 2, "required", "customer_id"), ("impossible_date", 2, "date", "acquired_on"),
    ("too_few_columns", 1, "columns", ""),
  ]

  static func customers(_ company: Company) -> ExportWriter {
    var writer = ExportWriter("customers.csv", "customers", .chinese, header: header)
    var random = SampleRandom(company.parameters.seed, .spoiled, 100)
    let plain = company.customers.indices.filter {
      company.customers[$0].stop == nil && !company.customers[$0].isLead
    }
    var hosts = random.sample(plain.count / 8, of: plain)
    var awkward: [Int: String] = [:]
    for name in CustomerName.awkward {
      if let host = hosts.popLast() { awkward[host] = name }
    }
    var spoiled: [Int: Int] = [:]
    for (index, entry) in plan.enumerated() {
      for _ in 0..<entry.rows {
        if let host = hosts.popLast() { spoiled[host] = index }
      }
    }
    let twice = Set(hosts.suffix(4))

    for customer in company.customers {
      var fields = fields(customer, company)
      if let name = awkward[customer.index] {
        fields[1] = name
        writer.expected.plant("awkward_name")
      }
      if let index = spoiled[customer.index] {
        let entry = plan[index]
        switch entry.kind {
        case "bad_bytes": fields[1] += ExportWriter.badByte
        case "level_outside_scale": fields[2] = "partner"
        case "empty_id": fields[0] = ""
        case "impossible_date": fields[6] = "2024-02-31 10:00:00"
        default: fields.removeLast(6)
        }
        writer.reject(entry.rule, entry.column, kind: entry.kind)
        writer.row(fields)
        continue
      }
      writer.row(fields)
      writer.expected.accepted += 1
      if twice.contains(customer.index) {
        fields[8] = "王敏"
        writer.row(fields)
        writer.expected.merged += 1
        writer.expected.plant("customer_twice")
      }
    }
    return writer
  }

  private static func fields(_ customer: SampleCustomer, _ company: Company) -> [String] {
    var random = SampleRandom(company.parameters.seed, .customer, customer.index, 2)
    let name = CustomerName.draw(
      &random, region: customer.region, segment: customer.segment, industry: customer.industry)
    let known = Samples.first.adding(days: Int(customer.acquired) - random.within(0...20))
    let clock = OrderRow.clock(Int32(random.within(9 * 3600...18 * 3600)))
    let rival =
      customer.stop != nil && random.happens(0.3)
      ? random.one(of: ["恒测仪器", "Aquametrix"]) : ""
    let contract = ServiceContract(customer, company.parameters)
    let remark = random.happens(0.03) ? random.one(of: remarks) : ""
    return [
      customer.id, name, "external", customer.segment.rawValue, customer.region.rawValue,
      customer.industry.rawValue, "\(known.iso) \(clock)", customer.source, customer.owner,
      customer.isLead ? "yes" : "no", customer.isLead && customer.hasIntent ? "yes" : "no", rival,
      contract?.first.iso ?? "", contract?.last.iso ?? "", remark,
    ]
  }

  private static let remarks = [
    "每季度拜访一次，联系人：采购部", "要求开具增值税专用发票, 随货同行", "实验室搬迁\n新地址待确认",
    "Prefers e-mail; invoice to \"Accounts\"",
  ]

  static func departments(_ parameters: Parameters) -> ExportWriter {
    var writer = ExportWriter(
      "departments.csv", "customers",
      header: ["customer_id", "name", "scope", "segment", "region", "acquired_on"])
    for (index, name) in departments.enumerated() {
      writer.row(["D0\(index + 1)", name, "internal", "内部部门", "华东", "2023-06-01"])
      writer.expected.accepted += 1
    }
    return writer
  }
}
