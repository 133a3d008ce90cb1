import Report
import Statistics
import Values

extension RetentionWriter {
  func cohortPage(_ findings: [Finding]) -> Page {
    var blocks: [Page.Block] = []
    if let purchases = output.purchases {
      if let chart = flowChart(purchases) { blocks.append(.chart(chart)) }
      if let chart = cohortMap(purchases.triangle) { blocks.append(.chart(chart)) }
      if !findings.isEmpty { blocks.append(.findings(findings)) }
      blocks += [
        .table(meansTable(purchases.triangle)), .table(periodsTable(purchases)),
        .table(cohortsTable(purchases.triangle)),
      ]
      let triangle = purchases.triangle
      if triangle.brackets.indices.contains(where: { triangle.mean(bracket: $0).cohorts > 0 }) {
        blocks.append(.table(bracketsTable(purchases.triangle)))
      }
    } else if !findings.isEmpty {
      blocks.append(.findings(findings))
    }
    blocks.append(.notes(cohortNotes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question),
      headline: cohortHeadline, blocks: blocks)
  }

  private var cohortHeadline: String {
    guard let purchases = output.purchases else {
      return wording(P.headlineNone, ["day": .day(output.asOf)])
    }
    let calendar = purchases.triangle.calendar
    guard let latest = purchases.latestPeriod, let share = purchases.retention(latest) else {
      return wording(P.headlineShort, ["customers": .count(purchases.lives.count)])
    }
    let interval = share.wilson()
    return wording(
      P.headline,
      [
        "customers": .count(purchases.flows[latest - 1].active),
        "before": .text(calendar.label(latest - 1)), "now": .text(calendar.label(latest)),
        "share": .share(share.share), "low": .share(interval.low),
        "high": .share(interval.high),
      ])
  }

  /// The latest cohorts of the settings that were seen for a period after their first.
  func shownCohorts(_ triangle: CohortTriangle) -> ArraySlice<CohortTriangle.Cohort> {
    triangle.cohorts.filter { triangle.retained($0, 1, .classic) != nil }
      .suffix(settings.pageCohorts)
  }

  /// Periods since the first that the page shows.
  func shownPeriods(_ triangle: CohortTriangle) -> Int {
    min(settings.pagePeriods, max(0, triangle.farthest))
  }

  func cohortLabel(_ cohort: CohortTriangle.Cohort, _ calendar: PeriodCalendar) -> String {
    wording(
      P.cohortLabel,
      ["cohort": .text(calendar.label(cohort.index)), "size": .count(cohort.size)])
  }

  private func cohortMap(_ triangle: CohortTriangle) -> Chart? {
    let cohorts = shownCohorts(triangle)
    let periods = shownPeriods(triangle)
    guard !cohorts.isEmpty, periods > 0 else { return nil }
    let rule = settings.returning
    return Chart(
      id: "\(step)-cohorts",
      title: wording(rule == .classic ? P.mapClassic : P.mapRolling),
      altText: wording(
        P.mapWords,
        [
          "cohorts": .count(cohorts.count), "periods": .count(periods),
          "share": .share(triangle.mean(1, rule).weighted ?? .nan),
        ]),
      kind: .heatMap(
        rows: cohorts.map { cohortLabel($0, triangle.calendar) },
        columns: (1...periods).map { String($0) },
        values: cohorts.map { cohort in
          (1...periods).map { k in
            triangle.retained(cohort, k, rule).map { Double($0) / Double(cohort.size) } ?? .nan
          }
        }),
      style: NumberStyle(.share, decimals: periods > 8 ? 0 : 1),
      xTitle: wording(P.axisPeriods), yTitle: wording(P.axisCohorts))
  }

