import Pipeline
import Statistics
import Values

extension DriversOutput {
  typealias Cell = ResultRows.Cell

  private static func rows(_ name: String) -> ResultRows {
    ResultRows(tables(.cny).first { $0.name == name }?.heads ?? [])
  }

  private static func cells(_ value: Double?, _ interval: Interval?) -> [Cell] {
    [.number(value), .number(interval?.low), .number(interval?.high)]
  }

  /// An interval beside a value; none where there is no value.
  private static func cells(_ value: Double?, _ intervals: [Interval?]?, _ place: Int) -> [Cell] {
    cells(value, value == nil ? nil : intervals.flatMap { $0[place] })
  }

  var importanceTable: DataTable {
    var rows = Self.rows("importance")
    for (dimension, fit) in allFits {
      let ranked = fit.ranked
      let draws = fit.draws
      for (place, item) in items.enumerated() {
        let all = fit.importance
        let varies = fit.varies(place)
        let weight = varies ? all?.relativeWeights[place] : nil
        let gain = varies ? all?.lmg?[place] : nil
        rows.add(
          [.text(dimension), .text(fit.group), .text(item.id)]
            + [.count(ranked.firstIndex(of: place).map { $0 + 1 })]
            + Self.cells(weight, draws?.relativeWeights, place)
            + Self.cells(varies ? fit.share(place) : nil, draws?.relativeShares, place)
            + Self.cells(gain.map { max(0, $0) }, draws?.lmg, place)
            + Self.cells(varies ? fit.averagedShare(place) : nil, draws?.lmgShares, place)
            + [
              .number(varies ? all?.first[place] : nil),
              .number(varies ? all?.last[place] : nil), .number(all?.beta[place]),
              .number(all?.correlations[place]), .number(all?.varianceInflation[place]),
              .number(varies ? draws?.leads[place] : nil),
              .text(reason(fit, place)),
            ])
      }
    }
    for item in unanswered {
      rows.add(
        [.text("total"), .text(""), .text(item), .count(nil)]
          + [Cell](repeating: .number(nil), count: 18) + [.text(Self.unansweredReason)])
    }
    return rows.table("importance")
  }

  private static let unansweredReason = "nobody answered it with the overall question"

  private func reason(_ fit: DriverFit, _ item: Int) -> String {
    let reason = fit.reason(minCell)
    return reason.isEmpty && !fit.varies(item) ? "everybody answered alike" : reason
  }

  var planeTable: DataTable {
    var rows = Self.rows("plane")
    let plane = DriverPlane(self)
    for (place, item) in items.enumerated() {
      let figures = item.score.figures
      let point = plane?.point(place)
      rows.add(
        [.text(item.id), .count(figures?.n ?? (item.score.visibility == .empty ? 0 : nil))]
          + Self.cells(
            figures?.mean.mean,
            figures?.mean.interval(confidence: settings.survey.confidence))
          + [
            .number(fit.varies(place) ? fit.share(place) : nil), .number(settings.stated[item.id]),
            .text(point?.quadrant.code ?? ""), .number(point?.distance),
            .text(
              figures == nil
                ? item.score.visibility.reason(minCell)
                : point == nil ? "no importance" : ""),
          ])
    }
    for item in unanswered {
      rows.add(
        [.text(item), .count(nil)] + [Cell](repeating: .number(nil), count: 4) + [
          .number(settings.stated[item]), .text(""), .number(nil), .text(Self.unansweredReason),
        ])
    }
    return rows.table("plane")
  }

  var fitTable: DataTable {
    var rows = Self.rows("fit")
    for (dimension, fit) in allFits {
      let importance = fit.importance
      let adjusted = importance?.adjustedRSquared
      rows.add(
        [
          .text(dimension), .text(fit.group),
          .count(fit.n), .number(fit.effectiveN), .count(items.count),
        ]
          + Self.cells(importance?.rSquared, fit.draws?.rSquared)
          + [
            .number(adjusted.flatMap { $0.isNaN ? nil : $0 }), .count(fit.draws?.draws),
            .text((importance?.constant ?? []).map { items[$0].id }.joined(separator: "; ")),
            .text(
              (importance?.collinear ?? []).map { one in
                "\(items[one.item].id): "
                  + one.others.map { items[$0].id }.joined(separator: " + ")
              }.joined(separator: "; ")),
            .text(fit.reason(minCell)),
          ])
    }
    return rows.table("fit")
  }

  var penaltiesTable: DataTable {
    var rows = Self.rows("penalties")
    for item in penalties.items {
      func cells(_ test: TTest?) -> [Cell] {
        Self.cells(test?.value, test?.interval(confidence: settings.survey.confidence))
      }
      let effects = item.effects
      rows.add(
        [.text(item.id)] + cells(effects?.penalty) + [.number(effects?.penalty?.pValue)]
          + cells(effects?.reward) + [.number(effects?.reward?.pValue)]
          + cells(effects?.asymmetry) + [
            .text(effects?.kind.map { "\($0)" } ?? ""), .count(penalties.n),
            .text(penalties.reason(item, minCell)),
          ])
    }
    return rows.table("penalties")
  }

  var groupsTable: DataTable {
    var rows = Self.rows("groups")
    let all =
      [("total", overall.score)]
      + dimensions.flatMap { dimension in
        dimension.groups.map { (dimension.kind.rawValue, $0.score) }
      }
    for (dimension, score) in all {
      let figure = HeadlineFigure(score, confidence: settings.survey.confidence)
      rows.add(
        [
          .text(dimension), .text(score.group),
          .count(score.figures?.n ?? (score.visibility == .empty ? 0 : nil)),
          .number(figure?.value ?? score.figures?.mean.mean), .number(figure?.low),
          .number(figure?.high), .text(score.visibility.reason(minCell)),
        ])
    }
    return rows.table("groups")
  }

  var complaintsTable: DataTable {
    var rows = Self.rows("complaints")
    for low in lowest {
      for count in low.group.complaints {
        rows.add([
          .text(low.kind.rawValue), .text(low.group.score.group), .text(count.category),
          .count(count.cases), .count(count.customers),
        ])
      }
    }
    return rows.table("complaints")
  }

  var commentsTable: DataTable {
    var rows = Self.rows("comments")
    for low in lowest {
      for comment in low.group.comments {
        rows.add([.text(low.kind.rawValue), .text(low.group.score.group), .text(comment)])
      }
    }
    return rows.table("comments")
  }
}

extension ImportancePerformance {
  /// As result tables have it.
  fileprivate var code: String {
    switch self {
    case .concentrateHere: "concentrate_here"
    case .keepUp: "keep_up"
    case .lowPriority: "low_priority"
    case .possibleOverkill: "possible_overkill"
    }
  }
}
