import Report
import Statistics
import Values

extension RetentionWriter {
  /// The most contracts on the page; the CSV of the pack has them all.
  private static let listed = 20

  func contractsPage(_ findings: [Finding]) -> Page {
    var blocks: [Page.Block] = []
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    if let contracts = output.contracts {
      if let chart = contractChart(contracts) { blocks.append(.chart(chart)) }
      if output.renewalDecisions > 0 { blocks.append(.table(renewalsTable)) }
      if !dueContracts.isEmpty { blocks.append(.table(dueContractsTable(contracts))) }
    }
    if let revenue = output.revenue {
      if let chart = revenueChart(revenue) { blocks.append(.chart(chart)) }
      blocks.append(.table(revenueTable(revenue)))
    }
    blocks.append(.notes(contractNotes))
    return Page(
      anchor: "\(step)-contracts", title: wording(P.contractsTitle),
      question: wording(P.contractsQuestion), headline: contractsHeadline, blocks: blocks)
  }

  private var contractsHeadline: String {
    guard let contracts = output.contracts else {
      return output.revenue == nil ? wording(P.contractsHeadlineNone) : revenueHeadline
    }
    let arguments: KeyValuePairs<String, Wording.Argument> = [
      "running": .count(contracts.lives.running), "contracts": .count(contracts.lives.count),
      "five": .count(Int(((contracts.fit?.model.survival(5) ?? 0) * 100).rounded())),
    ]
    return wording(
      contracts.fit == nil ? P.contractsHeadlineShort : P.contractsHeadline, arguments)
  }

  private var revenueHeadline: String {
    guard let month = output.revenue?.latest, let over = output.revenue?.over,
      let net = month.netRetention, let gross = month.grossRetention
    else { return wording(P.revenueHeadlineShort) }
    return wording(
      P.revenueHeadline,
      [
        "before": .text(Self.label(month.month.adding(months: -over))),
        "now": .text(Self.label(month.month)), "net": .share(net.value),
        "gross": .share(gross.value),
      ])
  }

  /// `2025-12`.
  static func label(_ month: Day) -> String { String(month.iso.prefix(7)) }

  // MARK: Renewals

  private func contractChart(_ contracts: ContractRetention) -> Chart? {
    let last = output.renewalDecisions
    guard last > 0, let model = contracts.fit?.model else { return nil }
    let seen = contracts.lives.table.lastTime ?? 0
    let projected = (1...last).map { t in contracts.fit?.shareInterval { $0.survival(t) } }
    return Chart(
      id: "\(step)-contracts", title: wording(P.contractChart),
      altText: wording(
        P.contractWords, ["n": .count(last), "share": .share(model.survival(last))]),
      kind: .lines(
        x: (0...last).map(String.init),
        series: [
          (wording(P.projected), (0...last).map { model.survival($0) }),
          (
            wording(P.seen),
            (0...last).map { $0 <= seen ? contracts.curve.survival(at: $0) ?? .nan : .nan }
          ),
          (wording(P.lowCurve), [.nan] + projected.map { $0?.low ?? .nan }),
          (wording(P.highCurve), [.nan] + projected.map { $0?.high ?? .nan }),
        ].filter { $0.1.contains(where: \.isFinite) }),
      style: NumberStyle(.share, decimals: 0), xTitle: wording(P.axisRenewals))
  }

  private var renewalsTable: ReportTable {
    let table = output.renewalsTable
    func numbers(_ id: String) -> [Double?] {
      switch table.values(id) {
      case .integer(let values): values.map { $0 == .min ? nil : Double($0) }
      case .number(let values): values.map { $0.isNaN ? nil : $0 }
      default: []
      }
    }
    let ids = [
      "decision", "at_risk", "lost", "survival", "projected", "projected_low", "projected_high",
      "retention", "expected_payments",
    ]
    let columns = ids.map(numbers)
    return ReportTable(
      id: "\(step)_renewals", title: wording(P.renewalsTitle),
      columns: [
        Column(wording(P.decision), .count), Column(wording(P.contractsBefore), .count),
        Column(wording(P.ended), .count), Column(wording(P.left), .share),
        Column(wording(P.projectedLeft), .share, shading: .bar), Column(wording(P.low), .share),
        Column(wording(P.high), .share), Column(wording(P.keptAt), .share),
        Column(wording(P.payments), .ratio),
      ],
      rows: (0..<table.rowCount).map { row in columns.map { cell($0[row]) } })
  }

