import Pipeline
import Report
import Statistics
import Values

extension ServqualWriter {
  typealias Cell = ReportTable.Cell

  /// E, P, G with the gap's interval and test; without expectations perception with its interval.
  private var figureColumns: [ReportTable.Column] {
    guard output.hasExpectations else {
      return [.init(wording(P.n), .count)]
        + [P.perception, P.low, P.high].map { .init(wording($0), .score) }
    }
    return [
      .init(wording(P.n), .count), .init(wording(P.expectation), .score),
      .init(wording(P.perception), .score), .init(wording(P.gap), gapStyle, shading: .bar),
      .init(wording(P.low), gapStyle), .init(wording(P.high), gapStyle),
      .init(wording(P.pValue), .text),
    ]
  }

  private func cells(
    _ score: ServqualScore, _ question: ServqualQuestion, _ adjusted: Double?
  ) -> [Cell] {
    guard let figure = score.figures[question] else {
      let missing = Cell.missing(reason(score.visibility(question)))
      return [Cell](repeating: missing, count: figureColumns.count)
    }
    let interval = self.score(figure)?.interval(confidence: output.settings.confidence)
    let ends = [number(interval?.low), number(interval?.high)]
    let n = Cell.number(Double(figure.n))
    guard output.hasExpectations else { return [n, number(figure.perception?.mean)] + ends }
    let unasked = Cell.missing(wording(P.nobody))
    return [
      n, figure.expectation.map { .number($0.mean) } ?? unasked,
      figure.perception.map { .number($0.mean) } ?? unasked, number(figure.gap?.mean),
    ] + ends + [adjusted.map { .text(wording.pValue($0)) } ?? .missing(wording(P.undefined))]
  }

  func number(_ value: Double?) -> Cell {
    value.map { .number($0) } ?? .missing(wording(P.undefined))
  }

  /// The dimensions, and all of them together.
  var dimensionsTable: ReportTable {
    var columns: [ReportTable.Column] = [.init(wording(P.dimension), .text)] + figureColumns
    if output.hasPoints {
      columns.append(.init(wording(P.points), NumberStyle(.ratio, decimals: 1)))
    }
    let alpha = NumberStyle(.ratio, decimals: 2)
    columns.append(.init(wording(P.alphaPerceived), alpha))
    if output.hasExpectations { columns.append(.init(wording(P.alphaExpected), alpha)) }
    let questions = output.dimensionNames.indices.map(ServqualQuestion.dimension) + output.scores
    let rows = questions.map { question -> [Cell] in
      var row = [.text(label(question))] + cells(output.total, question, adjusted[question])
      let none = Cell.missing(wording(P.nobody))
      var alphas = (none, none)
      var points = none
      if case .dimension(let place) = question {
        let missing = Cell.missing(reason(output.total.visibility))
        points = output.total.points.map { .number($0[place]) } ?? missing
        let own = output.reliability.first { $0.dimension == place }
        alphas = (number(own?.perception?.value), number(own?.expectation?.value))
      }
      if output.hasPoints { row.append(points) }
      row.append(alphas.0)
      if output.hasExpectations { row.append(alphas.1) }
      return row
    }
    return ReportTable(
      id: "\(step)_dimensions", title: wording(P.dimensionsTitle), columns: columns, rows: rows)
  }

  var itemsTable: ReportTable {
    ReportTable(
      id: "\(step)_items", title: wording(P.itemsTitle),
      columns: [.init(wording(P.item), .text), .init(wording(P.dimension), .text)]
        + figureColumns,
      rows: output.items.indices.map { place in
        let question = ServqualQuestion.item(place)
        return [
          .text(label(question)), .text(label(.dimension(output.form.dimensions[place]))),
        ] + cells(output.total, question, adjusted[question])
      })
  }

  /// Every group with expectation, perception and gap of all dimensions, and the gap of each
  /// dimension beside it; the largest groups only.
  var groupTables: [ReportTable] {
    output.dimensions.map { dimension in
      let adjusted = output.adjusted(dimension.groups)
      let shown = dimension.groups.indices
        .sorted { one, other in
          let (left, right) = (dimension.groups[one], dimension.groups[other])
          return left.n == right.n ? one < other : left.n > right.n
        }.prefix(Self.mostGroups).sorted()
      let beside =
        (output.scores.contains(.weighted) ? [ServqualQuestion.weighted] : [])
        + output.dimensionNames.indices.map(ServqualQuestion.dimension)
      let style = output.hasExpectations ? gapStyle : NumberStyle.table(.score)
      return ReportTable(
        id: "\(step)_by_\(dimension.kind.rawValue)",
        title: wording(
          P.groupTableTitle, ["dimension": .text(lower(dimension.kind.title))]),
        columns: [.init(wording(dimension.kind.title), .text)] + figureColumns
          + beside.map {
            .init(label($0), style, shading: $0 == .weighted ? nil : .scale)
          },
        rows: shown.map { index -> [Cell] in
          let score = dimension.groups[index]
          return [.text(group(score))] + cells(score, .overall, adjusted[index][.overall])
            + beside.map { question in
              score.figures[question].flatMap { self.score($0) }.map { .number($0.mean) }
                ?? .missing(reason(score.visibility(question)))
            }
        })
    }
  }

