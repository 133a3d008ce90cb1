import Pipeline
import Report
import Statistics
import Values

extension JourneyWriter {
  private var level: Double { output.settings.level }

  var findings: [Finding] {
    [fall, drop, weak, truth, memory, recovery, lifecycle].compactMap(\.self)
  }

  /// The touchpoint that fell most since the wave before: in the overall score, else in its own.
  private var fall: Finding? {
    guard let focus = output.focus, let before = focus.previous else { return nil }
    for isOverall in [true, false] {
      func change(_ step: JourneyPath.Step) -> JourneyPath.Change? {
        isOverall ? step.overallSinceBefore : step.sinceBefore
      }
      let fallen = path.steps.filter { step in
        change(step).map { $0.value < 0 && $0.adjusted < level } ?? false
      }.sorted { (change($0)?.value ?? 0) < (change($1)?.value ?? 0) }
      guard let worst = fallen.first, let found = change(worst) else { continue }
      let question = isOverall ? output.overall ?? output.scored : output.scored
      let unit: Unit = found.isPoints ? .points : .score
      let name = Wording.Argument.text(label(worst.name))
      let others = fallen.dropFirst().map { label($0.name) }
      return Finding(
        id: "journey.fall", severity: .alarm,
        sentence: wording(
          found.isPoints ? P.npsFell : P.scoreFell,
          [
            "item": .text(label(question)), "touchpoint": name,
            "was": .value(found.before, unit), "before": .text(before),
            "now": .value(found.now, unit), "after": .text(focus.wave),
            "low": .value(-found.interval.high, unit), "high": .value(-found.interval.low, unit),
            "p": .text(wording.pValue(found.adjusted)),
            "others": .text(
              others.isEmpty
                ? wording(P.othersSteady)
                : wording(P.othersFell, ["touchpoints": .text(wording.list(others))])),
          ]),
        page: step,
        action: wording(P.fellAction, ["touchpoint": name, "before": .text(before)]),
        owner: wording(P.delivery))
    }
    return nil
  }

  private var drop: Finding? {
    guard let worst = path.worstDrop(level), let change = worst.change,
      let interval = worst.test?.interval(confidence: confidence), let before = before(worst)
    else { return nil }
    let name = Wording.Argument.text(label(worst.name))
    let wave = output.focus.map { wording(P.ofWave, ["wave": .text($0.wave)]) } ?? ""
    return Finding(
      id: "journey.drop", severity: .warning,
      sentence: wording(
        P.dropFound,
        [
          "item": .text(label(output.scored)), "drop": .level(-change),
          "low": .level(-interval.high), "high": .level(-interval.low),
          "before": .text(label(before.name)), "touchpoint": name,
          "mean": .level(worst.figures.mean.mean), "n": .count(worst.figures.n),
          "wave": .text(wave),
        ]),
      page: step, action: wording(P.dropAction, ["touchpoint": name]),
      owner: wording(P.delivery))
  }

  /// For whom the lowest touchpoint is worst.
  private var weak: Finding? {
    guard let trough = output.trough,
      let mean = output.scored.touchpoints[trough.place].figures?.mean.mean
    else { return nil }
    let groups = trough.weak(below: mean, confidence: confidence).compactMap { group in
      group.figures.mean.interval(confidence: confidence).map { interval in
        (
          name: group.score.group,
          words: wording(
            P.weakGroup,
            [
              "dimension": .text(wording(group.kind.title).lowercased()),
              "group": .text(group.score.group), "mean": .level(group.figures.mean.mean),
              "low": .level(interval.low), "high": .level(interval.high),
            ])
        )
      }
    }
    guard !groups.isEmpty else { return nil }
    let name = Wording.Argument.text(label(trough.touchpoint))
    return Finding(
      id: "journey.groups", severity: .warning,
      sentence: wording(
        P.weakFound,
        [
          "item": .text(label(output.scored)), "touchpoint": name,
          "groups": .text(wording.list(groups.map(\.words))), "mean": .level(mean),
        ]),
      page: step,
      action: wording(
        P.weakAction, ["groups": .text(wording.list(groups.map(\.name))), "touchpoint": name]),
      owner: wording(P.service))
  }

  private var truth: Finding? {
    let moments = path.steps.filter(\.isMomentOfTruth).map { label($0.name) }
    guard !moments.isEmpty else { return nil }
    let names = Wording.Argument.text(wording.list(moments))
    return Finding(
      id: "journey.moments-of-truth", severity: .note,
      sentence: wording(P.truthFound, ["touchpoints": names]), page: step,
      action: wording(P.truthAction, ["touchpoints": names]), owner: wording(P.service))
  }

  private var memory: Finding? {
    guard let verdict = memoryVerdict, verdict != 0, let sentence = memorySentence else {
      return nil
    }
    return Finding(
      id: "journey.peak-end", severity: .note, sentence: sentence, page: step,
      action: wording(verdict > 0 ? P.memoryAction : P.meanAction), owner: wording(P.service))
  }

