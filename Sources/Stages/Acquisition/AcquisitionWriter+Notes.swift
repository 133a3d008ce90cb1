import Pipeline
import Report
import Values

private typealias P = AcquisitionPhrases

extension AcquisitionWriter {
  /// What the figures rest on, below the tables.
  var notes: [Note] {
    let settings = output.settings
    var notes: [Note] = []
    if let window = output.window {
      notes.append(
        Note(
          .method,
          wording(
            P.noteWindow, ["from": .day(window.lowerBound), "to": .day(window.upperBound)])))
      if !output.isWindowComplete { notes.append(Note(.caution, wording(P.noteWindowOpen))) }
    }
    if output.grain != settings.period {
      notes.append(
        Note(.policy, wording(P.noteGrain, ["costs": .phrase(word(output.costGrain))])))
    }
    notes.append(
      Note(
        .policy,
        wording(
          settings.newBy == .acquiredOn
            ? P.noteAcquired : output.knowsEarlierCustomers ? P.noteFirst : P.noteFirstBlind)))
    notes.append(basis)
    notes.append(Note(.method, wording(output.hasFuture ? P.noteFuture : P.noteHistoric)))
    notes.append(Note(.method, wording(P.noteInterval)))
    notes.append(
      Note(
        .method,
        wording(
          P.noteCurve,
          ["min": .count(settings.minCustomers), "rate": .share(settings.discount)])))
    if let retention = output.retention {
      notes.append(
        Note(
          .method,
          wording(
            P.noteKept,
            [
              "from": .day(retention.window.lowerBound), "to": .day(retention.window.upperBound),
            ])))
    }
    if let unnamed = output.channels.first(where: { $0.channel == nil }) {
      notes.append(Note(.caution, wording(P.noteShares, ["new": .count(unnamed.new)])))
    }
    notes.append(Note(.caution, wording(P.noteThree)))
    notes += warnings.map { Note(.caution, $0) }
    return notes + Acquisition.method.sourceNotes
  }

  private var basis: Note {
    switch output.basis {
    case .margins(let rate, let covered):
      Note(
        .policy, wording(P.noteMargins, ["covered": .share(covered), "rate": .share(rate)]))
    case .rate(let rate): Note(.policy, wording(P.noteRate, ["rate": .share(rate)]))
    case .revenue: Note(.caution, wording(P.noteRevenue))
    }
  }

  private func word(_ grain: AcquisitionGrain) -> Phrase {
    switch grain {
    case .month: P.month
    case .quarter: P.quarter
    case .year: P.year
    }
  }
}
