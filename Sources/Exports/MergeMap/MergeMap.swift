package import Diagnostics

/// Which customers are one: the id that each merged id stands under.
///
/// The store keeps ids as they were exported; the map is put on when facts and purchase days are
/// read, so that a changed map changes the next run and nothing else.
package struct MergeMap: Sendable {
  /// One line as a user wrote it.
  package struct Entry: Sendable, Equatable {
    package var customer: String
    package var target: String
    package var place: Diagnostic.Place?

    package init(_ customer: String, into target: String, at place: Diagnostic.Place? = nil) {
      self.customer = customer
      self.target = target
      self.place = place
    }
  }

  /// The standing id of each merged one, chains followed to their end.
  private let targets: [String: String]
  /// The merged ids, by their bytes.
  package let customers: [String]
  /// As a user wrote them.
  let entries: [Entry]

  /// No merges.
  package init() {
    targets = [:]
    customers = []
    entries = []
  }

  /// - Throws: everything that is wrong, each at its place: ids that are missing or merged into
  ///   themselves, merged twice, or round in a circle.
  package init(_ entries: [Entry]) throws(Diagnostics) {
    var problems = Diagnostics()
    var first: [String: Entry] = [:]
    for entry in entries {
      if let problem = Self.problem(of: entry, after: first[entry.customer]) {
        problems.add(problem)
      } else {
        first[entry.customer] = entry
      }
    }
    var resolved: [String: String] = [:]
    var inCircles: Set<String> = []
    for entry in entries where first[entry.customer] == entry {
      var path = [entry.customer]
      var end = entry.target
      while let next = first[end], !path.contains(end) {
        path.append(end)
        end = next.target
      }
      if path.contains(end) {
        // Told once, at its first line.
        guard inCircles.isDisjoint(with: path) else { continue }
        inCircles.formUnion(path)
        problems.add(Self.circle(path.drop { $0 != end } + [end], at: entry.place))
      } else {
        resolved[entry.customer] = end
      }
    }
    try problems.throwIfAny()
    targets = resolved
    self.entries = entries
    customers = resolved.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func problem(of entry: Entry, after first: Entry?) -> Diagnostic? {
    func wrong(_ code: String, _ message: String, _ help: String) -> Diagnostic {
      Diagnostic(.configuration, code, message, at: entry.place, help: help)
    }
    if entry.customer.isEmpty || entry.target.isEmpty {
      return wrong(
        "merge-empty", "a merge has no customer: '\(entry.customer)' into '\(entry.target)'",
        "name both customers, or leave the line out")
    }
    if entry.customer == entry.target {
      return wrong(
        "merge-self", "'\(entry.customer)' is merged into itself",
        "leave the line out, or name another customer")
    }
    guard let first else { return nil }
    let line = first.place?.line.map { " in line \($0)" } ?? ""
    return wrong(
      "merge-twice",
      first.target == entry.target
        ? "'\(entry.customer)' is merged twice, first\(line)"
        : "'\(entry.customer)' is merged into '\(entry.target)', and\(line) into '\(first.target)'",
      "keep one of the two")
  }

  private static func circle(_ path: some Sequence<String>, at place: Diagnostic.Place?)
    -> Diagnostic
  {
    Diagnostic(
      .configuration, "merge-circle",
      "merges run in a circle: \(path.map { "'\($0)'" }.joined(separator: " into "))",
      at: place, help: "leave one of them out: the customer that stands is merged into none")
  }

  package var isEmpty: Bool { targets.isEmpty }

  /// The id that a customer stands under: its own unless it is merged.
  package func target(of customer: String) -> String { targets[customer] ?? customer }

  package func merges(_ customer: String) -> Bool { targets[customer] != nil }

  /// The ids that others are merged into, by their bytes.
  package var survivors: [String] {
    Set(targets.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Merged ids and those they are merged into, by their bytes.
  var involved: [String] {
    Set(targets.keys).union(targets.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What the map does, whatever the order and the chains of its lines.
  package var identity: String {
    var hash = ContentHash()
    for customer in customers { hash.update("\(customer)\u{1f}\(target(of: customer))\n") }
    return hash.hexadecimal()
  }
}
