import Pipeline
import Report
import Statistics
import Values

extension DriversWriter {
  var notes: [Note] {
    var notes = unansweredWords.map { Note(.caution, $0) }
    notes += fitNotes + byNotes + planeNotes + penaltyNotes + groupNotes
    notes.append(Note(.policy, wording(GroupVisibility.policy, ["min": .count(output.minCell)])))
    if output.isWeighted || output.withoutWeight > 0 {
      notes.append(
        Note(.policy, wording(P.noteWeighted, ["n": .count(output.withoutWeight)])))
    }
    for place in output.items.indices where output.items[place].scale.isReversed {
      notes.append(Note(.policy, wording(P.noteReversed, ["item": label(place)])))
    }
    return notes + Drivers.method.sourceNotes
  }

  /// What is said of each item that is not ranked for want of any answer.
  var unansweredWords: [String] {
    output.unanswered.map { item in
      wording(
        P.noteUnanswered,
        ["item": .phrase(output.settings.survey.label(item)), "overall": overall])
    }
  }

  private var fitNotes: [Note] {
    let fit = output.fit
    guard fit.visibility == .shown else { return [] }
    if case .tooFew(let needed)? = fit.refusal {
      return [
        Note(
          .caution,
          wording(
            P.noteRefused,
            [
              "n": .count(fit.n ?? 0), "effective": .value(fit.effectiveN ?? 0, .count),
              "needed": .count(needed),
            ]))
      ]
    }
    guard let importance = fit.importance, let draws = fit.draws else { return [] }
    var notes = [
      Note(.policy, wording(P.noteListwise)),
      Note(
        .method,
        wording(
          output.settings.crosshair == .mean ? P.noteCrosshair : P.noteMidpoint,
          [
            "draws": .count(draws.draws), "seed": .count(output.settings.seed),
            "confidence": .share(output.settings.survey.confidence),
          ])),
    ]
    if let first = fit.ranked.first, draws.leads[first] < output.settings.survey.confidence {
      notes.append(
        Note(
          .caution,
          wording(
            P.noteOverlap, ["item": label(first), "share": .share(draws.leads[first])])))
    }
    if importance.lmg == nil {
      notes.append(
        Note(
          .caution,
          wording(
            P.noteMany,
            [
              "limit": .count(DriverImportance.lmgLimit), "n": .count(output.items.count),
            ])))
    }
    notes += importance.constant.map {
      Note(.caution, wording(P.noteConstant, ["item": label($0)]))
    }
    for (place, correlation) in importance.correlations.enumerated() {
      // More than two standard errors below 0.
      guard let r = correlation, r < 0, r * r * (importance.n - 2) > 4 * (1 - r * r) else {
        continue
      }
      notes.append(
        Note(
          .caution,
          wording(
            P.noteAgainst, ["item": label(place), "overall": overall, "r": .level(r)])))
    }
    notes += importance.collinear.map { one in
      Note(
        .caution,
        wording(
          P.noteCollinear,
          ["item": label(one.item), "others": .text(wording.list(one.others.map(name)))]))
    }
    return notes
  }

  /// Groups whose answers are too few for a ranking of their own.
  private var byNotes: [Note] {
    guard let by = output.settings.by else { return [] }
    var needed = 0
    let refused = output.fits.compactMap { fit -> String? in
      guard fit.visibility == .shown, case .tooFew(let least)? = fit.refusal, let n = fit.n else {
        return nil
      }
      needed = least
      let group = fit.group.isEmpty ? wording(P.notStated) : fit.group
      return wording(P.complaintCount, ["category": .text(group), "n": .count(n)])
    }
    guard !refused.isEmpty else { return [] }
    return [
      Note(
        .caution,
        wording(
          P.noteNotRanked,
          [
            "dimension": .text(lower(by.title)), "needed": .count(needed),
            "groups": .text(wording.list(refused)),
          ]))
    ]
  }

  private var planeNotes: [Note] {
    guard let plane else { return [] }
    var notes: [Note] = []
    if output.settings.importance == .stated {
      notes.append(Note(.method, wording(P.noteStated)))
    }
    if plane.scale == nil { notes.append(Note(.method, wording(P.noteScales))) }
    if output.settings.diagonal { notes.append(Note(.method, wording(P.noteDiagonal))) }
    return notes
  }

  private var penaltyNotes: [Note] {
    let penalties = output.penalties
    guard !penalties.isHidden, penalties.allN > 0 else { return [] }
    switch penalties.refusal {
    case .tooFew(let needed)?:
      return [
        Note(
          .caution,
          wording(
            P.notePenaltiesFew, ["n": .count(penalties.n ?? 0), "needed": .count(needed)]))
      ]
    case .noVariance?: return []
    case nil:
      return [
        Note(
          .method,
          wording(
            P.notePenalties,
            ["overall": overall, "r2": .share(penalties.rSquared ?? 0)]))
      ]
    }
  }

  private var groupNotes: [Note] {
    var notes: [Note] = []
    if !lowest.isEmpty {
      notes.append(
        Note(
          .method,
          wording(
            P.noteLowest,
            ["dimensions": .text(wording.list(output.dimensions.map { lower($0.kind.title) }))])))
      notes.append(
        Note(
          .policy,
          wording(
            P.noteComplaints,
            [
              "months": .count(output.settings.complaintMonths), "min": .count(output.minCell),
            ])))
    }
    for dimension in output.missing {
      notes.append(
        Note(.caution, wording(P.noteAbsent, ["dimension": .text(lower(dimension.title))])))
    }
    return notes
  }
}
