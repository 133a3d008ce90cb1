package import Pipeline
import Statistics
package import Values

extension MigrationOutput {
  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "customers", Phrase("One row a customer: states at both dates", "每位客户一行：两个日期的状态"),
        customerHeads(currency)),
      ResultTable(
        "moves", Phrase("One row a cell: from, to, customers", "每个流向一行"), moveHeads(currency)),
      ResultTable(
        "tests", Phrase("Whether the whole has changed", "整体变化检验"), testHeads),
    ]
  }

  private static func customerHeads(_ currency: Currency) -> [ColumnHead] {
    var heads = [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead(
        "amount", .money(currency), Phrase("Amount up to the as-of date", "截至截止日的金额")),
    ]
    let titles: [(MigrationScheme, Phrase, Phrase)] = [
      (.rfm, Phrase("Segment", "分层"), Phrase("Segment at the earlier date", "前期分层")),
      (.tier, Phrase("Class", "类别"), Phrase("Class at the earlier date", "前期类别")),
      (.star, Phrase("Stars", "星级"), Phrase("Stars at the earlier date", "前期星级")),
      (
        .lifecycle, Phrase("Life-cycle class", "生命周期"),
        Phrase("Life-cycle class at the earlier date", "前期生命周期")
      ),
    ]
    for (scheme, now, before) in titles {
      let id = scheme.rawValue
      heads += [
        ColumnHead("\(id)_before", .text, before), ColumnHead("\(id)", .text, now),
        ColumnHead(
          "\(id)_move", .text, Phrase("Up, down, side, same or new", "上升、下降、平移、未变或新增")),
      ]
    }
    return heads
  }

  private static func moveHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("of", .text, Phrase("What is compared", "对比内容")),
      ColumnHead("from", .text, Phrase("At the earlier date, or new", "前期状态或新增")),
      ColumnHead("to", .text, Phrase("At the as-of date", "现期状态")),
      ColumnHead("move", .text, Phrase("Up, down, side, same or new", "上升、下降、平移、未变或新增")),
      ColumnHead("customers", .count, Phrase("Customers", "客户数")),
      ColumnHead("share_of_from", .share, Phrase("Share of those who were there", "占前期该状态的比例")),
      ColumnHead(
        "amount", .money(currency), Phrase("Amount up to the as-of date", "截至截止日的金额")),
    ]
  }

  private static let testHeads = [
    ColumnHead("of", .text, Phrase("What is compared", "对比内容")),
    ColumnHead("test", .text, Phrase("Test", "检验")),
    ColumnHead("statistic", .ratio, Phrase("Chi-square statistic", "卡方统计量")),
    ColumnHead("degrees_of_freedom", .count, Phrase("Degrees of freedom", "自由度")),
    ColumnHead("p_value", .share, Phrase("Chance of such a statistic without a change", "显著性概率")),
    ColumnHead("customers", .count, Phrase("Customers known at both dates", "两期均有记录的客户数")),
  ]

  package func table(_ name: String) -> DataTable {
    switch name {
    case "customers":
      DataTable(
        name: name, heads: Self.customerHeads(input.currency), columns: customerColumns)
    case "moves": moveTable
    case "tests": testTable
    default: preconditionFailure("migration has no table '\(name)'")
    }
  }

  private var customerColumns: [ColumnValues] {
    var columns: [ColumnValues] = [.text(input.customers), .money(input.amount, input.currency)]
    let none = [Int32](repeating: -1, count: count)
    for scheme in MigrationScheme.allCases {
      guard let moves = self[scheme] else {
        columns += [ColumnValues](repeating: .category(none, labels: []), count: 3)
        continue
      }
      let labels = moves.states.categories.map(\.id)
      columns += [
        .category(moves.states.before, labels: labels),
        .category(moves.states.now, labels: labels),
        .category(
          (0..<count).map { moves.move($0).map { Int32($0.rawValue) } ?? -1 },
          labels: MigrationMoves.Move.allCases.map { "\($0)" }),
      ]
    }
    return columns
  }

  private var moveTable: DataTable {
    var rows = ResultRows(Self.moveHeads(input.currency))
    for moves in moves {
      let categories = moves.states.categories
      for (from, row) in moves.cells.enumerated() {
        let whole = row.reduce(0) { $0 + $1.customers }
        for (to, cell) in row.enumerated() {
          let move = MigrationMoves.move(from < categories.count ? from : nil, to, categories)
          rows.add([
            .text(moves.states.scheme.rawValue),
            .text(from < categories.count ? categories[from].id : "new"),
            .text(categories[to].id), .text("\(move)"), .count(cell.customers),
            .number(whole > 0 ? Double(cell.customers) / Double(whole) : nil),
            .money(cell.amount),
          ])
        }
      }
    }
    return rows.table("moves")
  }

  private var testTable: DataTable {
    var rows = ResultRows(Self.testHeads)
    for moves in moves {
      for (name, test) in [
        ("marginal_homogeneity", moves.margins), ("symmetry", moves.symmetry),
      ] {
        rows.add([
          .text(moves.states.scheme.rawValue), .text(name), .number(test?.statistic),
          .count(test?.degreesOfFreedom), .number(test?.pValue), .count(moves.known),
        ])
      }
    }
    return rows.table("tests")
  }
}
