import Diagnostics
import Values

/// What went wrong for which customers: complaints with the days they came in and were resolved.
struct FailureHistory: Sendable {
  /// Where a customer stands on a day.
  enum State: Int32, CaseIterable, Sendable {
    /// Nothing went wrong within the window.
    case none
    /// Something did, and all of it was resolved.
    case resolved
    /// Something did that is still open.
    case unresolved

    var id: String {
      switch self {
      case .none: "none"
      case .resolved: "resolved"
      case .unresolved: "unresolved"
      }
    }
  }

  /// A kind of the settings that no case has.
  struct UnknownKind: Sendable, Equatable {
    let kind: String
    /// What the cases have instead that it may mean.
    let near: String?
  }

  /// Empty where there are no cases at all.
  let unknown: [UnknownKind]
  /// Whether cases have one of the kinds, or there are none at all.
  let hasKind: Bool

  private var customer: [Int32] = []
  private var opened: [Int32] = []
  /// `Int32.min` where it is not resolved.
  private var resolved: [Int32] = []

  /// nil where the cases do not name customers or kinds.
  ///
  /// - Parameters:
  ///   - kinds: those that are failures, whatever their capitals.
  ///   - ids: the customers who answered, each once.
  ///   - least: customers that a kind of the cases needs to be told.
  init?(_ cases: DataTable, _ kinds: [String], _ ids: TextColumn, least: Int) {
    guard case .text(let names)? = cases.values("customer_id"),
      let kind = cases.values("kind"), let opening = cases.values("opened_at")
    else { return nil }
    let resolution = cases.values("resolved_at")
    let wanted = Set(kinds.map { $0.lowercased() })
    let labels = GroupColumn(kind)
    let isFailure = labels.labels.map { wanted.contains($0.lowercased()) }
    let known = Set(labels.labels.map { $0.lowercased() })
    let lacking =
      labels.labels.contains { !$0.isEmpty }
      ? kinds.filter { !known.contains($0.lowercased()) } : []
    let told =
      lacking.isEmpty ? [] : labels.widespread(among: names, least: least, where: { _ in true })
    unknown = lacking.map {
      UnknownKind(kind: $0, near: Suggestion.nearest(to: $0, among: told))
    }
    hasKind = lacking.count < kinds.count
    var index = TextIndex()
    ids.forEachRow { _, bytes in _ = index.intern(bytes) }
    names.forEachRow { row, bytes in
      guard !bytes.isEmpty, isFailure[Int(labels.codes[row])], let day = opening.day(row) else {
        return
      }
      let number = index.find(bytes)
      guard number >= 0 else { return }
      customer.append(number)
      opened.append(day.number)
      resolved.append(resolution?.day(row)?.number ?? .min)
    }
  }

  var count: Int { customer.count }

  /// The state of each customer on a day of its own; a failure counts that came in up to that day
  /// and lies, or was resolved, within the days before it.
  ///
  /// - Parameter days: by customer; `Int32.min` for one that does not count, who has -1.
  func states(on days: [Int32], within window: Int) -> [Int32] {
    var states = days.map { $0 == .min ? -1 : State.none.rawValue }
    for index in customer.indices {
      let place = Int(customer[index])
      let day = days[place]
      guard day != .min, opened[index] <= day else { continue }
      let from = Int(day) - window
      let isResolved = resolved[index] != .min && resolved[index] <= day
      let last = Int(isResolved ? resolved[index] : opened[index])
      guard last >= from else { continue }
      let state: State = isResolved ? .resolved : .unresolved
      states[place] = max(states[place], state.rawValue)
    }
    return states
  }
}
