import Pipeline
import Report
import Statistics
import Values

extension JourneyWriter {
  /// Steps that may be told with their neighbours, hidden ones with the reason.
  var stepsTable: ReportTable {
    var columns: [ReportTable.Column] = [
      .init(wording(P.touchpoint), .text), .init(wording(P.n), .count),
    ]
    columns += [P.mean, P.low, P.high, P.deviation].map { .init(wording($0), .score) }
    columns += [P.top, P.bottom].map { .init(wording($0), .share) }
    columns += [P.fromLast, P.low, P.high].map { .init(wording($0), changeStyle) }
    columns.append(.init(wording(P.pValue), NumberStyle(.ratio, decimals: 3)))
    let rows = output.scored.touchpoints.enumerated().compactMap { place, score in
      score.group.isEmpty && score.visibility == .empty ? nil : row(place, score, columns.count)
    }
    return ReportTable(
      id: "\(step)_steps",
      title: wording(P.stepsTitle, ["item": .text(label(output.scored))]), columns: columns,
      rows: rows)
  }

  private func row(_ place: Int, _ score: GroupScore, _ width: Int) -> [ReportTable.Cell] {
    let name = ReportTable.Cell.text(label(score.group))
    guard let figures = score.figures else {
      return [name]
        + [ReportTable.Cell](repeating: .missing(reason(score.visibility)), count: width - 1)
    }
    let undefined = ReportTable.Cell.missing(wording(P.undefined))
    let interval = figures.mean.interval(confidence: confidence)
    let own = path.steps.first { $0.place == place }
    let isFirst = output.touchpoints.first == score.group || own?.place == path.steps.first?.place
    let noStep = ReportTable.Cell.missing(
      score.group.isEmpty
        ? NumberStyle.missing
        : isFirst
          ? wording(P.firstStep)
          : own?.change == nil ? wording(P.afterHidden) : wording(P.undefined))
    let range = own?.test?.interval(confidence: confidence)
    return [
      name, .number(Double(figures.n)), .number(figures.mean.mean),
      interval.map { .number($0.low) } ?? undefined,
      interval.map { .number($0.high) } ?? undefined,
      interval == nil ? undefined : .number(figures.mean.standardDeviation),
      .number(figures.top.share), .number(figures.bottom.share),
      own?.change.map { .number($0) } ?? noStep, range.map { .number($0.low) } ?? noStep,
      range.map { .number($0.high) } ?? noStep,
      own?.adjusted.map { .pValue($0) } ?? noStep,
    ]
  }

  /// Importance, what makes a moment of truth, and the change since the wave before.
  var truthTable: ReportTable {
    let hasInterval = path.steps.contains { $0.importance?.interval != nil }
    let ratio = NumberStyle(.ratio, decimals: 3)
    var columns: [ReportTable.Column] = [
      .init(wording(P.touchpoint), .text), .init(wording(P.importance), ratio, shading: .bar),
    ]
    if hasInterval { columns += [P.low, P.high].map { .init(wording($0), ratio) } }
    columns.append(.init(wording(P.importanceN), .count))
    columns += [P.isImportant, P.isUneven, P.momentOfTruth].map { .init(wording($0), .text) }
    let compared = waveColumns
    columns += compared.flatMap(\.columns)
    return ReportTable(
      id: "\(step)_moments_of_truth", title: wording(P.truthTitle), columns: columns,
      rows: path.steps.map { step in
        let few = ReportTable.Cell.missing(wording(path.isFlat ? P.alike : P.tooFew))
        var row: [ReportTable.Cell] = [
          .text(label(step.name)), step.importance.map { .number($0.value) } ?? few,
        ]
        if hasInterval {
          row += [step.importance?.interval?.low, step.importance?.interval?.high].map {
            $0.map { .number($0) } ?? few
          }
        }
        row.append(step.importance.map { .number(Double($0.n)) } ?? few)
        row += [step.isImportant, step.isUneven, step.isMomentOfTruth].map {
          .text(wording($0 ? P.yes : P.no))
        }
        return row + compared.flatMap { $0.cells(step) }
      })
  }

  private struct WaveColumns {
    let columns: [ReportTable.Column]
    let cells: (JourneyPath.Step) -> [ReportTable.Cell]
  }

