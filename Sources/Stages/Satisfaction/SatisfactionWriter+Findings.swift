import Report
import Statistics
import Values

extension SatisfactionWriter {
  var findings: [Finding] {
    [waveChange].compactMap(\.self) + changeFindings + weakGroups
      + [weakItem, groupsFinding].compactMap(\.self)
  }

  /// The latest wave against the one before, where the change is real.
  private var waveChange: Finding? {
    guard let waves = output.latestWaves, let change = changes.first(where: \.isPoints),
      change.isReal(output.confidence)
    else { return nil }
    let isFall = change.value < 0
    return Finding(
      id: "satisfaction.nps-change", severity: isFall ? .alarm : .good,
      sentence: wording(
        isFall ? P.npsFell : P.npsRose,
        [
          "change": .value(abs(change.value), .points), "before": .text(waves.before),
          "after": .text(waves.after),
        ]),
      page: step, action: wording(isFall ? P.npsFellAction : P.npsRoseAction),
      owner: owner)
  }

  /// The weakest group of each dimension whose groups differ, once corrected, where its interval
  /// lies below the figure of all.
  private var weakGroups: [Finding] {
    guard let item = output.item(output.overall),
      let total = HeadlineFigure(item.total, confidence: output.confidence)
    else { return [] }
    return item.dimensions.filter { $0.kind != .wave }.compactMap { dimension in
      let difference = differences.first { $0.item.id == item.id && $0.kind == dimension.kind }
      guard let difference, difference.verdict(output.confidence) != .none else { return nil }
      let weak = dimension.groups.filter { !$0.group.isEmpty }.compactMap { score in
        HeadlineFigure(score, confidence: output.confidence).map { (score: score, figure: $0) }
      }.filter { $0.figure.high < total.value }
      guard let weakest = weak.min(by: { $0.figure.value < $1.figure.value }) else { return nil }
      let figure = weakest.figure
      let value = Wording.Argument.value(figure.value, figure.unit)
      let named =
        item.id == "nps"
        ? wording(P.npsName, ["value": value])
        : wording(P.meanName, ["item": .phrase(output.label(item.id)), "value": value])
      return Finding(
        id: "satisfaction.weak-\(dimension.kind.rawValue)", severity: .warning,
        sentence: wording(
          P.groupWeak,
          [
            "dimension": .phrase(dimension.kind.title), "group": .text(weakest.score.group),
            "figure": .text(named), "low": .value(figure.low, figure.unit),
            "high": .value(figure.high, figure.unit), "total": .value(total.value, total.unit),
          ]),
        page: step,
        action: wording(
          dimension.kind == .touchpoint ? P.touchpointAction : P.groupAction,
          ["group": .text(weakest.score.group)]), owner: owner)
    }
  }

  /// The item with the lowest mean, where its interval lies below the average of the items' means;
  /// among single items of one scale, the one most of them have.
  private var weakItem: Finding? {
    let items = output.items.filter { $0.id.hasPrefix("item_") && $0.total.figures != nil }
    let scales = items.map(\.scale)
    guard
      let scale = scales.enumerated().max(by: { one, other in
        let left = scales.count { $0 == one.element }
        let right = scales.count { $0 == other.element }
        return left == right ? one.offset > other.offset : left < right
      })?.element
    else { return nil }
    let compared = items.filter { $0.scale == scale }.compactMap { item in
      item.total.figures?.mean.interval(confidence: output.confidence).map {
        (item: item, mean: item.total.figures?.mean.mean ?? .nan, interval: $0)
      }
    }
    guard compared.count > 1, let weakest = compared.min(by: { $0.mean < $1.mean }) else {
      return nil
    }
    let average = compared.reduce(0) { $0 + $1.mean } / Double(compared.count)
    guard weakest.interval.high < average else { return nil }
    let label = Wording.Argument.phrase(output.label(weakest.item.id))
    return Finding(
      id: "satisfaction.weak-item", severity: .warning,
      sentence: wording(
        P.itemWeak,
        [
          "item": label, "mean": .level(weakest.mean), "low": .level(weakest.interval.low),
          "high": .level(weakest.interval.high), "total": .level(average),
        ]),
      page: step, action: wording(P.itemAction, ["item": label]), owner: owner)
  }
}
