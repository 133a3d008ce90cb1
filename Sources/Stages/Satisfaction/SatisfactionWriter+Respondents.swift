import Pipeline
import Report
import Statistics
import Values

/// Who was asked, who answered and how.
extension SatisfactionWriter {
  /// The last waves that the page lists; the CSV of the pack has them all.
  private static let listedWaves = 4

  var responsesTable: ReportTable? {
    let rows = output.responseRows
    guard output.invitations != nil, !rows.isEmpty else { return nil }
    // The last waves as a whole, the last of all by mode too.
    let waves = rows.filter { $0.mode == nil && $0.wave != nil && $0.visibility != .empty }
      .map(\.wave).suffix(Self.listedWaves)
    let latest = waves.last { $0 != "" } ?? nil
    let shown = rows.filter { row in
      let isListed =
        row.wave == nil || (row.mode == nil ? waves.contains(row.wave) : row.wave == latest)
      return isListed && row.visibility != .empty
    }
    return ReportTable(
      id: "\(step)_responses", title: wording(P.responsesTitle),
      columns: [
        .init(wording(P.wave), .text), .init(wording(P.mode), .text),
        .init(wording(P.invited), .count), .init(wording(P.answered), .count),
        .init(wording(P.rate), .share), .init(wording(P.low), .share),
        .init(wording(P.high), .share),
      ],
      rows: shown.map { row in
        let names: [ReportTable.Cell] = [
          .text(row.wave.map { named($0) } ?? wording(P.allWaves)),
          .text(row.mode.map { named($0) } ?? wording(P.anyMode)),
        ]
        guard let invited = row.invited, let answered = row.answered, let rate = row.rate else {
          return names + [ReportTable.Cell](repeating: .missing(reason(row.visibility)), count: 5)
        }
        let interval = rate.wilson(confidence: output.confidence)
        return names + [
          .number(Double(invited)), .number(Double(answered)), .number(rate.share),
          .number(interval.low), .number(interval.high),
        ]
      }, totalRows: rows.count)
  }

  private func named(_ label: String) -> String {
    label.isEmpty ? wording(P.notStated) : label
  }

  /// Modes by wave, the last waves beside each other.
  var modesTable: ReportTable? {
    guard let mix = output.mix else { return nil }
    let rows = output.mixRows
    let waves = mix.waves.indices.suffix(Self.listedWaves)
    func title(_ wave: Int, _ phrase: Phrase) -> String {
      let name = mix.hasWaves ? named(mix.waves[wave]) : wording(P.allResponses)
      return wording(phrase, ["wave": .text(name)])
    }
    return ReportTable(
      id: "\(step)_modes_by_wave", title: wording(P.modesTitle),
      columns: [.init(wording(P.mode), .text)]
        + waves.flatMap { wave -> [ReportTable.Column] in
          [
            .init(title(wave, P.responsesOf), .count),
            .init(title(wave, P.shareOf), .share, shading: .scale),
          ]
        },
      rows: mix.modes.indices.map { mode in
        [.text(named(mix.modes[mode]))]
          + waves.flatMap { wave -> [ReportTable.Cell] in
            let row = rows[wave * mix.modes.count + mode]
            let missing = ReportTable.Cell.missing(reason(.hidden))
            return [
              row.n.map { .number(Double($0)) } ?? missing,
              row.share.map { .number($0) }
                ?? (row.visibility == .empty ? .missing(reason(.empty)) : missing),
            ]
          }
      })
  }

  var rateMeasure: Measure? {
    guard let invitations = output.invitations else { return nil }
    let row = output.responseRate
    let interval = row?.rate?.wilson(confidence: output.confidence)
    let missing =
      row.map { $0.visibility == .empty ? wording(P.noInvitations) : hiddenReason }
      ?? wording(invitations.hasWaves ? P.noRateWave : P.noInvitations)
    return Measure(
      id: "response_rate", label: wording(P.responseRate), value: row?.rate?.share, unit: .share,
      low: interval?.low, high: interval?.high, n: row?.rate == nil ? nil : row?.invited,
      reason: row?.rate == nil ? missing : nil, betterWhen: .higher)
  }

  private var level: Double { 1 - output.confidence }

  var respondentWarnings: [String] {
    var warnings: [String] = []
    if let (before, after, test) = output.mixTest, test.pValue < level,
      let moved = mostMoved(before, after)
    {
      warnings.append(
        wording(
          P.warnMix,
          [
            "before": .text(before), "after": .text(after), "p": .text(wording.pValue(test.pValue)),
            "effect": .text(NumberStyle(.ratio, decimals: 2).text(test.cramersV, wording.language)),
            "mode": .text(named(moved.mode)), "earlier": .share(moved.earlier),
            "later": .share(moved.later),
          ]))
    }
    if let (before, after, test) = output.responseChange, test.pValue < level,
      let earlier = before.rate, let later = after.rate
    {
      warnings.append(
        wording(
          P.warnRate,
          [
            "before": .text(before.wave ?? ""), "after": .text(after.wave ?? ""),
            "earlier": .share(earlier.share), "later": .share(later.share),
            "p": .text(wording.pValue(test.pValue)),
          ]))
    }
    return warnings
  }

  /// The mode whose share changed most between two waves.
  private func mostMoved(
    _ before: String, _ after: String
  ) -> (mode: String, earlier: Double, later: Double)? {
    let rows = output.mixRows
    return rows.filter { $0.wave == before }.compactMap { row in
      guard let earlier = row.share,
        let later = rows.first(where: { $0.wave == after && $0.mode == row.mode })?.share
      else { return nil }
      return (row.mode, earlier, later)
    }.max { (one: (mode: String, earlier: Double, later: Double), other) in
      abs(one.later - one.earlier) < abs(other.later - other.earlier)
    }
  }

  var respondentNotes: [Note] {
    var notes: [Note] = []
    if let invitations = output.invitations {
      notes.append(
        Note(.policy, wording(invitations.isByWave ? P.noteMatched : P.noteMatchedCustomer)))
      let isTold = !output.hiddenCounts.contains(AnswerPlaces(output).uninvited)
      if isTold, invitations.uninvited > 0 {
        notes.append(
          Note(.caution, wording(P.noteUninvited, ["n": .count(invitations.uninvited)])))
      }
      if invitations.nameless > 0 {
        notes.append(
          Note(.caution, wording(P.noteNameless, ["n": .count(invitations.nameless)])))
      }
    }
    if let (before, after, test) = output.mixTest {
      let style = NumberStyle(.ratio, decimals: 2)
      notes.append(
        Note(
          .method,
          wording(
            P.noteMix,
            [
              "before": .text(before), "after": .text(after),
              "statistic": .text(style.text(test.statistic, wording.language)),
              "df": .count(test.degreesOfFreedom), "p": .text(wording.pValue(test.pValue)),
              "effect": .text(style.text(test.cramersV, wording.language)),
            ])))
    }
    return notes
  }
}
