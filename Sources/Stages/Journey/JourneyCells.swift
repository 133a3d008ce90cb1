import Pipeline

/// Where the groups of the journey stand in the linear system of the pack.
struct JourneyCells {
  let scope: Source.Scope
  let focus: SurveyGroups.Focus?
  /// The questions of moments and relation: `csat-nps`.
  let questions: String

  /// The cells of a question that stage `satisfaction` has too.
  func survey(_ question: String) -> SurveyCells {
    SurveyCells(subject: "\(scope.rawValue)/\(question)", wave: focus?.wave)
  }

  /// A touchpoint in the wave before.
  func before(_ question: String, _ touchpoint: String) -> AnswerCell.ID {
    wave(question, focus?.previous ?? "", touchpoint)
  }

  private func wave(_ question: String, _ wave: String, _ touchpoint: String) -> AnswerCell.ID {
    AnswerCell.ID(survey(question).subject, ["touchpoint=\(touchpoint)", "wave=\(wave)"])
  }

  /// A group of those who scored a touchpoint.
  func group(
    _ question: String, _ touchpoint: String, _ kind: SurveyDimension, _ group: String
  ) -> AnswerCell.ID {
    let whole = survey(question).group(.touchpoint, touchpoint)
    return AnswerCell.ID(whole.subject, whole.place + ["\(kind.rawValue)=\(group)"])
  }

  func add(_ trough: TroughGroups, of question: JourneyQuestion, to tables: inout AnswerTables) {
    for (place, (kind, groups)) in trough.dimensions.enumerated() {
      let ids = groups.map { group(question.id, trough.touchpoint, kind, $0.group) }
      for (index, score) in groups.enumerated() {
        tables.add(AnswerCell(ids[index], counts: score.answers, telling: .levels))
        guard !trough.byWave.isEmpty else { continue }
        let parts = question.waves.map { wave in
          AnswerCell.ID(ids[index].subject, ids[index].place + ["wave=\(wave.group)"])
        }
        for (wave, part) in parts.enumerated() {
          let counts = trough.byWave[place][wave][index]
          tables.add(AnswerCell(part, counts: counts, telling: .nothing))
        }
        tables.add(whole: ids[index], parts: parts)
      }
      tables.add(
        whole: survey(question.id).group(.touchpoint, trough.touchpoint), parts: ids)
    }
  }

  /// Customers who met several touchpoints.
  var several: AnswerCell.ID { AnswerCell.ID("\(scope.rawValue)/journey/several") }

  /// Customers that the importance of a touchpoint, or of all of them, rests on.
  func importance(_ touchpoint: String?) -> AnswerCell.ID {
    AnswerCell.ID(
      "\(scope.rawValue)/journey/\(questions)/importance",
      touchpoint.map { ["touchpoint=\($0)"] } ?? [])
  }

  /// Customers with moments enough before their overall score.
  var compared: AnswerCell.ID {
    AnswerCell.ID("\(scope.rawValue)/journey/\(questions)/compared")
  }

  /// Customers with moments enough.
  var moments: AnswerCell.ID {
    AnswerCell.ID("\(scope.rawValue)/journey/\(questions)/moments")
  }

  func moments(_ place: MomentPlaces.Place, _ touchpoint: String) -> AnswerCell.ID {
    AnswerCell.ID(moments.subject, ["\(place.rawValue)=\(touchpoint)"])
  }

  /// Customers by their latest answer to a question.
  func customers(_ question: String, _ kind: String, _ group: String) -> AnswerCell.ID {
    AnswerCell.ID("\(scope.rawValue)/journey/\(question)/\(kind)", ["\(kind)=\(group)"])
  }

  func add(_ question: JourneyQuestion, to tables: inout AnswerTables) {
    let cells = survey(question.id)
    let touchpoints = question.touchpoints
    cells.add(
      to: &tables, levels: question.scale.values, telling: .levels,
      total: question.total.answers, waves: question.waves.map { ($0.group, $0.answers) },
      dimensions: [(.touchpoint, touchpoints.map { ($0.group, $0.answers) })], nestings: [])
    if !question.before.isEmpty {
      let ids = question.before.map { before(question.id, $0.group) }
      for (id, score) in zip(ids, question.before) {
        tables.add(AnswerCell(id, counts: score.answers, telling: .levels))
      }
      tables.add(whole: cells.group(.wave, focus?.previous ?? ""), parts: ids)
    }
    // Each touchpoint over all waves is the sum of what other steps may tell wave by wave.
    for (place, touchpoint) in touchpoints.enumerated() where !question.byWave.isEmpty {
      let ids = question.waves.map { wave(question.id, $0.group, touchpoint.group) }
      for (index, id) in ids.enumerated() {
        tables.add(AnswerCell(id, counts: question.byWave[index][place], telling: .nothing))
      }
      tables.add(whole: cells.group(.touchpoint, touchpoint.group), parts: ids)
    }
  }
}
