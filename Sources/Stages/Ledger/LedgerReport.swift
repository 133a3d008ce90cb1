import Exports
import Pipeline
package import Report
import Statistics
import Values

extension LedgerOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    let writer = LedgerWriter(output: self, wording: wording, step: step)
    return StageReport(
      measures: writer.measures, findings: writer.findings, pages: [writer.page])
  }
}

/// Writes the report of one output in one language.
struct LedgerWriter {
  typealias P = LedgerPhrases

  let output: LedgerOutput
  let wording: Wording
  let step: String

  var page: Page {
    var blocks: [Page.Block] = []
    if let chart = revenueChart { blocks.append(.chart(chart)) }
    if let chart = frequencyChart { blocks.append(.chart(chart)) }
    if output.change != nil { blocks.append(.table(changeTable)) }
    if !output.sums.months.isEmpty { blocks.append(.table(quartersTable)) }
    blocks += [.table(frequencyTable), .notes(notes)]
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard let rate = repeatRate else {
      return wording(P.headlineNone, ["day": .day(output.ledger.asOf)])
    }
    return wording(
      P.headline,
      [
        "customers": .count(output.ledger.count), "revenue": .money(output.revenue),
        "share": .share(rate.share),
      ])
  }

  /// Customers with two or more purchase days; nil without customers.
  private var repeatRate: Proportion? {
    Proportion(output.ledger.days.count { $0 > 1 }, of: output.ledger.count)
  }

  var money: Unit { .money(output.ledger.currency) }
  func major(_ minor: Int64) -> Double { output.ledger.currency.major(minor) }

  var measures: [Measure] {
    let ledger = output.ledger
    let count = ledger.count
    let repeats = repeatRate
    let interval = repeats?.wilson()
    let gaps = output.sums.gaps.reduce(0, +)
    let monetary = ledger.monetary.reduce(0, +)
    let noCustomers = count == 0 ? wording(P.noCustomers) : nil
    return [
      Measure(
        id: "customers", label: wording(P.customers), value: Double(count), unit: .count,
        betterWhen: .higher, isKey: true),
      Measure(
        id: "rows", label: wording(P.rows), value: Double(ledger.totalRows), unit: .count),
      Measure(
        id: "net", label: wording(P.net), value: major(ledger.totalNet), unit: money,
        betterWhen: .higher, isKey: true),
      Measure(
        id: "orders", label: wording(P.orders),
        value: Double(ledger.orders.reduce(0) { $0 + Int($1) }), unit: .count, betterWhen: .higher),
      Measure(
        id: "purchase_days", label: wording(P.purchaseDays),
        value: Double(ledger.days.reduce(0) { $0 + Int($1) }), unit: .count, betterWhen: .higher),
      Measure(
        id: "repeat_rate", label: wording(P.repeatRate), value: repeats?.share, unit: .share,
        low: interval?.low, high: interval?.high, n: count, reason: noCustomers,
        betterWhen: .higher, isKey: true),
      Measure(
        id: "median_gap", label: wording(P.medianGap), value: output.sums.medianGap, unit: .days,
        n: gaps, reason: gaps == 0 ? wording(P.noGap) : nil, betterWhen: .lower),
      Measure(
        id: "mean_revenue", label: wording(P.meanRevenue),
        value: count > 0 ? major(monetary) / Double(count) : nil, unit: money, n: count,
        reason: noCustomers, betterWhen: .higher),
    ] + quarterMeasures
  }

  /// Revenue and retention of the last full quarter.
  private var quarterMeasures: [Measure] {
    let cell = output.change?.total.all
    let retention = cell.flatMap { Proportion($0.keptNow, of: $0.baseNow) }
    let interval = retention?.wilson()
    var revenue = Measure(
      id: "quarter_revenue", label: wording(P.quarterRevenue), value: cell.map { major($0.now) },
      unit: money, reason: cell == nil ? wording(P.noQuarter) : nil, betterWhen: .higher,
      isKey: cell != nil)
    revenue.trend = fullQuarters.map { major(output.revenue(output.sums.quarter($0))) }
    return [
      revenue,
      Measure(
        id: "quarter_retention", label: wording(P.quarterRetention), value: retention?.share,
        unit: .share, low: interval?.low, high: interval?.high, n: cell?.baseNow,
        reason: retention == nil ? wording(cell == nil ? P.noQuarter : P.noBase) : nil,
        betterWhen: .higher, isKey: retention != nil),
    ]
  }

  /// Up to eight full quarters, the last one last.
  private var fullQuarters: [CalendarQuarter] {
    guard let now = output.change?.now else { return [] }
    return (-7...0).map(now.later).filter(output.sums.covers)
  }

  private var notes: [Note] {
    let ledger = output.ledger
    let refunds =
      switch ledger.refunds {
      case .net: P.noteNet
      case .separate: P.noteSeparate
      case .ignore: P.noteIgnore
      }
    var notes = [
      Note(.policy, wording(refunds)), Note(.policy, wording(P.noteDays)),
      Note(.method, wording(P.noteRepeat)), Note(.method, wording(P.noteGap)),
      Note(.policy, wording(P.noteQuarter)), Note(.method, wording(P.noteRetention)),
    ]
    if ledger.customersWithoutPurchase > 0 {
      notes.append(
        Note(.caution, wording(P.noteWithout, ["n": .count(ledger.customersWithoutPurchase)])))
    }
    if ledger.rowsAfterAsOf > 0 {
      notes.append(Note(.caution, wording(P.noteAfter, ["n": .count(ledger.rowsAfterAsOf)])))
    }
    return notes + LedgerStage.method.sourceNotes
  }
}
