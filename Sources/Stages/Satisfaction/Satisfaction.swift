package import Diagnostics
import Pipeline
import Statistics
package import Values

/// Are the customers content: distributions, means, boxes, NPS and CES by group, with intervals.
package struct Satisfaction: Stage {
  package static let name = "satisfaction"
  package static let summary = Phrase(
    "How content the customers are, by item, segment, touchpoint and wave",
    "客户满意程度：按题项、客户细分、触点与批次")
  package static let example = """
    - stage: satisfaction
      settings:
        group_by: [segment, touchpoint, wave, region]
        waves: latest
        scales: {item_price: 1-5}
        no_answer: [9]
        items: {item_price: {en: Price, zh-Hans: 价格}}
        confidence: 0.95
    """

  private let settings: SatisfactionSettings

  package init(_ settings: SatisfactionSettings) throws(Diagnostic) {
    self.settings = settings
  }

  package func run(_ input: SatisfactionInput) throws(Diagnostic) -> SatisfactionOutput {
    let focus = focus(of: input)
    let items = input.items.map { score($0, input, focus) }
    let overall =
      settings.overall ?? ["nps", "csat"].first { id in items.contains { $0.id == id } }
      ?? items.first?.id ?? "csat"
    return SatisfactionOutput(
      asOf: input.asOf, scope: input.scope, minCell: input.minCell,
      confidence: settings.confidence, overall: overall, labels: settings.labels,
      isWeighted: input.weights != nil, responses: input.responses,
      withoutAnswer: input.withoutAnswer, withoutWeight: input.withoutWeight, focus: focus,
      items: items, nesting: nesting(input, focus), missingDimensions: input.missingDimensions,
      unknownLabels: input.unknownLabels)
  }

  /// Dimensions whose groups each lie within one group of another: units in regions.
  private func nesting(
    _ input: SatisfactionInput, _ focus: SatisfactionOutput.Focus?
  ) -> [SatisfactionOutput.Nesting] {
    let rows = (0..<(input.items.first?.positions.count ?? 0)).filter { row in
      guard let focus, let waves = input.waves else { return true }
      return Int(waves.codes[row]) == focus.index
    }
    let dimensions = input.dimensions.filter { focus == nil || $0.kind != .wave }
    return dimensions.flatMap { inner in
      dimensions.compactMap { outer in
        guard inner.kind != outer.kind, inner.groups.labels.count > outer.groups.labels.count
        else { return nil }
        var owner = [Int32](repeating: -1, count: inner.groups.labels.count)
        for row in rows {
          let (part, whole) = (Int(inner.groups.codes[row]), outer.groups.codes[row])
          guard owner[part] < 0 || owner[part] == whole else { return nil }
          owner[part] = whole
        }
        guard Set(owner).subtracting([-1]).count > 1 else { return nil }
        return SatisfactionOutput.Nesting(inner: inner.kind, outer: outer.kind, owner: owner)
      }
    }
  }

  /// The latest wave, where figures are of it alone.
  private func focus(of input: SatisfactionInput) -> SatisfactionOutput.Focus? {
    guard settings.waves == .latest, let waves = input.waves,
      let latest = waves.labels.lastIndex(where: { !$0.isEmpty })
    else { return nil }
    return SatisfactionOutput.Focus(
      wave: waves.labels[latest], previous: latest > 0 ? waves.labels[latest - 1] : nil,
      index: latest, responses: waves.codes.count { Int($0) == latest },
      withoutWave: waves.labels.firstIndex(of: "").map { missing in
        waves.codes.count { Int($0) == missing }
      } ?? 0)
  }

  private func score(
    _ item: SatisfactionInput.Item, _ input: SatisfactionInput, _ focus: SatisfactionOutput.Focus?
  ) -> SatisfactionOutput.Item {
    let rows = item.positions.count
    func isInFocus(_ row: Int) -> Bool {
      guard let focus, let waves = input.waves else { return true }
      return Int(waves.codes[row]) == focus.index
    }
    let everything = GroupColumn(
      labels: [""], codes: (0..<rows).map { isInFocus($0) ? 0 : -1 })
    let total = scores(item, everything, input)[0]
    let waves = input.waves.map { scores(item, $0, input) }
    let dimensions = input.dimensions.map { dimension in
      if dimension.kind == .wave, let waves {
        return SatisfactionOutput.Dimension(kind: .wave, groups: waves)
      }
      var groups = dimension.groups
      if focus != nil { groups = groups.keeping(isInFocus) }
      return SatisfactionOutput.Dimension(
        kind: dimension.kind, groups: scores(item, groups, input))
    }
    return SatisfactionOutput.Item(
      id: item.id, scale: item.scale, total: total, waves: waves ?? [], dimensions: dimensions
    ).compared(focus)
  }

  private func scores(
    _ item: SatisfactionInput.Item, _ groups: GroupColumn, _ input: SatisfactionInput
  ) -> [GroupScore] {
    let counts = AnswerCounts(
      positions: item.positions, levels: item.scale.count, groups: groups.codes,
      groupCount: groups.labels.count, weights: input.weights)
    return groups.labels.indices.map { GroupScore(groups.labels[$0], counts, at: $0, item) }
  }
}
