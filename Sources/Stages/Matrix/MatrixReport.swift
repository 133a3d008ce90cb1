import Pipeline
package import Report
import Values

private typealias P = MatrixPhrases

extension MatrixOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    MatrixWriter(output: self, wording: wording, step: step).report
  }
}

/// What `matrix` says in one language.
struct MatrixWriter {
  let output: MatrixOutput
  let wording: Wording
  let step: String

  var money: Unit { .money(output.input.currency) }

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings, pages: [page] + (listPage.map { [$0] } ?? []),
      warnings: warnings)
  }

  func name(_ field: MatrixField) -> String { wording(output.meaning(field).name) }

  func title(_ axis: MatrixAxis) -> String { wording(axis.title) }

  func unit(_ axis: MatrixAxis) -> Unit {
    switch axis {
    case .value, .margin, .basket, .potential: money
    case .frequency: .count
    case .satisfaction: .score
    }
  }

  var hiddenReason: String { wording(GroupVisibility.hiddenWords) }

  // MARK: Measures

  private var measures: [Measure] {
    let isHidden = output.hasAnswers && output.isAllHidden
    var all = [
      Measure(
        id: "customers", label: wording(P.placed), value: isHidden ? nil : Double(output.placed),
        unit: .count, reason: isHidden ? hiddenReason : nil),
      cut("x_cut", P.cutX, output.x, output.xCut), cut("y_cut", P.cutY, output.y, output.yCut),
    ]
    for field in MatrixField.ordered {
      let sum = output.sum(field)
      let label = Wording.Argument.text(name(field))
      let isTold = output.tells(field)
      all.append(
        Measure(
          id: "customers.\(field.id)", label: wording(P.fieldCustomers, ["name": label]),
          value: isTold ? Double(sum.customers) : nil, unit: .count,
          reason: isTold ? nil : hiddenReason))
      let hasRevenue = output.tellsRevenue(field)
      let share = hasRevenue ? output.revenueShare(sum) : nil
      all.append(
        Measure(
          id: "revenue_share.\(field.id)", label: wording(P.fieldShare, ["name": label]),
          value: share, unit: .share, n: hasRevenue ? sum.customers : nil,
          reason: share != nil ? nil : hasRevenue ? wording(P.noShare) : hiddenReason,
          isKey: field == .highHigh))
    }
    return all
  }

  private func cut(_ id: String, _ label: Phrase, _ axis: MatrixAxis, _ value: Double?) -> Measure {
    let isHidden = axis == .satisfaction && !output.tellsCuts
    return Measure(
      id: id, label: wording(label), value: isHidden ? nil : value, unit: unit(axis),
      reason: isHidden ? hiddenReason : value == nil ? wording(P.noCustomers) : nil)
  }

  // MARK: Page

  private var page: Page {
    var blocks: [Page.Block] = []
    if let chart = output.hasAnswers ? heatMap : plane { blocks.append(.chart(chart)) }
    blocks.append(.table(fieldsTable))
    if !findings.isEmpty { blocks.append(.findings(findings)) }
    blocks.append(.notes(notes))
    return Page(
      anchor: step, title: wording(P.title, axes), question: wording(P.question),
      headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard output.placed > 0 else {
      return wording(P.headlineEmpty, ["day": .day(output.input.asOf)])
    }
    // Money about to be lost first, otherwise the best.
    let told = MatrixField.ordered.filter { output.tells($0) && output.sum($0).customers > 0 }
    guard let field = told.first(where: { output.meaning($0).isAlarm }) ?? told.first else {
      return wording(GroupVisibility.noFigure, ["min": .count(output.input.minCell)])
    }
    let sum = output.sum(field)
    let part = Double(sum.customers) / Double(output.placed)
    guard output.tellsRevenue(field), let share = output.revenueShare(sum) else {
      return wording(
        P.headlinePlain,
        ["name": .text(name(field)), "customers": .count(sum.customers), "part": .share(part)])
    }
    return wording(
      P.headline,
      [
        "name": .text(name(field)), "customers": .count(sum.customers), "part": .share(part),
        "share": .share(share),
      ])
  }

  /// One sentence a field that somebody should act on.
  var findings: [Finding] {
    MatrixField.ordered.compactMap { field -> Finding? in
      let sum = output.sum(field)
      let meaning = output.meaning(field)
      // Fields of other axes have a name and no advice: the best one is told of.
      guard meaning.action != nil || field == .highHigh, field != .lowLow, sum.customers > 0,
        output.tellsRevenue(field), let share = output.revenueShare(sum),
        let part = output.customerShare(sum)
      else { return nil }
      let isGrowing =
        output.input.potential != nil && (output.x == .potential || output.y == .potential)
      return Finding(
        id: "\(step).\(field.id)",
        severity: meaning.isAlarm ? .warning : field == .highHigh ? .good : .note,
        weight: output.input.currency.major(max(0, sum.revenue)),
        sentence: wording(
          isGrowing ? P.findingPotential : P.finding,
          [
            "name": .text(name(field)), "customers": .count(sum.customers),
            "part": .share(part), "share": .share(share), "revenue": .money(sum.revenue),
            "potential": .money(sum.potential),
          ]), page: step, action: meaning.action.map { wording($0) },
        owner: meaning.owner.map { wording($0) })
    }.sorted { ($0.severity, $0.weight) > ($1.severity, $1.weight) }
  }

  var warnings: [String] {
    var all: [String] = []
    for (wanted, instead) in [(output.settings.x, output.x), (output.settings.y, output.y)]
    where wanted != instead {
      all.append(
        wording(
          P.warnInstead, ["wanted": .text(title(wanted)), "instead": .text(word(instead))]))
    }
    let sides = [
      Set(MatrixField.allCases.filter { output.sum($0).customers > 0 }.map(\.xIsHigh)),
      Set(MatrixField.allCases.filter { output.sum($0).customers > 0 }.map(\.yIsHigh)),
    ]
    if output.placed > 1, !output.hasAnswers, sides.contains(where: { $0.count == 1 }) {
      all.append(wording(P.warnFew))
    }
    return all
  }
}
