import Values

/// `planted.json`: the parameters, the planted effects and the expected account of every file.
struct PlantedFacts {
  let company: Company
  let book: OrderBook
  let orders: OrderExports
  let survey: SurveyExports
  /// The files in the order in which they are to be read.
  let files: [ExportWriter]

  var fact: Fact {
    let parameters = company.parameters
    return .record([
      ("company", .text("澄川仪器 Chengchuan Instruments (fictional)")),
      ("customers", .whole(parameters.customers)), ("orders", .whole(parameters.orders)),
      ("seed", .decimal(String(parameters.seed))), ("first_day", .text(Samples.first.iso)),
      ("as_of", .text(Samples.asOf.iso)), ("currency", .text("CNY")),
      ("process", process), ("totals", totals), ("effects", effects),
      ("files", .list(files.map(Self.account))),
    ])
  }

  private var process: Fact {
    let parameters = company.parameters
    return .record([
      ("purchases", .text("BG/NBD, times in weeks")), ("r", .number(parameters.r)),
      ("alpha_weeks", .number(book.alpha / 7)), ("a", .number(parameters.a)),
      ("b", .number(parameters.b)), ("spend", .text("Gamma-Gamma, an order in CNY")),
      ("p", .number(parameters.p)), ("q", .number(parameters.q)), ("v", .number(parameters.v)),
      ("lead_share", .number(parameters.leadShare)),
      ("return_share", .number(parameters.returnShare)),
      ("cancelled_share", .number(parameters.cancelledShare)),
      ("sample_line_share", .number(parameters.sampleLineShare)),
      ("sample_order_share", .number(parameters.sampleOrderShare)),
      ("bundles", .list(bundles)),
    ])
  }

  private var bundles: [Fact] {
    let products = Catalogue.products
    return products.flatMap { product in
      product.companions.map { companion in
        .record([
          ("product", .text(product.name)), ("with", .text(products[companion.product].name)),
          ("share", .number(companion.share)),
        ])
      }
    }
  }

  /// What stands after all files in turn: the later file wins, cancelled orders are excluded.
  private var totals: Fact {
    let revenue = orders.revenue
    return .record([
      ("buyers", .whole(company.buyers)),
      ("leads", .whole(company.customers.count - company.buyers)),
      ("order_rows", .whole(revenue.rows)), ("return_rows", .whole(revenue.returnRows)),
      ("zero_rows", .whole(revenue.zeroRows)), ("net_cny", .amount(revenue.net)),
      ("returned_cny", .amount(revenue.returned)),
      (
        "net_by_currency",
        .record(
          OrderCurrency.allCases.map {
            ($0.rawValue, .amount(revenue.byCurrency[$0] ?? 0))
          })
      ),
      (
        "net_cny_by_quarter",
        .record((0..<8).map { (Samples.quarterName($0), .amount(revenue.net($0))) })
      ),
      ("conversion", .text("each row at the rate of its day, to the cent, half away from zero")),
    ])
  }

  private static func account(_ file: ExportWriter) -> Fact {
    let expected = file.expected
    return .record([
      ("file", .text(file.name)), ("contract", .text(file.contract)),
      ("encoding", .text(file.form.encoding.rawValue)),
      ("delimiter", .text(String(UnicodeScalar(file.form.delimiter)))),
      ("read", .whole(expected.read)), ("accepted", .whole(expected.accepted)),
      ("merged", .whole(expected.merged)), ("rejected", .whole(expected.rejected)),
      ("excluded", .whole(expected.excluded)), ("withdrawn", .whole(expected.withdrawn)),
      ("rounded", .whole(expected.rounded)),
      ("planted", .record(expected.planted.map { ($0.kind, .whole($0.rows)) })),
      (
        "rejected_by_rule",
        .list(
          expected.byRule.map { entry in
            .record([
              ("rule", .text(entry.rule)), ("column", .text(entry.column)),
              ("rows", .whole(entry.lines.count)), ("lines", .list(entry.lines.map(Fact.whole))),
            ])
          })
      ),
    ])
  }
}
