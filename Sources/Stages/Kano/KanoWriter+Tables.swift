import Pipeline
import Report
import Statistics
import Values

extension KanoWriter {
  typealias Cell = ReportTable.Cell

  var ratio: NumberStyle { NumberStyle(.ratio, decimals: 2) }

  /// Features in the order of their claim to money.
  var prioritiesTable: ReportTable {
    let asked = output.features.contains { $0.continuous?.importance != nil }
    var columns: [ReportTable.Column] = [
      .init(wording(P.rank), .count), .init(wording(P.feature), .text),
      .init(wording(P.classOf), .text), .init(wording(P.better), ratio),
      .init(wording(P.worse), ratio),
    ]
    if asked { columns.append(.init(wording(P.importance), .score)) }
    columns.append(.init(wording(P.advice), .text))
    let rows = ranked.enumerated().map { place, priority -> [Cell] in
      let feature = output.features[priority.feature]
      let plane = feature.total.figures?.betterWorse(confidence: output.settings.confidence)
      var row: [Cell] = [
        .number(Double(place + 1)), .text(label(feature.id)), .text(letter(priority.category)),
        number(plane?.better), number(plane?.worse),
      ]
      if asked {
        row.append(
          feature.continuous?.importance.map { .number($0.mean) } ?? .missing(wording(P.notAsked)))
      }
      return row + [.text(wording(P.advice(priority.category)))]
    }
    return ReportTable(
      id: "\(step)_priorities", title: wording(P.prioritiesTitle), columns: columns, rows: rows)
  }

  /// Counts, letters, coefficients and strengths of the total.
  var featuresTable: ReportTable {
    var columns: [ReportTable.Column] = [
      .init(wording(P.feature), .text), .init(wording(P.n), .count),
    ]
    columns += KanoCategory.allCases.map { .init($0.letter, .count) }
    columns += [.init(wording(P.letter), .text), .init(wording(P.grouped), .text)]
    columns += [P.better, P.low, P.high, P.worse, P.low, P.high].map { .init(wording($0), ratio) }
    columns += [
      .init(wording(P.fong), .text), .init(wording(P.strength), .text),
      .init(wording(P.total), .share),
    ]
    let rows = output.features.map { feature -> [Cell] in
      let name = Cell.text(label(feature.id))
      guard let figures = feature.total.figures else {
        let missing = Cell.missing(reason(feature.total.visibility))
        return [name] + [Cell](repeating: missing, count: columns.count - 1)
      }
      let plane = figures.betterWorse(confidence: output.settings.confidence)
      let letter = figures.category.letter
      let grouped = figures.groupedCategory
      let strength = wording.text(of: .share(figures.categoryStrength))
      return [name, .number(Double(feature.total.n))]
        + feature.total.answers.map { .number(Double($0)) }
        + [
          .text(letter),
          .text(
            grouped == figures.category
              ? grouped.letter : wording(P.differs, ["letter": .text(grouped.letter)])),
          number(plane?.better), number(plane?.betterInterval.low),
          number(plane?.betterInterval.high), number(plane?.worse),
          number(plane?.worseInterval.low), number(plane?.worseInterval.high),
          .text(wording(figures.fong.isSignificant ? P.yes : P.no)),
          .text(figures.isMixed ? wording(P.mixed, ["share": .text(strength)]) : strength),
          .number(figures.totalStrength),
        ]
    }
    return ReportTable(
      id: "\(step)_features", title: wording(P.featuresTitle), columns: columns, rows: rows)
  }

  /// Shares of the six letters, each with the interval that holds for all at once.
  var sharesTable: ReportTable {
    var columns: [ReportTable.Column] = [.init(wording(P.feature), .text)]
    for category in KanoCategory.allCases {
      columns += [.init(category.letter, .share), .init("±", .text)]
    }
    let rows = output.features.map { feature -> [Cell] in
      let name = Cell.text(label(feature.id))
      guard let figures = feature.total.figures, let intervals = output.intervals(feature.total)
      else {
        let missing = Cell.missing(reason(feature.total.visibility))
        return [name] + [Cell](repeating: missing, count: columns.count - 1)
      }
      return [name]
        + KanoCategory.allCases.flatMap { category -> [Cell] in
          [.number(figures.share(category)), .text(range(intervals[category.rawValue]))]
        }
    }
    return ReportTable(
      id: "\(step)_share_intervals", title: wording(P.sharesTitle), columns: columns, rows: rows)
  }

  private func range(_ interval: Interval) -> String {
    let style = NumberStyle(.share, decimals: 0)
    let low = style.text(interval.low, wording.language)
    return "\(low) – \(style.text(interval.high, wording.language))"
  }

  var continuousTable: ReportTable {
    var columns: [ReportTable.Column] = [.init(wording(P.feature), .text)]
    columns += [P.functional, P.low, P.high, P.dysfunctional, P.low, P.high].map {
      .init(wording($0), .score)
    }
    let asked = output.features.contains { $0.continuous?.importance != nil }
    if asked {
      columns += [P.importance, P.low, P.high].map { .init(wording($0), .score) }
    }
    columns.append(.init(wording(P.quadrant), .text))
    let rows = output.features.map { feature -> [Cell] in
      let name = Cell.text(label(feature.id))
      guard let continuous = feature.continuous else {
        let missing = Cell.missing(reason(feature.total.visibility))
        return [name] + [Cell](repeating: missing, count: columns.count - 1)
      }
      let scores = output.scores(continuous)
      var row = [name] + cells(continuous.plain.functional) + cells(continuous.plain.dysfunctional)
      if asked {
        row +=
          continuous.importance.map(cells)
          ?? [Cell](repeating: .missing(wording(P.notAsked)), count: 3)
      }
      let sure = scores.isUnsure(confidence: output.settings.confidence) == false
      return row + [.text(letter(scores.quadrant) + (sure ? "" : " ?"))]
    }
    return ReportTable(
      id: "\(step)_continuous", title: wording(P.continuousTitle), columns: columns, rows: rows)
  }

