import Diagnostics
import Values

/// Kinds of leaving, or reasons of want of care, none of which any case has: a word of the settings
/// that is written otherwise in the export says nothing of the customers.
struct UnknownReasons: Sendable {
  /// `unknownKinds` or `unknownReasons`.
  let gap: ClaimGap
  let values: [String]
  /// What the export has instead that one of them may mean.
  let near: String?

  /// nil where the cases have one of the kinds and one of the reasons, or neither kinds nor reasons
  /// at all.
  ///
  /// - Parameter least: customers that a word of the export needs to be told.
  init?(_ cases: DataTable, _ settings: ClaimsSettings, least: Int) {
    guard !settings.leavingKinds.isEmpty, case .text(let customers)? = cases.values("customer_id"),
      let kinds = cases.values("kind").map({ GroupColumn($0) }),
      kinds.labels.contains(where: { !$0.isEmpty })
    else { return nil }
    let isLeaving = kinds.labels.map { settings.leavingKinds.contains($0) }
    guard isLeaving.contains(true) else {
      gap = .unknownKinds
      values = settings.leavingKinds
      near = Self.near(
        settings.leavingKinds,
        among: kinds.widespread(among: customers, least: least, where: { _ in true }))
      return
    }
    guard let categories = cases.values("category").map({ GroupColumn($0) }) else { return nil }
    var isFound = [Bool](repeating: false, count: categories.labels.count)
    for (row, kind) in kinds.codes.enumerated() where isLeaving[Int(kind)] {
      isFound[Int(categories.codes[row])] = true
    }
    let found = categories.labels.indices.filter { isFound[$0] }.map { categories.labels[$0] }
    guard found.contains(where: { !$0.isEmpty }),
      !found.contains(where: { settings.careReasons.contains($0) })
    else { return nil }
    gap = .unknownReasons
    values = settings.careReasons
    near = Self.near(
      settings.careReasons,
      among: categories.widespread(among: customers, least: least) {
        isLeaving[Int(kinds.codes[$0])]
      })
  }

  private static func near(_ values: [String], among words: [String]) -> String? {
    values.lazy.compactMap { Suggestion.nearest(to: $0, among: words) }.first
  }
}
