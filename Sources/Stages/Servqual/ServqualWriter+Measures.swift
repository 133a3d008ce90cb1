import Pipeline
import Report
import Statistics
import Values

extension ServqualWriter {
  /// Respondents, the scores, and every dimension.
  var measures: [Measure] {
    let isShown = output.total.visibility == .shown
    var result = [
      Measure(
        id: "respondents", label: wording(P.respondents),
        value: isShown ? Double(output.total.n) : output.total.visibility == .empty ? 0 : nil,
        unit: .count, n: isShown ? output.total.n : nil,
        reason: output.total.visibility == .hidden ? reason(.hidden) : nil, betterWhen: .higher)
    ]
    if output.hasExpectations {
      result.append(measure("gap", wording(P.gapUnweighted), .overall, isKey: true) { $0.gap })
    }
    if output.scores.contains(.weighted) {
      result.append(measure("gap_weighted", wording(P.gapWeighted), .weighted) { $0.gap })
    }
    result.append(
      measure("perception", wording(P.perceived), .overall, isKey: !output.hasExpectations) {
        $0.perception
      })
    for (place, name) in output.dimensionNames.enumerated() {
      let question = ServqualQuestion.dimension(place)
      let label = Wording.Argument.text(label(question))
      if output.hasExpectations {
        result.append(
          measure("gap.\(name)", wording(P.gapOf, ["dimension": label]), question) { $0.gap })
      }
      result.append(
        measure(
          "perception.\(name)", wording(P.perceivedOf, ["dimension": label]), question
        ) { $0.perception })
    }
    return result
  }

  private func measure(
    _ id: String, _ label: String, _ question: ServqualQuestion, isKey: Bool = false,
    _ part: (ServqualFigure) -> MeanEstimate?
  ) -> Measure {
    let figure = output.total.figures[question]
    let mean = figure.flatMap(part)
    let interval = mean?.interval(confidence: output.settings.confidence)
    return Measure(
      id: id, label: label, value: mean?.mean, unit: .score, low: interval?.low,
      high: interval?.high, n: mean == nil ? nil : figure?.n,
      reason: mean == nil ? reason(output.total.visibility(question)) : nil, betterWhen: .higher,
      isKey: isKey)
  }

  var warnings: [String] {
    var warnings: [String] = []
    if output.points.wrong > 0, output.total.visibility == .shown {
      warnings.append(wording(P.noteWrongPoints, ["wrong": .count(output.points.wrong)]))
    }
    let swapped = swappedLevels
    if !swapped.isEmpty {
      warnings.append(wording(P.noteSwapped, ["dimensions": .text(wording.list(swapped))]))
    }
    let reversed = output.reliability.flatMap(\.reversed)
    if !reversed.isEmpty {
      warnings.append(
        wording(P.noteReversed, ["items": .text(wording.list(reversed.map { label(.item($0)) }))]))
    }
    if !output.absentItems.isEmpty {
      warnings.append(
        wording(P.noteAbsentItems, ["items": .text(wording.list(output.absentItems))]))
    }
    if !output.unusedItems.isEmpty {
      warnings.append(wording(P.noteUnused, ["items": .text(wording.list(output.unusedItems))]))
    }
    if output.hasWeights { warnings.append(wording(P.noteWeights)) }
    let known = Set(output.items + output.dimensionNames)
    for name in output.settings.names.items where !known.contains(name) {
      warnings.append(wording(P.noteName, ["item": .text(name)]))
    }
    return warnings
  }

  /// Dimensions whose least acceptable level lies above the desired one, with both.
  private var swappedLevels: [String] {
    (output.tolerance?.zones ?? []).compactMap { zone in
      guard case .dimension = zone.question, zone.zone.minimum > zone.zone.desired else {
        return nil
      }
      return wording(
        P.swappedLevels,
        [
          "dimension": .text(label(zone.question)), "minimum": .level(zone.zone.minimum),
          "desired": .level(zone.zone.desired),
        ])
    }
  }

  var notes: [Note] {
    let scale = Wording.Argument.text(output.settings.scale.text)
    var notes = [
      Note(
        .method, wording(output.hasExpectations ? P.noteGap : P.notePerceived, ["scale": scale])),
      Note(
        .policy, wording(P.noteMissing, ["share": .share(output.settings.leastAnswered)])),
      Note(
        .method, wording(P.noteIntervals, ["confidence": .share(output.settings.confidence)])),
      Note(.policy, wording(GroupVisibility.policy, ["min": .count(output.minCell)])),
    ]
    if output.hasExpectations { notes.append(pointsNote) }
    if isStandard { notes.append(Note(.method, wording(P.noteItems))) }
    let weak = output.reliability.compactMap { one -> String? in
      guard let alpha = one.perception?.value, alpha < 0.7 else { return nil }
      return wording(
        P.alphaOf, ["dimension": .text(label(.dimension(one.dimension))), "alpha": .level(alpha)])
    }
    if !weak.isEmpty {
      notes.append(Note(.caution, wording(P.noteAlpha, ["dimensions": .text(wording.list(weak))])))
    }
    if !output.dimensions.isEmpty { notes.append(Note(.policy, wording(P.noteGroups))) }
    if output.departments?.cells.isEmpty == false, !tellsPairs {
      notes.append(Note(.policy, wording(P.notePairs, ["min": .count(output.minCell)])))
    }
    if cutsGroups {
      notes.append(Note(.policy, wording(P.noteLargest, ["n": .count(Self.mostGroups)])))
    }
    if output.settings.groupBy != nil {
      for dimension in output.missing {
        notes.append(
          Note(
            .caution, wording(P.noteAbsent, ["dimension": .text(lower(dimension.title))])))
      }
    }
    return notes + Servqual.method.sourceNotes
  }

  private var pointsNote: Note {
    guard output.hasPoints, output.total.visibility == .shown else {
      return Note(.policy, wording(P.noteNoPoints))
    }
    return Note(
      .policy,
      wording(
        P.notePoints,
        [
          "n": .count(output.total.figures[.weighted]?.n ?? 0),
          "tolerance": .text(
            NumberStyle(.ratio, decimals: 1).text(output.settings.pointsTolerance, wording.language)
          ),
          "wrong": .count(output.points.wrong), "none": .count(output.points.none),
        ]))
  }
}
