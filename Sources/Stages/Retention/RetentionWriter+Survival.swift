import Report
import Statistics
import Values

extension RetentionWriter {
  /// The most groups that a picture of curves can take.
  private static let mostCurves = 5
  /// Points of a curve in the picture.
  private static let points = 26
  /// Days between two points.
  private static let steps = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720]
  /// The most customers on the page; the CSV of the pack has them all.
  private static let listed = 20

  /// nil without customers.
  var survivalPage: Page? {
    guard let purchases = output.purchases else { return nil }
    var blocks: [Page.Block] = []
    if let chart = survivalChart(purchases) { blocks.append(.chart(chart)) }
    blocks.append(.table(groupsTable(purchases)))
    if !due.isEmpty { blocks.append(.table(dueTable(purchases))) }
    blocks.append(.notes(survivalNotes))
    return Page(
      anchor: "\(step)-survival", title: wording(P.survivalTitle),
      question: wording(P.survivalQuestion), headline: survivalHeadline(purchases), blocks: blocks)
  }

  private func survivalHeadline(_ purchases: PurchaseRetention) -> String {
    let curve = purchases.overall
    let horizon = days(settings.horizon)
    guard let share = curve.survival(at: settings.horizon) else {
      return wording(
        P.survivalHeadlineShort,
        [
          "lost": .count(curve.table.events), "customers": .count(purchases.lives.count),
          "horizon": horizon,
        ])
    }
    guard let median = curve.median else {
      return wording(P.survivalHeadlineKept, ["share": .share(share), "horizon": horizon])
    }
    return wording(
      P.survivalHeadline,
      [
        "median": days(median), "origin": .phrase(origin), "share": .share(share),
        "horizon": horizon,
      ])
  }

  private func survivalChart(_ purchases: PurchaseRetention) -> Chart? {
    let overall = purchases.overall
    guard let last = overall.table.lastTime, last > 0, overall.table.events > 0 else { return nil }
    let step = Self.steps.first { last / $0 < Self.points } ?? last
    let times = Array(stride(from: 0, through: last, by: step))
    func values(_ curve: KaplanMeier) -> [Double] {
      times.map { curve.survival(at: $0) ?? .nan }
    }
    let share = overall.survival(at: settings.horizon)
    return Chart(
      id: "\(self.step)-survival", title: wording(P.survivalChart),
      altText: share.map {
        wording(
          P.survivalWords,
          ["origin": .phrase(origin), "horizon": days(settings.horizon), "share": .share($0)])
      } ?? wording(P.survivalWordsShort, ["origin": .phrase(origin)]),
      kind: .lines(
        x: times.map(String.init),
        series: [(wording(P.all), values(overall))]
          + curves(purchases).map { ($0.label, values($0.curve)) }
          + (curves(purchases).isEmpty ? intervals(overall, times) : [])),
      style: NumberStyle(.share, decimals: 0),
      xTitle: wording(P.axisDays, ["origin": .phrase(origin)]))
  }

  /// The largest groups of the first dimension that has several, in the order of their labels.
  private func curves(_ purchases: PurchaseRetention) -> [(label: String, curve: KaplanMeier)] {
    guard let comparison = purchases.comparisons.first(where: { $0.groups.count > 1 }) else {
      return []
    }
    let groups = comparison.groups
    let largest = groups.indices
      .sorted { (-groups[$0].curve.table.lives, $0) < (-groups[$1].curve.table.lives, $1) }
      .prefix(Self.mostCurves)
    return largest.sorted().map { (name(groups[$0]), groups[$0].curve) }
  }

  func name(_ group: SurvivalComparison.Group) -> String {
    group.label.isEmpty ? wording(P.notStated) : group.label
  }

  private func intervals(
    _ curve: KaplanMeier, _ times: [Int]
  ) -> [(name: String, values: [Double])] {
    let found = times.map { time in curve.step(at: time).flatMap { curve.interval($0) } }
    return [
      (wording(P.lowCurve), found.map { $0?.low ?? .nan }),
      (wording(P.highCurve), found.map { $0?.high ?? .nan }),
    ]
  }

  private func groupsTable(_ purchases: PurchaseRetention) -> ReportTable {
    var rows = [
      row(wording(P.all), "", purchases.overall, expected: nil, test: nil)
    ]
    for comparison in purchases.comparisons {
      for group in comparison.groups {
        rows.append(
          row(
            wording(comparison.kind.title), name(group), group.curve, expected: group.expected,
            test: comparison.test))
      }
    }
    let horizon = days(settings.horizon)
    return ReportTable(
      id: "\(step)_groups", title: wording(P.groupsTitle),
      columns: [
        Column(wording(P.dimension), .text), Column(wording(P.group), .text),
        Column(wording(P.size), .count), Column(wording(P.lostCount), .count),
        Column(wording(P.expectedLost), NumberStyle(.ratio, decimals: 1)),
        Column(wording(P.median), .days), Column(wording(P.medianRange), .text),
        Column(wording(P.toHorizon, ["days": horizon]), .share, shading: .bar),
        Column(wording(P.medianRange), .text),
        Column(wording(P.meanToHorizon, ["days": horizon]), NumberStyle(.days, decimals: 1)),
        Column(wording(P.pValue), .text),
      ], rows: rows)
  }

  private func row(
    _ dimension: String, _ group: String, _ curve: KaplanMeier, expected: Double?, test: LogRank?
  ) -> [Cell] {
    let median = curve.median
    let ends = curve.medianInterval()
    let range: String? = median.flatMap { _ in
      ends.low.map { low in
        ends.high.map {
          wording(P.range, ["low": .count(low), "high": .count($0)])
        } ?? wording(P.openEnd, ["low": .count(low)])
      }
    }
    let survival = curve.survival(at: settings.horizon)
    let interval =
      survival == nil ? nil : curve.step(at: settings.horizon).flatMap { curve.interval($0) }
    let mean = curve.restrictedMean(to: settings.horizon)
    return [
      .text(dimension), .text(group), cell(curve.table.lives), cell(curve.table.events),
      cell(expected), median.map { .number(Double($0)) } ?? none, range.map { .text($0) } ?? none,
      cell(survival),
      interval.map {
        .text(wording(P.range, ["low": .share($0.low), "high": .share($0.high)]))
      } ?? none,
      cell(mean?.mean), test.map { .text(text(ofP: $0.pValue)) } ?? none,
    ]
  }

  /// Four decimals; what is smaller is told as such.
  private func text(ofP value: Double) -> String {
    let style = NumberStyle(.ratio, decimals: 4)
    return value < 0.0001
      ? "< \(style.figure(0.0001, wording.language))" : style.figure(value, wording.language)
  }

  /// Whom to call first.
  private func dueTable(_ purchases: PurchaseRetention) -> ReportTable {
    let lives = purchases.lives
    let rows = due.prefix(Self.listed).map { row -> [Cell] in
      [
        .text(wording.person(purchases.ids[Int(lives.customer[row])], .customer)),
        .number(major(lives.revenue[row])), .day(Day(number: lives.lastDay[row])),
        cell(purchases.daysLeft(row)),
      ]
    }
    return ReportTable(
      id: "\(step)_due", title: wording(P.dueTitle),
      columns: [
        Column(wording(P.customer), .text), Column(wording(P.revenueSoFar), money, shading: .bar),
        Column(wording(P.lastDay), .day), Column(wording(P.daysLeft), .days),
      ], rows: rows, totalRows: due.count)
  }
}
