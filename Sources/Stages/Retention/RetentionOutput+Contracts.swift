import Pipeline
import Statistics
import Values

extension RetentionOutput {
  /// What is to come of one running contract.
  struct Outlook {
    let nextDecision: Day
    /// The chance that the next decision is to stay.
    let renewal: Double?
    /// Payments still expected just before the next decision.
    let residual: Double?
    /// Minor units a term; nil without contract periods.
    let termRevenue: Int64?

    /// Discounted revenue expected from the next decision on, minor units.
    var value: Int64? {
      guard let residual, let termRevenue else { return nil }
      let value = residual * Double(termRevenue)
      return value < 9e18 ? Int64(value.rounded()) : nil
    }
  }

  /// The outlook of each contract, nil where it has ended.
  var outlooks: [Outlook?] {
    guard let contracts else { return [] }
    let lives = contracts.lives
    let model = contracts.fit?.model
    let most = Int(lives.decisions.max() ?? 0) + 1
    // Contracts with as many renewals behind them have the same outlook.
    let renewals = (0...most).map { model?.retention($0 + 1) }
    let residuals = (0...most).map {
      model?.discountedResidualLifetime(before: $0 + 1, discount: termDiscount)
    }
    let paid = revenue?.termRevenue(contracts.ids)
    return (0..<lives.count).map { index in
      guard !lives.hasEnded[index] else { return nil }
      let passed = Int(lives.decisions[index])
      return Outlook(
        nextDecision: lives.nextDecision(index, term: settings.contractTerm),
        renewal: renewals[passed], residual: residuals[passed], termRevenue: paid?[index])
    }
  }

  /// A running contract, and the day by which its renewal is decided.
  struct DueContract {
    let index: Int
    let on: Day
  }

  /// Running contracts whose end or next renewal is near: the largest term revenue first.
  func dueContracts(_ outlooks: [Outlook?]) -> [DueContract] {
    guard let contracts else { return [] }
    let limit = asOf.adding(days: settings.renewalsWithin)
    var soon: [(contract: DueContract, revenue: Int64)] = []
    for (index, outlook) in outlooks.enumerated() {
      guard let outlook else { continue }
      let end = contracts.lives.endsOn[index]
      let day = end == .min ? outlook.nextDecision : Day(number: end)
      if day <= limit {
        soon.append((DueContract(index: index, on: day), outlook.termRevenue ?? 0))
      }
    }
    return soon.sorted { left, right in
      (-left.revenue, left.contract.on.number, left.contract.index)
        < (-right.revenue, right.contract.on.number, right.contract.index)
    }.map(\.contract)
  }

  static func contractHeads(_ currency: Currency) -> [ColumnHead] {
    [
      ColumnHead("customer_id", .text, Phrase("Customer", "客户编号"), personal: .customer),
      ColumnHead("starts_on", .day, Phrase("First day of the contract", "合同首日")),
      ColumnHead("ends_on", .day, Phrase("Last day; empty for none", "合同末日，空为未定")),
      ColumnHead("ended", .count, Phrase("1 where it has ended by the as-of date", "截至统计日已结束为 1")),
      ColumnHead(
        "decisions", .count,
        Phrase("Renewal decisions so far, the ending one included", "已发生的续约决策次数，含终止")),
      ColumnHead("next_decision", .day, Phrase("Day of the next renewal decision", "下次续约决策日")),
      ColumnHead(
        "renewal_probability", .share, Phrase("Chance of renewal at it", "下次续约的概率")),
      ColumnHead(
        "expected_payments", .ratio,
        Phrase("Discounted payments expected from it on (DERL)", "自下次起的预期折现付费期数")),
      ColumnHead("term_revenue", .money(currency), Phrase("Revenue of a term", "每期收入")),
      ColumnHead(
        "expected_revenue", .money(currency),
        Phrase("Discounted revenue expected from it on", "自下次起的预期折现收入")),
    ]
  }

  var contractsTable: DataTable {
    var rows = ResultRows(Self.contractHeads(currency))
    guard let contracts else { return rows.table("contracts") }
    let lives = contracts.lives
    for (index, outlook) in outlooks.enumerated() {
      let end = lives.endsOn[index]
      rows.add([
        .text(contracts.ids[index]), .day(Day(number: lives.startsOn[index])),
        .day(end == .min ? nil : Day(number: end)), .count(lives.hasEnded[index] ? 1 : 0),
        .count(Int(lives.decisions[index])), .day(outlook?.nextDecision),
        .number(outlook?.renewal), .number(outlook?.residual), .money(outlook?.termRevenue),
        .money(outlook?.value),
      ])
    }
    return rows.table("contracts")
  }