  private func dueContractsTable(_ contracts: ContractRetention) -> ReportTable {
    let rows = dueContracts.prefix(Self.listed).map { due -> [Cell] in
      let outlook = outlooks[due.index]
      let noRevenue = Cell.missing(wording(P.noPeriodsOfCustomer))
      return [
        .text(wording.person(contracts.ids[due.index], .customer)), .day(due.on),
        cell(Int(contracts.lives.decisions[due.index])), cell(outlook?.renewal),
        outlook?.termRevenue.map { .number(major($0)) } ?? noRevenue,
        outlook?.value.map { .number(major($0)) } ?? noRevenue,
      ]
    }
    return ReportTable(
      id: "\(step)_due_contracts", title: wording(P.dueContracts),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.endsOn), .day),
        Column(wording(P.renewals), .count), Column(wording(P.renewalChance), .share),
        Column(wording(P.termRevenue), money, shading: .bar),
        Column(wording(P.expectedRevenue), money),
      ], rows: rows, totalRows: dueContracts.count)
  }

  // MARK: Recurring revenue

  private func revenueChart(_ revenue: RecurringRevenue) -> Chart? {
    let shown = revenue.months.indices.filter(revenue.isComparable).suffix(24)
    guard shown.count > 1, let last = shown.last else { return nil }
    func values(_ figure: (RecurringRevenue.Month) -> RatioEstimate?) -> [Double] {
      shown.map { figure(revenue.months[$0])?.value ?? .nan }
    }
    let month = revenue.months[last]
    return Chart(
      id: "\(step)-revenue",
      title: wording(P.revenueChart, ["months": .count(revenue.over)]),
      altText: wording(
        P.revenueWords,
        [
          "net": .share(month.netRetention?.value ?? .nan),
          "gross": .share(month.grossRetention?.value ?? .nan),
        ]),
      kind: .lines(
        x: shown.map { Self.label(revenue.months[$0].month) },
        series: [
          (wording(P.net), values(\.netRetention)), (wording(P.gross), values(\.grossRetention)),
        ]),
      style: NumberStyle(.share, decimals: 0))
  }

  private func revenueTable(_ revenue: RecurringRevenue) -> ReportTable {
    let shown = max(0, revenue.months.count - 13)..<revenue.months.count
    let rows = shown.map { index -> [Cell] in
      let month = revenue.months[index]
      let isComparable = revenue.isComparable(index)
      func part(_ amount: Int64) -> Cell { isComparable ? .number(major(amount)) : none }
      let net = isComparable ? month.netRetention : nil
      let gross = isComparable ? month.grossRetention : nil
      let interval = net?.interval()
      return [
        .text(Self.label(month.month)), part(month.start), part(month.expansion),
        part(month.contraction), part(month.churned), part(month.new),
        .number(major(month.end)), cell(net?.value), cell(interval?.low), cell(interval?.high),
        cell(gross?.value),
      ]
    }
    let share = NumberStyle(.share, decimals: 1)
    return ReportTable(
      id: "\(step)_revenue", title: wording(P.revenueTitle),
      columns: [
        Column(wording(P.month), .text),
        Column(wording(P.start, ["months": .count(revenue.over)]), money),
        Column(wording(P.expansion), money), Column(wording(P.contraction), money),
        Column(wording(P.churned), money), Column(wording(P.newRevenue), money),
        Column(wording(P.now), money), Column(wording(P.net), share), Column(wording(P.low), share),
        Column(wording(P.high), share), Column(wording(P.gross), share),
      ], rows: rows)
  }
}
