import Pipeline
import Report
import Statistics
import Values

/// Scales, the aspects as one scale, and comments.
extension SatisfactionWriter {
  /// Every scale once, with the items that are asked on it.
  var scalesTable: ReportTable {
    let columns = [P.scale, P.topLevels, P.bottomLevels, P.middle, P.items]
    func list(_ levels: some Sequence<Int>) -> String {
      levels.map(String.init).joined(separator: ", ")
    }
    var rows: [[ReportTable.Cell]] = []
    for (scale, items) in scales {
      let answers = scale.answers
      let ends = wording(
        scale.isReversed ? P.reversedEnds : P.ends,
        [
          "worst": .text(answers.first.map(String.init) ?? ""),
          "best": .text(answers.last.map(String.init) ?? ""),
        ])
      let names = items.map { wording(output.label($0.id)) }
      rows.append([
        .text(ends), .text(list(answers.suffix(scale.box))), .text(list(answers.prefix(scale.box))),
        .text(scale.neutral.map { String(answers[$0]) } ?? wording(P.noMiddle)),
        .text(names.joined(separator: wording(P.separator))),
      ])
    }
    if let nps = output.item("nps") {
      rows.append(
        [wording(P.ends, ["worst": .text("0"), "best": .text("10")]), "9, 10", "0–6", "7, 8"]
          .map { .text($0) } + [.text(wording(output.label(nps.id)))])
    }
    return ReportTable(
      id: "\(step)_scales_used", title: wording(P.scalesTitle),
      columns: columns.map { .init(wording($0), .text) }, rows: rows)
  }

  func dontKnowCells(_ item: SatisfactionOutput.Item) -> [ReportTable.Cell] {
    guard item.hasDontKnow else {
      return [ReportTable.Cell](repeating: .missing(wording(P.noCode)), count: 2)
    }
    let hidden = ReportTable.Cell.missing(hiddenReason)
    return [
      item.dontKnow.map { .number(Double($0)) } ?? hidden,
      item.dontKnowShare.map { .number($0) }
        ?? (item.dontKnow == nil ? hidden : .missing(reason(item.total))),
    ]
  }

  var aspectsTable: ReportTable? {
    guard let aspects = output.aspects, let alpha = aspects.alpha else { return nil }
    let weights = output.index?.weights ?? []
    let style = NumberStyle(.ratio, decimals: 2)
    let undefined = ReportTable.Cell.missing(wording(P.untested))
    return ReportTable(
      id: "\(step)_aspects", title: wording(P.aspectsTitle),
      columns: [.init(wording(P.item), .text)]
        + [P.itemRest, P.alphaWithout, P.loading].map { .init(wording($0), style) }
        + [.init(wording(P.weight), .share)],
      rows: aspects.items.enumerated().map { place, item in
        let id = output.items[item].id
        return [
          .text(wording(output.label(id))),
          alpha.items[place].itemRest.map { .number($0) } ?? undefined,
          alpha.items[place].alphaIfDeleted.map { .number($0) } ?? undefined,
          aspects.loading(place).map { .number($0) } ?? undefined,
          .number(weights.first { $0.item == id }?.weight ?? 0),
        ]
      })
  }

  private func ratio(_ value: Double) -> Wording.Argument {
    .text(NumberStyle(.ratio, decimals: 2).text(value, wording.language))
  }

  /// Alpha, omega and the index in sentences; empty without aspects to take together.
  var aspectSentences: [String] {
    guard let aspects = output.aspects else { return [] }
    var sentences = [
      wording(
        P.aspectsSentence,
        [
          "n": .count(aspects.covariance.n), "items": .count(aspects.items.count),
          "alpha": .text(alphaSentence(aspects)), "omega": .text(omegaSentence(aspects)),
        ]
      ).trimmingSpaces
    ]
    if let index = output.index, let interval = index.figure.interval(confidence: output.confidence)
    {
      let weights = index.weights.map { item, weight in
        wording(
          P.indexWeight, ["item": .phrase(output.label(item)), "weight": .share(weight)])
      }
      let figures: KeyValuePairs<String, Wording.Argument> = [
        "index": .share(index.figure.value), "low": .share(interval.low),
        "high": .share(interval.high),
        "weights": .text(weights.joined(separator: wording(P.separator))),
      ]
      sentences.append(wording(index.isStated ? P.indexStated : P.indexEqual, figures))
    }
    return sentences
  }

