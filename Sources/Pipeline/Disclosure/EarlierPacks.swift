import Diagnostics
import Store
import Values

/// What readers know of respondents from packs that were made before, as the store keeps it.
struct EarlierPacks {
  /// The newest first.
  let told: [ToldAnswers]

  /// No step can be called so.
  private static let step = "(answers)"
  /// Every night a pack, a fortnight of them: what was told longer ago has been told again since.
  private static let most = 14
  /// Between subject and conditions.
  private static let separator: Character = "\u{1F}"

  /// Packs up to this day; not the one made from the same inputs, so that making it again gives the
  /// same bytes.
  init(_ store: Store, through asOf: Day, except inputs: String) throws(Diagnostic) {
    var told: [ToldAnswers] = []
    for measures in try store.measures(
      step: Self.step, through: asOf, except: inputs, limit: Self.most)
    {
      let one = Self.told(measures)
      if !told.contains(one) { told.append(one) }
    }
    self.told = told
  }

  private static func told(_ measures: [StoredMeasure]) -> ToldAnswers {
    var told = ToldAnswers()
    for measure in measures {
      let parts = measure.id.split(separator: separator, omittingEmptySubsequences: false)
        .map(String.init)
      let knowledge: ToldAnswers.Knowledge =
        if let n = measure.n {
          measure.reason.map { .levels($0.split(separator: ",").compactMap { Int($0) }) }
            ?? .total(n)
        } else {
          .hidden
        }
      told.note(AnswerCell.ID(parts[0], Array(parts.dropFirst())), knowledge)
    }
    return told
  }

  /// Everything, in a fixed order.
  var lines: [String] { told.flatMap { ["pack"] + Self.measures($0).map { "\($0)" } } }

  static func keep(
    _ told: ToldAnswers, in store: Store, inputs: String, asOf: Day
  ) throws(Diagnostic) {
    guard !told.cells.isEmpty else { return }
    try store.keepMeasures(
      measures(told), step: step, settingsHash: inputs, asOf: asOf)
  }

  private static func measures(_ told: ToldAnswers) -> [StoredMeasure] {
    told.cells.keys.sorted().compactMap { id in
      let name = ([id.subject] + id.place).joined(separator: String(separator))
      return told.cells[id].map { knowledge in
        switch knowledge {
        case .levels(let counts):
          let n = counts.reduce(0, +)
          return StoredMeasure(
            id: name, value: Double(n), unit: "count", n: n,
            reason: counts.map(String.init).joined(separator: ","))
        case .total(let n): return StoredMeasure(id: name, value: Double(n), unit: "count", n: n)
        case .hidden: return StoredMeasure(id: name, value: nil, unit: "count")
        }
      }
    }
  }
}
