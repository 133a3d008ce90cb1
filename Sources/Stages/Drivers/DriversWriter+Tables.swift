import Report
import Statistics
import Values

extension DriversWriter {
  typealias Cell = ReportTable.Cell

  private func number(_ value: Double?) -> Cell {
    value.map { .number($0) } ?? .missing(wording(P.undefined))
  }

  /// Items in the order of their claim: performance, both kinds of importance, quadrant.
  var importanceTable: ReportTable {
    let fit = output.fit
    let hasGains = fit.importance?.lmg != nil
    let hasStated = !output.settings.stated.items.isEmpty
    let share = NumberStyle(.share, decimals: 1)
    var columns: [ReportTable.Column] = [
      .init(wording(P.rank), .count), .init(wording(P.item), .text),
      .init(wording(P.mean), .score), .init(wording(P.importance), share, shading: .bar),
      .init(wording(P.low), share), .init(wording(P.high), share),
    ]
    if hasGains {
      columns += [P.lmg, P.low, P.high].map { .init(wording($0), share) }
    }
    if hasStated { columns.append(.init(wording(P.stated), .ratio)) }
    columns.append(.init(wording(P.quadrant), .text))
    if output.settings.diagonal {
      columns.append(
        .init(wording(P.distance), NumberStyle(.ratio, decimals: 2, showsSign: true)))
    }
    let rows = order.enumerated().map { place, item -> [Cell] in
      let score = output.items[item].score
      let why = Cell.missing(
        wording(fit.varies(item) ? P.undefined : P.alike))
      func cells(_ value: Double?, _ intervals: [Interval?]?) -> [Cell] {
        guard fit.varies(item), let value else { return [why, why, why] }
        let interval = intervals.flatMap { $0[item] }
        return [.number(value), number(interval?.low), number(interval?.high)]
      }
      var row: [Cell] = [
        .number(Double(place + 1)), .text(name(item)),
        score.figures.map { .number($0.mean.mean) } ?? .missing(reason(score)),
      ]
      row += cells(fit.share(item), fit.draws?.relativeShares)
      if hasGains { row += cells(fit.averagedShare(item), fit.draws?.lmgShares) }
      if hasStated {
        row.append(
          output.settings.stated[output.items[item].id].map { .number($0) }
            ?? .missing(wording(P.notStatedImportance)))
      }
      let point = plane?.point(item)
      row.append(
        point.map { .text(wording(P.quadrant($0.quadrant))) } ?? .missing(wording(P.undefined)))
      if output.settings.diagonal { row.append(number(point?.distance)) }
      return row
    }
    return ReportTable(
      id: "\(step)_importance", title: wording(P.importanceTitle), columns: columns, rows: rows)
  }

  /// Items on the plane by their claim, then those that are not on it.
  private var order: [Int] {
    let first = plane?.points.map(\.item) ?? output.fit.ranked
    return first + output.items.indices.filter { !first.contains($0) }
  }

  /// The items alone, where they are not ranked: the lowest first.
  var meansTable: ReportTable {
    let order = output.items.indices.sorted { left, right in
      let one = output.items[left].score.figures?.mean.mean ?? .infinity
      let other = output.items[right].score.figures?.mean.mean ?? .infinity
      return one == other ? left < right : one < other
    }
    return ReportTable(
      id: "\(step)_means", title: wording(P.meansTitle),
      columns: [.init(wording(P.item), .text), .init(wording(P.answers), .count)]
        + [P.mean, P.low, P.high].map { .init(wording($0), .score) },
      rows: order.map { item in
        let score = output.items[item].score
        guard let figures = score.figures else {
          return [.text(name(item))]
            + [Cell](repeating: .missing(reason(score)), count: 4)
        }
        let interval = figures.mean.interval(confidence: output.settings.survey.confidence)
        return [
          .text(name(item)), .number(Double(figures.n)), .number(figures.mean.mean),
          number(interval?.low), number(interval?.high),
        ]
      })
  }