  private func cells(_ mean: MeanEstimate) -> [Cell] {
    let interval = mean.interval(confidence: output.settings.confidence)
    return [.number(mean.mean), number(interval?.low), number(interval?.high)]
  }

  /// The letter of each feature in each group, one table a dimension; at most twelve groups.
  var letterTables: [ReportTable] {
    output.kinds.indices.compactMap { index in
      guard let groups = output.features.first?.dimensions[index], groups.count > 1 else {
        return nil
      }
      let shown = groups.indices.prefix(12)
      let kind = output.kinds[index]
      return ReportTable(
        id: "\(step)_letters_\(kind.rawValue)",
        title: wording(P.lettersTitle, ["dimension": .text(lower(kind.title))]),
        columns: [.init(wording(P.feature), .text), .init(wording(P.all), .text)]
          + shown.map { .init(group(groups[$0]), .text) },
        rows: output.features.map { feature in
          [.text(label(feature.id)), letterCell(feature.total)]
            + shown.map { letterCell(feature.dimensions[index][$0]) }
        })
    }
  }

  private func letterCell(_ score: KanoScore) -> Cell {
    guard let figures = score.figures else { return .missing(reason(score.visibility)) }
    return .text(figures.category.letter + (figures.isMixed ? "~" : ""))
  }

  var differencesTable: ReportTable? {
    let differences = KanoDifference.all(output)
      .filter { $0.adjusted < 1 - output.settings.confidence }
      .sorted { $0.adjusted < $1.adjusted }
    guard !differences.isEmpty else { return nil }
    return ReportTable(
      id: "\(step)_differences", title: wording(P.differencesTitle),
      columns: [
        .init(wording(P.feature), .text), .init(wording(P.dimension), .text),
        .init(wording(P.groups), .text), .init(wording(P.chiSquare), .ratio),
        .init(wording(P.pValue), .text), .init(wording(P.cramer), .ratio),
      ],
      rows: differences.map { difference in
        [
          .text(label(output.features[difference.feature].id)),
          .text(wording(difference.kind.title)),
          .text(wording.list(difference.groups)),
          .number(difference.test.statistic), .text(wording.pValue(difference.adjusted)),
          .number(difference.test.cramersV),
        ]
      })
  }

  var penaltiesTable: ReportTable? {
    guard let penalties = output.penalties, penalties.refusal == nil, !penalties.isHidden else {
      return nil
    }
    let matched =
      output.hasPairs && penalties.items.contains { output.settings.features[$0.id] != nil }
    var columns: [ReportTable.Column] = [.init(wording(P.item), .text)]
    columns += [P.penalty, P.low, P.high, P.reward, P.low, P.high].map {
      .init(wording($0), NumberStyle(.score, decimals: 2, showsSign: true))
    }
    columns.append(.init(wording(P.kind), .text))
    if matched { columns += [P.feature, P.letter, P.agrees].map { .init(wording($0), .text) } }
    let rows = penalties.items.map { item -> [Cell] in
      func cells(_ test: TTest?) -> [Cell] {
        let interval = test?.interval(confidence: output.settings.confidence)
        return [number(test?.value), number(interval?.low), number(interval?.high)]
      }
      let kind = item.effects?.kind
      let row =
        [.text(label(item.id))] + cells(item.effects?.penalty) + cells(item.effects?.reward)
        + [kind.map { .text(letter($0.category)) } ?? .missing(wording(P.undefined))]
      guard matched else { return row }
      let named = output.settings.features[item.id]
      let category = named.flatMap { output.feature($0)?.total.figures?.category }
      let none = Cell.missing(wording(P.noPair))
      return row + [
        named.map { .text(label($0)) } ?? none,
        category.map { .text(letter($0)) } ?? none,
        kind.flatMap { kind in
          category.map { .text(wording($0 == kind.category ? P.yes : P.no)) }
        } ?? none,
      ]
    }
    return ReportTable(
      id: "\(step)_penalties",
      title: wording(
        P.penaltiesTitle, ["overall": .phrase(OverallQuestion.phrase(penalties.overall))]),
      columns: columns, rows: rows)
  }

  /// The table by which letters are given; others print others.
  var evaluationTable: ReportTable {
    ReportTable(
      id: "\(step)_evaluation_table", title: wording(P.evaluationTitle),
      columns: [.init(wording(P.functional), .text)]
        + KanoAnswer.allCases.map { .init(wording(P.answer($0)), .text) },
      rows: KanoAnswer.allCases.map { functional in
        [.text(wording(P.answer(functional)))]
          + KanoAnswer.allCases.map {
            .text(KanoCategory(functional: functional, dysfunctional: $0).letter)
          }
      })
  }

  func number(_ value: Double?) -> Cell {
    value.map { .number($0) } ?? .missing(wording(P.undefined))
  }
}
