import Pipeline
import Report
import Statistics
import Values

extension CLVReport {
  private typealias Column = ReportTable.Column
  private typealias Cell = ReportTable.Cell

  private var plain: NumberStyle { NumberStyle(.ratio, decimals: 1) }
  private var exact: NumberStyle { NumberStyle(.ratio, decimals: 4) }
  private var whole: NumberStyle { NumberStyle(money, decimals: 0) }

  private func cell(_ value: Double?, _ missing: String = NumberStyle.missing) -> Cell {
    guard let value, value.isFinite else { return .missing(missing) }
    return .number(value)
  }

  /// The most customers of the list at risk that the page carries; the CSV has them all.
  static let listedAtRisk = 20

  var riskTable: ReportTable {
    let entries = found?.risk?.entries ?? []
    let hasOwner = output.input.owner != nil
    let hasDay = output.record.lastDay != nil
    let before = wording(P.aliveBefore, ["days": days(settings.silence.days)])
    var columns = [Column(wording(P.customer), .text)]
    if hasOwner { columns.append(Column(wording(P.owner), .text)) }
    if hasDay { columns.append(Column(wording(P.lastPurchase), .day)) }
    columns += [
      Column(wording(P.aliveColumn), .share), Column(before, .share),
      Column(wording(P.clvColumn), whole), Column(wording(P.stake), whole, shading: .bar),
    ]
    let rows = entries.prefix(Self.listedAtRisk).map { entry -> [Cell] in
      var row: [Cell] = [.text(wording.person(output.record.ids[entry.row], .customer))]
      if hasOwner { row.append(.text(output.owner(entry.row))) }
      if let last = output.record.lastDay { row.append(.day(Day(number: last[entry.row]))) }
      return row + [
        .number(entry.alive), cell(entry.aliveBefore, wording(P.boughtSince)),
        cell(found?.forecast.clv[entry.row]), .number(entry.atStake),
      ]
    }
    return ReportTable(
      id: "\(step)_at_risk", title: wording(P.riskTitle), columns: columns, rows: rows,
      totalRows: entries.count)
  }

  var totalsTable: ReportTable {
    let tiers = found?.totals.tiers ?? []
    let rows = (Array(1..<max(1, tiers.count)) + [0]).filter {
      tiers.indices.contains($0) && tiers[$0].customers > 0
    }.map { index -> [Cell] in
      let tier = tiers[index]
      let total = tier.total
      return [
        .text(index == 0 ? wording(P.all) : String(index)), .number(Double(tier.customers)),
        .number(tier.purchases), .number(tier.clv), cell(output.clvShare(index)),
        cell(total?.both.low), cell(total?.both.high), cell(total?.predictive.low),
        cell(total?.predictive.high), cell(total?.parameter.low), cell(total?.parameter.high),
      ]
    }
    return ReportTable(
      id: "\(step)_totals", title: wording(P.totalsTitle),
      columns: [
        Column(wording(P.tier), .text), Column(wording(P.customersColumn), .count),
        Column(wording(P.purchases), plain), Column(wording(P.clvColumn), whole),
        Column(wording(P.shareColumn), .share, shading: .bar),
        Column(wording(P.low), whole), Column(wording(P.high), whole),
        Column(wording(P.predictiveLow), whole), Column(wording(P.predictiveHigh), whole),
        Column(wording(P.parameterLow), whole), Column(wording(P.parameterHigh), whole),
      ], rows: rows, hasTotal: !rows.isEmpty)
  }

  var newcomerTable: ReportTable {
    let newcomer = found?.newcomer
    let rows = zip(settings.horizons, newcomer?.horizons ?? []).map { horizon, value -> [Cell] in
      [
        .text(wording(P.horizon(horizon))), .number(value.purchases), .number(value.value),
        .number(value.discounted),
        cell(newcomer?.firstPurchase.map { $0 + value.discounted }),
      ]
    }
    return ReportTable(
      id: "\(step)_newcomer", title: wording(P.newcomerTitle),
      columns: [
        Column(wording(P.horizon), .text),
        Column(wording(P.repeatPurchases), NumberStyle(.ratio, decimals: 2)),
        Column(wording(P.repeatValue), money), Column(wording(P.discounted), money),
        Column(wording(P.withFirst), money),
      ], rows: rows)
  }