  static let renewalHeads = [
    ColumnHead("decision", .count, Phrase("Number of the renewal decision", "续约决策序号")),
    ColumnHead("at_risk", .count, Phrase("Contracts before it", "决策前的合同数")),
    ColumnHead("lost", .count, Phrase("Contracts that ended at it", "在此终止的合同数")),
    ColumnHead("survival", .share, Phrase("Share still there, seen", "实际留存比例")),
    ColumnHead("low", .share, Phrase("Low end of the log-log interval, 95 %", "对数对数区间下限（95%）")),
    ColumnHead("high", .share, Phrase("High end of the log-log interval, 95 %", "对数对数区间上限（95%）")),
    ColumnHead("projected", .share, Phrase("Share still there, by the model", "模型留存比例")),
    ColumnHead("projected_low", .share, Phrase("Low end of its interval, 95 %", "其区间下限（95%）")),
    ColumnHead("projected_high", .share, Phrase("High end of its interval, 95 %", "其区间上限（95%）")),
    ColumnHead("retention", .share, Phrase("Share kept at the decision, by the model", "模型当次续约率")),
    ColumnHead(
      "expected_payments", .ratio,
      Phrase("Discounted payments expected just before it (DERL)", "决策前的预期折现付费期数")),
  ]

  /// Decisions seen, and as many to come, up to twenty.
  var renewalDecisions: Int {
    guard let last = contracts?.lives.table.lastTime else { return 0 }
    return max(last, min(20, max(2 * last, 5)))
  }

  var renewalsTable: DataTable {
    var rows = ResultRows(Self.renewalHeads)
    guard let contracts, renewalDecisions > 0 else { return rows.table("renewals") }
    let table = contracts.lives.table
    let last = table.lastTime ?? 0
    for t in 1...renewalDecisions {
      let step = contracts.curve.step(at: t)
      let survival = t <= last ? contracts.curve.survival(at: t) : nil
      let interval = survival == nil ? nil : step.flatMap { contracts.curve.interval($0) }
      let model = contracts.fit?.model
      let projected = contracts.fit?.shareInterval { $0.survival(t) }
      let row = table.rows.first { $0.time >= t }
      rows.add([
        .count(t), .count(t <= last ? row?.atRisk ?? 0 : nil),
        .count(t <= last ? (row?.time == t ? row?.events ?? 0 : 0) : nil), .number(survival),
        .number(interval?.low), .number(interval?.high), .number(model?.survival(t)),
        .number(projected?.low), .number(projected?.high), .number(model?.retention(t)),
        .number(model?.discountedResidualLifetime(before: t, discount: termDiscount)),
      ])
    }
    return rows.table("renewals")
  }

  static func revenueHeads(_ currency: Currency) -> [ColumnHead] {
    let money = Unit.money(currency)
    return [
      ColumnHead("month", .day, Phrase("First day of the month", "月份（首日）")),
      ColumnHead("revenue", money, Phrase("Recurring revenue of the month", "当月经常性收入")),
      ColumnHead("customers", .count, Phrase("Customers who pay", "付费客户数")),
      ColumnHead("start", money, Phrase("Revenue of the month compared with", "对比月收入")),
      ColumnHead("expansion", money, Phrase("More from the same customers", "同一批客户的增购")),
      ColumnHead("contraction", money, Phrase("Less from the same customers", "同一批客户的减购")),
      ColumnHead("churned", money, Phrase("Revenue of customers who left", "流失客户的收入")),
      ColumnHead("new", money, Phrase("Revenue of new customers", "新客户的收入")),
      ColumnHead(
        "net_retention", .ratio, Phrase("Net revenue retention", "净收入留存率")),
      ColumnHead("net_low", .ratio, Phrase("Low end of its interval, 95 %", "其区间下限（95%）")),
      ColumnHead("net_high", .ratio, Phrase("High end of its interval, 95 %", "其区间上限（95%）")),
      ColumnHead(
        "gross_retention", .share, Phrase("Gross revenue retention", "总收入留存率")),
      ColumnHead("gross_low", .share, Phrase("Low end of its interval, 95 %", "其区间下限（95%）")),
      ColumnHead("gross_high", .share, Phrase("High end of its interval, 95 %", "其区间上限（95%）")),
    ]
  }

  var revenueTable: DataTable {
    var rows = ResultRows(Self.revenueHeads(currency))
    guard let revenue else { return rows.table("revenue") }
    for (index, month) in revenue.months.enumerated() {
      let isComparable = revenue.isComparable(index)
      let net = isComparable ? month.netRetention : nil
      let gross = isComparable ? month.grossRetention : nil
      let netInterval = net?.interval()
      let grossInterval = gross?.interval()
      func part(_ amount: Int64) -> ResultRows.Cell { .money(isComparable ? amount : nil) }
      rows.add([
        .day(month.month), .money(month.end), .count(month.customers), part(month.start),
        part(month.expansion), part(month.contraction), part(month.churned), part(month.new),
        .number(net?.value), .number(netInterval?.low), .number(netInterval?.high),
        .number(gross?.value), .number(grossInterval?.low),
        .number(grossInterval.map { min(1, $0.high) }),
      ])
    }
    return rows.table("revenue")
  }
}
