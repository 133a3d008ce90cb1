import Report
import Statistics
import Values

extension RetentionWriter {
  var measures: [Measure] {
    (settings.contractsOnly ? [] : periodMeasures + meanMeasures + lifeMeasures)
      + contractMeasures + revenueMeasures
  }

  private func measure(
    _ id: String, _ label: String, _ value: Double?, _ unit: Unit, _ interval: Interval? = nil,
    n: Int? = nil, reason: Phrase, better: Measure.Direction = .neither, isKey: Bool = false
  ) -> Measure {
    let isThere = value?.isFinite ?? false
    return Measure(
      id: id, label: label, value: isThere ? value : nil, unit: unit,
      low: isThere ? interval?.low : nil, high: isThere ? interval?.high : nil, n: n,
      reason: isThere ? nil : wording(reason), betterWhen: better, isKey: isKey && isThere)
  }

  // MARK: Purchases

  private var periodMeasures: [Measure] {
    let purchases = output.purchases
    let calendar = purchases?.triangle.calendar
    let latest = purchases?.latestPeriod
    let share = latest.flatMap { purchases?.retention($0) }
    let interval = share?.wilson()
    let churn = interval.map { Interval(low: 1 - $0.high, high: 1 - $0.low) }
    let reason = latest == nil ? P.noPeriods : P.noBase
    var labels = (wording(P.retentionPlain), wording(P.churnPlain))
    var rate: Double?
    if let latest, let calendar, let purchases {
      let names: KeyValuePairs<String, Wording.Argument> = [
        "now": .text(calendar.label(latest)), "before": .text(calendar.label(latest - 1)),
      ]
      labels = (wording(P.retention, names), wording(P.churn, names))
      rate = purchases.flows[latest].customerRetentionRate(after: purchases.flows[latest - 1])
    }
    let n = share.map { Int($0.n) }
    var retention = measure(
      "retention", labels.0, share?.share, .share, interval, n: n, reason: reason,
      better: .higher, isKey: true)
    if let latest, let purchases, latest > 1 {
      retention.trend = (max(1, latest - 11)...latest).map {
        purchases.retention($0)?.share ?? .nan
      }
    }
    return [
      measure(
        "customers", wording(P.customers), Double(purchases?.lives.count ?? 0), .count,
        reason: P.noCustomers, better: .higher),
      retention,
      measure(
        "churn", labels.1, share.map { 1 - $0.share }, .share, churn, n: n, reason: reason,
        better: .lower),
      measure("crr", wording(P.crr), rate, .ratio, n: n, reason: reason, better: .higher),
    ]
  }

  /// Means at the first periods after the first.
  private var meanMeasures: [Measure] {
    [1, 2, 3, 6, 12].flatMap { k -> [Measure] in
      let mean = output.purchases?.triangle.mean(k, settings.returning)
      let interval = mean.flatMap { Proportion($0.retained, of: $0.customers)?.wilson() }
      let reason = output.purchases == nil ? P.noCustomers : P.noCohort
      return [
        measure(
          "weighted_mean.\(k)", wording(P.weightedMean, ["k": .count(k)]), mean?.weighted, .share,
          interval, n: mean?.customers, reason: reason, better: .higher),
        measure(
          "simple_mean.\(k)", wording(P.simpleMean, ["k": .count(k)]), mean?.simple, .share,
          n: mean?.cohorts, reason: reason, better: .higher),
      ]
    }
  }

  private var lifeMeasures: [Measure] {
    let purchases = output.purchases
    let curve = purchases?.overall
    let horizon = days(settings.horizon)
    let survival = curve?.survival(at: settings.horizon)
    let interval = curve?.step(at: settings.horizon).flatMap { curve?.interval($0) }
    let mean = curve?.restrictedMean(to: settings.horizon)
    let half = Normal.twoSided(0.95)
    let lives = curve?.table.lives
    let lost = curve?.table.events ?? 0
    let back = purchases?.lives.cameBack.count(where: \.self) ?? 0
    let came = Proportion(back, of: lost)
    let ends = curve?.medianInterval()
    // An interval with an open end is told in the table; a measure has both ends or none.
    let median = ends.flatMap { ends in
      ends.low.flatMap { low in
        ends.high.map { Interval(low: Double(low), high: Double($0)) }
      }
    }
    let noCurve = purchases == nil ? P.noCustomers : P.notSeen
    return [
      measure(
        "churn_after", wording(P.churnAfter), purchases.map { Double($0.rule.days) }, .days,
        reason: P.noCustomers),
      measure(
        "survival", wording(P.horizonSurvival, ["days": horizon]), survival, .share, interval,
        n: lives, reason: noCurve, better: .higher, isKey: true),
      measure(
        "median_days", wording(P.medianDays), curve?.median.map(Double.init), .days, median,
        n: lives, reason: purchases == nil ? P.noCustomers : P.notReached, better: .higher),
      measure(
        "restricted_mean_days", wording(P.restrictedMean, ["days": horizon]), mean?.mean, .days,
        mean.map {
          Interval(
            low: max(0, $0.mean - half * $0.standardError), high: $0.mean + half * $0.standardError)
        }, n: lives, reason: noCurve, better: .higher),
      measure(
        "came_back", wording(P.lostCustomers), came?.share, .share, came?.wilson(), n: lost,
        reason: purchases == nil ? P.noCustomers : P.noLosses, better: .higher),
      measure(
        "due.customers", wording(P.dueCustomers, ["days": days(settings.dueWithin)]),
        purchases.map { _ in Double(due.count) }, .count, reason: P.noCustomers, better: .lower),
      measure(
        "due.revenue", wording(P.dueRevenue),
        purchases.map { purchases in
          major(due.reduce(0) { $0 + purchases.lives.revenue[$1] })
        }, money, reason: P.noCustomers, better: .lower),
    ] + (purchases?.comparisons.flatMap(testMeasures) ?? [])
  }