  /// Figure of the overall question, and the changes of both questions.
  private var waveColumns: [WaveColumns] {
    var result: [WaveColumns] = []
    if let overall = output.overall, overall.id == "nps" {
      result.append(
        WaveColumns(columns: [.init(wording(P.npsOf), .points)]) { step in
          let score = overall.touchpoints[step.place]
          return [
            score.figures?.nps.map { .number($0.score * 100) }
              ?? .missing(reason(score.visibility))
          ]
        })
    }
    guard let before = output.focus?.previous else { return result }
    func add(
      _ question: JourneyQuestion, _ change: @escaping (JourneyPath.Step) -> JourneyPath.Change?
    ) {
      let isPoints = question.id == "nps"
      let name = isPoints ? wording(P.npsOf) : label(question)
      let title = wording(P.sinceWave, ["item": .text(name), "wave": .text(before)])
      let style =
        isPoints ? NumberStyle(.points, decimals: 1, showsSign: true) : changeStyle
      result.append(
        WaveColumns(
          columns: [
            .init(title, style), .init(wording(P.pValue), NumberStyle(.ratio, decimals: 3)),
          ]
        ) { step in
          let found = change(step)
          return [
            found.map { .number($0.value) } ?? .missing(wording(P.undefined)),
            pCell(found?.adjusted, else: P.undefined),
          ]
        })
    }
    add(output.scored) { $0.sinceBefore }
    if let overall = output.overall { add(overall) { $0.overallSinceBefore } }
    return result
  }

  var modelsTable: ReportTable? {
    guard let memory = output.memory, let pair = memory.correlations, let overall = output.overall
    else { return nil }
    let difference = pair.rSquaredDifference(confidence: confidence)
    let none = ReportTable.Cell.missing(NumberStyle.missing)
    func cell(_ value: Double?) -> ReportTable.Cell { value.map { .number($0) } ?? none }
    func row(
      _ name: Phrase, _ mean: MeanEstimate?, _ r: Double?, _ squared: Double?,
      _ interval: Interval?, _ p: Double?
    ) -> [ReportTable.Cell] {
      [
        .text(wording(name)), .number(Double(memory.n)), cell(mean?.mean),
        cell(mean?.standardDeviation), cell(r), cell(squared), cell(interval?.low),
        cell(interval?.high), p.map { pCell($0, else: P.undefined) } ?? none,
      ]
    }
    let ratio = NumberStyle(.ratio, decimals: 3)
    return ReportTable(
      id: "\(step)_models",
      title: wording(P.modelsTitle, ["item": .text(label(overall))]),
      columns: [
        .init(wording(P.model), .text), .init(wording(P.customers), .count),
        .init(wording(P.mean), .score), .init(wording(P.deviation), .score),
        .init(wording(P.correlation), .ratio), .init(wording(P.rSquared), ratio),
        .init(wording(P.low), ratio), .init(wording(P.high), ratio),
        .init(wording(P.pPlain), ratio),
      ],
      rows: [
        row(
          P.peakEnd, memory.peakEnd, pair.first, pair.firstRSquared,
          pair.firstInterval(confidence: confidence), nil),
        row(
          P.meanOfMoments, memory.mean, pair.second, pair.secondRSquared,
          pair.secondInterval(confidence: confidence), nil),
        row(
          P.differenceRow, nil, nil, difference?.value, difference?.interval,
          pair.difference?.pValue),
      ])
  }

  /// Touchpoints that are peak, trough and end, by the number of customers.
  var momentsTable: ReportTable? {
    guard let places = output.places, places.n > 0 else { return nil }
    let shown = output.touchpoints.indices.filter { place in
      !output.touchpoints[place].isEmpty && places.count(.met, place) != 0
    }
    let columns = MomentPlaces.Place.allCases
    return ReportTable(
      id: "\(step)_moments", title: wording(P.momentsTitle),
      columns: [.init(wording(P.touchpoint), .text)]
        + columns.map { .init(wording(P.place($0)), .count, shading: $0 == .met ? nil : .bar) },
      rows: shown.map { place in
        [.text(label(output.touchpoints[place]))]
          + columns.map { column in
            places.count(column, place).map { .number(Double($0)) } ?? .missing(hiddenReason)
          }
      })
  }

