import Diagnostics
import Report
import Store
import Values

/// What readers know of respondents from packs that were made before, as the store keeps it.
struct EarlierPacks {
  /// The newest first.
  let told: [ToldAnswers]

  /// No step can be called so.
  static let step = "(answers)"
  /// Every night a pack, a fortnight of them: what was told longer ago has been told again since.
  private static let most = 14
  /// Between subject and conditions.
  private static let separator: Character = "\u{1F}"

  /// None.
  init() { told = [] }

  /// Packs up to this day that were made before the first one of this origin of answers: a pack that
  /// is made again tells what it told, and so comes out with the same bytes.
  init(_ store: Store, through asOf: Day, before origin: String) throws(Diagnostic) {
    var told: [ToldAnswers] = []
    for measures in try store.measures(
      step: Self.step, through: asOf, before: origin, limit: Self.most)
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

  /// What one pack told, as a manifest has it: `3,0,2` by level, `=5` in all, or `hidden`.
  static func json(_ told: ToldAnswers) -> JSONValue {
    .object(
      measures(told).map { measure in
        .init(
          measure.id, .string(measure.n.map { measure.reason ?? "=\($0)" } ?? "hidden"))
      })
  }

  /// The measures that keep what a manifest says was told.
  static func measures(_ recorded: [String: String]) -> [StoredMeasure] {
    recorded.sorted { $0.key < $1.key }.map { id, text in
      let counts = text.split(separator: ",").compactMap { Int($0) }
      if text == "hidden" { return StoredMeasure(id: id, value: nil, unit: "count") }
      if text.hasPrefix("=") {
        return StoredMeasure(id: id, value: nil, unit: "count", n: Int(text.dropFirst()))
      }
      return StoredMeasure(
        id: id, value: nil, unit: "count", n: counts.reduce(0, +), reason: text)
    }
  }

  /// What one pack told, as the store keeps it.
  static func measures(_ told: ToldAnswers) -> [StoredMeasure] {
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
