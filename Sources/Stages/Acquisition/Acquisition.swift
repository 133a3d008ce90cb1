package import Diagnostics
import Exports
import Pipeline
import Statistics
package import Values

/// What a new customer costs, by channel and period, and when the money is back.
package struct Acquisition: Stage {
  package static let name = "acquisition"
  package static let summary = Phrase(
    "What a new customer costs by channel and period, how that compares with what the customer brings, and when the money is back",
    "各渠道、各期的单客获取成本，与客户价值的比较，以及多久收回")
  package static let example = """
    - stage: acquisition
      settings:
        period: quarter
        discount: 0.1
        margin: 0.35
    """

  package let settings: AcquisitionSettings

  package init(_ settings: AcquisitionSettings) throws(Diagnostic) { self.settings = settings }

  package func run(_ input: AcquisitionInput) throws(Diagnostic) -> AcquisitionOutput {
    let span = input.costs.span
    let window = span.flatMap { completeWindow($0, input) }
    let cohort = window ?? span.flatMap { clipped($0, input.asOf) }
    let keptWindow = cohort.map { lastYear(of: $0) }
    let worth = CustomerWorth(input.days, settings, asOf: input.asOf)
    let fold = CustomerFold(input, settings, worth, cohort: cohort, kept: keptWindow)
    let grain =
      input.costs.grain.months > settings.period.months
      ? input.costs.grain : settings.period
    return AcquisitionOutput(
      asOf: input.asOf, currency: input.currency, settings: settings, grain: grain,
      costGrain: input.costs.grain, basis: worth.basis, hasFuture: input.future != nil,
      knowsEarlierCustomers: input.hasAcquiredOn, window: cohort, isWindowComplete: window != nil,
      total: total(input, fold, cohort),
      channels: channels(input, fold, cohort),
      periods: periods(input, fold, grain, span),
      retention: retention(input, fold, keptWindow))
  }

  /// The days of costs whose periods are over; nil where none is.
  private func completeWindow(
    _ span: ClosedRange<Day>, _ input: AcquisitionInput
  ) -> ClosedRange<Day>? {
    guard span.upperBound > input.asOf else { return span }
    let last = AcquisitionPeriod(input.costs.grain, of: input.asOf)
    let end = last.last <= input.asOf ? last.last : last.first.adding(days: -1)
    return end >= span.lowerBound ? span.lowerBound...end : nil
  }

  private func clipped(_ span: ClosedRange<Day>, _ asOf: Day) -> ClosedRange<Day>? {
    span.lowerBound <= asOf ? span.lowerBound...min(span.upperBound, asOf) : nil
  }

  /// The last twelve months of a window, or all of a shorter one.
  private func lastYear(of window: ClosedRange<Day>) -> ClosedRange<Day> {
    let start = window.upperBound.adding(days: 1).adding(months: -12)
    return max(window.lowerBound, start)...window.upperBound
  }

  // MARK: Channels

  private func total(
    _ input: AcquisitionInput, _ fold: CustomerFold, _ cohort: ClosedRange<Day>?
  ) -> AcquisitionFigures {
    let sums = fold.total
    return figures(
      input, fold, cohort, channel: nil, spend: input.costs.sum(true, in: cohort),
      curve: (sums.sums, sums.counts), daysSince: sums.daysSince)
  }

  /// One a channel in the order of their names, last those without a channel.
  private func channels(
    _ input: AcquisitionInput, _ fold: CustomerFold, _ cohort: ClosedRange<Day>?
  ) -> [AcquisitionFigures] {
    let all = (Array(input.channels.indices) + [-1]).map { channel in
      figures(
        input, fold, cohort, channel: channel,
        spend: channel >= 0 && input.costs.statesAcquisition(of: channel)
          ? input.costs.sum(true, channel: channel, in: cohort) : nil,
        curve: fold.sums.isEmpty ? ([], []) : (fold.sums[channel + 1], fold.counts[channel + 1]),
        daysSince: fold.daysSince[channel + 1])
    }
    return all.filter { $0.channel != nil || $0.new > 0 }
  }

  private func figures(
    _ input: AcquisitionInput, _ fold: CustomerFold, _ cohort: ClosedRange<Day>?, channel: Int?,
    spend: Int64?, curve: (sums: [Double], counts: [Int]), daysSince: Int
  ) -> AcquisitionFigures {
    var values: [Double] = []
    let scale = Double(input.currency.minorPerMajor)
    var earned = 0.0
    if let cohort {
      for customer in fold.new.indices where fold.new[customer] != .min {
        guard cohort.contains(Day(number: fold.new[customer])),
          channel.map({ $0 == Int(input.channel[customer]) }) ?? true
        else { continue }
        let coming = input.future?[customer] ?? .min
        earned += fold.earned[customer] / scale
        values.append((fold.earned[customer] + (coming == .min ? 0 : Double(coming))) / scale)
      }
    }
    return AcquisitionFigures(
      channel: channel.flatMap { $0 >= 0 ? input.channels[$0] : nil },
      spend: spend.map { Double($0) / scale },
      retentionSpend: channel == nil || channel ?? -1 >= 0
        ? Double(input.costs.sum(false, channel: channel, in: cohort)) / scale : 0,
      new: values.count, value: MeanEstimate(values), earned: earned,
      customerMonths: Double(daysSince) / AcquisitionFigures.daysPerMonth,
      curve: MarginCurve(
        sums: curve.sums.map { $0 / scale }, customers: curve.counts, least: settings.minCustomers,
        discount: settings.discount),
      isEnough: values.count >= settings.minCustomers)
  }

  // MARK: Periods

  private func periods(
    _ input: AcquisitionInput, _ fold: CustomerFold, _ grain: AcquisitionGrain,
    _ span: ClosedRange<Day>?
  ) -> [AcquisitionOutput.Period] {
    guard let span, span.lowerBound <= input.asOf else { return [] }
    let first = AcquisitionPeriod(grain, of: span.lowerBound)
    let last = AcquisitionPeriod(grain, of: min(span.upperBound, input.asOf))
    let groups = input.channels.count + 1
    var new = [[Int]](
      repeating: [Int](repeating: 0, count: groups), count: last.number - first.number + 1)
    for customer in fold.new.indices where fold.new[customer] != .min {
      let day = Day(number: fold.new[customer])
      guard span.contains(day), day <= input.asOf else { continue }
      let period = AcquisitionPeriod(grain, of: day).number - first.number
      new[period][Int(input.channel[customer]) + 1] += 1
    }
    let scale = Double(input.currency.minorPerMajor)
    return (first.number...last.number).map { number in
      let period = AcquisitionPeriod(grain, number: number)
      let days = period.first...period.last
      return AcquisitionOutput.Period(
        period: period,
        isComplete: period.first >= span.lowerBound
          && period.last <= min(span.upperBound, input.asOf),
        spend: Double(input.costs.sum(true, in: days)) / scale,
        retentionSpend: Double(input.costs.sum(false, in: days)) / scale,
        new: new[number - first.number].reduce(0, +),
        channels: input.channels.indices.map { channel in
          .init(
            channel: input.channels[channel],
            spend: Double(input.costs.sum(true, channel: channel, in: days)) / scale,
            new: new[number - first.number][channel + 1])
        })
    }
  }

  // MARK: Winning against keeping

  private func retention(
    _ input: AcquisitionInput, _ fold: CustomerFold, _ window: ClosedRange<Day>?
  ) -> AcquisitionOutput.Retention? {
    guard let window else { return nil }
    let scale = Double(input.currency.minorPerMajor)
    let new = fold.new.count { $0 != .min && window.contains(Day(number: $0)) }
    return AcquisitionOutput.Retention(
      window: window, acquisitionSpend: Double(input.costs.sum(true, in: window)) / scale,
      new: new, retentionSpend: Double(input.costs.sum(false, in: window)) / scale,
      kept: fold.isKept.count { $0 })
  }
}