  /// Retention of the last full periods, up to 36 of them.
  private func flowChart(_ purchases: PurchaseRetention) -> Chart? {
    guard let latest = purchases.latestPeriod, latest >= 2 else { return nil }
    let shown = Array(max(1, latest - 35)...latest)
    let shares = shown.map { purchases.retention($0) }
    guard let last = shares.last ?? nil else { return nil }
    let calendar = purchases.triangle.calendar
    return Chart(
      id: "\(step)-periods", title: wording(P.flowTitle),
      altText: wording(
        P.flowWords, ["share": .share(last.share), "period": .text(calendar.label(latest))]),
      kind: .lines(
        x: shown.map(calendar.label),
        series: [
          (wording(P.retentionShare), shares.map { $0?.share ?? .nan }),
          (wording(P.low), shares.map { $0?.wilson().low ?? .nan }),
          (wording(P.high), shares.map { $0?.wilson().high ?? .nan }),
        ]),
      style: .prose(.share))
  }

  private func meansTable(_ triangle: CohortTriangle) -> ReportTable {
    var rows: [[Cell]] = []
    func add(_ rule: Phrase, _ period: String, _ mean: CohortTriangle.Mean) {
      guard mean.cohorts > 0 else { return }
      let interval = Proportion(mean.retained, of: mean.customers)?.wilson()
      rows.append([
        .text(wording(rule)), .text(period), cell(mean.cohorts), cell(mean.customers),
        cell(mean.retained), cell(mean.weighted), cell(interval?.low), cell(interval?.high),
        cell(mean.simple),
      ])
    }
    let periods = shownPeriods(triangle)
    for (rule, phrase) in [(ReturnRule.classic, P.classic), (.rolling, P.rolling)] where periods > 0
    {
      for k in 1...periods { add(phrase, String(k), triangle.mean(k, rule)) }
    }
    for (bracket, range) in triangle.brackets.enumerated() {
      add(P.bracket, range.text, triangle.mean(bracket: bracket))
    }
    return ReportTable(
      id: "\(step)_means", title: wording(P.meansTitle),
      columns: [
        Column(wording(P.rule), .text), Column(wording(P.periods), .text),
        Column(wording(P.cohorts), .count), Column(wording(P.size), .count),
        Column(wording(P.retained), .count),
        Column(wording(P.weighted), .share, shading: .bar), Column(wording(P.low), .share),
        Column(wording(P.high), .share), Column(wording(P.simple), .share),
      ], rows: rows)
  }

  private func periodsTable(_ purchases: PurchaseRetention) -> ReportTable {
    let calendar = purchases.triangle.calendar
    let shown = max(0, calendar.count - max(settings.pageCohorts, 13))..<calendar.count
    let rows = shown.map { index -> [Cell] in
      let flow = purchases.flows[index]
      let share = purchases.retention(index)
      let interval = share?.wilson()
      let isOver = calendar.isOver(index)
      let before = index > 0 && isOver ? purchases.flows[index - 1] : nil
      return [
        .text(label(index, calendar)), cell(flow.active), cell(flow.new), cell(flow.retained),
        cell(flow.returned), cell(before.map { $0.active - flow.retained }), cell(share?.share),
        cell(interval?.low), cell(interval?.high), cell(share.map { 1 - $0.share }),
        cell(before.flatMap { flow.customerRetentionRate(after: $0) }),
      ]
    }
    return ReportTable(
      id: "\(step)_periods", title: wording(P.periodsTitle),
      columns: [
        Column(wording(P.period), .text), Column(wording(P.active), .count),
        Column(wording(P.new), .count), Column(wording(P.retained), .count),
        Column(wording(P.returned), .count), Column(wording(P.lost), .count),
        Column(wording(P.retentionShare), .share, shading: .bar), Column(wording(P.low), .share),
        Column(wording(P.high), .share), Column(wording(P.churnShare), .share),
        Column(wording(P.crrShort), .ratio),
      ], rows: rows)
  }

  /// How many customers of each cohort came back, with what was not over marked.
  private func cohortsTable(_ triangle: CohortTriangle) -> ReportTable {
    let cohorts = triangle.cohorts.suffix(settings.pageCohorts)
    let periods = shownPeriods(triangle)
    let notOver = Cell.missing(wording(P.notOver))
    let rows = cohorts.map { cohort -> [Cell] in
      [.text(triangle.calendar.label(cohort.index)), cell(cohort.size)]
        + (0..<periods).map { index in
          let k = index + 1
          guard k < cohort.cells.count else { return .text("") }
          return triangle.retained(cohort, k, settings.returning).map { .number(Double($0)) }
            ?? notOver
        }
    }
    return ReportTable(
      id: "\(step)_triangle",
      title: wording(settings.returning == .classic ? P.countClassic : P.countRolling),
      columns: [Column(wording(P.cohort), .text), Column(wording(P.size), .count)]
        + (0..<periods).map { Column(String($0 + 1), .count) },
      rows: rows)
  }