  private var recovery: Finding? {
    guard let test = output.recoveryTest(.resolved), let sentence = recoverySentence,
      !test.interval(confidence: confidence).contains(0)
    else { return nil }
    let isSupported = test.value > 0
    return Finding(
      id: "journey.recovery", severity: isSupported ? .good : .warning, sentence: sentence,
      page: step,
      action: wording(isSupported ? P.recoverySupportedAction : P.recoveryAgainstAction),
      owner: wording(P.service))
  }

  /// The least content life-cycle class, where classes differ beyond chance.
  private var lifecycle: Finding? {
    let shown = output.classes.filter { !$0.group.isEmpty && $0.figures != nil }
    let table = shown.compactMap { $0.figures?.counts.map(Double.init) }
    guard shown.count > 1, let test = KruskalWallis(table), test.pValue < level,
      let lowest = shown.min(by: {
        ($0.figures?.mean.mean ?? 0) < ($1.figures?.mean.mean ?? 0)
      }), let figures = lowest.figures,
      let interval = figures.mean.interval(confidence: confidence)
    else { return nil }
    let name = Wording.Argument.text(className(lowest.group))
    return Finding(
      id: "journey.lifecycle", severity: .note,
      sentence: wording(
        P.classFound,
        [
          "item": .text(label(output.scored)), "p": .text(wording.pValue(test.pValue)),
          "class": name,
          "mean": .level(figures.mean.mean), "low": .level(interval.low),
          "high": .level(interval.high), "n": .count(figures.n),
        ]),
      page: step, action: wording(P.classAction, ["class": name]), owner: wording(P.service))
  }

  // MARK: Notes

  var warnings: [String] {
    output.unknownLabels.map { wording(P.noteUnknown, ["name": .text($0)]) } + kindWarnings
  }

  /// Kinds of failures that no case has. The preset ones are in several languages, of which one is
  /// enough.
  private var kindWarnings: [String] {
    if output.settings.failures == JourneySettings().failures {
      return output.absent.contains(.failures) ? [noFailures] : []
    }
    return output.unknownKinds.map { unknown in
      let kind = Wording.Argument.text(unknown.kind)
      return unknown.near.map { wording(P.noteKindNear, ["kind": kind, "near": .text($0)]) }
        ?? wording(P.noteKind, ["kind": kind])
    }
  }

  private var noFailures: String {
    wording(P.noteNoFailures, ["kinds": .text(wording.list(output.settings.failures))])
  }

  var notes: [Note] {
    var notes = [
      Note(.method, wording(P.noteInterval, ["confidence": .share(confidence)])),
      Note(.policy, wording(P.noteCell, ["min": .count(output.minCell)])),
    ]
    if output.isWeighted || output.withoutWeight > 0 {
      notes.append(Note(.policy, wording(P.noteWeights, ["n": .count(output.withoutWeight)])))
    }
    if path.isFlat {
      let question = output.overall ?? output.scored
      notes.append(Note(.caution, wording(P.noteAlike, ["item": .text(label(question))])))
    } else if output.importance == nil, ![.auto, .variance].contains(output.settings.importance) {
      notes.append(Note(.caution, wording(P.noteNoImportance)))
    }
    notes += customerNotes
    return notes + Journey.method.sourceNotes
  }

  private var customerNotes: [Note] {
    var notes: [Note] = []
    if let overall = output.overall, let kind = output.overallKind {
      let item = Wording.Argument.text(label(overall))
      notes.append(
        Note(
          kind == .latest ? .caution : .policy,
          wording(kind == .latest ? P.noteLatest : P.noteRelation, ["item": item])))
      if output.memory?.correlations == nil {
        notes.append(
          Note(
            .caution,
            wording(
              P.noteFewMoments,
              [
                "least": .count(max(output.minCell, PeakEndComparison.leastCompared)),
                "moments": .count(output.settings.leastMoments),
              ])))
      }
    }
    if (output.places?.n ?? 0) > 0 {
      notes.append(
        Note(.policy, wording(P.noteMoments, ["least": .count(output.settings.leastMoments)])))
    }
    if !output.recovery.isEmpty {
      notes.append(
        Note(
          .policy,
          wording(P.noteFailures)))
    }
    notes += output.absent.map { absence in
      switch absence {
      case .customers: Note(.caution, wording(P.noteNoCustomers))
      case .overall: Note(.caution, wording(P.noteNoOverall))
      case .cases: Note(.caution, wording(P.noteNoCases))
      case .failures: Note(.caution, noFailures)
      case .lifecycle: Note(.caution, wording(P.noteNoLifecycle))
      }
    }
    notes += output.missing.map {
      Note(
        .caution, wording(P.noteAbsent, ["dimension": .text(wording($0.title).lowercased())]))
    }
    if output.withoutCustomer > 0 {
      notes.append(Note(.caution, wording(P.noteWithout, ["n": .count(output.withoutCustomer)])))
    }
    return notes
  }
}