  private func alphaSentence(_ aspects: AspectScale) -> String {
    guard let alpha = aspects.alpha else { return wording(P.noAlpha) }
    guard let interval = alpha.interval(confidence: output.confidence) else {
      return wording(P.alphaOne, ["alpha": ratio(alpha.value)])
    }
    let verdict =
      alpha.value >= 0.7 ? P.consistent : alpha.value >= 0.5 ? P.doubtful : P.inconsistent
    return wording(
      P.alphaSentence,
      [
        "alpha": ratio(alpha.value), "low": ratio(interval.low), "high": ratio(interval.high),
        "verdict": .phrase(verdict),
      ])
  }

  private func omegaSentence(_ aspects: AspectScale) -> String {
    guard let omega = aspects.omega else { return "" }
    guard omega.isHeywood else { return wording(P.omegaSentence, ["omega": ratio(omega.value)]) }
    let items = omega.factor.heywood.map {
      wording(output.label(output.items[aspects.items[omega.items[$0]]].id))
    }
    return wording(
      P.omegaHeywood,
      [
        "omega": ratio(omega.value),
        "items": .text(items.joined(separator: wording(P.separator))),
      ])
  }

  var aspectMeasures: [Measure] {
    guard let aspects = output.aspects else { return [] }
    var measures: [Measure] = []
    if let index = output.index {
      let interval = index.figure.interval(confidence: output.confidence)
      measures.append(
        Measure(
          id: "csi", label: wording(P.index), value: index.figure.value, unit: .share,
          low: interval?.low, high: interval?.high, n: aspects.covariance.n, betterWhen: .higher))
    }
    if let alpha = aspects.alpha {
      let interval = alpha.interval(confidence: output.confidence)
      measures.append(
        Measure(
          id: "alpha", label: wording(P.alpha), value: alpha.value, unit: .ratio,
          low: interval?.low, high: interval?.high, n: aspects.covariance.n))
    }
    if let omega = aspects.omega {
      measures.append(
        Measure(
          id: "omega", label: wording(P.omega), value: omega.value, unit: .ratio,
          n: aspects.covariance.n))
    }
    return measures
  }

  var reversedWarnings: [String] {
    (output.aspects?.reversed ?? []).compactMap { place in
      let item = output.items[place]
      let turned =
        item.scale.isReversed
        ? "\(item.scale.low)-\(item.scale.high)" : "\(item.scale.high)-\(item.scale.low)"
      return wording(
        P.warnReversed, ["item": .phrase(output.label(item.id)), "scale": .text(turned)])
    }
  }

  /// The most comments that the page lists; the CSV of the pack has them all.
  private static let listedComments = 8

  /// nil in packs for readers outside, and where no comment may be told.
  var commentsTable: ReportTable? {
    guard wording.masking.profile != .external, let list = output.toldComments,
      !list.entries.isEmpty
    else { return nil }
    let hasAuthors = wording.masking.profile == .internal
    let author: [ReportTable.Column] = hasAuthors ? [.init(wording(P.customer), .text)] : []
    return ReportTable(
      id: "\(step)_comments", title: wording(P.commentsTitle),
      columns: [.init(wording(P.score), NumberStyle(.score, decimals: 0))] + author
        + [.init(wording(P.comment), .text)],
      rows: list.entries.prefix(Self.listedComments).map { entry in
        let customer = list.customer(entry)
        let names: [ReportTable.Cell] =
          hasAuthors
          ? [
            customer.isEmpty
              ? .missing(wording(P.notStatedCustomer)) : .text(wording.person(customer, .author))
          ] : []
        return [output.score(entry).map { .number(Double($0)) } ?? .missing(wording(P.noScore))]
          + names
          + [.text(wording.person(list.comment(entry), .comment))]
      }, totalRows: list.entries.count)
  }

  var aspectNotes: [Note] {
    var notes: [Note] = []
    if output.items.contains(where: \.hasDontKnow) {
      notes.append(Note(.policy, wording(P.noteDontKnow)))
    }
    if let aspects = output.aspects {
      notes.append(Note(.method, wording(P.noteIndex)))
      let left = aspects.leftOut.map { wording(output.label(output.items[$0].id)) }
      if !left.isEmpty {
        notes.append(
          Note(
            .caution,
            wording(
              P.noteAspectsLeft, ["items": .text(left.joined(separator: wording(P.separator)))])))
      }
    }
    if commentsTable != nil, let item = output.item(output.overall) {
      notes.append(
        Note(.policy, wording(P.noteComments, ["item": .phrase(output.label(item.id))])))
    }
    return notes
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
