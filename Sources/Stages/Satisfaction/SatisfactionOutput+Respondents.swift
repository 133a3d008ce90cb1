import Pipeline
import Statistics

/// Who was asked, who answered and how: counts of people without what they said.
extension SatisfactionOutput {
  /// Invitations and the answers to them, of a wave (nil for all) by one mode (nil for any).
  struct ResponseRow: Sendable {
    let wave: String?
    let mode: String?
    let visibility: GroupVisibility
    /// nil where they must not be told.
    let invited: Int?
    let answered: Int?

    var rate: Proportion? {
      guard let invited, let answered else { return nil }
      return Proportion(answered, of: invited)
    }
  }

  /// The responses of a wave by one mode.
  struct MixRow: Sendable {
    let wave: String
    let mode: String
    let visibility: GroupVisibility
    let n: Int?
    /// Of the wave's responses; nil where one of the two is hidden.
    let share: Double?
  }

  var responseRows: [ResponseRow] {
    guard let invitations else { return [] }
    let places = AnswerPlaces(self)
    func row(_ wave: String?, _ mode: String?, _ count: Invitations.Count) -> ResponseRow {
      let place = places.invited(wave, mode)
      let isTold =
        !hiddenCounts.contains(places.invited(place))
        && !hiddenCounts.contains(places.invitedAnswered(place))
      let isEmpty = count.invited == 0
      return ResponseRow(
        wave: wave, mode: mode, visibility: isEmpty ? .empty : isTold ? .shown : .hidden,
        invited: isTold ? count.invited : nil, answered: isTold ? count.answered : nil)
    }
    let all = invitations.isAllTold(focus == nil) ? [row(nil, nil, invitations.total)] : []
    return all
      + invitations.waves.indices.flatMap { wave in
        let name = invitations.hasWaves ? invitations.waves[wave] : nil
        let whole = invitations.hasWaves ? [row(name, nil, invitations.total(of: wave))] : []
        return whole
          + invitations.modes.indices.map {
            row(name, invitations.modes[$0], invitations.counts[wave][$0])
          }
      }
  }

  /// The row of the wave that figures are of, or of all.
  var responseRate: ResponseRow? {
    responseRows.first { row in row.mode == nil && row.wave == focus?.wave }
  }

  /// The response rates of the last two waves; nil where there are none to compare.
  var responseChange: (before: ResponseRow, after: ResponseRow, test: Difference)? {
    guard let invitations, invitations.isByWave else { return nil }
    let waves = responseRows.filter { row in
      row.mode == nil && row.wave.map { !$0.isEmpty } ?? false
    }.suffix(2)
    guard waves.count == 2, let before = waves.first, let after = waves.last,
      let earlier = before.rate, let test = after.rate?.difference(from: earlier)
    else { return nil }
    return (before, after, test)
  }

  var mixRows: [MixRow] {
    guard let mix else { return [] }
    let places = AnswerPlaces(self)
    return mix.waves.indices.flatMap { wave in
      let all = mix.counts[wave].reduce(0, +)
      let isWhole = !hiddenCounts.contains(places.responses(mix.place(wave)))
      return mix.modes.indices.map { mode in
        let n = mix.counts[wave][mode]
        let isTold = !hiddenCounts.contains(places.responses(mix.place(wave, mode)))
        return MixRow(
          wave: mix.waves[wave], mode: mix.modes[mode],
          visibility: n == 0 ? .empty : isTold ? .shown : .hidden, n: isTold ? n : nil,
          share: isTold && isWhole && all > 0 ? Double(n) / Double(all) : nil)
      }
    }
  }

  /// Whether the modes of the last two waves differ, over modes that both may tell of.
  var mixTest: (before: String, after: String, test: ChiSquareTest)? {
    guard let mix else { return nil }
    let latest = mix.waves.indices.filter { !mix.waves[$0].isEmpty }.suffix(2)
    guard latest.count == 2, let before = latest.first, let after = latest.last else { return nil }
    let rows = mixRows
    func counts(_ wave: Int) -> [Int?] {
      rows.filter { $0.wave == mix.waves[wave] }.map(\.n)
    }
    let told = zip(counts(before), counts(after)).compactMap { one, other in
      one.flatMap { one in other.map { (Double(one), Double($0)) } }
    }
    return ChiSquareTest([told.map(\.0), told.map(\.1)]).map {
      (mix.waves[before], mix.waves[after], $0)
    }
  }

  /// Declares these counts as answers with one level.
  func addRespondents(_ places: AnswerPlaces, to tables: inout AnswerTables) {
    if let mix { add(mix, places, to: &tables) }
    if let invitations { add(invitations, places, to: &tables) }
    for item in items {
      guard let unsure = item.dontKnow else { continue }
      let cell = places.dontKnow(item.id)
      tables.declare(cell.subject, levels: [1])
      tables.add(AnswerCell(cell, counts: [unsure], telling: .total))
    }
    if let aspects {
      let cell = places.total("aspects")
      tables.declare(cell.subject, levels: [1])
      tables.add(AnswerCell(cell, counts: [aspects.covariance.n], telling: .total))
    }
  }

