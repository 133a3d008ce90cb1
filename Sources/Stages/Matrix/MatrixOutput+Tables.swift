package import Pipeline
package import Values

extension MatrixOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers",
        Phrase(
          "One row a customer with both values; none where an axis is an answer of a person",
          "两轴均有值的客户每位一行；含个人作答的维度不列名单"), customerHeads),
      ResultTable("fields", Phrase("One row a field", "每个象限一行"), fieldHeads(currency)),
      ResultTable(
        "axes", Phrase("What the axes measure, and where they are cut", "各轴的含义与分界"), axisHeads),
    ]
  }

  private static var customerHeads: [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("field", .text, Phrase("high or low to the right, then upward", "先横轴后纵轴的高低")),
      ColumnHead(
        "x", .ratio,
        Phrase("Value on the axis to the right, money in whole units", "横轴数值（金额以货币单位计）")),
      ColumnHead("y", .ratio, Phrase("Value on the axis upward", "纵轴数值")),
    ]
  }

  private static func fieldHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("field", .text, Phrase("high or low to the right, then upward", "先横轴后纵轴的高低")),
      ColumnHead("name", .text, Phrase("What the field is called, in English", "象限的英文名称")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead(
        "customer_share", .share, Phrase("Share of the customers in the matrix", "占矩阵内客户的比例")),
      ColumnHead("revenue", .money(currency), Phrase("Revenue of the months", "期间收入")),
      ColumnHead("revenue_share", .share, Phrase("Share of revenue", "收入占比")),
      ColumnHead("orders", .count, Phrase("Orders of the months", "期间订单数")),
      ColumnHead("potential", .money(currency), Phrase("Value to come", "未来价值")),
    ]
  }

  private static var axisHeads: [ColumnHead] {
    [
      ColumnHead("axis", .text, Phrase("x or y", "横轴或纵轴")),
      ColumnHead("measures", .text, Phrase("What it measures", "衡量内容")),
      ColumnHead("rule", .text, Phrase("How it is cut", "分界规则")),
      ColumnHead("cut", .ratio, Phrase("Where it is cut, money in whole units", "分界值（金额以货币单位计）")),
    ]
  }

  package func table(_ name: String) -> DataTable {
    guard let declared = MatrixOutput.tables(input.currency).first(where: { $0.name == name })
    else { preconditionFailure("matrix has no table '\(name)'") }
    switch name {
    case "customers":
      return DataTable(name: name, heads: declared.heads, columns: customerColumns)
    case "fields":
      var rows = ResultRows(declared.heads)
      for field in MatrixField.ordered { rows.add(cells(field)) }
      return rows.table(name)
    default:
      var rows = ResultRows(declared.heads)
      for (axis, measures, rule, cut) in [
        ("x", x, settings.xCut, xCut), ("y", y, settings.yCut, yCut),
      ] {
        rows.add([
          .text(axis), .text(measures.rawValue), .text(rule.echoed.line),
          .number(measures != .satisfaction || tellsCuts ? cut : nil),
        ])
      }
      return rows.table(name)
    }
  }

  private var customerColumns: [ColumnValues] {
    let shown = mayList ? field.indices.filter { field[$0] >= 0 } : []
    var ids = TextColumn()
    input.customers.bytes.withUnsafeBufferPointer { bytes in
      for row in shown {
        let range = input.customers.offsets[row]..<input.customers.offsets[row + 1]
        ids.append(UnsafeBufferPointer(rebasing: bytes[range]))
      }
    }
    return [
      .text(ids),
      .category(shown.map { Int32(field[$0]) }, labels: MatrixField.allCases.map(\.id)),
      .number(shown.map { xValues[$0] }), .number(shown.map { yValues[$0] }),
    ]
  }

  /// The share of the revenue of all in the matrix; nil where it would not be a share.
  func revenueShare(_ sum: Sum) -> Double? {
    guard revenue > 0, (0...revenue).contains(sum.revenue) else { return nil }
    return Double(sum.revenue) / Double(revenue)
  }

  func customerShare(_ sum: Sum) -> Double? {
    placed > 0 ? Double(sum.customers) / Double(placed) : nil
  }

  private func cells(_ field: MatrixField) -> [ResultRows.Cell] {
    let sum = sum(field)
    let isTold = tells(field)
    let hasRevenue = tellsRevenue(field)
    return [
      .text(field.id), .text(meaning(field).name.english), .count(isTold ? sum.customers : nil),
      .number(isTold ? customerShare(sum) : nil), .money(hasRevenue ? sum.revenue : nil),
      .number(hasRevenue ? revenueShare(sum) : nil),
      .count(hasRevenue ? Int(sum.orders) : nil),
      .money(hasRevenue && input.potential != nil ? sum.potential : nil),
    ]
  }
}
