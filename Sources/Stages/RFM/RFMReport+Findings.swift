import Report
import Values

extension RFMReport {
  /// From this share of revenue on a segment at risk is an alarm.
  static let alarmShare = 0.15
  /// From this share of revenue on it is a warning.
  static let warningShare = 0.05

  /// One sentence a segment that somebody must act on, or that carries the company; gravest first.
  var findings: [Finding] {
    found.sorted { left, right in
      (left.severity, left.weight) > (right.severity, right.weight)
    }
  }

  private var found: [Finding] {
    zip(output.segments, output.sums).compactMap { segment, sum in
      guard let role = segment.role, sum.customers > 0, let share = output.revenueShare(sum) else {
        return nil
      }
      let severity: Finding.Severity =
        switch role {
        case .best: .good
        case .atRisk:
          share >= Self.alarmShare ? .alarm : share >= Self.warningShare ? .warning : .note
        }
      return Finding(
        id: "\(step).\(segment.id)", severity: severity,
        weight: output.input.currency.major(sum.revenue),
        sentence: sentence(segment, role, sum, share), page: step,
        action: segment.action.map { wording($0) }, owner: segment.owner.map { wording($0) })
    }
  }

  private func sentence(
    _ segment: RFMSegment, _ role: RFMRole, _ sum: RFMOutput.Sum, _ share: Double
  ) -> String {
    switch role {
    case .atRisk:
      wording(
        RFMPhrases.findingRole,
        [
          "segment": .phrase(segment.name), "customers": .count(sum.customers),
          "revenue": .money(sum.revenue), "share": .share(share),
          "days": .value(Double(sum.recency) / Double(sum.customers), .days),
        ])
    case .best:
      wording(
        RFMPhrases.findingBest,
        [
          "segment": .phrase(segment.name), "customers": .count(sum.customers),
          "part": .share(Double(sum.customers) / Double(output.count)), "share": .share(share),
        ])
    }
  }

  /// Collapsed axes, too few customers: what a reader must know before comparing scores.
  var warnings: [String] {
    guard output.count > 0 else {
      return [wording(RFMPhrases.nobody, ["day": .day(output.input.asOf)])]
    }
    var all: [String] = []
    if output.count < bins {
      all.append(
        wording(
          RFMPhrases.fewCustomers, ["customers": .count(output.count), "bins": .count(bins)]))
    }
    let phrases = [
      RFMPhrases.collapsedRecency, RFMPhrases.collapsedFrequency, RFMPhrases.collapsedMonetary,
    ]
    // Fixed thresholds mean what they say: an empty class is a fact, not a fault of the method.
    guard output.settings.binning != .fixed else { return all }
    for (scored, phrase) in zip(output.scored, phrases) {
      let found = scored.realised
      guard found.count < bins else { continue }
      all.append(
        wording(
          phrase,
          [
            "found": .count(found.count), "bins": .count(bins),
            "scores": .text(found.map(String.init).joined(separator: ", ")),
          ]))
    }
    return all
  }
}

extension RFMScores {
  /// The scores that occur, ascending.
  var realised: [Int] {
    Set(classes.filter { $0.customers > 0 }.map(\.score)).sorted()
  }
}