  /// The lowest touchpoint by group: of each dimension the lowest few.
  var groupsTable: ReportTable? {
    guard let trough = output.trough else { return nil }
    var rows: [[ReportTable.Cell]] = []
    for (kind, groups) in trough.dimensions {
      // Groups of other touchpoints alone have no row.
      let there = groups.filter { $0.visibility != .empty }
      let ordered = there.enumerated().sorted { one, other in
        let left = one.element.figures?.mean.mean ?? .infinity
        let right = other.element.figures?.mean.mean ?? .infinity
        return left == right ? one.offset < other.offset : left < right
      }
      rows += ordered.prefix(Self.groupsShown).map { _, score in
        let name = score.group.isEmpty ? wording(P.notStated) : score.group
        return [.text(wording(kind.title)), .text(name)] + customerCells(score)
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "\(step)_groups",
      title: wording(
        P.groupsTitle,
        ["touchpoint": .text(label(trough.touchpoint)), "item": .text(label(output.scored))]),
      columns: [.init(wording(P.dimension), .text), .init(wording(P.group), .text)]
        + columns(P.n),
      rows: rows,
      totalRows: trough.dimensions.reduce(0) { sum, dimension in
        sum + dimension.groups.count { $0.visibility != .empty }
      })
  }

  /// Rows of the page a dimension; the list has all.
  private static let groupsShown = 4

  private func columns(_ n: Phrase) -> [ReportTable.Column] {
    [.init(wording(n), .count)]
      + [P.mean, P.low, P.high, P.deviation].map { .init(wording($0), .score) }
  }

  private func customerCells(_ score: GroupScore) -> [ReportTable.Cell] {
    guard let figures = score.figures else {
      let nobody = score.visibility == .empty
      return [nobody ? .number(0) : .missing(reason(score.visibility))]
        + [ReportTable.Cell](repeating: .missing(reason(score.visibility)), count: 4)
    }
    let undefined = ReportTable.Cell.missing(wording(P.undefined))
    let interval = figures.mean.interval(confidence: confidence)
    return [
      .number(Double(figures.n)), .number(figures.mean.mean),
      interval.map { .number($0.low) } ?? undefined,
      interval.map { .number($0.high) } ?? undefined,
      interval == nil ? undefined : .number(figures.mean.standardDeviation),
    ]
  }

  var recoveryTable: ReportTable? {
    guard let overall = output.overall, !output.recovery.isEmpty else { return nil }
    return ReportTable(
      id: "\(step)_recovery",
      title: wording(
        P.recoveryTitle,
        ["item": .text(label(overall)), "days": .count(output.settings.failureDays)]),
      columns: [.init(wording(P.failure), .text)] + columns(P.customers)
        + [P.difference, P.low, P.high].map { .init(wording($0), changeStyle) }
        + [.init(wording(P.pPlain), NumberStyle(.ratio, decimals: 3))],
      rows: FailureHistory.State.allCases.compactMap { state in
        guard let score = output.recovery(state) else { return nil }
        let test = output.recoveryTest(state)
        let interval = test?.interval(confidence: confidence)
        let none = ReportTable.Cell.missing(
          score.visibility == .shown ? NumberStyle.missing : reason(score.visibility))
        return [.text(wording(P.state(state)))] + customerCells(score) + [
          test.map { .number($0.value) } ?? none, interval.map { .number($0.low) } ?? none,
          interval.map { .number($0.high) } ?? none,
          test.map { pCell($0.pValue, else: P.undefined) } ?? none,
        ]
      })
  }

  var classesTable: ReportTable? {
    guard !output.classes.isEmpty else { return nil }
    return ReportTable(
      id: "\(step)_lifecycle",
      title: wording(P.classesTitle, ["item": .text(label(output.scored))]),
      columns: [.init(wording(P.lifecycleClass), .text)] + columns(P.customers)
        + [.init(wording(P.top), .share)],
      rows: output.classes.map { score in
        let top: ReportTable.Cell =
          score.figures.map { .number($0.top.share) } ?? .missing(reason(score.visibility))
        return [.text(className(score.group))] + customerCells(score) + [top]
      })
  }

  /// The name of a class that rules can name without saying more, else that of the rules.
  func className(_ id: String) -> String {
    if id.isEmpty { return wording(P.notInClasses) }
    return LifecycleClass.known.first { $0.id == id }.map { wording($0.name) } ?? id
  }
}
