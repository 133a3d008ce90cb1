import Pipeline
import Report
import Statistics
import Values

extension ServqualWriter {
  private var level: Double { 1 - output.settings.confidence }
  private var owner: String { wording(output.scope == .internal ? P.operations : P.service) }

  var findings: [Finding] {
    [belowZone, largestGap].compactMap(\.self) + weakGroups
      + [waveChange, uneven].compactMap(\.self)
  }

  /// The dimension that falls shortest, with its worst item.
  private var largestGap: Finding? {
    guard let (question, figure) = weakest, case .dimension(let place) = question,
      let gap = figure.gap, gap.mean < 0, let p = adjusted[question], p < level,
      let interval = gap.interval(confidence: output.settings.confidence),
      let expectation = figure.expectation, let perception = figure.perception
    else { return nil }
    let items = output.items.indices.filter { output.form.dimensions[$0] == place }
      .compactMap { item in
        output.total.figures[.item(item)]?.gap.map { (item: item, gap: $0.mean) }
      }
    guard let worst = items.min(by: { $0.gap < $1.gap }) else { return nil }
    let item = Wording.Argument.text(label(.item(worst.item)))
    return Finding(
      id: "servqual.largest-gap", severity: .warning,
      sentence: wording(
        P.largestGap,
        [
          "dimension": .text(label(question)), "gap": .level(-gap.mean),
          "low": .level(-interval.high), "high": .level(-interval.low),
          "expected": .level(expectation.mean), "perceived": .level(perception.mean),
          "item": item, "worst": signed(worst.gap),
        ]),
      page: step, action: wording(P.largestAction, ["item": item]), owner: owner)
  }

  /// The weakest group of each kind: the dimension whose interval lies below the total, the farthest
  /// from it.
  private var weakGroups: [Finding] {
    output.dimensions.filter { $0.kind != .wave }.compactMap { dimension in
      let weak = dimension.groups.filter { !$0.group.isEmpty }.flatMap { one in
        output.dimensionNames.indices.compactMap { place -> WeakGroup? in
          let question = ServqualQuestion.dimension(place)
          guard let mean = one.figures[question].flatMap(score),
            let total = output.total.figures[question].flatMap(score),
            let interval = mean.interval(confidence: output.settings.confidence),
            interval.high < total.mean
          else { return nil }
          return WeakGroup(
            group: one.group, question: question, mean: mean.mean, interval: interval,
            total: total.mean)
        }
      }
      guard let weakest = weak.min(by: { $0.mean - $0.total < $1.mean - $1.total }) else {
        return nil
      }
      let name = Wording.Argument.text(label(weakest.question))
      let group = Wording.Argument.text(weakest.group)
      return Finding(
        id: "servqual.weak-\(dimension.kind.rawValue)", severity: .warning,
        sentence: wording(
          P.weakGroup,
          [
            "kind": .phrase(dimension.kind.title), "group": group, "dimension": name,
            "gap": signed(weakest.mean), "low": signed(weakest.interval.low),
            "high": signed(weakest.interval.high), "total": signed(weakest.total),
          ]),
        page: step, action: wording(P.weakAction, ["dimension": name, "group": group]),
        owner: owner)
    }
  }

  private struct WeakGroup {
    let group: String
    let question: ServqualQuestion
    let mean: Double
    let interval: Interval
    let total: Double
  }

  /// The dimension that changed most surely between the last two waves.
  private var waveChange: Finding? {
    let waves = output.dimensions.first { $0.kind == .wave }?.groups.filter {
      !$0.group.isEmpty && $0.visibility == .shown
    }
    guard let waves, waves.count > 1 else { return nil }
    let (before, after) = (waves[waves.count - 2], waves[waves.count - 1])
    let tests = output.dimensionNames.indices.map { place -> TTest? in
      guard let now = after.figures[.dimension(place)].flatMap(score),
        let then = before.figures[.dimension(place)].flatMap(score)
      else { return nil }
      return TTest.welch(now, less: then)
    }
    let adjusted = Holm.adjusted(tests.map { $0?.pValue })
    let real = tests.indices.filter { (adjusted[$0] ?? 1) < level }
    guard let place = real.min(by: { (adjusted[$0] ?? 1) < (adjusted[$1] ?? 1) }),
      let change = tests[place], let p = adjusted[place],
      let now = after.figures[.dimension(place)].flatMap(score),
      let then = before.figures[.dimension(place)].flatMap(score)
    else { return nil }
    let name = Wording.Argument.text(label(.dimension(place)))
    let isWorse = change.value < 0
    return Finding(
      id: "servqual.change", severity: isWorse ? .warning : .good,
      sentence: wording(
        isWorse ? P.worse : P.better,
        [
          "dimension": name, "before": .text(before.group), "after": .text(after.group),
          "was": signed(then.mean), "is": signed(now.mean), "p": .text(wording.pValue(p)),
        ]),
      page: step,
      action: wording(isWorse ? P.worseAction : P.betterAction, ["dimension": name]),
      owner: owner)
  }

  /// The dimension that lies surest below the least accepted level.
  private var belowZone: Finding? {
    let below = (output.tolerance?.zones ?? []).compactMap {
      zone -> (ServqualTolerance.Zone, Interval)? in
      guard case .dimension = zone.question,
        let interval = zone.adequacy.interval(confidence: output.settings.confidence),
        interval.high < 0
      else { return nil }
      return (zone, interval)
    }
    guard let (zone, interval) = below.min(by: { $0.0.adequacy.mean < $1.0.adequacy.mean }) else {
      return nil
    }
    let name = Wording.Argument.text(label(zone.question))
    return Finding(
      id: "servqual.below-zone", severity: .alarm,
      sentence: wording(
        P.belowZone,
        [
          "dimension": name, "adequacy": .level(-zone.adequacy.mean),
          "low": .level(-interval.high), "high": .level(-interval.low),
        ]),
      page: step, action: wording(P.belowAction, ["dimension": name]), owner: owner)
  }

  /// The two departments that serve each other most unevenly.
  private var uneven: Finding? {
    let pairs = (output.departments?.pairs ?? []).filter { ($0.adjusted ?? 1) < level }
    guard
      let pair = pairs.max(by: {
        abs($0.difference?.value ?? 0) < abs($1.difference?.value ?? 0)
      }), let difference = pair.difference, let p = pair.adjusted,
      let given = score(pair.given)?.mean, let returned = score(pair.returned)?.mean
    else { return nil }
    let isOneWorse = difference.value < 0
    let one = Wording.Argument.text(isOneWorse ? pair.one : pair.other)
    let other = Wording.Argument.text(isOneWorse ? pair.other : pair.one)
    return Finding(
      id: "servqual.uneven", severity: .note,
      sentence: wording(
        P.uneven,
        [
          "one": one, "other": other, "given": signed(isOneWorse ? given : returned),
          "returned": signed(isOneWorse ? returned : given), "p": .text(wording.pValue(p)),
        ]),
      page: step, action: wording(P.unevenAction, ["one": one, "other": other]), owner: owner)
  }
}
