import Pipeline
import Report
import Values

private typealias P = BasketPhrases

extension BasketWriter {
  /// What the figures rest on, below the tables.
  var notes: [Note] {
    let settings = output.settings
    let lines = output.input.lines
    let search = output.search
    var notes = [
      Note(.policy, wording(unit)),
      Note(
        .policy,
        wording(
          P.noteLimits,
          [
            "baskets": .count(output.eligible), "min": .count(settings.minItems),
            "max": .count(settings.maxItems), "outside": .count(output.outside),
          ])),
      Note(
        .method,
        wording(
          P.noteLeast,
          [
            "least": .count(output.least), "confidence": .share(settings.confidence),
            "lift": .level(settings.lift),
          ])),
      Note(
        .method,
        wording(
          P.noteChance,
          [
            "tested": .count(search.tested), "chance": .count(search.chance),
            "rate": .share(settings.falseDiscovery), "redundant": .count(search.redundant),
          ])),
      Note(
        .policy,
        wording(
          P.noteLines,
          [
            "read": .count(lines.read), "used": .count(lines.used),
            "returned": .count(lines.returned), "zero": .count(lines.zero),
            "without": .count(lines.withoutProduct), "excluded": .count(lines.excluded),
            "earlier": .count(lines.earlier),
          ])),
      Note(.policy, wording(P.noteOwned)), Note(.method, wording(P.noteExpected)),
      Note(.caution, wording(P.noteCause)),
    ]
    if settings.basket == .customer { notes.append(Note(.caution, wording(P.noteActive))) }
    if output.input.groups == nil, output.eligible > 0 {
      notes.append(
        Note(.caution, wording(P.noteGroupAbsent, ["group": .text(groupWord)])))
    }
    notes += warnings.map { Note(.caution, $0) }
    return notes + Basket.method.sourceNotes
  }

  private var unit: Phrase {
    switch output.settings.basket {
    case .order: output.input.hasNoOrders ? P.noteUnitNone : P.noteUnitOrder
    case .day: P.noteUnitDay
    case .customer: P.noteUnitCustomer
    }
  }
}
