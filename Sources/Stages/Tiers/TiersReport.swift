import Pipeline
package import Report
import Statistics
import Values

extension TiersOutput {
  package func report(_ wording: Wording, step: String) -> StageReport {
    TiersReport(output: self, wording: wording, step: step).report
  }
}

/// What `tiers` says in one language.
struct TiersReport {
  typealias P = TiersPhrases

  let output: TiersOutput
  let wording: Wording
  let step: String

  var report: StageReport {
    StageReport(
      measures: measures, findings: findings,
      pages: [page, starsPage] + (listPage.map { [$0] } ?? []),
      warnings: warnings)
  }

  var currency: Currency { output.input.currency }
  var money: Unit { .money(currency) }
  func major(_ minor: Int64) -> Double { currency.major(minor) }
  var notes: TiersNotes { TiersNotes(output: output, wording: wording) }
  var starsAnchor: String { "\(step)-stars" }

  // MARK: Measures

  private var measures: [Measure] {
    concentrationMeasures + classMeasures + starMeasures + keyMeasures
  }

  private var concentrationMeasures: [Measure] {
    let total = output.total
    let nothing = output.count == 0 ? P.reasonNobody : P.reasonNothing
    let aside = output.aside[.negative] ?? TiersOutput.Sum()
    var all = [
      Measure(
        id: "customers", label: wording(P.customers), value: Double(output.counted), unit: .count,
        betterWhen: .higher),
      Measure(
        id: "amount", label: wording(P.amount), value: major(total.amount), unit: money,
        n: output.counted, betterWhen: .higher),
      Measure(
        id: "set_aside.customers", label: wording(P.asideCustomers), value: Double(aside.customers),
        unit: .count, betterWhen: .lower),
      Measure(
        id: "set_aside.amount", label: wording(P.asideAmount), value: major(aside.amount),
        unit: money, betterWhen: .higher),
    ]
    for figure in output.figures {
      let why =
        output.concentration == nil
        ? nothing : figure.customers == 0 ? P.reasonFew : P.reasonOne
      all.append(
        Measure(
          id: figure.id, label: wording(figure.label), value: figure.value, unit: figure.unit,
          low: figure.interval?.low, high: figure.interval?.high, n: output.counted,
          reason: figure.value == nil ? wording(why) : nil,
          isKey: figure.id == "top_20_share" || figure.id == "customers_for_80"))
    }
    return all
  }

  private var classMeasures: [Measure] {
    output.classSums.enumerated().flatMap { index, sum in
      let name = ValueClasses.name(index)
      let share = output.share(sum)
      return [
        Measure(
          id: "customers.\(name.lowercased())",
          label: wording(P.classCustomers, ["tier": .text(name)]), value: Double(sum.customers),
          unit: .count, n: output.counted),
        Measure(
          id: "amount_share.\(name.lowercased())",
          label: wording(P.classShare, ["tier": .text(name)]), value: share, unit: .share,
          n: sum.customers,
          reason: share == nil
            ? wording(output.concentration == nil ? P.reasonNothing : P.reasonShare) : nil),
      ]
    }
  }

  private var starMeasures: [Measure] {
    let reason = output.input.hasWindow ? nil : wording(P.reasonWindow)
    let moveReason = output.input.hasEarlierWindow ? reason : wording(P.reasonWindow)
    func count(
      _ id: String, _ label: String, _ value: Int, _ better: Measure.Direction,
      moves: Bool = false
    ) -> Measure {
      let why = moves ? moveReason : reason
      return Measure(
        id: id, label: label, value: why == nil ? Double(value) : nil, unit: .count,
        n: output.count, reason: why, betterWhen: better)
    }
    let levels = output.ladder.least.indices.map { level in
      let stars = output.settings.stars.lowest + level
      return count(
        "stars.\(stars)", wording(P.starCustomers, ["stars": .count(stars)]),
        output.starSums[level + 1].customers, .higher)
    }
    return levels + [
      count("stars.at_risk", wording(P.riskCustomers), output.atRisk.count, .lower),
      count("stars.one_month", wording(P.nearCustomers), output.nearNext.count, .higher),
      count("stars.lost", wording(P.fallenCustomers), output.fallen.count, .lower, moves: true),
      count("stars.won", wording(P.risenCustomers), output.risen, .higher, moves: true),
    ]
  }