  var modelsTable: ReportTable {
    let rows = output.ladder.rungs.enumerated().map { index, rung -> [Cell] in
      let likelihood = rung.card.map { output.inUnit($0) }
      let bic = rung.card.flatMap { card in
        likelihood.map { card.bic + 2 * (card.logLikelihood - $0) }
      }
      return [
        .text(wording(rung.model.title)),
        .text(wording(index == output.ladder.chosen ? P.chosen : P.notChosen)),
        .text(stateWords(rung)), cell(likelihood), cell(bic),
        cell(rung.backTest?.expectedTotal), cell(rung.backTest?.actualTotal),
        cell(rung.backTest?.rootMeanSquare),
      ]
    }
    return ReportTable(
      id: "\(step)_models", title: wording(P.modelsTitle),
      columns: [
        Column(wording(P.model), .text), Column(wording(P.verdict), .text),
        Column(wording(P.state), .text), Column(wording(P.likelihoodColumn), plain),
        Column(wording(P.bicColumn), plain),
        Column(wording(P.expectedColumn), NumberStyle(.ratio, decimals: 0)),
        Column(wording(P.actualColumn), .count), Column(wording(P.errorColumn), exact),
      ], rows: rows)
  }

  private func stateWords(_ rung: ModelLadder.Rung) -> String {
    switch rung.card?.state {
    case .converged: wording(Phrase("converged", "已收敛"))
    case .boundary: wording(Phrase("at a bound", "处于边界"))
    case .stalled: wording(Phrase("not converged", "未收敛"))
    case nil: rung.failure?.words(wording) ?? NumberStyle.missing
    }
  }

  var parametersTable: ReportTable {
    let rows = output.estimates.map { one -> [Cell] in
      [
        .text(wording(one.part == "spend" ? P.partSpend : P.partPurchases)),
        .text(wording.parameter(one.name)), .number(one.value),
        cell(one.error, wording(P.noError)), cell(one.interval?.low, wording(P.noError)),
        cell(one.interval?.high, wording(P.noError)),
        cell(one.previous, wording(P.noPrevious)),
      ]
    }
    return ReportTable(
      id: "\(step)_parameters", title: wording(P.parametersTitle),
      columns: [
        Column(wording(P.part), .text), Column(wording(P.parameterColumn), .text),
        Column(wording(P.estimate), exact), Column(wording(P.error), exact),
        Column(wording(P.low), exact), Column(wording(P.high), exact),
        Column(wording(P.previous), exact),
      ], rows: rows)
  }

  var calibrationTable: ReportTable {
    let rows = (found?.calibration?.tenths ?? []).enumerated().map { index, tenth -> [Cell] in
      [
        .text(String(index + 1)), .number(Double(tenth.customers)), .number(tenth.expected),
        .number(tenth.actual), .number(tenth.interval.low), .number(tenth.interval.high),
      ]
    }
    let style = NumberStyle(.ratio, decimals: 3)
    return ReportTable(
      id: "\(step)_calibration", title: wording(P.calibrationTitle),
      columns: [
        Column(wording(P.tier), .text), Column(wording(P.customersColumn), .count),
        Column(wording(P.expectedColumn), style), Column(wording(P.actualColumn), style),
        Column(wording(P.low), style), Column(wording(P.high), style),
      ], rows: rows)
  }

  /// The most customers that the list page carries.
  private static let listed = 50_000

  var listPage: Page? {
    guard let found else { return nil }
    let forecast = found.forecast
    let last = output.longest
    let net = output.record.net
    var columns = [
      Column(wording(P.customer), .text), Column(wording(P.aliveColumn), .share),
      Column(wording(P.purchases), plain), Column(wording(P.expectedSpend), whole),
      Column(wording(P.clvColumn), whole), Column(wording(P.low), whole),
      Column(wording(P.high), whole),
    ]
    if net != nil { columns.append(Column(wording(P.historic), whole)) }
    columns.append(Column(wording(P.tier), .count))
    let rows = found.totals.order.prefix(Self.listed).map { position -> [Cell] in
      let row = Int(position)
      let interval = forecast.clvInterval(output.columns, row)
      var cells: [Cell] = [
        .text(wording.person(output.record.ids[row], .customer)),
        cell(found.basis.card == nil ? nil : forecast.alive(row)),
        .number(forecast.expected(last, row)), .number(forecast.spend[row]),
        .number(forecast.clv[row]), cell(interval.low), cell(interval.high),
      ]
      if let net { cells.append(.number(currency.major(net[row]))) }
      return cells + [.number(Double(found.totals.decile[row]))]
    }
    return Page(
      anchor: "\(step)-list", title: wording(P.listTitle), question: wording(P.listQuestion),
      headline: wording(P.listHeadline, ["customers": .count(output.columns.count)]),
      blocks: [
        .table(
          ReportTable(
            id: "\(step)_customers", title: wording(P.listTitle), columns: columns,
            rows: Array(rows), totalRows: output.columns.count))
      ])
  }
}