  private func add(_ mix: ModeMix, _ places: AnswerPlaces, to tables: inout AnswerTables) {
    for wave in mix.waves.indices {
      let whole = places.responses(mix.place(wave))
      if mix.hasWaves {
        tables.add(AnswerCell(whole, counts: [mix.counts[wave].reduce(0, +)], telling: .total))
        for item in items { tables.add(limit: places.wave(item.id, mix.waves[wave]), to: whole) }
      }
      let cells = mix.modes.indices.map { places.responses(mix.place(wave, $0)) }
      for (cell, count) in zip(cells, mix.counts[wave]) {
        tables.add(AnswerCell(cell, counts: [count], telling: .total))
      }
      tables.add(whole: whole, parts: cells)
    }
    if mix.hasWaves {
      tables.add(
        whole: places.responses([]),
        parts: mix.waves.indices.map { places.responses(mix.place($0)) })
    }
    // Answers by mode are among the responses by mode.
    for item in items {
      for dimension in item.dimensions where dimension.kind == .mode {
        for score in dimension.groups {
          let place = places.group("responses", .mode, score.group)
          if tables.cells.contains(where: { $0.id == place }) {
            tables.add(limit: places.group(item.id, .mode, score.group), to: place)
          }
        }
      }
    }
  }

  private func add(
    _ invitations: Invitations, _ places: AnswerPlaces, to tables: inout AnswerTables
  ) {
    tables.declare(places.subject("invited"), levels: [1])
    tables.declare(places.subject("invited_answered"), levels: [1])
    tables.declare(places.subject("uninvited"), levels: [1])
    func add(_ wave: String?, _ mode: String?, _ count: Invitations.Count) {
      let place = places.invited(wave, mode)
      let invited = places.invited(place)
      let answered = places.invitedAnswered(place)
      tables.add(AnswerCell(invited, counts: [count.invited], telling: .total))
      tables.add(AnswerCell(answered, counts: [count.answered], telling: .total))
      tables.add(limit: answered, to: invited)
    }
    let names = invitations.waves.map { invitations.hasWaves ? $0 : nil }
    for (wave, name) in names.enumerated() {
      if name != nil { add(name, nil, invitations.total(of: wave)) }
      for (mode, modeName) in invitations.modes.enumerated() {
        add(name, modeName, invitations.counts[wave][mode])
      }
      for cell in [places.invited, places.invitedAnswered] where !invitations.modes.isEmpty {
        tables.add(
          whole: cell(places.invited(name, nil)),
          parts: invitations.modes.map { cell(places.invited(name, $0)) })
      }
    }
    if invitations.isAllTold(focus == nil) {
      add(nil, nil, invitations.total)
      if invitations.hasWaves {
        for cell in [places.invited, places.invitedAnswered] {
          tables.add(
            whole: cell([]), parts: names.map { cell(places.invited($0, nil)) })
        }
      }
      tables.add(limit: places.invitedAnswered([]), to: places.responses([]))
    }
    if let focus, invitations.isByWave, invitations.waves.contains(focus.wave) {
      let place = places.invited(focus.wave, nil)
      tables.add(limit: places.invitedAnswered(place), to: places.responses(place))
    }
    tables.add(
      AnswerCell(places.uninvited, counts: [invitations.uninvited], telling: .total))
    tables.add(limit: places.uninvited, to: places.responses([]))
  }
}

extension AnswerPlaces {
  /// The conditions of invitations of a wave (nil for all) by one mode (nil for any).
  func invited(_ wave: String?, _ mode: String?) -> [String] {
    (wave.map { [AnswerPlaces.wave($0)] } ?? []) + (mode.map { ["mode=\($0)"] } ?? [])
  }

  func invited(_ place: [String]) -> AnswerCell.ID { AnswerCell.ID(subject("invited"), place) }

  func invitedAnswered(_ place: [String]) -> AnswerCell.ID {
    AnswerCell.ID(subject("invited_answered"), place)
  }

  /// Responses that no invitation stands for.
  var uninvited: AnswerCell.ID { AnswerCell.ID(subject("uninvited")) }

  /// Those who answered an item with a code for "don't know", among those that figures are of.
  func dontKnow(_ item: String) -> AnswerCell.ID { total("dont_know/\(item)") }
}

extension Invitations {
  var total: Count { counts.joined().reduce(into: Count()) { $0.add($1) } }

  func total(of wave: Int) -> Count { counts[wave].reduce(into: Count()) { $0.add($1) } }

  /// Whether the sum of all waves is told: where figures are of all, or there are no waves.
  func isAllTold(_ isOfAll: Bool) -> Bool { isOfAll || !hasWaves }
}

extension Invitations.Count {
  fileprivate mutating func add(_ other: Invitations.Count) {
    invited += other.invited
    answered += other.answered
  }
}

extension ModeMix {
  /// The conditions of the responses of a wave, by one mode.
  fileprivate func place(_ wave: Int, _ mode: Int? = nil) -> [String] {
    (hasWaves ? [AnswerPlaces.wave(waves[wave])] : []) + (mode.map { ["mode=\(modes[$0])"] } ?? [])
  }
}