  /// Whether a table by group leaves groups out.
  var cutsGroups: Bool { output.dimensions.contains { $0.groups.count > Self.mostGroups } }

  var toleranceTable: ReportTable? {
    guard let tolerance = output.tolerance, !tolerance.zones.isEmpty else { return nil }
    var columns: [ReportTable.Column] = [
      .init(wording(P.dimension), .text), .init(wording(P.n), .count),
    ]
    columns += [P.minimum, P.desired, P.perception].map { .init(wording($0), .score) }
    columns += [P.adequacy, P.low, P.high, P.superiority, P.low, P.high].map {
      .init(wording($0), gapStyle)
    }
    columns.append(.init(wording(P.position), NumberStyle(.ratio, decimals: 2)))
    return ReportTable(
      id: "\(step)_tolerance", title: wording(P.toleranceTitle), columns: columns,
      rows: tolerance.zones.map { zone in
        let adequacy = zone.adequacy.interval(confidence: output.settings.confidence)
        let superiority = zone.superiority.interval(confidence: output.settings.confidence)
        return [
          .text(label(zone.question)), .number(Double(zone.n)), .number(zone.zone.minimum),
          .number(zone.zone.desired), .number(zone.zone.perceived), .number(zone.adequacy.mean),
          number(adequacy?.low), number(adequacy?.high), .number(zone.superiority.mean),
          number(superiority?.low), number(superiority?.high), number(zone.zone.position),
        ]
      })
  }

  /// Providers by consumers; at most twelve of each beside and below each other.
  var matrixTable: ReportTable? {
    guard let matrix = output.departments, tellsPairs else { return nil }
    let consumers = matrix.consumers.indices.prefix(12)
    let style = output.hasExpectations ? gapStyle : NumberStyle.prose(.score)
    return ReportTable(
      id: "\(step)_matrix",
      title: wording(output.hasExpectations ? P.matrixTitle : P.matrixTitlePerceived),
      columns: [.init(wording(P.provider), .text)]
        + consumers.map { .init(name(matrix.consumers[$0]), style, shading: .scale) },
      rows: matrix.providers.indices.prefix(30).map { provider in
        [.text(name(matrix.providers[provider]))]
          + consumers.map { consumer in
            guard
              let cell = matrix.cells.first(where: {
                $0.provider == provider && $0.consumer == consumer
              })
            else { return .missing(wording(P.nobody)) }
            let visibility = cell.score.visibility(.overall)
            return cell.score.figures[.overall].flatMap { score($0) }.map { .number($0.mean) }
              ?? .missing(reason(visibility))
          }
      })
  }

  /// Whether any pair of departments has a figure.
  var tellsPairs: Bool {
    output.departments?.cells.contains { $0.score.figures[.overall] != nil } ?? false
  }

  private func name(_ department: String) -> String {
    department.isEmpty ? wording(P.notStated) : department
  }

  /// Both ways of every pair that may be told.
  var pairsTable: ReportTable? {
    guard let pairs = output.departments?.pairs, !pairs.isEmpty else { return nil }
    let style = output.hasExpectations ? gapStyle : NumberStyle.prose(.score)
    return ReportTable(
      id: "\(step)_pairs", title: wording(P.pairsTitle),
      columns: [
        .init(wording(P.pair), .text), .init(wording(P.given), style),
        .init(wording(P.returned), style), .init(wording(P.difference), gapStyle),
        .init(wording(P.pValue), .text),
      ],
      rows: pairs.map { pair in
        [
          .text(wording(P.pairOf, ["one": .text(pair.one), "other": .text(pair.other)])),
          number(score(pair.given)?.mean), number(score(pair.returned)?.mean),
          number(pair.difference?.value),
          pair.adjusted.map { .text(wording.pValue($0)) } ?? .missing(wording(P.undefined)),
        ]
      })
  }
}