  private var keyMeasures: [Measure] {
    let share = output.share(output.keySum)
    let best = output.deciles?.deciles
    let whole = best?.reduce(Int64(0)) { $0 + $1.sum } ?? 0
    let first = best?.first.flatMap { decile in
      whole > 0 && (0...whole).contains(decile.sum) ? Double(decile.sum) / Double(whole) : nil
    }
    return [
      Measure(
        id: "key_accounts.customers", label: wording(P.keyCustomers),
        value: Double(output.keySum.customers), unit: .count, n: output.count),
      Measure(
        id: "key_accounts.amount_share", label: wording(P.keyShare), value: share, unit: .share,
        n: output.keySum.customers,
        reason: share == nil
          ? wording(output.concentration == nil ? P.reasonNothing : P.reasonShare) : nil),
      Measure(
        id: "clv_decile_1_share", label: wording(P.decileShare), value: first, unit: .share,
        n: best?.first?.customers,
        reason: first == nil ? wording(best == nil ? P.reasonNoCLV : P.reasonShare) : nil),
    ]
  }

  // MARK: Pages

  private var page: Page {
    var blocks: [Page.Block] = []
    if let curve { blocks.append(.chart(curve)) }
    if let neededLine { blocks.append(.paragraph(neededLine)) }
    blocks.append(.table(classTable))
    if output.concentration != nil { blocks += [.table(besideTable), .table(indexTable)] }
    if let deciles = output.deciles, deciles.customers > 0 { blocks.append(.table(decileTable)) }
    if output.keySum.customers > 0 { blocks.append(.table(keyTable)) }
    blocks.append(.notes(notes.classNotes))
    return Page(
      anchor: step, title: wording(P.title), question: wording(P.question), headline: headline,
      blocks: blocks)
  }

  private var headline: String {
    guard let held = output.concentration else {
      return output.count == 0
        ? wording(P.headlineNobody, ["day": .day(output.input.asOf)])
        : wording(P.headlineNothing, ["customers": .count(output.count)])
    }
    let needed = held.needed(for: 0.8)
    let tenth = held.customers(in: 0.1)
    return wording(
      tenth > 0 ? P.headline : P.headlineFew,
      [
        "customers": .count(needed), "share": .share(Double(needed) / Double(held.count)),
        "amount": .money(held.total), "top": .share(held.held(byGreatest: tenth)),
      ])
  }

  private var neededLine: String? {
    guard let held = output.concentration else { return nil }
    let needed = held.needed(for: 0.8)
    return wording(
      P.neededLine,
      ["customers": .count(needed), "share": .share(Double(needed) / Double(held.count))])
  }

  private var starsPage: Page {
    var blocks: [Page.Block] = []
    if output.input.hasWindow {
      if let starsChart { blocks.append(.chart(starsChart)) }
      blocks.append(.table(starTable))
      if !output.atRisk.isEmpty { blocks.append(.table(riskTable)) }
      if !output.fallen.isEmpty { blocks.append(.table(fallenTable)) }
      if !output.nearNext.isEmpty { blocks.append(.table(nearTable)) }
    }
    blocks.append(.notes(notes.starNotes))
    return Page(
      anchor: starsAnchor, title: wording(P.starsTitle), question: wording(P.starsQuestion),
      headline: starsHeadline, blocks: blocks)
  }

  private var starsHeadline: String {
    guard output.input.hasWindow else {
      return wording(
        P.starsFew,
        ["months": .count(output.ladder.months), "day": .day(output.input.asOf)])
    }
    let holders = output.count - output.starSums[0].customers
    return wording(
      holders > 0 ? P.starsHeadline : P.starsNone,
      [
        "holders": .count(holders), "customers": .count(output.count),
        "risk": .count(output.atRisk.count), "near": .count(output.nearNext.count),
      ])
  }
}