  private func testMeasures(_ comparison: SurvivalComparison) -> [Measure] {
    let name: KeyValuePairs<String, Wording.Argument> = [
      "dimension": .text(wording(comparison.kind.title).lowercased())
    ]
    let id = comparison.kind.rawValue
    let n = comparison.groups.reduce(0) { $0 + $1.curve.table.lives }
    return [
      measure(
        "log_rank.\(id)", wording(P.logRank, name), comparison.test?.chiSquare, .ratio, n: n,
        reason: P.nothingToTest),
      measure(
        "log_rank_p.\(id)", wording(P.logRankP, name), comparison.test?.pValue, .share, n: n,
        reason: P.nothingToTest),
    ]
  }

  // MARK: Contracts

  private var contractMeasures: [Measure] {
    guard let contracts = output.contracts else {
      return settings.contractsOnly
        ? [measure("contracts", wording(P.contractsCount), 0, .count, reason: P.noContracts)] : []
    }
    let fit = contracts.fit
    let n = fit?.decisions
    let count = contracts.lives.count
    let noShifted = fit == nil ? P.noRenewals : P.otherModel
    func figure(
      _ id: String, _ label: String, _ unit: Unit, reason: Phrase,
      _ figure: (RenewalModel) -> Double?
    ) -> Measure {
      measure(
        id, label, fit.flatMap { figure($0.model) }, unit, fit?.interval(of: figure), n: n,
        reason: fit == nil ? P.noRenewals : reason)
    }
    let discount = output.termDiscount
    return [
      measure(
        "contracts", wording(P.contractsCount), Double(count), .count, reason: P.noContracts),
      measure(
        "contracts.running", wording(P.runningCount), Double(contracts.lives.running), .count,
        n: count, reason: P.noContracts, better: .higher),
      measure(
        "contracts.due", wording(P.renewalsDue, ["days": days(settings.renewalsWithin)]),
        Double(dueContracts.count), .count, n: count, reason: P.noContracts),
      figure("alpha", wording(P.alpha), .ratio, reason: noShifted) { model in
        if case .shiftedBetaGeometric(let alpha, _) = model { alpha } else { nil }
      },
      figure("beta", wording(P.beta), .ratio, reason: noShifted) { model in
        if case .shiftedBetaGeometric(_, let beta) = model { beta } else { nil }
      },
      measure(
        "contract_churn", wording(P.contractChurn), contractChurn(fit?.model), .share,
        fit?.shareInterval { contractChurn($0) ?? .nan }, n: n,
        reason: fit == nil ? P.noRenewals : P.shiftedModel, better: .lower),
      measure(
        "log_likelihood", wording(P.logLikelihood), fit?.logLikelihood, .ratio, n: n,
        reason: P.noRenewals),
    ]
      + [1, 3, 5].map { t in
        measure(
          "contract_survival.\(t)", wording(P.contractSurvival, ["n": .count(t)]),
          fit?.model.survival(t), .share, fit?.shareInterval { $0.survival(t) }, n: n,
          reason: P.noRenewals, better: .higher)
      }
      + [
        figure("lifetime", wording(P.contractLifetime), .ratio, reason: P.noDiscount) {
          $0.discountedLifetime(discount: discount)
        }
      ]
      + (1...5).map { n in
        figure(
          "residual_lifetime.\(n)", wording(P.contractResidual, ["n": .count(n)]), .ratio,
          reason: P.noDiscount
        ) { $0.discountedResidualLifetime(before: n, discount: discount) }
      }
  }

  private func contractChurn(_ model: RenewalModel?) -> Double? {
    if case .geometric(let churn)? = model { churn } else { nil }
  }

  private var revenueMeasures: [Measure] {
    guard let revenue = output.revenue else { return [] }
    let month = revenue.latest
    let net = month?.netRetention
    let gross = month?.grossRetention
    let grossInterval = gross?.interval().map {
      Interval(low: min(1, $0.low), high: min(1, $0.high))
    }
    let comparable = revenue.months.indices.filter(revenue.isComparable)
    var netMeasure = measure(
      "net_revenue_retention", wording(P.netRetention), net?.value, .ratio, net?.interval(),
      n: net?.n, reason: P.noRevenue, better: .higher, isKey: true)
    netMeasure.trend = comparable.suffix(12).map { revenue.months[$0].netRetention?.value ?? .nan }
    return [
      netMeasure,
      measure(
        "gross_revenue_retention", wording(P.grossRetention), gross.map { min(1, $0.value) },
        .share, grossInterval, n: gross?.n, reason: P.noRevenue, better: .higher),
      measure(
        "recurring_revenue", wording(P.recurring), revenue.months.last.map { major($0.end) },
        money, n: revenue.months.last?.customers, reason: P.noRevenue, better: .higher),
    ]
  }
}
