import Pipeline
import Report
import Statistics
import Values

extension KanoWriter {
  var notes: [Note] {
    var notes: [Note] = []
    if output.hasPairs {
      notes += [
        Note(.method, wording(P.noteLetters)), Note(.method, wording(P.noteBase)),
        Note(
          .method,
          wording(P.noteIntervals, ["confidence": .share(output.settings.confidence)])),
      ]
      if output.isByImportance { notes.append(Note(.method, wording(P.noteImportance))) }
      notes.append(Note(.policy, wording(GroupVisibility.policy, ["min": .count(output.minCell)])))
      notes += differenceNotes
      if output.isWeighted || output.withoutWeight > 0 {
        notes.append(
          Note(.policy, wording(P.noteWeights, ["n": .count(output.withoutWeight)])))
      }
      for dimension in output.missing {
        notes.append(
          Note(
            .caution, wording(P.noteAbsent, ["dimension": .text(lower(dimension.title))])))
      }
    }
    notes += penaltyNotes
    return notes + Kano.method.sourceNotes
  }

  private var differenceNotes: [Note] {
    let tests = KanoDifference.all(output)
    guard !tests.isEmpty else { return [] }
    guard tests.contains(where: { $0.adjusted < 1 - output.settings.confidence }) else {
      return [Note(.method, wording(P.noteNoDifference, ["n": .count(tests.count)]))]
    }
    return [Note(.caution, wording(P.noteRough))]
  }

  private var penaltyNotes: [Note] {
    guard let penalties = output.penalties, !penalties.isHidden else { return [] }
    let overall = Wording.Argument.phrase(OverallQuestion.phrase(penalties.overall))
    switch penalties.refusal {
    case .tooFew(let needed)?:
      return [
        Note(
          .caution,
          wording(
            P.notePenaltiesFew, ["n": .count(penalties.n ?? 0), "needed": .count(needed)]))
      ]
    case .noVariance?:
      return [Note(.caution, wording(P.notePenaltiesFlat, ["overall": overall]))]
    case nil:
      var notes = [
        Note(
          .method,
          wording(
            P.notePenalties,
            [
              "overall": overall, "n": .count(penalties.n ?? 0),
              "r2": .level(penalties.rSquared ?? 0),
            ]))
      ]
      let compared = penalties.items.compactMap { item -> Bool? in
        guard let kind = item.effects?.kind,
          let letter = output.settings.features[item.id].flatMap({
            output.feature($0)?.total.figures?.category
          })
        else { return nil }
        return kind.category == letter
      }
      if !compared.isEmpty {
        notes.append(
          Note(
            .method,
            wording(
              P.noteAgreement,
              ["agree": .count(compared.count(where: \.self)), "all": .count(compared.count)])))
      }
      return notes
    }
  }
}
