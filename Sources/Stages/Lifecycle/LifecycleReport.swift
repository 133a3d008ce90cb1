import Pipeline
package import Report
import Values

extension LifecycleOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    LifecycleReport(output: self, wording: wording, step: step).report
  }
}

/// What `lifecycle` says in one language.
struct LifecycleReport {
  typealias P = LifecyclePhrases

  let output: LifecycleOutput
  let wording: Wording
  let step: String

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings, pages: [page] + (listPage.map { [$0] } ?? []),
      warnings: warnings)
  }

  var currency: Currency { output.input.currency }
  var money: Unit { .money(currency) }
  func major(_ minor: Int64) -> Double { currency.major(minor) }
  var hasEarlier: Bool { output.input.hasEarlier }
  func name(_ index: Int) -> String { wording(output.classes[index].name) }

  // MARK: Measures

  private var measures: [Measure] {
    let n = output.count
    let silent = output.silent
    let worse = output.worse.reduce(Int64(0)) { $0 + (output.row($1)?.year ?? 0) }
    let gap = output.input.now.usualGap
    var all = [
      Measure(
        id: "customers", label: wording(P.customers), value: Double(n), unit: .count,
        betterWhen: .higher)
    ]
    for (item, sum) in zip(output.classes, output.sums) {
      let better: Measure.Direction =
        item.standing >= 5 ? .higher : item.standing == 0 || item.standing > 2 ? .lower : .neither
      all += [
        Measure(
          id: "customers.\(item.id)",
          label: wording(P.classCustomers, ["class": .phrase(item.name)]),
          value: Double(sum.customers), unit: .count, n: n, betterWhen: better),
        Measure(
          id: "customer_share.\(item.id)",
          label: wording(P.classShare, ["class": .phrase(item.name)]),
          value: n > 0 ? Double(sum.customers) / Double(n) : nil, unit: .share, n: n,
          reason: n > 0 ? nil : wording(P.reasonNobody), betterWhen: better,
          isKey: item.id == "existing" || item.id == "lost"),
      ]
    }
    return all + [
      Measure(
        id: "silent.customers", label: wording(P.silentCustomers), value: Double(silent.customers),
        unit: .count, n: n, betterWhen: .lower),
      Measure(
        id: "silent.year_amount", label: wording(P.silentYear), value: major(silent.year),
        unit: money, n: silent.customers, betterWhen: .lower),
      moved("worse.customers", P.worseCustomers, Double(output.worse.count), .count, .lower),
      moved("worse.year_amount", P.worseYear, major(worse), money, .lower),
      moved("better.customers", P.betterCustomers, Double(output.better), .count, .higher),
      Measure(
        id: "usual_gap", label: wording(P.usualGap), value: gap, unit: .days,
        reason: gap == nil ? wording(P.reasonGap) : nil, betterWhen: .lower),
    ]
  }

  private func moved(
    _ id: String, _ label: Phrase, _ value: Double, _ unit: Unit, _ better: Measure.Direction
  ) -> Measure {
    Measure(
      id: id, label: wording(label), value: hasEarlier ? value : nil, unit: unit, n: output.count,
      reason: hasEarlier ? nil : wording(P.reasonEarlier), betterWhen: better)
  }

  var warnings: [String] {
    if output.count == 0 {
      return [wording(P.headlineNobody, ["day": .day(output.input.asOf)])]
    }
    let hasBuyers = output.sums.contains { $0.buyers > 0 }
    return hasBuyers && output.input.now.usualGap == nil ? [wording(P.warnNoGap)] : []
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    if let classChart { blocks.append(.chart(classChart)) }
    blocks.append(.table(classTable))
    if let flowChart { blocks.append(.chart(flowChart)) }
    if !output.worse.isEmpty { blocks.append(.table(worseTable)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard output.count > 0 else {
      return wording(P.headlineNobody, ["day": .day(output.input.asOf)])
    }
    let parts = zip(output.classes, output.sums).filter { $0.1.customers > 0 }.map { item, sum in
      wording(
        P.part,
        [
          "count": .count(sum.customers),
          "class": .text(wording(item.name).lowercased()),
        ])
    }.joined(separator: wording(P.partComma))
    return wording(
      hasEarlier ? P.headline : P.headlineNow,
      [
        "customers": .count(output.count), "parts": .text(parts),
        "day": .day(output.input.before), "worse": .count(output.worse.count),
        "better": .count(output.better),
      ])
  }

  private var classChart: Chart? {
    guard
      let most = output.sums.indices.max(by: {
        (output.sums[$0].customers, -$0) < (output.sums[$1].customers, -$1)
      }), output.count > 0
    else { return nil }
    return Chart(
      id: "\(step)_classes", title: wording(P.chartTitle),
      altText: wording(
        P.chartWords,
        ["class": .text(name(most)), "customers": .count(output.sums[most].customers)]),
      kind: .bars(
        categories: output.classes.map { wording($0.name) },
        values: output.sums.map { Double($0.customers) },
        alarms: Set(output.classes.indices.filter { output.classes[$0].standing == 0 })),
      style: .prose(.count))
  }

  /// Classes of the earlier date by those of now; cells that nobody is in stay empty.
  private var flowChart: Chart? {
    guard hasEarlier, output.count > 0 else { return nil }
    let rows = output.before.indices.filter { output.before[$0] > 0 }
    let stayed = output.classes.indices.reduce(0) { $0 + output.flows[$1][$1].customers }
    let known = output.before.dropLast().reduce(0, +)
    let arguments: KeyValuePairs<String, Wording.Argument> = [
      "before": .day(output.input.before), "now": .day(output.input.asOf),
      "stayed": .count(stayed), "moved": .count(known - stayed),
    ]
    return Chart(
      id: "\(step)_flows", title: wording(P.flowTitle, arguments),
      altText: wording(P.flowWords, arguments),
      kind: .heatMap(
        rows: rows.map { row in
          row < output.classes.count ? name(row) : wording(LifecycleClass.notYet.name)
        },
        columns: output.classes.indices.map(name),
        values: rows.map { from in
          output.flows[from].map { $0.customers > 0 ? Double($0.customers) : .nan }
        }),
      style: .prose(.count), xTitle: wording(P.flowTo), yTitle: wording(P.flowFrom))
  }
}