  private func bracketsTable(_ triangle: CohortTriangle) -> ReportTable {
    let cohorts = triangle.cohorts.suffix(settings.pageCohorts)
    let notOver = Cell.missing(wording(P.notOver))
    let seen = triangle.brackets.indices.filter { triangle.mean(bracket: $0).cohorts > 0 }
    return ReportTable(
      id: "\(step)_ranges", title: wording(P.bracketsTitle),
      columns: [Column(wording(P.cohort), .text), Column(wording(P.size), .count)]
        + seen.map { Column(triangle.brackets[$0].text, .share, shading: .scale) },
      rows: cohorts.map { cohort in
        [.text(triangle.calendar.label(cohort.index)), cell(cohort.size)]
          + seen.map { bracket in
            triangle.retained(cohort, bracket: bracket)
              .map { .number(Double($0) / Double(cohort.size)) } ?? notOver
          }
      })
  }

  // MARK: Orders and revenue

  /// nil without customers.
  var amountsPage: Page? {
    guard let purchases = output.purchases else { return nil }
    let triangle = purchases.triangle
    var first: Int64 = 0
    var second: Int64 = 0
    for cohort in triangle.cohorts where triangle.revenueRetention(cohort, 1) != nil {
      first += cohort.cells[0].revenue
      second += cohort.cells[1].revenue
    }
    let headline =
      first > 0
      ? wording(P.amountsHeadline, ["share": .share(Double(second) / Double(first))])
      : wording(P.amountsHeadlineNone)
    var blocks: [Page.Block] = []
    if let chart = amountsMap(triangle) { blocks.append(.chart(chart)) }
    blocks += [.table(amountsTable(triangle)), .notes(amountNotes)]
    return Page(
      anchor: "\(step)-amounts", title: wording(P.amountsTitle),
      question: wording(P.amountsQuestion), headline: headline, blocks: blocks)
  }

  private func amountsMap(_ triangle: CohortTriangle) -> Chart? {
    let cohorts = shownCohorts(triangle).filter { triangle.revenueRetention($0, 1) != nil }
    let periods = shownPeriods(triangle)
    guard !cohorts.isEmpty, periods > 0 else { return nil }
    return Chart(
      id: "\(step)-amounts", title: wording(P.amountsMap),
      altText: wording(
        P.amountsWords, ["cohorts": .count(cohorts.count), "periods": .count(periods)]),
      kind: .heatMap(
        rows: cohorts.map { cohortLabel($0, triangle.calendar) },
        columns: (1...periods).map { String($0) },
        values: cohorts.map { cohort in
          (1...periods).map { triangle.revenueRetention(cohort, $0) ?? .nan }
        }),
      style: NumberStyle(.share, decimals: 0), xTitle: wording(P.axisPeriods),
      yTitle: wording(P.axisCohorts))
  }

  private func amountsTable(_ triangle: CohortTriangle) -> ReportTable {
    let rows = triangle.cohorts.suffix(settings.pageCohorts).map { cohort -> [Cell] in
      let revenue = cohort.cells.reduce(Int64(0)) { $0 + $1.revenue }
      let first = cohort.cells[0].revenue
      return [
        .text(label(cohort.index, triangle.calendar)), cell(cohort.size),
        cell(cohort.cells.reduce(0) { $0 + $1.orders }), .number(major(first)),
        .number(major(revenue - first)), .number(major(revenue) / Double(cohort.size)),
      ]
    }
    return ReportTable(
      id: "\(step)_amounts", title: wording(P.amountsTable),
      columns: [
        Column(wording(P.cohort), .text), Column(wording(P.size), .count),
        Column(wording(P.orders), .count), Column(wording(P.firstRevenue), money),
        Column(wording(P.laterRevenue), money), Column(wording(P.perCustomer), money),
      ], rows: rows)
  }
}