  /// Shares by group, at most eight groups that have a ranking; the list has them all.
  var byTable: ReportTable? {
    guard let by = output.settings.by else { return nil }
    let shown = output.fits.filter { !$0.ranked.isEmpty }
      .enumerated().sorted { ($1.element.allN, $0.offset) < ($0.element.allN, $1.offset) }
      .prefix(8).map(\.element)
    guard !shown.isEmpty, !output.fit.ranked.isEmpty else { return nil }
    let share = NumberStyle(.share, decimals: 0)
    func cell(_ fit: DriverFit, _ item: Int) -> Cell {
      guard fit.varies(item), let value = fit.share(item) else {
        return .missing(wording(P.alike))
      }
      return .number(value)
    }
    return ReportTable(
      id: "\(step)_by_\(by.rawValue)",
      title: wording(P.byTitle, ["dimension": .text(lower(by.title))]),
      columns: [.init(wording(P.item), .text)]
        + ([output.fit] + shown).enumerated().map { place, fit in
          let group =
            place == 0
            ? wording(P.all) : fit.group.isEmpty ? wording(P.notStated) : fit.group
          return .init(
            wording(
              P.groupN,
              [
                "group": .text(group), "n": .count(fit.n ?? 0),
                "r2": .text(share.text(fit.importance?.rSquared ?? 0, wording.language)),
              ]), share, shading: .scale)
        },
      rows: order.map { item in
        [.text(name(item)), cell(output.fit, item)] + shown.map { cell($0, item) }
      })
  }

  var penaltiesTable: ReportTable? {
    let penalties = output.penalties
    guard penalties.refusal == nil, !penalties.isHidden else { return nil }
    let levels = NumberStyle(.score, decimals: 2, showsSign: true)
    let rows = penalties.items.enumerated().map { place, item -> [Cell] in
      func cells(_ test: TTest?) -> [Cell] {
        let interval = test?.interval(confidence: output.settings.survey.confidence)
        return [number(test?.value), number(interval?.low), number(interval?.high)]
      }
      return [.text(name(place))] + cells(item.effects?.penalty) + cells(item.effects?.reward)
        + [
          item.effects?.kind.map { .text(wording(KanoPhrases.name($0.category))) }
            ?? .missing(wording(P.undefined))
        ]
    }
    return ReportTable(
      id: "\(step)_penalties", title: wording(P.penaltiesTitle, ["overall": overall]),
      columns: [.init(wording(P.item), .text)]
        + [P.penalty, P.low, P.high, P.reward, P.low, P.high].map { .init(wording($0), levels) }
        + [.init(wording(P.kind), .text)],
      rows: rows)
  }

  /// The lowest groups with what their customers complained of.
  var lowestTable: ReportTable? {
    guard let unit = lowest.first?.figure.unit else { return nil }
    let figure = wording(unit == .points ? P.nps : P.mean)
    return ReportTable(
      id: "\(step)_lowest", title: wording(P.lowestTitle),
      columns: [
        .init(wording(P.dimension), .text), .init(wording(P.group), .text),
        .init(wording(P.answers), .count), .init(figure, unit), .init(wording(P.low), unit),
        .init(wording(P.high), unit), .init(wording(P.complaints), .text),
      ],
      rows: lowest.map { low in
        [
          .text(wording(low.kind.title)), .text(low.group.score.group + (low.isBelow ? " *" : "")),
          number(low.group.score.figures.map { Double($0.n) }), .number(low.figure.value),
          .number(low.figure.low), .number(low.figure.high), complaints(low.group),
        ]
      })
  }

  private func complaints(_ group: DriversOutput.Group) -> Cell {
    guard output.hasCases else { return .missing(wording(P.noCases)) }
    guard !group.complaints.isEmpty else {
      return .missing(wording(P.noComplaints, ["min": .count(output.minCell)]))
    }
    return .text(
      wording.list(
        group.complaints.prefix(3).map { count in
          wording(
            P.complaintCount,
            [
              "category": .text(count.category.isEmpty ? wording(P.notStated) : count.category),
              "n": .count(count.cases),
            ])
        }))
  }

  /// What the least satisfied of the lowest groups wrote, two comments a group and none twice; nil
  /// where readers may not see it.
  var commentsTable: ReportTable? {
    var rows: [[Cell]] = []
    var seen: Set<String> = []
    for low in lowest {
      let fresh = low.group.comments.filter {
        !seen.contains($0) && !wording.masking.text($0, .comment).isEmpty
      }
      for comment in fresh.prefix(2) {
        seen.insert(comment)
        rows.append([.text(low.group.score.group), .text(wording.person(comment, .comment))])
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "\(step)_comments", title: wording(P.commentsTitle),
      columns: [.init(wording(P.group), .text), .init(wording(P.comment), .text)], rows: rows)
  }
}
