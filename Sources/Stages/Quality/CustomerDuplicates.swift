import Exports
import Values

/// Customers that may be one, with the merges that would make them so; and those in force.
struct CustomerDuplicates: Sendable {
  /// A customer that shares a key with another one.
  struct Member: Sendable {
    /// From 1.
    let group: Int
    let customer: String
    /// As exported.
    let name: String
    /// Each key that it shares, with the first customer that has it too.
    let ties: [(key: DuplicateKey, other: String)]
    let activity: CustomerActivity
    /// The customer it would be merged into; nil for the one that would stand.
    let target: String?
  }

  /// Two customers that share keys.
  struct Pair: Sendable {
    let group: Int
    let left: String
    let leftName: String
    let right: String
    let rightName: String
    let keys: [DuplicateKey]
  }

  /// A customer that the merge map has put under another.
  struct Merged: Sendable {
    let customer: String
    let name: String
    let target: String
    let targetName: String
    let rows: Int
  }

  private(set) var members: [Member] = []
  private(set) var pairs: [Pair] = []
  private(set) var merged: [Merged] = []
  private(set) var groups = 0
  /// Customers that were searched; nil where there are none, or no column of a declared key.
  private(set) var searched: Int?
  private(set) var uses: [DuplicateSearch.KeyUse] = []
  let merges: MergeOutcome

  init(_ input: QualityInput, _ settings: QualitySettings) {
    merges = input.merges
    let customers = Customers(input)
    merged = merges.map.customers.map { id in
      let target = merges.map.target(of: id)
      return Merged(
        customer: id, name: customers.name(ofExported: id), target: target,
        targetName: customers.name(of: target), rows: merges.rows[id] ?? 0)
    }
    let search = DuplicateSearch(
      keys: settings.duplicateKeys, mostSharing: settings.mostSharing)
    let found = search.groups(
      of: customers.ids, owner: customers.owner, columns: customers.columns)
    guard !found.uses.isEmpty else { return }
    searched = customers.ids.count
    uses = found.uses
    groups = found.groups.count
    let activities = input.activities(
      Set(found.groups.flatMap { $0.members.map { customers.ids[$0] } }))
    for (index, group) in found.groups.enumerated() {
      add(group, index + 1, customers, activities)
    }
  }

  private mutating func add(
    _ group: DuplicateSearch.Group, _ number: Int, _ customers: Customers,
    _ activities: [String: CustomerActivity]
  ) {
    let survivors = Set(merges.map.survivors)
    func activity(_ member: Int) -> CustomerActivity {
      activities[customers.ids[member]] ?? CustomerActivity()
    }
    /// What makes a customer stand, first one first; members come by their ids.
    func rank(_ member: Int) -> (Int, Int, Int) {
      (
        survivors.contains(customers.ids[member]) ? 1 : 0, activity(member).rows,
        customers.filled[member]
      )
    }
    var standing = group.members[0]
    for member in group.members.dropFirst() where rank(member) > rank(standing) {
      standing = member
    }
    for member in group.members {
      members.append(
        Member(
          group: number, customer: customers.ids[member], name: customers.names[member],
          ties: Self.ties(of: member, group).map { ($0.key, customers.ids[$0.other]) },
          activity: activity(member),
          target: member == standing ? nil : customers.ids[standing]))
    }
    for link in group.links {
      pairs.append(
        Pair(
          group: number, left: customers.ids[link.left], leftName: customers.names[link.left],
          right: customers.ids[link.right], rightName: customers.names[link.right],
          keys: link.keys))
    }
  }

  private static func ties(
    of member: Int, _ group: DuplicateSearch.Group
  ) -> [(key: DuplicateKey, other: Int)] {
    var ties: [(key: DuplicateKey, other: Int)] = []
    let own = group.links.filter { $0.left == member || $0.right == member }
    for other in group.members {
      guard let link = own.first(where: { $0.left == other || $0.right == other }), other != member
      else { continue }
      for key in link.keys where !ties.contains(where: { $0.key == key }) {
        ties.append((key, other))
      }
    }
    // Links name their keys in the declared order; so do the ties of a customer.
    return DuplicateKey.allCases.flatMap { key in ties.filter { $0.key == key } }
  }
}

/// The order rows of one customer.
struct CustomerActivity: Sendable, Equatable {
  var rows = 0
  var first: Day?
  var last: Day?

  mutating func add(_ day: Day, rows count: Int = 1) {
    rows += count
    first = min(first ?? day, day)
    last = max(last ?? day, day)
  }
}

extension CustomerDuplicates {
  /// The customers of a run: rows as exported, and the customer that each stands for.
  private struct Customers {
    private(set) var ids: [String] = []
    private(set) var names: [String] = []
    /// Columns with a value in the row that stands.
    private(set) var filled: [Int] = []
    private(set) var owner: [Int] = []
    private(set) var columns: [String: TextColumn] = [:]
    private var places: [String: Int] = [:]
    private var exportedNames: [String: String] = [:]

    init(_ input: QualityInput) {
      let customers = input.facts.first { $0.contract.name == "customers" }?.table
      guard let customers, case .text(let texts)? = customers.values("customer_id") else { return }
      ids = texts.texts
      let ownNames = customers.values("name")
      names = ids.indices.map { ownNames?.text($0) ?? "" }
      filled = ids.indices.map { row in customers.columns.count { !$0.isMissing(row) } }
      places = Dictionary(zip(ids, ids.indices)) { first, _ in first }
      owner = ids.map { places[$0] ?? 0 }
      var merged: DataTable?
      if let rows = input.merges.customers, case .text(let exported)? = rows.values("customer_id") {
        let map = input.merges.map
        let kept = (0..<rows.rowCount).filter { places[map.target(of: exported[$0])] != nil }
        owner += kept.compactMap { places[map.target(of: exported[$0])] }
        let table = rows.selected(kept)
        merged = table
        if let names = rows.values("name") {
          for row in 0..<rows.rowCount { exportedNames[exported[row]] = names.text(row) }
        }
      }
      for name in DuplicateKey.allCases.flatMap(\.columns) {
        guard case .text(var column)? = customers.values(name) else { continue }
        if let merged, case .text(let more)? = merged.values(name) {
          column.append(contentsOf: more)
        }
        columns[name] = column
      }
    }

    func name(of id: String) -> String { places[id].map { names[$0] } ?? "" }

    /// The name in the row of a merged id.
    func name(ofExported id: String) -> String { exportedNames[id] ?? "" }
  }
}

extension QualityInput {
  /// The order rows of some customers, from the rows themselves or from their purchase days.
  fileprivate func activities(_ wanted: Set<String>) -> [String: CustomerActivity] {
    var found: [String: CustomerActivity] = [:]
    guard !wanted.isEmpty else { return found }
    if let orders = facts.first(where: { $0.contract.name == "orders" })?.table,
      case .text(let ids)? = orders.values("customer_id"), let dates = orders.values("order_date")
    {
      for row in 0..<orders.rowCount {
        guard wanted.contains(ids[row]), let day = dates.day(row) else { continue }
        found[ids[row], default: CustomerActivity()].add(day)
      }
    } else if let days = purchaseDays {
      for customer in 0..<days.customerCount where wanted.contains(days.customers[customer]) {
        for position in days.days(of: customer) where days[position].day <= asOf.number {
          found[days.customers[customer], default: CustomerActivity()].add(
            Day(number: days[position].day), rows: Int(days[position].rows))
        }
      }
    }
    return found
  }
}
