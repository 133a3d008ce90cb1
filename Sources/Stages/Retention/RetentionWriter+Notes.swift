import Exports
import Pipeline
import Report
import Statistics
import Values

extension RetentionWriter {
  var cohortNotes: [Note] {
    guard let purchases = output.purchases else { return [refundNote] + sources(0..<3) }
    let span = purchases.span
    let through: KeyValuePairs<String, Wording.Argument> = ["day": .day(span.through)]
    var notes = [
      Note(.policy, wording(P.noteCohort, ["day": .day(span.first)])),
      Note(.policy, wording(settings.windows == .calendar ? P.noteCalendar : P.noteOwn)),
      Note(.policy, wording(P.noteComplete, through)),
      Note(.method, wording(P.noteClassic, through)),
      Note(.method, wording(P.noteMeans)),
      Note(.method, wording(P.notePeriods)),
      Note(.policy, wording(P.noteSignificant)),
      Note(.policy, wording(P.noteLatest)),
    ]
    if settings.period == .week {
      notes.append(
        Note(
          .policy, wording(settings.weekStart == .monday ? P.noteWeekIso : P.noteWeekSunday)))
    }
    if purchases.withoutPurchase > 0 {
      notes.append(
        Note(.caution, wording(P.noteWithout, ["n": .count(purchases.withoutPurchase)])))
    }
    if purchases.rowsAfter > 0 {
      notes.append(
        Note(
          .caution,
          wording(P.noteAfter, ["day": .day(span.through), "n": .count(purchases.rowsAfter)])))
    }
    return notes + warnings.map { Note(.caution, $0) } + sources(0..<3)
  }

  var amountNotes: [Note] {
    guard let purchases = output.purchases else { return [refundNote] }
    return [
      refundNote,
      Note(.policy, wording(P.noteComplete, ["day": .day(purchases.span.through)])),
      Note(.policy, wording(settings.windows == .calendar ? P.noteCalendar : P.noteOwn)),
    ]
  }

  private var refundNote: Note {
    Note(.policy, wording(settings.refunds == .net ? P.noteNet : P.noteGross))
  }

  var survivalNotes: [Note] {
    guard let purchases = output.purchases else { return [] }
    let rule = purchases.rule
    let length = days(rule.days)
    let churn =
      switch rule.basis {
      case .stated: wording(P.noteChurnStated, ["days": length])
      case .gaps(let share, let count):
        wording(
          P.noteChurnGaps, ["days": length, "share": .share(share), "gaps": .count(count)])
      case .fallback: wording(P.noteChurnFallback, ["days": length])
      }
    var notes = [
      Note(.policy, churn),
      Note(
        .policy,
        wording(
          P.noteChurnDay,
          [
            "day": .day(purchases.span.through),
            "back": .count(purchases.lives.cameBack.count(where: \.self)),
            "lost": .count(purchases.lives.isLost.count(where: \.self)),
          ])),
    ]
    if settings.origin == .acquiredOn, !output.lacksOrigin {
      notes.append(
        Note(.policy, wording(P.noteLate, ["n": .count(purchases.lives.withoutOrigin)])))
    }
    notes += [
      Note(.method, wording(P.noteIntervals)), Note(.method, wording(P.noteLogRank)),
      Note(.policy, wording(P.noteSignificant)),
    ]
    return notes + sources(3..<6)
  }

  var contractNotes: [Note] {
    var notes: [Note] = []
    if let contracts = output.contracts {
      notes.append(
        Note(
          .policy,
          wording(
            P.noteContracts,
            ["months": .count(settings.contractTerm), "day": .day(output.asOf)])))
      if let fit = contracts.fit {
        let phrase =
          switch fit.reason {
          case nil: P.noteModel
          case .oneDecision: P.noteOneDecision
          case .noDifference: P.noteNoDifference
          case .noDecline: P.noteNoDecline
          }
        notes.append(Note(.method, wording(phrase)))
      }
      notes.append(Note(.policy, wording(P.noteDiscount, ["rate": .share(settings.discount)])))
      if let since = settings.contractsSince {
        notes.append(Note(.policy, wording(P.noteSince, ["day": .day(since)])))
      }
      if contracts.lives.reversed > 0 {
        notes.append(
          Note(.caution, wording(P.noteReversed, ["n": .count(contracts.lives.reversed)])))
      }
      if contracts.lives.future > 0 {
        notes.append(
          Note(
            .caution,
            wording(
              P.noteFuture, ["day": .day(output.asOf), "n": .count(contracts.lives.future)])))
      }
    }
    if let revenue = output.revenue {
      notes.append(Note(.method, wording(P.noteRevenue, ["months": .count(revenue.over)])))
      if revenue.negative > 0 {
        notes.append(Note(.caution, wording(P.noteNegative, ["n": .count(revenue.negative)])))
      }
    }
    return notes + sources(6..<9)
  }

  /// The published works behind the methods of a page.
  private func sources(_ methods: Range<Int>) -> [Note] {
    Retention.method[methods].sourceNotes
  }
}
